// Which unit of each city does the work of this committee? 各城市由哪个机构承担这个议事协调机构的工作？
//
// By a function code (then wider codes hold narrower ones) or by words of a name of the committee or its office.
//
// @param matter string -- a function code, or words of a name in Chinese or English
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column group string -- the coordinating body
// @column form string -- its form
// @column unit string -- the host
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)-[hosts:HOSTS]->(hosted:Organization)
WHERE (hosted:LeadingGroupOffice OR hosted:LeadingGroup) AND ($place IS NULL OR actor.place = $place)
OPTIONAL MATCH (hosted)-[:OFFICE_OF]->(above:LeadingGroup)
WITH actor, hosts, hosted, coalesce(above, hosted) AS body
WHERE any(text IN [hosted.name, hosted.name_zh, hosted.name_en, body.name, body.name_zh, body.name_en]
          WHERE toLower(text) CONTAINS toLower($matter))
   OR EXISTS { (body)-[:CONCERNS]->(matter:Function) WHERE matter.id = $matter }
   OR EXISTS { (body)-[:CONCERNS]->(:Function)-[:WITHIN]->(wider:Function) WHERE wider.id = $matter }
UNWIND hosts.lines AS line
WITH actor, body, line ORDER BY line
WITH actor, body, collect(DISTINCT line) AS lines
RETURN actor.place AS place, body.name AS group, body.form AS form, actor.name AS unit, lines
ORDER BY place, group, body.id, unit, actor.id
