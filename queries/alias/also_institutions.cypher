// Which second names are also institutions of their own? 哪些第二名称同时又是独立的机构？
//
// The name of a unit that is also a body in the graph: two things, never merged.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the unit that has the second name
// @column name string -- the second name
// @column institution string -- the body that bears the name
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)-[:HANGS_SIGN|KNOWN_AS]->(alias:Alias)-[:DENOTES]->(body:Institution)
WHERE actor.id <> body.id AND ($place IS NULL OR actor.place = $place)
UNWIND alias.lines + body.lines[0..1] AS line
WITH actor, alias, body, line ORDER BY line
WITH actor, alias, body, collect(DISTINCT line) AS lines
RETURN actor.place AS place, actor.name AS unit, alias.name AS name, body.name AS institution, lines
ORDER BY place, unit, name, alias.id, body.id
