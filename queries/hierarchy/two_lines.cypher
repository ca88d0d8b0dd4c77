// Which bodies does one lead and another guide or manage? 哪些机构由一方领导、另一方指导或管理？
//
// Guidance is not command: the first is what the body stands under, the second guides or manages it.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the body with two lines above it
// @column leader unit -- whom it stands under
// @column relationship string -- how it stands under the leader
// @column other unit -- who guides or manages it besides
// @column roles set<string> -- what the other does; null where it manages the body
// @column says proof -- where the document says the first
// @column other_says proof -- where it says the second
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:ORGAN_OF|PART_OF|AFFILIATED_WITH|BRANCH_OF]->(leader:Organization)
MATCH (unit)-[other_says:MANAGED_BY|OVERSEES]-(other:Organization)
WHERE other.id <> leader.id
  AND (type(other_says) = 'MANAGED_BY' AND startNode(other_says).id = unit.id
    OR type(other_says) = 'OVERSEES' AND endNode(other_says).id = unit.id
       AND any(role IN other_says.roles WHERE role IN ['guides', 'manages']))
RETURN DISTINCT place, unit, leader, type(says) AS relationship, other, other_says.roles AS roles, says, other_says
ORDER BY place.id, unit.id, leader.id, other.id
