// Which units have a second name? 哪些机构有第二名称？
//
// Every other name of a unit that hosts or does something: signs, names in brackets, second and former names.
// Mere variants of spelling are in alias.names_of.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the unit
// @column name string -- its other name
// @column kind string -- sign, bracket, second_name, former_name or short_name
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (actor:Organization)-[link:HANGS_SIGN|KNOWN_AS]->(other:Alias)
WHERE NOT other.kind IN ['variant', 'translation'] AND ($place IS NULL OR actor.place = $place)
UNWIND link.lines AS line
WITH actor, other, line ORDER BY line
WITH actor, other, collect(DISTINCT line) AS lines
RETURN actor.place AS place, actor.name AS unit, other.name AS name, other.kind AS kind, lines
ORDER BY place, unit, name, other.id
