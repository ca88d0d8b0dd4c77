// Which offices and coordinating bodies lack the other half? 哪些议事协调机构或其办公室缺少另一半？
//
// An office without its body, an office that nobody hosts, a body that has neither an office nor a host, a member or anybody
// that acts with its consent.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit committee -- the office or body
// @column lacks string -- body, host or anything
// @column says proof -- where the document names it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:LeadingGroup|LeadingGroupOffice)
WITH DISTINCT place, unit, CASE
  WHEN unit:LeadingGroupOffice AND NOT EXISTS { (unit)-[:OFFICE_OF]->(:LeadingGroup) } THEN 'body'
  WHEN unit:LeadingGroupOffice AND NOT EXISTS { (unit)<-[:HOSTS]-(:Organization) } THEN 'host'
  WHEN unit:LeadingGroup AND NOT EXISTS { (unit)<-[:OFFICE_OF|HOSTS|MEMBER_OF|ANSWERS_TO]-(:Organization) } THEN 'anything' END AS lacks
WHERE lacks IS NOT NULL
RETURN place, unit, lacks, [(unit)-[fact]-(:Organization) WHERE fact.spans IS NOT NULL | fact] AS says
ORDER BY place.id, unit.id
