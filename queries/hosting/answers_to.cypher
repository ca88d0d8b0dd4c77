// Which units act with the consent of a coordinating body? 哪些机构经议事协调机构同意后办事？
//
// The unit is not the body's office: it asks for consent and then carries out.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column group committee -- the coordinating body
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:ANSWERS_TO]->(group:LeadingGroup)
RETURN DISTINCT place, unit, group, says
ORDER BY place.id, unit.id, group.id
