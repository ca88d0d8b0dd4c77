// What stands under this body, level by level? 这个单位下面有哪些机构？
//
// One row per unit below the body: departments of a government, internal units, institutions, branches, managed bodies.
//
// @param body body -- a name of the body, or its id
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column depth integer -- 1 directly below the body
// @column owner unit -- what it stands under
// @column unit unit -- the unit
// @column kind kind -- its label in lower case
// @column relationship string -- how it stands under its owner
// @column says proof -- where the document says it
UNWIND $body AS id
MATCH (body:Organization {id: id})
MATCH way = (body)<-[:ORGAN_OF|PART_OF|AFFILIATED_WITH|BRANCH_OF|MANAGED_BY*1..6]-(unit:Organization)
MATCH (unit)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
WITH DISTINCT place, body, unit, length(way) AS depth, relationships(way)[length(way) - 1] AS says, nodes(way)[length(way) - 1] AS owner
RETURN place, depth, owner, unit, labels(unit) AS kind, type(says) AS relationship, says
ORDER BY place.id, body.id, depth, owner.id, unit.lines[0], says.ordinal, unit.id, relationship
