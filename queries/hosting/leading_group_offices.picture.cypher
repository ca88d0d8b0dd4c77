// Which units host the offices of which leading groups? 哪些机构承担哪些议事协调机构办公室的工作？
//
// Host, office and leading group.
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)
MATCH path = (unit)-[:HOSTS]->(:LeadingGroupOffice)-[:OFFICE_OF]->(:LeadingGroup)
RETURN path
ORDER BY nodes(path)[0].id, nodes(path)[1].id, nodes(path)[2].id
