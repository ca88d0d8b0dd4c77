// Which functions are there, and how many units have each? 有哪些职能，各有多少机构承担？
//
// The functions of the loaded documents: what -P function=… takes. Parts are counted, not their owners.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @column function function -- the function
// @column within function -- the wider one
// @column general boolean -- true for a chore of every office, which overlap leaves out
// @column units integer -- how many units have it
// @column places integer -- in how many places
MATCH (function:Function) WHERE $function IS NULL OR function.id IN $function
OPTIONAL MATCH (function)-[:WITHIN]->(within:Function)
OPTIONAL MATCH (function)<-[:RESPONSIBLE_FOR]-(unit:Organization)-[:IN_PLACE]->(place:Place)
WITH function, within, count(DISTINCT unit) AS units, count(DISTINCT place) AS places
RETURN function, within, coalesce(function.general, false) AS general, units, places
ORDER BY coalesce(within.id, function.id), function.id
