// Which other units of the same body have a second name? 同一单位的哪些其他机构也有第二名称？
//
// Beside the unit that answers: where else to ask.
//
// @param name name -- a name that somebody met
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- another unit of the same body
// @column name alias -- a second name of that unit
// @column says proof -- where the document says it
UNWIND $name AS id
OPTIONAL MATCH (body:Organization {id: id})
OPTIONAL MATCH (sign:Alias {id: id})
WITH coalesce(body, sign) AS met
MATCH (met)-[:HANGS_SIGN|KNOWN_AS*0..1]-(unit:Division|Institution|Branch|PartyUnit)-[:PART_OF|AFFILIATED_WITH|BRANCH_OF]->(owner:Organization)
WITH collect(DISTINCT unit.id) AS answering, collect(DISTINCT owner) AS owners
UNWIND owners AS owner
MATCH (owner)<-[:PART_OF|AFFILIATED_WITH|BRANCH_OF]-(other:Organization)-[says:HANGS_SIGN|KNOWN_AS]->(name:Alias)
WHERE NOT other.id IN answering AND NOT name.kind IN ['variant', 'translation']
MATCH (other)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
RETURN DISTINCT place, other AS unit, name, says
ORDER BY place.id, unit.id, name.id
