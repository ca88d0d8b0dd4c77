// Which units do the matter of this committee without hosting it? 哪些机构负责这件事但不承担该议事协调机构的工作？
//
// Units that have a function the committee is about.
//
// @param matter committee|function -- a committee, words of its name, or a function
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column function function -- what the committee is about
// @column unit unit -- a unit that does it and hosts no such committee
// @column roles set<string> -- what it does
// @column says proof -- where the document says it
UNWIND $matter AS id
OPTIONAL MATCH (named:Function {id: id})
OPTIONAL MATCH (about:Organization {id: id})
OPTIONAL MATCH (about)-[:OFFICE_OF*0..1]->(:LeadingGroup)-[:CONCERNS]->(concerned:Function)
WITH collect(DISTINCT coalesce(named.id, concerned.id)) AS matters
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|Institution|Branch|PartyUnit)-[says:RESPONSIBLE_FOR]->(matter:Function)
WHERE matter.id IN matters AND NOT EXISTS { (unit)-[:HOSTS]->(:LeadingGroupOffice)-[:OFFICE_OF]->(:LeadingGroup)-[:CONCERNS]->(matter) }
RETURN DISTINCT place, matter AS function, unit, says.roles AS roles, says
ORDER BY place.id, function.id, unit.id
