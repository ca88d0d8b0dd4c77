// What stands under this body, level by level? 这个单位下面有哪些机构？
//
// Every unit below the body, on its way up to it.
UNWIND $body AS id
MATCH (body:Organization {id: id})
MATCH path = (unit:Organization)-[:ORGAN_OF|PART_OF|AFFILIATED_WITH|BRANCH_OF|MANAGED_BY*1..6]->(body)
WHERE $place IS NULL OR EXISTS { (unit)-[:IN_PLACE]->(place:Place) WHERE place.id IN $place }
RETURN path
ORDER BY body.id, length(path), unit.id, nodes(path)[1].id, type(relationships(path)[0])
