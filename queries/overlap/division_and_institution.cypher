// What do an internal unit of a bureau and its institution both do? 哪些职能内设机构和下属事业单位都承担？
//
// Often policy and execution: the unit sets the policy, the institution carries it out. Both roles are shown.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = near function -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column place place -- where
// @column function function -- what both have
// @column unit unit -- the internal unit
// @column roles set<string> -- what it does about it
// @column institution unit -- the institution of the same bureau
// @column institution_roles set<string> -- what that does
// @column says proof -- where the document says the first
// @column institution_says proof -- where it says the second
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(institution:Institution)-[:AFFILIATED_WITH]->(bureau:Bureau)<-[:PART_OF*1..4]-(unit:Division)
MATCH (institution)-[institution_says:RESPONSIBLE_FOR]->(function:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR function.general IS NULL ELSE function.id IN $function END
MATCH (unit)-[says:RESPONSIBLE_FOR]->(same:Function) WHERE same.id = function.id
RETURN DISTINCT place, function, unit, says.roles AS roles, institution, institution_says.roles AS institution_roles,
       says, institution_says
ORDER BY place.id, function.id, unit.id, institution.id
