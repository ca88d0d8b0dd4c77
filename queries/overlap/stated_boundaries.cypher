// Where does a document itself divide a matter between bodies? 文件写明了哪些职责分工？
//
// A stated boundary is no overlap. One row per share.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column boundary boundary -- the division of labour
// @column functions set<function> -- what it is about
// @column unit unit -- a body that has a share
// @column share phrase -- what falls to it, in short
// @column says proof -- where the document says it
MATCH (asked:Place) WHERE $place IS NULL OR asked.id IN $place
MATCH (asked)<-[:IN_PLACE]-(:Organization)<-[:BETWEEN]-(boundary:Boundary)
MATCH (place:Place {id: split(boundary.id, '/')[0]})
MATCH (boundary)-[says:BETWEEN]->(unit:Organization)
RETURN DISTINCT place, boundary, [(boundary)-[:CONCERNS]->(matter:Function) | matter] AS functions, unit,
       {text: says.share, zh: says.share_zh, en: says.share_en} AS share, says
ORDER BY place.id, boundary.id, unit.id
