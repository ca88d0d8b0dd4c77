// Which internal units does each body have, in the order of its document? 各单位有哪些内设机构？
//
// One row per unit that is part of another, Party units too.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body or unit it is part of
// @column ordinal integer -- place among the units of this owner, from 1
// @column ordinal_printed string -- the number as printed, null where none is
// @column unit unit -- the unit
// @column kind kind -- its label in lower case
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit)-[says:PART_OF]->(owner:Organization)
RETURN DISTINCT place, owner, says.ordinal AS ordinal, says.ordinal_printed AS ordinal_printed, unit, labels(unit) AS kind, says
ORDER BY place.id, owner.name, owner.id, ordinal, unit.id
