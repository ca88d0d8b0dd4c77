// What does the document say of this unit, line by line? 文件逐行写了这个机构的什么？
//
// One row per line and fact, in the order of the document.
//
// @param unit unit -- any name of the unit, or its id
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column line integer -- the line, from 1
// @column relationship string -- the type, with an arrow: -> from the unit, <- to it
// @column other name -- the other end
// @column says proof -- all lines of the fact
UNWIND $unit AS id
MATCH (unit:Organization {id: id})
MATCH (unit)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (unit)-[says]-(other) WHERE says.spans IS NOT NULL
UNWIND says.lines AS line
RETURN DISTINCT place, unit, line, CASE WHEN startNode(says).id = unit.id THEN '-> ' ELSE '<- ' END + type(says) AS relationship, other, says
ORDER BY place.id, unit.id, says.document, line, relationship, other.id
