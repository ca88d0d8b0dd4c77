// Which units host the offices of which leading groups? 哪些机构承担哪些议事协调机构办公室的工作？
//
// Host, office and leading group are three things: one row per office.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the host, who has the staff
// @column office committee -- the office
// @column group committee -- the coordinating body
// @column form string -- its form
// @column wordings set<string> -- how the document says it: sign, bracket, daily_work …
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HOSTS]->(office:LeadingGroupOffice)-[:OFFICE_OF]->(group:LeadingGroup)
RETURN DISTINCT place, unit, office, group, group.form AS form, says.wordings AS wordings, says
ORDER BY place.id, unit.name, office.name, office.id
