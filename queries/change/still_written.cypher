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
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(gone:Organization)<-[:BEFORE]-(event:ChangeEvent)
OPTIONAL MATCH (gone)-[fact:PART_OF|AFFILIATED_WITH|BRANCH_OF|MANAGED_BY|ACTS_FOR|COORDINATES_WITH|OVERSEES]-(near:Organization)
WHERE event.kind IN ['merge', 'rename']
WITH place, event, gone, collect({unit: near, says: fact}) AS named
OPTIONAL MATCH (gone)<-[:PART_OF*0..4]-(doer:Organization)-[duty:RESPONSIBLE_FOR]->(matter:Function)
WHERE event.kind IN ['transfer', 'drop'] AND EXISTS { (event)-[:CONCERNS]->(matter) }
WITH place, event, gone, named, collect({unit: doer, says: duty, function: matter}) AS done
UNWIND named + done AS one
WITH DISTINCT place, event, gone, one.function AS function, one.unit AS unit, one.says AS still_says WHERE unit IS NOT NULL
RETURN place, event.kind AS kind, gone, function, unit, type(still_says) AS relationship, event AS says, still_says
ORDER BY place.id, event.lines[0], event.id, gone.id, function.id, unit.id, relationship
