// Which branches does each body have? 各单位有哪些分支机构？
//
// One row per branch.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body
// @column branch unit -- the branch
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(branch:Branch)-[says:BRANCH_OF]->(owner:Organization)
RETURN DISTINCT place, owner, branch, says
ORDER BY place.id, owner.name, says.ordinal, branch.id
