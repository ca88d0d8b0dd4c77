// Which responsibilities and bodies changed, and from whom to whom? 哪些职责和机构发生了变动？
//
// One row per change. A transfer names who gave and who received; what was dropped has no after. date_relation says whether
// it happened at, after or before the date.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column kind string -- found, merge, rename, transfer, drop or strengthen
// @column functions set<function> -- the matters
// @column before set<unit> -- what was, or who gave
// @column after set<unit> -- what came of it, or who received
// @column date date -- partial date, null when not said
// @column date_relation string -- at, after or before
// @column event event -- the change
// @column says proof -- where the document says it
MATCH (asked:Place) WHERE $place IS NULL OR asked.id IN $place
MATCH (asked)<-[:IN_PLACE]-(:Organization)<-[:BEFORE|AFTER]-(event:ChangeEvent)
MATCH (place:Place {id: split(event.id, '/')[0]})
RETURN DISTINCT place, event.kind AS kind, [(event)-[:CONCERNS]->(matter:Function) | matter] AS functions,
       [(event)-[:BEFORE]->(old:Organization) | old] AS before, [(event)-[:AFTER]->(new:Organization) | new] AS after,
       event.date AS date, event.date_relation AS date_relation, event, event AS says
ORDER BY place.id, event.lines[0], kind, event.id
