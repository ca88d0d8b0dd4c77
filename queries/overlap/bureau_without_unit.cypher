// Which duties of a bureau does none of its units take up? 部门的哪些职责没有内设机构承接？
//
// A narrower function of a unit takes up a wider duty. Institutions of the bureau that have the function are shown: it may
// have gone to them.
//
// @param place place = null -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column place place -- where
// @column unit unit -- the bureau
// @column function function -- its duty
// @column roles set<string> -- what it does about it
// @column institutions set<unit> -- institutions of the bureau that have it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Bureau)-[says:RESPONSIBLE_FOR]->(function:Function)
WHERE ($general OR function.general IS NULL) AND EXISTS { (unit)<-[:PART_OF]-(:Organization)-[:RESPONSIBLE_FOR]->(:Function) }
  AND NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(:Function)-[:WITHIN*0..3]->(function) }
RETURN DISTINCT place, unit, function, says.roles AS roles,
       [(unit)<-[:AFFILIATED_WITH]-(one:Institution)-[:RESPONSIBLE_FOR]->(:Function)-[:WITHIN*0..3]->(function) | one] AS institutions, says
ORDER BY place.id, unit.id, function.id
