// What did a stated change take away that is still written elsewhere? 变动已取消或划走的，还写在哪里？
//
// A merged or renamed body that other facts still name, and a function that was handed out or dropped and that a unit of the
// same body still has. Functions are coarse: the second is a hint where to read.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column kind string -- merge, rename, transfer or drop
// @column gone name -- the body that was merged or renamed, or who gave or lost the function
// @column function function -- the function that was handed out or dropped
// @column unit unit -- who still has to do with it
// @column relationship string -- in which fact
// @column says proof -- where the change is said
// @column still_says proof -- where it is still written
MATCH (event:ChangeEvent)-[:BEFORE]->(gone:Organization)
MATCH (place:Place) WHERE place.id = split(event.id, '/')[0] AND ($place IS NULL OR place.id IN $place)
OPTIONAL MATCH (gone)-[link:PART_OF|AFFILIATED_WITH|BRANCH_OF|MANAGED_BY|ACTS_FOR|COORDINATES_WITH|OVERSEES]-(near:Organization)
WHERE event.kind IN ['merge', 'rename']
WITH place, event, gone, collect({unit: near, relationship: type(link), says: link}) AS named
OPTIONAL MATCH (event)-[:CONCERNS]->(matter:Function)<-[duty:RESPONSIBLE_FOR]-(doer:Organization)-[:PART_OF*0..4]->(gone)
WHERE event.kind IN ['transfer', 'drop']
WITH place, event, gone, named, collect({unit: doer, relationship: type(duty), says: duty, function: matter}) AS done
UNWIND named + done AS one
WITH DISTINCT place, event, gone, one.function AS function, one.unit AS unit, one.relationship AS relationship, one.says AS still_says
WHERE unit IS NOT NULL
RETURN place, event.kind AS kind, gone, function, unit, relationship, event AS says, still_says
ORDER BY place.id, event.lines[0], event.id, gone.id, function.id, unit.id, relationship
