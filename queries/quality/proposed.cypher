// What was read in two ways and waits for a person? 哪些事实有两种读法、有待人工判断？
//
// One row per relationship that extraction only proposes: two rules read one place differently, and both are kept.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit that the fact is about
// @column relationship string -- the type of the relationship
// @column other name -- its other end
// @column rules list<string> -- the rules that read it so
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says]->(other) WHERE says.status = 'proposed'
RETURN DISTINCT place, unit, type(says) AS relationship, other, says.rules AS rules, says
ORDER BY place.id, unit.name, relationship, other.name, unit.id, other.id
