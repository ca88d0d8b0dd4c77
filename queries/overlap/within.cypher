// Which units of one body do the same? 同一单位内哪些机构职能重叠？
//
// One row per body and function that two or more of its internal units have. An owner and its own part never overlap.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = near function -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column place place -- where
// @column body unit -- the body
// @column function function -- the function
// @column units set<unit> -- the units that have it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(body:Bureau|Institution|Branch)<-[:PART_OF*1..4]-(unit:Organization)-[says:RESPONSIBLE_FOR]->(function:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR function.general IS NULL ELSE function.id IN $function END
  AND NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH place, body, function, collect(DISTINCT unit) AS units, collect(says) AS says
WHERE size(units) > 1
RETURN place, body, function, units, says
ORDER BY place.id, body.name, function.id, body.id
