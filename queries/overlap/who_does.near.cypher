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
WITH collect(DISTINCT function.id) AS beside
UNWIND coalesce($place, beside) AS id
MATCH (start:Place|Function {id: id})
MATCH (start)<-[:IN_PLACE|RESPONSIBLE_FOR]-(unit:Division|Institution|Branch|PartyUnit)
WITH DISTINCT beside, unit
MATCH (unit)-[says:RESPONSIBLE_FOR]->(function:Function) WHERE function.id IN beside
MATCH (unit)-[:IN_PLACE]->(place:Place)
RETURN DISTINCT function, place, unit, says.roles AS roles, says
ORDER BY function.id, place.id, unit.id
