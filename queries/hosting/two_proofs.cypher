// Which hosting is said twice, by a name and again by a duty? 哪些承办关系既有牌子或括注、又写在职责里？
//
// A sign or bracket names the office, and a duty says that the unit does its daily work.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the host
// @column office unit -- what it hosts
// @column wordings set<string> -- how the document says it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HOSTS]->(office:Organization)
WHERE any(one IN says.wordings WHERE one IN ['sign', 'bracket'])
  AND any(one IN says.wordings WHERE NOT one IN ['sign', 'bracket'])
RETURN DISTINCT place, unit, office, says.wordings AS wordings, says
ORDER BY place.id, unit.id, office.id
