// Which units stand above themselves? 哪些机构的隶属关系成环？
//
// Any row is an error of a record.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column way path -- the way back to it
// @column says proof -- where the documents say it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit|Institution|Branch|Bureau)
MATCH way = (unit)-[:PART_OF|AFFILIATED_WITH|BRANCH_OF|MANAGED_BY*1..6]->(same:Division|PartyUnit|Institution|Branch|Bureau)
WHERE same.id = unit.id
RETURN place, unit, way, relationships(way) AS says
ORDER BY place.id, unit.id, length(way)
