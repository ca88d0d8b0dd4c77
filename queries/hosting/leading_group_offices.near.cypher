// Which units act for a coordinating body without being its office? 哪些机构与议事协调机构有关但不是其办公室？
//
// Members, and units that act with its consent.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column relationship string -- MEMBER_OF or ANSWERS_TO
// @column group committee -- the coordinating body
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:MEMBER_OF|ANSWERS_TO]->(group:LeadingGroup)
RETURN DISTINCT place, unit, type(says) AS relationship, group, says
ORDER BY place.id, unit.id, relationship, group.id
