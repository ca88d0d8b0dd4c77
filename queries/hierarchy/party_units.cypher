// Which Party units does each body have or house? 各单位有哪些党群和纪检机构？
//
// Those that are part of a body, and offices of Party units that a body houses or whose work it does.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body
// @column unit unit -- the Party unit
// @column relationship string -- PART_OF, or HOSTS where the body houses it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:PartyUnit)-[says:PART_OF|HOSTS]-(owner:Organization)
WHERE type(says) = 'PART_OF' AND startNode(says).id = unit.id OR type(says) = 'HOSTS' AND endNode(says).id = unit.id
RETURN DISTINCT place, owner, unit, type(says) AS relationship, says
ORDER BY place.id, owner.id, says.ordinal, unit.id, relationship
