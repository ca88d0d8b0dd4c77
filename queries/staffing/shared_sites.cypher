// Which units are found at one address? 哪些机构在同一地址办公？
//
// Equal as printed.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column address string -- the address
// @column units set<unit> -- the units there
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:LOCATED_AT]->(site:Site) WHERE site.address IS NOT NULL
WITH place, site.address AS address, collect(DISTINCT unit) AS units, collect(says) AS says
WHERE size(units) > 1
RETURN place, address, units, says
ORDER BY place.id, address
