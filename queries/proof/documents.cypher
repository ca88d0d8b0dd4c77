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
// @column bodies set<unit> -- the bodies that it describes
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(body:Government|Bureau|Institution|Branch)-[:DESCRIBED_IN]->(document:Document)
WHERE NOT EXISTS { (body)-[:BRANCH_OF]->(:Organization)-[:DESCRIBED_IN]->(document) }
RETURN document, document.language AS language, coalesce(document.machine_translated, false) AS machine_translated,
       document.line_count AS line_count, document.as_of AS as_of, document.extraction_key IS NULL AS reviewed, collect(body) AS bodies
ORDER BY document.id
