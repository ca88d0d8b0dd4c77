// Which second names are also institutions of their own? 哪些第二名称同时又是独立的机构？
//
// The name of a unit that is also a body in the graph: two things, never merged.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit that has the second name
// @column name alias -- the second name
// @column institution unit -- the body that bears the name
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[:HANGS_SIGN|KNOWN_AS]->(name:Alias)-[:DENOTES]->(institution:Institution)
WHERE unit.id <> institution.id
RETURN DISTINCT place, unit, name, institution,
       [name, {document: institution.document, lines: institution.lines[0..1]}] AS says
ORDER BY place.id, unit.name, name.name, name.id, institution.id
