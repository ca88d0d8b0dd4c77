// Which posts does each body have? 各单位有多少编制和领导职数？
//
// One row per number in the order of the document, with what it includes. A number that another one
// includes is counted elsewhere: do not add it up.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the body
// @column kind string -- which posts
// @column number integer -- how many; empty where the document gives none
// @column of_which list<string> -- what the number includes
// @column counted_elsewhere boolean -- true where another number includes it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HAS_QUOTA]->(quota:Quota)
RETURN DISTINCT place, unit, quota.kind AS kind, quota.number AS number, quota.of_which AS of_which,
       coalesce(quota.counted_elsewhere, false) AS counted_elsewhere, says
ORDER BY place.id, unit.id, says.lines[0], toInteger(split(split(says.spans[0], ':')[1], '-')[0]), kind, number
