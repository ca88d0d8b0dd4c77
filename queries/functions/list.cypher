// Which functions are there, and how many units have each? 有哪些职能，各有多少机构承担？
//
// The functions of the loaded documents: what -P function=… takes. Parts are counted, not their owners. With a place, the
// functions of its units; without one a survey of all places, also of wider functions that no unit has by itself.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = null -- only this place and all that lies in it
// @column function function -- the function
// @column within function -- the wider one
// @column general boolean -- true for a chore of every office, which overlap leaves out
// @column units integer -- how many units have it
// @column places integer -- in how many places
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[:RESPONSIBLE_FOR]->(function:Function)
WHERE $function IS NULL OR function.id IN $function
WITH function, count(DISTINCT unit) AS units, count(DISTINCT place) AS places
WITH collect({function: function, units: units, places: places}) AS had
// Without a place also those that no unit has by itself.
OPTIONAL MATCH (function:Function)
WHERE $place IS NULL AND ($function IS NULL OR function.id IN $function) AND NOT EXISTS { (function)<-[:RESPONSIBLE_FOR]-(:Organization) }
WITH had, collect(CASE WHEN function IS NOT NULL THEN {function: function, units: 0, places: 0} END) AS wider
UNWIND had + wider AS one
WITH one.function AS function, one.units AS units, one.places AS places
OPTIONAL MATCH (function)-[:WITHIN]->(within:Function)
RETURN function, within, coalesce(function.general, false) AS general, units, places
ORDER BY coalesce(within.id, function.id), function.id
