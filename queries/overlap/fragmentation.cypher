// Into how many bodies does one broad area fall? 一个大领域分散在多少个单位？
//
// Wider functions of which several bodies of one place have a part: fragmentation, the mildest grade; no fault by itself.
//
// @param function function = null -- only this function; wider ones hold narrower ones
// @param place place = near function -- only this place and all that lies in it
// @param general boolean = false -- chores of every office (archives, publicity …), too
// @column place place -- where
// @column area function -- the wider function
// @column functions set<function> -- the narrower ones that are done there
// @column units set<unit> -- the bodies that do them, by their own list or that of their parts
// @column says proof -- where the documents say it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(body:Bureau|Institution|Branch)<-[:PART_OF*0..4]-(unit:Organization)-[says:RESPONSIBLE_FOR]->(matter:Function)-[:WITHIN]->(area:Function)
WHERE CASE WHEN $function IS NULL THEN $general OR matter.general IS NULL ELSE matter.id IN $function END
WITH place, area, matter, body, says ORDER BY matter.id, body.id, says.role
WITH place, area, collect(DISTINCT matter) AS functions, collect(DISTINCT body) AS units, collect(says) AS says
WHERE size(units) > 1
RETURN place, area, functions, units, says
ORDER BY place.id, area.id
