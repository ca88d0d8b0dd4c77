// Under whom does this unit stand, step by step? 这个单位隶属于谁？
//
// One row per step from the unit upwards; a name that several units have gives the steps of each.
//
// @param name unit -- a name of the unit, or its id
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column start unit -- the unit that the steps start from
// @column step integer -- 1 for the superior of the unit itself
// @column relationship string -- how the lower one stands to this one
// @column unit unit -- the superior
// @column kind kind -- its label in lower case
// @column says proof -- where the document says it
UNWIND $name AS id
MATCH (start:Organization {id: id})
MATCH (start)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH way = (start)-[:PART_OF|BRANCH_OF|AFFILIATED_WITH|MANAGED_BY|ORGAN_OF*1..8]->(unit:Organization)
WITH DISTINCT place, start, unit, length(way) AS step, relationships(way)[length(way) - 1] AS says
RETURN place, start, step, type(says) AS relationship, unit, labels(unit) AS kind, says
ORDER BY place.id, start.id, step, relationship, unit.id
