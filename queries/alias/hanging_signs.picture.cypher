// Which units hang another body's sign? 哪些机构加挂牌子？
//
// The unit, its sign, and the body that the sign is, where that is in the graph too.
MATCH path = (actor:Organization)-[:HANGS_SIGN]->(alias:Alias)-[:DENOTES*0..1]->(body)
WHERE $place IS NULL OR actor.place = $place
RETURN path
ORDER BY actor.id, alias.id, length(path), body.id
