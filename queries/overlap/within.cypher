// Which units of one body do the same? 同一单位内哪些机构职能重叠？
//
// One row per body and function that two or more of its internal units have. An owner and its own part never overlap.
//
// @param function string = null -- only this function (code, Chinese or English name; wider ones hold narrower ones)
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column body string -- the body
// @column function string -- code of the function
// @column units list<string> -- the units that have it, sorted
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (unit:Organization)-[duty:RESPONSIBLE_FOR]->(matter:Function)
WHERE ($place IS NULL OR unit.place = $place)
  AND ($function IS NULL OR $function IN [matter.id, matter.name_zh, matter.name_en]
       OR EXISTS { (matter)-[:WITHIN]->(wider:Function) WHERE wider.id = $function OR wider.name_zh = $function OR wider.name_en = $function })
MATCH (unit)-[:PART_OF*1..4]->(whole:Organization)
WHERE (whole:Bureau OR whole:Institution OR whole:Branch)
  AND NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(matter) }
UNWIND duty.lines AS line
WITH whole, matter, unit, line ORDER BY line
WITH whole, matter, collect(DISTINCT unit.id) AS parts, collect(DISTINCT line) AS lines
WHERE size(parts) > 1
UNWIND parts AS part
MATCH (unit:Organization) WHERE unit.id = part
WITH whole, matter, lines, unit.name AS name ORDER BY name
WITH whole, matter, lines, collect(name) AS units
RETURN whole.place AS place, whole.name AS body, matter.id AS function, units, lines
ORDER BY place, body, function, whole.id
