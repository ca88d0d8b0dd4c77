// Who does the same in other places? 不同城市的哪些机构承担同一职能？
//
// One row per function and place, for functions that two or more places have. Where a body and a part of it both have a
// function, the part is shown: an owner and its own part never overlap.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = null -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column function function -- the function
// @column place place -- where
// @column units list<unit> -- the units that have it
// @column says proof -- where the document says it
MATCH (function:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR function.general IS NULL ELSE function.id IN $function END
MATCH (function)<-[says:RESPONSIBLE_FOR]-(unit:Organization)-[:IN_PLACE]->(place:Place)
WHERE NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH DISTINCT function, place, unit, says ORDER BY unit.name, unit.id
WITH function, place, collect(unit) AS units, collect(says) AS says
WITH function, collect({place: place, units: units, says: says}) AS places
WHERE size(places) > 1
UNWIND places AS one
WITH function, one.place AS place, one.units AS units, one.says AS says
WHERE $place IS NULL OR place.id IN $place
RETURN function, place, units, says
ORDER BY function.id, place.id
