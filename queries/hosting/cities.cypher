// Which unit of each city does the work of this committee? 各城市由哪个机构承担这个议事协调机构的工作？
//
// By words of a name of the committee or its office, or by a function (then wider ones hold narrower ones).
//
// @param matter committee|function -- a committee, words of its name, or a function
// @param place place = near matter -- only this place and all that lies in it
// @column place place -- where
// @column group committee -- the coordinating body
// @column form string -- its form
// @column unit unit -- the host
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HOSTS]->(hosted:LeadingGroupOffice|LeadingGroup)
OPTIONAL MATCH (hosted)-[:OFFICE_OF]->(above:LeadingGroup)
WITH place, unit, says, hosted, coalesce(above, hosted) AS group
WHERE hosted.id IN $matter OR group.id IN $matter
   OR EXISTS { (group)-[:CONCERNS]->(matter:Function) WHERE matter.id IN $matter }
RETURN DISTINCT place, group, group.form AS form, unit, says
ORDER BY place.id, group.name, group.id, unit.name, unit.id
