// Which facts about this unit are in the graph, and where does a document say each? 关于这个机构的每一条事实出自哪里？
//
// One row per relationship of the unit that carries a proof. The name matches whole names first, then parts.
//
// @param name string -- any name of the unit, or its id
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the unit
// @column relationship string -- the type, with an arrow: -> from the unit, <- to it
// @column other string -- the other end
// @column status string -- stated, inferred or proposed
// @column document string -- the document that says it
// @column spans list<string> -- "line:start-end", characters from 0
// @column quotes list<string> -- hash of each quoted piece
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)
OPTIONAL MATCH (actor)-[:HANGS_SIGN|KNOWN_AS]->(other_node:Alias)
WITH actor, [actor.id, actor.name, actor.name_zh, actor.name_en] AS own, collect(other_node) AS others
WITH actor, [text IN own + [other_node IN others | other_node.name] + [other_node IN others | other_node.name_zh] WHERE text IS NOT NULL | toLower(text)] AS texts
WITH actor, CASE WHEN toLower($name) IN texts THEN 1
                WHEN any(text IN texts WHERE text CONTAINS toLower($name)) THEN 2 END AS grade
WHERE grade IS NOT NULL AND ($place IS NULL OR actor.place = $place)
WITH min(grade) AS best, collect({actor: actor, grade: grade}) AS candidates
UNWIND [one IN candidates WHERE one.grade = best | one.actor] AS found
MATCH (found)-[link]-(other_node)
WHERE link.spans IS NOT NULL
UNWIND link.lines AS line
WITH found, link, other_node, line ORDER BY line
WITH found, link, other_node, collect(DISTINCT line) AS lines
RETURN found.place AS place, found.name AS unit,
       CASE WHEN startNode(link).id = found.id THEN '-> ' ELSE '<- ' END + type(link) AS relationship,
       other_node.name AS other, link.status AS status, link.document AS document, link.spans AS spans, link.quotes AS quotes,
       lines
ORDER BY place, unit, found.id, document, lines[0], relationship, other_node.id
