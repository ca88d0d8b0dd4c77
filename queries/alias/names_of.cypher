// Under which other names is this unit known? 这个机构还有哪些名称？
//
// One row per other name. The unit is found by any of its names.
//
// @param name unit -- any name of the unit, or its id
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit by its first name
// @column name alias -- another name of it
// @column kind string -- what sort of name
// @column language string -- zh or en
// @column says proof -- where the document says it
UNWIND $name AS id
MATCH (unit:Organization {id: id})
MATCH (unit)-[:IN_PLACE]->(place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (unit)-[says:HANGS_SIGN|KNOWN_AS]->(name:Alias)
RETURN DISTINCT place, unit, name, name.kind AS kind, name.language AS language, says
ORDER BY place.id, unit.name, unit.id, kind, name.name, name.id
