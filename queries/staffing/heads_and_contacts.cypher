// Who heads each unit, and where is it reached? 各机构的负责人是谁，怎样联系？
//
// One row per unit and person, two persons of one post in two rows. Fields that are printed empty are named in blank.
//
// @param unit unit = null -- only this unit
// @param place place = near unit -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column person person -- who heads it
// @column post string -- the post as printed
// @column address string -- where it is
// @column postcode string -- postcode
// @column phone string -- telephone
// @column hours string -- office hours
// @column blank set<string> -- fields that are printed empty
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)
WHERE ($unit IS NULL OR unit.id IN $unit) AND (EXISTS { (unit)<-[:HEADS]-(:Person) } OR EXISTS { (unit)-[:LOCATED_AT]->(:Site) })
OPTIONAL MATCH (unit)<-[heads:HEADS]-(person:Person)
OPTIONAL MATCH (unit)-[located:LOCATED_AT]->(site:Site)
RETURN DISTINCT place, unit, person, person.post AS post, site.address AS address, site.postcode AS postcode, site.phone AS phone,
       site.hours AS hours, coalesce(person.blank, []) + coalesce(site.blank, []) AS blank, [heads, located] AS says
ORDER BY place.id, unit.id, person.id
