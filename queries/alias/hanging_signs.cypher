// Which units hang another body's sign? 哪些机构加挂牌子？
//
// One row per sign: the unit that has the staff, then the sign. Names in brackets are in alias.second_names.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the unit that has the staff
// @column sign string -- the name on the sign
// @column since string -- partial date, null when not said
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)-[hangs:HANGS_SIGN]->(alias:Alias)
WHERE $place IS NULL OR actor.place = $place
UNWIND hangs.lines AS line
WITH actor, hangs, alias, line ORDER BY line
WITH actor, hangs, alias, collect(DISTINCT line) AS lines
RETURN actor.place AS place, actor.name AS unit, alias.name AS sign, hangs.valid_from AS since, lines
ORDER BY place, unit, sign, alias.id
