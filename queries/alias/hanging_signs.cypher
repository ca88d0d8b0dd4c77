// Which units hang another body's sign? 哪些机构加挂牌子？
//
// One row per sign: the unit that has the staff, then the sign. Names in brackets are in alias.second_names.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit that has the staff
// @column sign alias -- the name on the sign
// @column since date -- partial date, null when not said
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HANGS_SIGN]->(sign:Alias)
RETURN DISTINCT place, unit, sign, says.valid_from AS since, says
ORDER BY place.id, unit.name, sign.name, sign.id
