// Under whom does this unit stand, step by step? 这个单位隶属于谁？
//
// One row per step from the unit upwards. The name matches whole names first, then parts.
//
// @param name string -- a name of the unit, or its id
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column step integer -- 1 for the superior of the unit itself
// @column relationship string -- how the lower one stands to this one
// @column unit string -- the superior
// @column kind string -- its label in lower case
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)
OPTIONAL MATCH (actor)-[:HANGS_SIGN|KNOWN_AS]->(other:Alias)
WITH actor, [actor.id, actor.name, actor.name_zh, actor.name_en] AS own, collect(other) AS others
WITH actor, [text IN own + [other IN others | other.name] + [other IN others | other.name_zh] WHERE text IS NOT NULL | toLower(text)] AS texts
WITH actor, CASE WHEN toLower($name) IN texts THEN 1
                WHEN any(text IN texts WHERE text CONTAINS toLower($name)) THEN 2 END AS grade
WHERE grade IS NOT NULL AND ($place IS NULL OR actor.place = $place)
WITH min(grade) AS best, collect({actor: actor, grade: grade}) AS candidates
UNWIND [one IN candidates WHERE one.grade = best | one.actor] AS first
MATCH path = (first)-[:PART_OF|BRANCH_OF|AFFILIATED_WITH|MANAGED_BY|ORGAN_OF*1..8]->(upper:Organization)
WITH first, upper, length(path) AS step, relationships(path)[length(path) - 1] AS link
UNWIND link.lines AS line
WITH first, upper, step, link, line ORDER BY line
WITH first, upper, step, link, collect(DISTINCT line) AS lines
RETURN first.place AS place, step, type(link) AS relationship, upper.name AS unit, toLower(head([label IN labels(upper) WHERE label <> 'Organization'])) AS kind, lines
ORDER BY place, first.id, step, relationship, upper.id
