// Which functions of a unit are not among its bureau's duties? 内设机构的哪些职能不在部门职责之内？
//
// Neither the function nor a wider or narrower one stands in the bureau's own list.
//
// @param place place = null -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column place place -- where
// @column unit unit -- the unit
// @column function function -- what it does
// @column roles set<string> -- what it does about it
// @column bureau unit -- its bureau
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(bureau:Bureau)<-[:PART_OF*1..4]-(unit:Organization)-[says:RESPONSIBLE_FOR]->(function:Function)
WHERE ($general OR function.general IS NULL) AND EXISTS { (bureau)-[:RESPONSIBLE_FOR]->(:Function) }
  AND NOT EXISTS { (bureau)-[:RESPONSIBLE_FOR]->(:Function)-[:WITHIN*0..3]->(function) }
  AND NOT EXISTS { (function)-[:WITHIN*1..3]->(:Function)<-[:RESPONSIBLE_FOR]-(bureau) }
RETURN DISTINCT place, unit, function, says.roles AS roles, bureau, says
ORDER BY place.id, unit.id, function.id
