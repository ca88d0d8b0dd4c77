// Which coordinating bodies are there, with their office and host? 有哪些议事协调机构，办公室和承办机构是谁？
//
// One row per body and host; office and host are empty where no document names one.
//
// @param committee committee = null -- only this one, by a name or words of it
// @param place place = near committee -- only this place and all that lies in it
// @column place place -- where
// @column group committee -- the coordinating body
// @column form string -- its form
// @column office committee -- its office
// @column unit unit -- the host of the office, or of the body where no office is named
// @column functions set<function> -- what it is about
// @column says proof -- where the document says who hosts it, else where it names the body
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(group:LeadingGroup)
OPTIONAL MATCH (group)<-[:OFFICE_OF]-(office:LeadingGroupOffice)
WITH DISTINCT place, group, office WHERE $committee IS NULL OR group.id IN $committee OR office.id IN $committee
OPTIONAL MATCH (group)<-[:OFFICE_OF*0..1]-(hosted:LeadingGroup|LeadingGroupOffice)<-[says:HOSTS]-(unit:Organization)
WHERE hosted.id = coalesce(office.id, group.id)
RETURN place, group, group.form AS form, office, unit, [(group)-[:CONCERNS]->(matter:Function) | matter] AS functions,
       CASE WHEN says IS NULL THEN [(group)-[fact]-(:Organization) WHERE fact.spans IS NOT NULL | fact] ELSE [says] END AS says
ORDER BY place.id, group.id, office.id, unit.id
