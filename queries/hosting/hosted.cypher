// What does each unit host, whatever the wording? 各机构承办、挂靠着哪些办公室和机构？
//
// Offices of coordinating bodies, other offices, institutions and associations: by sign, bracket, daily work, location …
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the host
// @column hosted unit -- what it hosts
// @column kind kind -- its label in lower case
// @column wordings set<string> -- how the document says it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HOSTS]->(hosted:Organization)
RETURN DISTINCT place, unit, hosted, labels(hosted) AS kind, says.wordings AS wordings, says
ORDER BY place.id, unit.id, hosted.id
