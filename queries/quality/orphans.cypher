// Which described units stand under nobody? 哪些机构没有上级？
//
// Divisions and Party units without an owner, institutions, branches and bureaus without a superior.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column kind kind -- its label in lower case
// @column says proof -- where the document describes it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit|Institution|Branch|Bureau)
WHERE unit.document IS NOT NULL
  AND NOT EXISTS { (unit)-[:PART_OF|AFFILIATED_WITH|BRANCH_OF|MANAGED_BY|ORGAN_OF]->(:Organization) }
  AND NOT EXISTS { (unit)<-[:HOSTS]-(:Organization) }
RETURN DISTINCT place, unit, labels(unit) AS kind, {document: unit.document, lines: unit.lines[0..1]} AS says
ORDER BY place.id, unit.id
