// Who answers for this name? 谁对这个名称负责？
//
// From a sign, a second name, an office or a leading group to the unit that has the staff; a unit answers for its own name.
// One row per unit, by the shortest way.
//
// @param name name -- a name that somebody met
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit that answers
// @column steps path -- names and relationship types, from the name to the unit
// @column says proof -- where the document says it
UNWIND $name AS id
OPTIONAL MATCH (body:Organization {id: id})
OPTIONAL MATCH (sign:Alias {id: id})
WITH coalesce(body, sign) AS met
MATCH steps = (met)-[:DENOTES*0..1]->(:Organization|Alias)<-[:HANGS_SIGN|KNOWN_AS|OFFICE_OF|HOSTS*0..3]-(unit:Bureau|Division|Institution|Branch|PartyUnit)
MATCH (unit)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
WITH place, unit, steps ORDER BY length(steps), nodes(steps)[0].id, nodes(steps)[1].id, nodes(steps)[2].id
WITH place, unit, collect(steps)[0] AS steps
RETURN place, unit, steps,
       CASE WHEN length(steps) = 0 THEN [{document: unit.document, lines: unit.lines[0..1]}] ELSE relationships(steps) END AS says
ORDER BY place.id, unit.name, unit.id
