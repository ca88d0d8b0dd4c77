// Do the documents hold as many units as they announce? 文件宣布的机构数与实际列出的是否一致？
//
// One row per body whose document announces a number. Where units are numbered and the numbers reach what is announced, the
// others stand outside of it (hierarchy.outside_the_numbering). None announced and none there: hierarchy.no_divisions_stated.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body
// @column what string -- what is counted
// @column announced integer -- the number announced
// @column found integer -- the number found, without those outside the numbering
// @column outside integer -- how many stand outside the numbering
// @column verdict string -- right, short or over
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(owner:Bureau|Institution|Branch)
WHERE owner.stated_divisions IS NOT NULL OR owner.stated_institutions IS NOT NULL OR owner.stated_branches IS NOT NULL
   OR owner.no_divisions_stated
// What each announces, how many there are, and how many of them have a number.
WITH DISTINCT place, owner, [
  {what: 'divisions', announced: coalesce(owner.stated_divisions, CASE WHEN owner.no_divisions_stated THEN 0 END),
   every: COUNT { (owner)<-[:PART_OF]-(:Division) },
   numbered: COUNT { (owner)<-[part:PART_OF]-(:Division) WHERE part.ordinal_printed IS NOT NULL }},
  {what: 'institutions', announced: owner.stated_institutions, every: COUNT { (owner)<-[:AFFILIATED_WITH]-(:Institution) }, numbered: 0},
  {what: 'branches', announced: owner.stated_branches, every: COUNT { (owner)<-[:BRANCH_OF]-(:Branch) }, numbered: 0}] AS counts
UNWIND counts AS one
WITH *, CASE WHEN one.numbered > 0 AND one.numbered >= one.announced THEN one.numbered ELSE one.every END AS found
WHERE one.announced > 0 OR found > 0 AND one.announced = 0
RETURN place, owner, one.what AS what, one.announced AS announced, found, one.every - found AS outside,
       CASE WHEN found = one.announced THEN 'right' WHEN found < one.announced THEN 'short' ELSE 'over' END AS verdict,
       {document: owner.document, lines: owner.stated_lines} AS says
ORDER BY place.id, owner.name, owner.id, what
