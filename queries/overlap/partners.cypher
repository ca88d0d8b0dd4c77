// With whom does each unit work together? 各机构与谁协作？
//
// Named partners and "the relevant departments", which the document does not name.
//
// @param unit unit = null -- only this unit, on either side
// @param place place = near unit -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column partner unit -- with whom
// @column unnamed boolean -- true where the document only says "the relevant departments"
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:COORDINATES_WITH]->(partner:Organization)
WHERE $unit IS NULL OR unit.id IN $unit OR partner.id IN $unit
RETURN DISTINCT place, unit, partner, coalesce(partner.unnamed, false) AS unnamed, says
ORDER BY place.id, unit.id, partner.id
