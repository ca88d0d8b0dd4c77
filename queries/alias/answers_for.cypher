// Who answers for this name? 谁对这个名称负责？
//
// From a sign, a second name, an office or a leading group to the unit that has the staff; a unit answers for its own name.
// One row per unit and document, by the shortest way. The name matches whole names first, then parts.
//
// @param name string -- a name that somebody met
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the unit that answers
// @column steps list<string> -- names and relationship types, from the name to the unit
// @column document string -- the document that says so
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (met:Organization|Alias)
WITH met, [text IN [met.id, met.name, met.name_zh, met.name_en] WHERE text IS NOT NULL | toLower(text)] AS texts
WITH met, CASE WHEN toLower($name) IN texts THEN 1
               WHEN any(text IN texts WHERE text CONTAINS toLower($name)) THEN 2 END AS grade
WHERE grade IS NOT NULL
WITH min(grade) AS best, collect({met: met, grade: grade}) AS candidates
UNWIND [one IN candidates WHERE one.grade = best | one.met] AS first
MATCH path = (first)-[:DENOTES*0..1]->(:Organization|Alias)<-[:HANGS_SIGN|KNOWN_AS|OFFICE_OF|HOSTS*0..3]-(actor:Organization)
WHERE (actor:Bureau OR actor:Division OR actor:Institution OR actor:Branch OR actor:PartyUnit)
  AND ($place IS NULL OR actor.place = $place)
WITH actor, nodes(path) AS stations, relationships(path) AS links, length(path) AS distance
WITH actor, distance, [station IN stations | station.name] AS names, [link IN links | type(link)] AS types,
     CASE WHEN distance = 0 THEN actor.document ELSE links[0].document END AS document,
     CASE WHEN distance = 0 THEN [actor.lines[0]] ELSE reduce(joined = [], link IN links | joined + link.lines) END AS said
WITH actor, document, distance, said,
     [names[0]] + reduce(joined = [], index IN range(1, distance) | joined + [types[index - 1], names[index]]) AS steps
ORDER BY distance, steps[0], steps[1], steps[2]
WITH actor, document, collect({steps: steps, said: said}) AS ways
WITH actor, document, ways[0].steps AS steps, ways[0].said AS said
UNWIND said AS line
WITH actor, document, steps, line ORDER BY line
WITH actor, document, steps, collect(DISTINCT line) AS lines
RETURN actor.place AS place, actor.name AS unit, steps, document, lines
ORDER BY place, unit, actor.id, document
