// How many leaders may each body have, and of which kind? 各单位的领导职数是多少？
//
// Heads and deputies of the body and of its internal units; names of persons are in staffing.heads_and_contacts.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the body
// @column kind string -- which post
// @column number integer -- how many
// @column of_which list<string> -- who is among them
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HAS_QUOTA]->(quota:Quota)
WHERE quota.kind IN ['director', 'deputy_director', 'discipline_secretary', 'chief_accountant', 'division_heads', 'deputy_division_heads']
RETURN DISTINCT place, unit, quota.kind AS kind, quota.number AS number, quota.of_which AS of_which, says
ORDER BY place.id, unit.id, says.lines[0], toInteger(split(split(says.spans[0], ':')[1], '-')[0]), kind, number
