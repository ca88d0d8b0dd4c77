// Which documents are loaded, and what do they describe? 装入了哪些文件，各描述哪些单位？
//
// One row per document. A record without an extraction key was made by reading.
//
// @param place place = null -- only this place and all that lies in it
// @column document document -- the document
// @column language string -- zh or en
// @column machine_translated boolean -- true where the text is a machine translation
// @column line_count integer -- how many lines it has
// @column as_of date -- the date printed, if any
// @column reviewed boolean -- true where the record was made by reading
// @column bodies list<unit> -- the bodies that it describes
MATCH (document:Document) WHERE document.external IS NULL
OPTIONAL MATCH (document)<-[:DESCRIBED_IN]-(body:Government|Bureau|Institution)-[:IN_PLACE]->(place:Place)
WHERE $place IS NULL OR place.id IN $place
WITH DISTINCT document, body ORDER BY body.id
WITH document, collect(body) AS bodies
WHERE $place IS NULL OR size(bodies) > 0
RETURN document, document.language AS language, coalesce(document.machine_translated, false) AS machine_translated,
       document.line_count AS line_count, document.as_of AS as_of, document.extraction_key IS NULL AS reviewed, bodies
ORDER BY document.id
