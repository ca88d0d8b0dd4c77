// Which names stand in brackets and may be signs? 哪些括注的名称可能是牌子？
//
// The document prints a second name in brackets and says nothing of a sign: it may be one, an abbreviation or a gloss.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column name alias -- the name in brackets
// @column says proof -- where the document prints it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:KNOWN_AS]->(name:Alias)
WHERE name.kind = 'bracket'
RETURN DISTINCT place, unit, name, says
ORDER BY place.id, unit.id, name.id
