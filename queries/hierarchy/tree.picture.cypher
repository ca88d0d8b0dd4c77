// What stands under this body, level by level? 这个单位下面有哪些机构？
//
// Every unit below the body, on its way up to it.
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
RETURN path
ORDER BY body.id, length(path), lower.id, nodes(path)[1].id, type(relationships(path)[0])
