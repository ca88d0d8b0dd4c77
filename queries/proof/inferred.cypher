// Which facts does no document state outright? 哪些事实是推断出来的？
//
// Relationships that follow from others, such as a bureau that is a department of its place's government.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column relationship string -- the type
// @column other name -- the other end
// @column rules set<string> -- by which rule
// @column says proof -- the lines that it rests on
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says]->(other) WHERE says.status = 'inferred'
RETURN DISTINCT place, unit, type(says) AS relationship, other, says.rules AS rules, says
ORDER BY place.id, unit.id, relationship, other.id
