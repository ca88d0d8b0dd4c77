// Which branches does each body have? 各单位有哪些分支机构？
//
// One row per branch.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column owner string -- the body
// @column branch string -- the branch
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (lower:Branch)-[link:BRANCH_OF]->(superior:Organization)
WHERE $place IS NULL OR lower.place = $place
UNWIND link.lines AS line
WITH lower, link, superior, line ORDER BY line
WITH lower, link, superior, collect(DISTINCT line) AS lines
RETURN lower.place AS place, superior.name AS owner, lower.name AS branch, lines
ORDER BY place, owner, link.ordinal, lower.id
