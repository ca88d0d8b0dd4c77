// Which units have no second name? 哪些机构没有第二名称？
//
// Described units without a sign, a name in brackets, a second, short or former name.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column kind kind -- its label in lower case
// @column says proof -- where the document describes it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit|Institution|Branch|Bureau)
WHERE unit.document IS NOT NULL
  AND NOT EXISTS { (unit)-[:HANGS_SIGN|KNOWN_AS]->(other:Alias) WHERE NOT other.kind IN ['variant', 'translation'] }
RETURN DISTINCT place, unit, labels(unit) AS kind, {document: unit.document, lines: unit.lines[0..1]} AS says
ORDER BY place.id, says.lines[0], unit.id
