// Which units hang another body's sign? 哪些机构加挂牌子？
//
// The unit, its sign, and the body that the sign is, where that is in the graph too.
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)
MATCH path = (unit)-[:HANGS_SIGN]->(:Alias)-[:DENOTES*0..1]->()
RETURN path
ORDER BY nodes(path)[0].id, nodes(path)[1].id, length(path), nodes(path)[length(path)].id
