// Which units have a second name? 哪些机构有第二名称？
//
// The unit, its other name, and the body that the name is, where that is in the graph too.
MATCH path = (actor:Organization)-[:HANGS_SIGN|KNOWN_AS]->(other:Alias)-[:DENOTES*0..1]->(body)
WHERE NOT other.kind IN ['variant', 'translation'] AND ($place IS NULL OR actor.place = $place)
RETURN path
ORDER BY actor.id, other.id, length(path), body.id
