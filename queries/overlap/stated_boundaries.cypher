// Where does a document itself divide a matter between bodies? 文件写明了哪些职责分工？
//
// A stated boundary is no overlap. One row per share.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column boundary boundary -- the division of labour
// @column functions list<function> -- what it is about
// @column unit unit -- a body that has a share
// @column share string -- what falls to it, in short
// @column says proof -- where the document says it
MATCH (boundary:Boundary)-[says:BETWEEN]->(unit:Organization)
MATCH (place:Place) WHERE place.id = split(boundary.id, '/')[0] AND ($place IS NULL OR place.id IN $place)
OPTIONAL MATCH (boundary)-[:CONCERNS]->(matter:Function)
WITH place, boundary, unit, says, matter ORDER BY matter.id
WITH place, boundary, unit, says, collect(DISTINCT matter) AS functions
RETURN place, boundary, functions, unit, says.share AS share, says
ORDER BY place.id, boundary.id, unit.id
