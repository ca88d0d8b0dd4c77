// What stands under this body, level by level? 这个单位下面有哪些机构？
//
// One row per unit below the body: internal units, institutions, branches, managed bodies, as the document goes. The name
// matches whole names first, then parts.
//
// @param body string -- a name of the body, or its id
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column depth integer -- 1 directly below the body
// @column owner string -- what it stands under
// @column unit string -- the unit
// @column kind string -- its label in lower case
// @column relationship string -- how it stands under its owner
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)
OPTIONAL MATCH (actor)-[:HANGS_SIGN|KNOWN_AS]->(other:Alias)
WITH actor, [actor.id, actor.name, actor.name_zh, actor.name_en] AS own, collect(other) AS others
WITH actor, [text IN own + [other IN others | other.name] + [other IN others | other.name_zh] WHERE text IS NOT NULL | toLower(text)] AS texts
WITH actor, CASE WHEN toLower($body) IN texts THEN 1
                WHEN any(text IN texts WHERE text CONTAINS toLower($body)) THEN 2 END AS grade
WHERE grade IS NOT NULL AND ($place IS NULL OR actor.place = $place) AND NOT (actor:Division OR actor:External OR actor:LeadingGroup OR actor:LeadingGroupOffice OR actor:HostedOffice)
WITH min(grade) AS best, collect({actor: actor, grade: grade}) AS candidates
UNWIND [one IN candidates WHERE one.grade = best | one.actor] AS body
MATCH path = (lower:Organization)-[:PART_OF|AFFILIATED_WITH|BRANCH_OF|MANAGED_BY*1..6]->(body)
WITH body, lower, length(path) AS depth, relationships(path)[0] AS link, nodes(path)[1] AS superior
UNWIND link.lines AS line
WITH body, lower, depth, link, superior, line ORDER BY line
WITH body, lower, depth, link, superior, collect(DISTINCT line) AS lines
RETURN lower.place AS place, depth, superior.name AS owner, lower.name AS unit, toLower(head([label IN labels(lower) WHERE label <> 'Organization'])) AS kind,
       type(link) AS relationship, lines
ORDER BY place, body.id, depth, superior.id, lower.lines[0], link.ordinal, lower.id
