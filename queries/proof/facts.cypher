// Which facts about this unit are in the graph, and where does a document say each? 关于这个机构的每一条事实出自哪里？
//
// One row per relationship of the unit that carries a proof.
//
// @param name unit -- any name of the unit, or its id
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column relationship string -- the type, with an arrow: -> from the unit, <- to it
// @column other name -- the other end
// @column says proof -- where the document says it
// @column spans list<string> -- "line:start-end", characters from 0
// @column quotes list<string> -- hash of each quoted piece
UNWIND $name AS id
MATCH (unit:Organization {id: id})
MATCH (unit)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (unit)-[says]-(other) WHERE says.spans IS NOT NULL
RETURN DISTINCT place, unit, CASE WHEN startNode(says).id = unit.id THEN '-> ' ELSE '<- ' END + type(says) AS relationship,
       other, says, says.spans AS spans, says.quotes AS quotes
ORDER BY place.id, unit.name, unit.id, says.document, says.lines[0], relationship, other.id
