// Who does the same in other places? 不同城市的哪些机构承担同一职能？
//
// One row per function and place, for functions that two or more places have. Where a body and a part of it both have a
// function, the part is shown: an owner and its own part never overlap.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = near function -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column function function -- the function
// @column place place -- where
// @column units set<unit> -- the units that have it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:RESPONSIBLE_FOR]->(function:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR function.general IS NULL ELSE function.id IN $function END
  AND NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH function, place, unit, says ORDER BY unit.id, says.role
WITH function, place, collect(unit) AS units, collect(says) AS says
WHERE EXISTS { (function)<-[:RESPONSIBLE_FOR]-(other:Organization) WHERE other.place <> place.id }
RETURN function, place, units, says
ORDER BY function.id, place.id
