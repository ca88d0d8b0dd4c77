// Which words name units of two bodies, or of two kinds? 哪些名称同时指不同单位或不同类别的机构？
//
// Equal as printed but for letter case; second names count. One row per unit that bears the words.
//
// @param place place = null -- only this place and all that lies in it
// @column words string -- the name, in lower case
// @column place place -- where
// @column unit unit -- a unit that bears it
// @column kind kind -- its label in lower case
// @column owner unit -- the body it stands under
// @column says proof -- where the document describes the unit
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit|Institution|Branch|Bureau)
OPTIONAL MATCH (unit)-[:PART_OF|BRANCH_OF|AFFILIATED_WITH|ORGAN_OF]->(owner:Organization)
WITH place, unit, owner ORDER BY owner.id
WITH place, unit, collect(owner)[0] AS owner, [(unit)-[:HANGS_SIGN|KNOWN_AS]->(other:Alias) | other.name] AS others
// Who bears each of these names.
UNWIND [unit.name] + others AS name
WITH DISTINCT toLower(toString(name)) AS words, place, unit, owner, [label IN labels(unit) WHERE label <> 'Organization'][0] AS label
WITH words, collect({place: place, unit: unit, owner: owner}) AS bearers,
     count(DISTINCT coalesce(owner.id, unit.id)) AS bodies, count(DISTINCT label) AS kinds
WHERE size(bearers) > 1 AND (bodies > 1 OR kinds > 1)
UNWIND bearers AS one
WITH words, one.place AS place, one.unit AS unit, one.owner AS owner
RETURN words, place, unit, labels(unit) AS kind, owner,
       CASE WHEN unit.document IS NULL THEN [(unit)-[fact]-(:Organization) WHERE fact.spans IS NOT NULL | fact]
            ELSE [{document: unit.document, lines: unit.lines[0..1]}] END AS says
ORDER BY words, place.id, unit.id
