// Is a hosted office named on a sign, in a duty, or in both? 承办的办公室是挂牌、写在职责里，还是两者都有？
//
// sign: hung or in brackets; duty: daily work, management, liaison or help; both; located: its office is only housed there.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the host
// @column hosted unit -- what it hosts
// @column how string -- sign, duty, both or located
// @column wordings set<string> -- how the document says it
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HOSTS]->(hosted:Organization)
WITH DISTINCT place, unit, hosted, says, any(one IN says.wordings WHERE one IN ['sign', 'bracket']) AS sign,
     any(one IN says.wordings WHERE one IN ['daily_work', 'daily_management', 'assists', 'liaison']) AS duty
RETURN place, unit, hosted, CASE WHEN sign AND duty THEN 'both' WHEN sign THEN 'sign' WHEN duty THEN 'duty' ELSE 'located' END AS how,
       says.wordings AS wordings, says
ORDER BY place.id, how, unit.id, hosted.id
