// Which functions has one unit here and several units there? 哪些职能在一地由一个机构承担、在另一地由多个机构分担？
//
// One row per function and place; only functions that differ so between places. Parts are counted, not their owners.
// Asked of a place, its own row comes first, then the places where it is otherwise: several units for one, one for several.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = null -- what is otherwise than in this place and all within it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column function function -- the function
// @column place place -- where
// @column count integer -- how many units have it there
// @column units set<unit> -- which
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(:Division|Institution|Branch|PartyUnit)-[:RESPONSIBLE_FOR]->(function:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR function.general IS NULL ELSE function.id IN $function END
WITH DISTINCT function
// How many units have each of these functions, in any place and in those that are asked about.
MATCH (function)<-[:RESPONSIBLE_FOR]-(unit:Division|Institution|Branch|PartyUnit)
WHERE NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH function.id AS key, unit.place AS anywhere, count(DISTINCT unit) AS units
WITH key, min(units) AS fewest, max(units) AS most, collect(DISTINCT CASE WHEN $place IS NULL OR anywhere IN $place THEN units = 1 END) AS alone
WHERE fewest = 1 AND most > 1
MATCH (function:Function {id: key})<-[says:RESPONSIBLE_FOR]-(unit:Division|Institution|Branch|PartyUnit)-[:IN_PLACE]->(place:Place)
WHERE NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH function, alone, place, place.id IN coalesce($place, []) AS asked, collect(DISTINCT unit) AS units, collect(says) AS says
WHERE $place IS NULL OR asked OR (size(units) > 1) IN alone
RETURN function, place, size(units) AS count, units, says
ORDER BY function.id, NOT asked, place.id
