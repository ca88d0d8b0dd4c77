// Which shared matters does nobody lead? 哪些多方参与的职能没有牵头单位？
//
// Functions that a unit does together with others (joins or takes part), and no unit of the place leads.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column function function -- the shared matter
// @column units list<unit> -- who does it with others
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:RESPONSIBLE_FOR]->(function:Function)
WHERE ($function IS NULL OR function.id IN $function) AND any(role IN says.roles WHERE role IN ['joins', 'participates'])
WITH DISTINCT place, function, unit, says ORDER BY unit.id
WITH place, function, collect(unit) AS units, collect(says) AS says
WHERE NOT EXISTS { (function)<-[lead:RESPONSIBLE_FOR]-(leader:Organization)-[:IN_PLACE]->(place) WHERE 'leads' IN lead.roles }
RETURN place, function, units, says
ORDER BY place.id, function.id
