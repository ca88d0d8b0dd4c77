// Who does what in two places, function by function? 两地逐项对照：每项职能各由谁承担？
//
// One row per function that either place has; an empty list where that place has no unit for it.
//
// @param place place -- the one place
// @param other place -- the other
// @param function function = null -- only this function; wider ones hold narrower ones
// @column function function -- the function
// @column here set<unit> -- who does it in the one place
// @column there set<unit> -- who does it in the other
// @column says proof -- where the documents of the one place say it
// @column other_says proof -- where those of the other say it
MATCH (one:Place) WHERE $place IS NULL OR one.id IN $place
WITH collect(one) AS places
MATCH (two:Place) WHERE $other IS NULL OR two.id IN $other
WITH places, collect(two) AS others
UNWIND places + others AS place
WITH DISTINCT place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[duty:RESPONSIBLE_FOR]->(function:Function)
WHERE ($function IS NULL OR function.id IN $function)
  AND NOT EXISTS { (unit)<-[:PART_OF*1..4]-(:Organization)-[:RESPONSIBLE_FOR]->(function) }
WITH function, collect({unit: unit, duty: duty, here: $place IS NULL OR place.id IN $place, there: $other IS NULL OR place.id IN $other}) AS found
RETURN function, [one IN found WHERE one.here | one.unit] AS here, [one IN found WHERE one.there | one.unit] AS there,
       [one IN found WHERE one.here | one.duty] AS says, [one IN found WHERE one.there | one.duty] AS other_says
ORDER BY function.id
