// Which functions has one unit here and several units there? 哪些职能在一地由一个机构承担、在另一地由多个机构分担？
//
// One row per function and place; only functions that differ so between places. Parts are counted, not their owners.
// Every place is compared, also where only one is shown: a survey, which takes longer the more places there are.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = null -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column function function -- the function
// @column place place -- where
// @column count integer -- how many units have it there
// @column units set<unit> -- which
// @column says proof -- where the document says it
MATCH (function:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR function.general IS NULL ELSE function.id IN $function END
MATCH (function)<-[:RESPONSIBLE_FOR]-(unit:Division|Institution|Branch|PartyUnit)
WHERE NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH function, unit.place AS anywhere, count(DISTINCT unit) AS units
WITH function, min(units) AS fewest, max(units) AS most WHERE fewest = 1 AND most > 1
MATCH (function)<-[says:RESPONSIBLE_FOR]-(unit:Division|Institution|Branch|PartyUnit)-[:IN_PLACE]->(place:Place)
WHERE ($place IS NULL OR place.id IN $place) AND NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH function, place, collect(DISTINCT unit) AS units, collect(says) AS says
RETURN function, place, size(units) AS count, units, says
ORDER BY function.id, place.id
