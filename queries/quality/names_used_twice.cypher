// Which names does one body give to two of its units? 同一单位内哪些名称用了两次？
//
// Equal as printed but for letter case; second names count.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body
// @column name string -- the name, in lower case
// @column units set<unit> -- the units that have it
// @column says proof -- where the document describes them
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit|Institution|Branch)-[:PART_OF|AFFILIATED_WITH|BRANCH_OF]->(owner:Organization)
WITH place, owner, unit, [(unit)-[:HANGS_SIGN|KNOWN_AS]->(other:Alias) WHERE NOT other.kind IN ['variant', 'translation'] | other.name] AS others
UNWIND [unit.name] + others AS name
WITH place, owner, toLower(toString(name)) AS name, collect(DISTINCT unit) AS units
WHERE size(units) > 1
RETURN place, owner, name, units, [one IN units | {document: one.document, lines: one.lines[0..1]}] AS says
ORDER BY place.id, owner.id, name
