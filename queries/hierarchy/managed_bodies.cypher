// Which bodies stand by themselves and are managed by another? 哪些机构由别的部门归口管理？
//
// They have standing of their own: neither internal units nor affiliated institutions of the body that manages them.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the body that is managed
// @column manager unit -- the body that manages it
// @column matters set<string> -- in which matters, where the document says
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Bureau|Institution)-[says:MANAGED_BY]->(manager:Organization)
RETURN DISTINCT place, unit, manager, says.matters AS matters, says
ORDER BY place.id, unit.id, manager.id
