// Which units host several offices? 哪些机构承办多个办公室？
//
// One row per unit that hosts at least so many.
//
// @param least integer = 2 -- how many at least
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the host
// @column count integer -- how many it hosts
// @column hosted set<unit> -- what it hosts
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HOSTS]->(one:Organization)
WITH place, unit, collect(DISTINCT one) AS hosted, collect(says) AS says
WHERE size(hosted) >= $least
RETURN place, unit, size(hosted) AS count, hosted, says
ORDER BY count DESC, place.id, unit.id
