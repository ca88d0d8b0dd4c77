// Which institutions stand under which bureau? 哪些事业单位隶属于哪个部门？
//
// Affiliated and led institutions, and bodies that stand by themselves and are managed by another.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column bureau string -- the superior: a bureau, an institution, a Party unit or another body
// @column institution string -- the institution or managed body
// @column relationship string -- AFFILIATED_WITH or MANAGED_BY
// @column wording string -- affiliated or led, null where not said
// @column rank string -- its rank as printed
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (lower:Organization)-[link:AFFILIATED_WITH|MANAGED_BY]->(upper:Organization)
WHERE $place IS NULL OR lower.place = $place
UNWIND link.lines AS line
WITH lower, link, upper, line ORDER BY line
WITH lower, link, upper, collect(DISTINCT line) AS lines
RETURN lower.place AS place, upper.name AS bureau, lower.name AS institution, type(link) AS relationship,
       link.wording AS wording, lower.rank AS rank, lines
ORDER BY place, bureau, institution, lower.id, relationship
