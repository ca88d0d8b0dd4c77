// Which shared matters does nobody lead? 哪些多方参与的职能没有牵头单位？
//
// Functions that a unit does together with others (joins or takes part), and no unit of the place leads.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = near function -- only this place and all that lies in it
// @column place place -- where
// @column function function -- the shared matter
// @column units set<unit> -- who does it with others
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:RESPONSIBLE_FOR]->(function:Function)
WHERE $function IS NULL OR function.id IN $function
WITH place, function, collect({unit: unit, says: says}) AS doers
WITH place, function, [one IN doers WHERE any(role IN one.says.roles WHERE role IN ['joins', 'participates'])] AS shared, doers
WHERE size(shared) > 0 AND NOT any(one IN doers WHERE 'leads' IN one.says.roles)
RETURN place, function, [one IN shared | one.unit] AS units, [one IN shared | one.says] AS says
ORDER BY place.id, function.id
