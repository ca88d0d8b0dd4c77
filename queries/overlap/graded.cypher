// How much do two units of one place overlap, and by which rule? 同一地方的两个机构在多大程度上重叠、依据什么规则？
//
// Grades as auditors use them. No fault: boundary (the document divides the matter between them), territory (two branches),
// policy_and_execution (a unit of a bureau and an institution), lead_and_helper (one leads, the other only joins or takes
// part). Otherwise: duplication (same function, a same role) or overlap (same function, other roles). Never a verdict.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = near function -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @param grade grade = null -- only this grade
// @column place place -- where
// @column function function -- what both have
// @column grade string -- boundary, territory, policy_and_execution, lead_and_helper, duplication or overlap
// @column rule string -- why it is this grade
// @column one unit -- the first unit
// @column one_roles set<string> -- what it does about it
// @column other unit -- the second unit
// @column other_roles set<string> -- what that does
// @column says proof -- where the document says the first
// @column other_says proof -- where it says the second
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|Institution|Branch|PartyUnit)-[duty:RESPONSIBLE_FOR]->(function:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR function.general IS NULL ELSE function.id IN $function END
// Each two that have the function, but for an owner and its own part.
WITH place, function, collect({unit: unit, says: duty}) AS doers
UNWIND doers AS first UNWIND doers AS second
WITH place, function, first.unit AS one, first.says AS says, second.unit AS other, second.says AS other_says, ['joins', 'participates'] AS helping
WHERE one.id < other.id
  AND NOT EXISTS { (one)-[:PART_OF|BRANCH_OF*1..4]->(other) } AND NOT EXISTS { (other)-[:PART_OF|BRANCH_OF*1..4]->(one) }
// The first rule that fits gives the grade.
WITH *, CASE
  WHEN EXISTS { (one)<-[:BETWEEN]-(line:Boundary)-[:BETWEEN]->(other) WHERE EXISTS { (line)-[:CONCERNS]->(function) } }
    THEN ['boundary', 'the document divides the matter between the two']
  WHEN one:Branch AND other:Branch
    THEN ['territory', 'two branches, each in its own area']
  WHEN one:Institution AND other:Division OR one:Division AND other:Institution
    THEN ['policy_and_execution', 'an internal unit sets policy, an institution carries it out']
  WHEN all(role IN says.roles WHERE role IN helping) <> all(role IN other_says.roles WHERE role IN helping)
    THEN ['lead_and_helper', 'one of the two only joins or takes part']
  WHEN any(role IN says.roles WHERE role IN other_says.roles AND NOT role IN helping)
    THEN ['duplication', 'same function, a same role']
  ELSE ['overlap', 'same function, no same role'] END AS found
WHERE $grade IS NULL OR found[0] = $grade
RETURN place, function, found[0] AS grade, found[1] AS rule, one, says.roles AS one_roles, other, other_says.roles AS other_roles, says, other_says
ORDER BY place.id, function.id, one.id, other.id
