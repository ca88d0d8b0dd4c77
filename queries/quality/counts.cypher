// Do the documents hold as many units as they announce? 文件宣布的机构数与实际列出的是否一致？
//
// One row per body whose document announces a number. What is announced as none and is none is in
// hierarchy.no_divisions_stated.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body
// @column what string -- what is counted
// @column announced integer -- the number announced
// @column found integer -- the number found
// @column verdict string -- right, short or over
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(owner:Bureau|Institution|Branch)
WHERE owner.stated_divisions IS NOT NULL OR owner.stated_institutions IS NOT NULL OR owner.stated_branches IS NOT NULL OR owner.no_divisions_stated
WITH DISTINCT place, owner, [
  {what: 'divisions', announced: coalesce(owner.stated_divisions, CASE WHEN owner.no_divisions_stated THEN 0 END), found: COUNT { (owner)<-[:PART_OF]-(:Division) }},
  {what: 'institutions', announced: owner.stated_institutions, found: COUNT { (owner)<-[:AFFILIATED_WITH]-(:Institution) }},
  {what: 'branches', announced: owner.stated_branches, found: COUNT { (owner)<-[:BRANCH_OF]-(:Branch) }}] AS counts
UNWIND counts AS one
WITH place, owner, one.what AS what, one.announced AS announced, one.found AS found
WHERE announced > 0 OR found > 0 AND announced = 0
RETURN place, owner, what, announced, found,
       CASE WHEN found = announced THEN 'right' WHEN found < announced THEN 'short' ELSE 'over' END AS verdict,
       {document: owner.document, lines: owner.stated_lines} AS says
ORDER BY place.id, owner.name, owner.id, what
