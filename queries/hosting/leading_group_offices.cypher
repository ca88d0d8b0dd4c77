// Which units host the offices of which leading groups? 哪些机构承担哪些议事协调机构办公室的工作？
//
// Host, office and leading group are three things: one row per office.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the host, who has the staff
// @column office string -- the office
// @column group string -- the coordinating body
// @column form string -- its form
// @column wordings list<string> -- how the document says it: sign, bracket, daily_work …
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)-[hosts:HOSTS]->(hosted:LeadingGroupOffice)-[:OFFICE_OF]->(body:LeadingGroup)
WHERE $place IS NULL OR actor.place = $place
UNWIND hosts.lines AS line
WITH actor, hosts, hosted, body, line ORDER BY line
WITH actor, hosts, hosted, body, collect(DISTINCT line) AS lines
UNWIND hosts.wordings AS wording
WITH actor, hosted, body, lines, wording ORDER BY wording
WITH actor, hosted, body, lines, collect(DISTINCT wording) AS wordings
RETURN actor.place AS place, actor.name AS unit, hosted.name AS office, body.name AS group, body.form AS form, wordings, lines
ORDER BY place, unit, office, hosted.id
