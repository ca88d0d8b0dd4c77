// Under which other names is this unit known? 这个机构还有哪些名称？
//
// One row per other name. The name matches whole names first, then parts; other names are searched too.
//
// @param name string -- any name of the unit, or its id
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the unit by its first name
// @column name string -- another name of it
// @column kind string -- what sort of name
// @column language string -- zh or en
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)
OPTIONAL MATCH (actor)-[:HANGS_SIGN|KNOWN_AS]->(other:Alias)
WITH actor, [actor.id, actor.name, actor.name_zh, actor.name_en] AS own, collect(other) AS others
WITH actor, [text IN own + [other IN others | other.name] + [other IN others | other.name_zh] WHERE text IS NOT NULL | toLower(text)] AS texts
WITH actor, CASE WHEN toLower($name) IN texts THEN 1
                WHEN any(text IN texts WHERE text CONTAINS toLower($name)) THEN 2 END AS grade
WHERE grade IS NOT NULL AND ($place IS NULL OR actor.place = $place)
WITH min(grade) AS best, collect({actor: actor, grade: grade}) AS candidates
UNWIND [one IN candidates WHERE one.grade = best | one.actor] AS found
MATCH (found)-[link:HANGS_SIGN|KNOWN_AS]->(alias:Alias)
UNWIND link.lines AS line
WITH found, alias, line ORDER BY line
WITH found, alias, collect(DISTINCT line) AS lines
RETURN found.place AS place, found.name AS unit, alias.name AS name, alias.kind AS kind, alias.language AS language, lines
ORDER BY place, unit, found.id, kind, name, alias.id
