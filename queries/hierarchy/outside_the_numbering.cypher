// Which units does no printed number count? 哪些内设机构没有编入序号？
//
// Units without a printed number beside units of the same body that have one. A body that numbers none is left out.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body
// @column unit unit -- the unit without a number
// @column kind kind -- its label in lower case
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit)-[says:PART_OF]->(owner:Organization)
WHERE says.ordinal_printed IS NULL
  AND EXISTS { (owner)<-[other:PART_OF]-(:Organization) WHERE other.ordinal_printed IS NOT NULL }
RETURN DISTINCT place, owner, unit, labels(unit) AS kind, says
ORDER BY place.id, owner.id, says.ordinal, unit.id
