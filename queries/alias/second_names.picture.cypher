// Which units have a second name? 哪些机构有第二名称？
//
// The unit, its other name, and the body that the name is, where that is in the graph too.
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)
MATCH path = (unit)-[:HANGS_SIGN|KNOWN_AS]->(name:Alias)-[:DENOTES*0..1]->()
WHERE NOT name.kind IN ['variant', 'translation']
RETURN path
ORDER BY nodes(path)[0].id, nodes(path)[1].id, length(path), nodes(path)[length(path)].id
