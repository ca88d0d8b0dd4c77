// Who guides, supervises or approves whom? 谁指导、监督、审批谁？
//
// Guidance is not command: what a unit stands under is in hierarchy.chain_up.
//
// @param unit unit = null -- only this unit, on either side
// @param place place = near unit -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- who watches
// @column roles set<string> -- how
// @column other unit -- over whom
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:OVERSEES]->(other:Organization)
WHERE $unit IS NULL OR unit.id IN $unit OR other.id IN $unit
RETURN DISTINCT place, unit, says.roles AS roles, other, says
ORDER BY place.id, unit.id, other.id
