// Which responsibilities and bodies changed, and from whom to whom? 哪些职责和机构发生了变动？
//
// One row per change. A transfer names who gave and who received; what was dropped has no after. date_relation says whether
// it happened at, after or before the date.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column kind string -- found, merge, rename, transfer, drop or strengthen
// @column functions list<function> -- the matters
// @column before list<unit> -- what was, or who gave
// @column after list<unit> -- what came of it, or who received
// @column date date -- partial date, null when not said
// @column date_relation string -- at, after or before
// @column event event -- the change
// @column says proof -- where the document says it
MATCH (event:ChangeEvent)
MATCH (place:Place) WHERE place.id = split(event.id, '/')[0] AND ($place IS NULL OR place.id IN $place)
OPTIONAL MATCH (event)-[:CONCERNS]->(matter:Function)
WITH place, event, matter ORDER BY matter.id
WITH place, event, collect(DISTINCT matter) AS functions
OPTIONAL MATCH (event)-[:BEFORE]->(old:Organization)
WITH place, event, functions, old ORDER BY old.name, old.id
WITH place, event, functions, collect(DISTINCT old) AS before
OPTIONAL MATCH (event)-[:AFTER]->(new:Organization)
WITH place, event, functions, before, new ORDER BY new.name, new.id
WITH place, event, functions, before, collect(DISTINCT new) AS after
RETURN place, event.kind AS kind, functions, before, after, event.date AS date, event.date_relation AS date_relation, event, event AS says
ORDER BY place.id, event.lines[0], kind, event.id
