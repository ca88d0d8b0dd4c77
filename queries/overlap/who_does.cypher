// Who does this matter, in which role, and where? 谁负责这项职能、以什么方式、在哪里？
//
// Every unit that has the function or a narrower one, also where only one has it; bodies by their own list of duties, too.
//
// @param function function -- a function, or words of its name; wider ones hold narrower ones
// @param place place = null -- only this place and all that lies in it
// @column function function -- the function
// @column place place -- where
// @column unit unit -- who does it
// @column kind kind -- its label in lower case
// @column roles set<string> -- what it does about it
// @column level string -- bureau for the duties of a body, unit for those of a part of one
// @column says proof -- where the document says it
UNWIND coalesce($place, $function) AS id
MATCH (start:Place|Function {id: id})
MATCH (start)<-[:IN_PLACE|RESPONSIBLE_FOR]-(unit:Organization)
WITH DISTINCT unit
MATCH (unit)-[says:RESPONSIBLE_FOR]->(function:Function) WHERE function.id IN $function
MATCH (unit)-[:IN_PLACE]->(place:Place)
RETURN DISTINCT function, place, unit, labels(unit) AS kind, says.roles AS roles, says.level AS level, says
ORDER BY function.id, place.id, unit.id
