// Do the documents hold as many units as they announce? 文件宣布的机构数与实际列出的是否一致？
//
// One row per body whose document announces a number of internal units, or says that there are none.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column owner string -- the body
// @column what string -- what is counted
// @column announced integer -- the number announced
// @column found integer -- the number found
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (superior:Organization)
WHERE (superior.stated_divisions IS NOT NULL OR superior.no_divisions_stated) AND ($place IS NULL OR superior.place = $place)
RETURN superior.place AS place, superior.name AS owner, 'divisions' AS what, coalesce(superior.stated_divisions, 0) AS announced,
       COUNT { (superior)<-[:PART_OF]-(:Division) } AS found, superior.stated_lines AS lines
ORDER BY place, owner, superior.id
