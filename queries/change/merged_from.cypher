// What was merged or renamed into which body? 哪些机构由哪些机构合并或更名而来？
//
// One row per event and body that came of it.
//
// @param body name = null -- only this body, before or after
// @param place place = near body -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- what came of it
// @column kind string -- merge or rename
// @column before set<unit> -- what was
// @column date date -- partial date, null when not said
// @column date_relation string -- at, after or before
// @column says proof -- where the document says it
MATCH (asked:Place) WHERE $place IS NULL OR asked.id IN $place
MATCH (asked)<-[:IN_PLACE]-(:Organization)<-[:BEFORE|AFTER]-(event:ChangeEvent) WHERE event.kind IN ['merge', 'rename']
MATCH (place:Place {id: split(event.id, '/')[0]})
MATCH (event)-[:AFTER]->(unit:Organization)
WITH DISTINCT place, unit, event, [(event)-[:BEFORE]->(old:Organization) | old] AS before
WHERE $body IS NULL OR unit.id IN $body OR any(one IN before WHERE one.id IN $body)
RETURN place, unit, event.kind AS kind, before, event.date AS date, event.date_relation AS date_relation, event AS says
ORDER BY place.id, event.id, unit.id
