// Which internal units does each body have, in the order of its document? 各单位有哪些内设机构？
//
// One row per unit that is part of another, Party units too.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column owner string -- the body or unit it is part of
// @column ordinal integer -- place among the units of this owner, from 1
// @column ordinal_printed string -- the number as printed, null where none is
// @column unit string -- the unit
// @column kind string -- its label in lower case
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)-[part:PART_OF]->(superior:Organization)
WHERE $place IS NULL OR actor.place = $place
UNWIND part.lines AS line
WITH actor, part, superior, line ORDER BY line
WITH actor, part, superior, collect(DISTINCT line) AS lines
RETURN actor.place AS place, superior.name AS owner, part.ordinal AS ordinal, part.ordinal_printed AS ordinal_printed,
       actor.name AS unit, toLower(head([label IN labels(actor) WHERE label <> 'Organization'])) AS kind, lines
ORDER BY place, owner, superior.id, ordinal, actor.id
