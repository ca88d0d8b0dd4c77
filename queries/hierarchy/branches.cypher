// Which branches does each body have? 各单位有哪些分支机构？
//
// One row per branch.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column owner string -- the body
// @column branch string -- the branch
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (branch:Branch)-[link:BRANCH_OF]->(owner:Organization)
WHERE $place IS NULL OR branch.place = $place
UNWIND link.lines AS line
WITH branch, link, owner, line ORDER BY line
WITH branch, link, owner, collect(DISTINCT line) AS lines
RETURN branch.place AS place, owner.name AS owner, branch.name AS branch, lines
ORDER BY place, owner, link.ordinal, branch.id
