// Who is entrusted, authorised or assigned by whom? 哪些机构受谁委托、授权或交办？
//
// One row per principal: "other tasks assigned by …" counts, too.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- who acts
// @column principal unit -- for whom
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:ACTS_FOR]->(principal:Organization)
RETURN DISTINCT place, unit, principal, says
ORDER BY place.id, unit.id, principal.id
