// What does this unit do? 这个机构负责什么？
//
// One row per function, with the roles; duties of a body's parts are theirs.
//
// @param unit unit -- any name of the unit, or its id
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column function function -- what it does
// @column within function -- the wider function
// @column roles set<string> -- what it does about it
// @column level string -- bureau for the duties of a body, unit for those of a part of one
// @column says proof -- where the document says it
UNWIND $unit AS id
MATCH (unit:Organization {id: id})
MATCH (unit)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (unit)-[says:RESPONSIBLE_FOR]->(function:Function)
OPTIONAL MATCH (function)-[:WITHIN]->(within:Function)
RETURN DISTINCT place, unit, function, within, says.roles AS roles, says.level AS level, says
ORDER BY place.id, unit.id, says.lines[0], function.id
