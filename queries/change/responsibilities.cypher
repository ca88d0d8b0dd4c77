// Which responsibilities and bodies changed, and from whom to whom? 哪些职责和机构发生了变动？
//
// One row per change. A transfer names who gave and who received; what was dropped has no after.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column kind string -- found, merge, rename, transfer, drop or strengthen
// @column functions list<string> -- codes of the matters, sorted
// @column before list<string> -- what was, or who gave
// @column after list<string> -- what came of it, or who received
// @column date string -- partial date, null when not said
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (event:ChangeEvent)
WITH event, split(event.id, '/')[0] AS place
WHERE $place IS NULL OR place = $place
OPTIONAL MATCH (event)-[:CONCERNS]->(function:Function)
WITH event, place, function.id AS code ORDER BY code
WITH event, place, collect(DISTINCT code) AS functions
OPTIONAL MATCH (event)-[:BEFORE]->(old:Organization)
WITH event, place, functions, old.name AS name ORDER BY name
WITH event, place, functions, collect(DISTINCT name) AS before
OPTIONAL MATCH (event)-[:AFTER]->(new:Organization)
WITH event, place, functions, before, new.name AS name ORDER BY name
WITH event, place, functions, before, collect(DISTINCT name) AS after
RETURN place, event.kind AS kind, functions, before, after, event.date AS date, event.lines AS lines
ORDER BY place, lines[0], kind, event.id
