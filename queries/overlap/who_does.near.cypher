// Who does something else in the same field? 谁负责同一领域的其他职能？
//
// Units with a function beside this one, below the same wider function.
//
// @param function function -- a function, or words of its name
// @param place place = null -- only this place and all that lies in it
// @column function function -- a function of the same field
// @column place place -- where
// @column unit unit -- who does it
// @column roles set<string> -- what it does about it
// @column says proof -- where the document says it
MATCH (asked:Function) WHERE asked.id IN $function
MATCH (asked)-[:WITHIN]->(:Function)<-[:WITHIN]-(function:Function) WHERE NOT function.id IN $function
MATCH (function)<-[says:RESPONSIBLE_FOR]-(unit:Division|Institution|Branch|PartyUnit)-[:IN_PLACE]->(place:Place)
WHERE $place IS NULL OR place.id IN $place
RETURN DISTINCT function, place, unit, says.roles AS roles, says
ORDER BY function.id, place.id, unit.id
