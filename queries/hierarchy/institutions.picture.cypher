// Which institutions stand under which bureau? 哪些事业单位隶属于哪个部门？
//
// The institution or managed body, and its superior.
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(institution:Institution|Bureau)
MATCH path = (institution)-[says:AFFILIATED_WITH|MANAGED_BY]->(bureau:Organization)
RETURN path
ORDER BY nodes(path)[0].id, type(relationships(path)[0]), nodes(path)[1].id
