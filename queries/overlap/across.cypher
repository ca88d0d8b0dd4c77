// Who does the same in other places? 不同城市的哪些机构承担同一职能？
//
// One row per function and place, for functions that two or more places have. Where a body and a part of it both have a
// function, the part is shown: an owner and its own part never overlap.
//
// @param function string = null -- only this function (code, Chinese or English name; wider ones hold narrower ones)
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column function string -- code of the function
// @column place string -- where
// @column units list<string> -- the units that have it, sorted
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (unit:Organization)-[duty:RESPONSIBLE_FOR]->(matter:Function)
WHERE ($function IS NULL OR $function IN [matter.id, matter.name_zh, matter.name_en]
       OR EXISTS { (matter)-[:WITHIN]->(wider:Function) WHERE wider.id = $function OR wider.name_zh = $function OR wider.name_en = $function })
  AND NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(matter) }
WITH matter, collect({unit: unit, lines: duty.lines, place: unit.place}) AS duties, count(DISTINCT unit.place) AS places
WHERE places > 1
UNWIND duties AS one
WITH matter, one.place AS place, one.unit AS unit, one.lines AS said
WHERE $place IS NULL OR place = $place
UNWIND said AS line
WITH matter, place, unit, line ORDER BY line
WITH matter, place, collect(DISTINCT unit.id) AS parts, collect(DISTINCT line) AS lines
UNWIND parts AS part
MATCH (unit:Organization) WHERE unit.id = part
WITH matter, place, lines, unit.name AS name ORDER BY name
WITH matter, place, lines, collect(name) AS units
RETURN matter.id AS function, place, units, lines
ORDER BY function, place
