// Which units host the offices of which leading groups? 哪些机构承担哪些议事协调机构办公室的工作？
//
// Host, office and leading group.
MATCH path = (actor:Organization)-[:HOSTS]->(hosted:LeadingGroupOffice)-[:OFFICE_OF]->(body:LeadingGroup)
WHERE $place IS NULL OR actor.place = $place
RETURN path
ORDER BY actor.id, hosted.id, body.id
