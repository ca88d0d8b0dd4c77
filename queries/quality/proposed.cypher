// What was read in two ways and waits for a person? 哪些事实有两种读法、有待人工判断？
//
// One row per relationship that extraction only proposes: two rules read one place differently, and both are kept.
//
// @param place string = null -- only this place (id, Chinese or English name); null means everywhere
// @column place string -- where
// @column unit string -- the unit that the fact is about
// @column relationship string -- the type of the relationship
// @column other string -- its other end
// @column rules list<string> -- the rules that read it so
// @column document string -- id of the document
// @column lines list<integer> -- where the document says it, distinct and ascending
MATCH (unit:Organization)-[fact:PART_OF|AFFILIATED_WITH|MANAGED_BY|BRANCH_OF|HANGS_SIGN|KNOWN_AS|HOSTS]->(other)
WHERE fact.status = 'proposed' AND ($place IS NULL OR unit.place = $place)
UNWIND fact.lines AS line
WITH unit, fact, other, line ORDER BY line
WITH unit, fact, other, collect(DISTINCT line) AS lines
RETURN unit.place AS place, unit.name AS unit, type(fact) AS relationship, other.name AS other, fact.rules AS rules,
       fact.document AS document, lines
ORDER BY place, unit, relationship, other, document
