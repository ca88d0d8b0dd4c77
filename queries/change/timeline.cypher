// What happened when? 什么时候发生了什么？
//
// Everything that a document dates: changes, signs and names since when, sites in use since when. In order of the dates.
//
// @param since date = null -- nothing that is certainly earlier than this
// @param place place = null -- only this place and all that lies in it
// @column date date -- partial date
// @column date_relation string -- at, after or before
// @column place place -- where
// @column kind string -- what happened
// @column unit unit -- to whom
// @column thing name -- the second name or site, where it is one
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)-[says:HANGS_SIGN|KNOWN_AS|LOCATED_AT|BEFORE|AFTER]-(thing:Alias|Site|ChangeEvent)
WITH DISTINCT place, unit, thing, says, coalesce(says.valid_from, thing.date, thing.opened) AS date
WHERE date IS NOT NULL AND ($since IS NULL OR date >= $since OR $since STARTS WITH date)
RETURN date, coalesce(thing.date_relation, 'at') AS date_relation, place,
       CASE WHEN type(says) = 'BEFORE' THEN thing.kind + ': before' WHEN type(says) = 'AFTER' THEN thing.kind + ': after'
            ELSE coalesce(thing.kind, 'site') END AS kind,
       unit, CASE WHEN thing:ChangeEvent THEN null ELSE thing END AS thing, says
ORDER BY date, place.id, thing.id, kind, unit.id
