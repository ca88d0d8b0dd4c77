// Which units had another name before? 哪些机构有曾用名？
//
// Former names that a document prints. Mergers are in change.merged_from.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit by its present name
// @column name alias -- its former name
// @column since date -- since when it has the present name, null when not said
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:KNOWN_AS]->(name:Alias {kind: 'former_name'})
RETURN DISTINCT place, unit, name, says.valid_to AS since, says
ORDER BY place.id, unit.id, name.id
