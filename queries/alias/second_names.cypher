// Which units have a second name? 哪些机构有第二名称？
//
// Every other name of a unit that hosts or does something: signs, names in brackets, second and former names.
// Mere variants of spelling are in alias.names_of.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column name alias -- its other name
// @column kind string -- sign, bracket, second_name, former_name or short_name
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HANGS_SIGN|KNOWN_AS]->(name:Alias)
WHERE NOT name.kind IN ['variant', 'translation']
RETURN DISTINCT place, unit, name, name.kind AS kind, says
ORDER BY place.id, unit.name, name.name, name.id
