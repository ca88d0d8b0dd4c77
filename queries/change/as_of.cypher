// Did this body or name exist at a date: yes, no, cannot tell? 某一日期时这个机构或名称是否存在：是、否、无从判断？
//
// A partial date is a span: what began in 2010 may not have been there in 2010. What no document dates cannot be told.
//
// @param date date -- a year, a month or a day: 2010, 2010-06, 2010-06-15
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column thing name -- the body, or the second name
// @column kind kind -- its label in lower case
// @column answer string -- yes, no or cannot tell
// @column why string -- which date decides
// @column since date -- since when, where a document says so
// @column until date -- until when, where a document says so
// @column says proof -- where a document gives the dates, else where it describes the body
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Organization)
OPTIONAL MATCH (unit)<-[:AFTER]-(first:ChangeEvent) WHERE first.kind IN ['found', 'merge', 'rename']
OPTIONAL MATCH (unit)<-[:BEFORE]-(last:ChangeEvent) WHERE last.kind IN ['merge', 'rename']
OPTIONAL MATCH (unit)-[named:HANGS_SIGN|KNOWN_AS]->(name:Alias) WHERE NOT name.kind IN ['variant', 'translation']
WITH place, unit, first, last, collect(DISTINCT {thing: name, since: named.valid_from, until: named.valid_to, says: [named]}) AS names
UNWIND names + [{thing: unit, since: first.date, until: last.date,
  says: CASE WHEN first IS NULL AND last IS NULL THEN [{document: unit.document, lines: unit.lines[0..1]}] ELSE [first, last] END, beginning: first.date_relation, ending: last.date_relation}] AS one
WITH DISTINCT place, one.thing AS thing, one.since AS since, one.until AS until, one.beginning AS beginning, one.ending AS ending, one.says AS says
WHERE thing IS NOT NULL AND (thing:Bureau OR thing:Institution OR thing:Branch OR thing:Alias OR since IS NOT NULL OR until IS NOT NULL)
WITH *, substring($date, 0, size(since)) AS asked_begin, substring(since, 0, size($date)) AS from_here,
     substring($date, 0, size(until)) AS asked_end, substring(until, 0, size($date)) AS to_here
WITH *, CASE WHEN since IS NULL THEN 'undated' WHEN asked_begin < from_here AND coalesce(beginning, 'at') <> 'before' THEN 'not begun'
             WHEN asked_begin > from_here AND coalesce(beginning, 'at') <> 'after' OR asked_begin = from_here AND size($date) = 10 AND size(since) = 10
             THEN 'begun' ELSE 'near the beginning' END AS first,
     CASE WHEN until IS NULL THEN 'undated' WHEN asked_end > to_here AND coalesce(ending, 'at') <> 'after' THEN 'ended'
          WHEN asked_end < to_here AND coalesce(ending, 'at') <> 'before' THEN 'not ended' ELSE 'near the end' END AS last
RETURN place, thing, labels(thing) AS kind,
       CASE WHEN first = 'not begun' OR last = 'ended' THEN 'no'
            WHEN first = 'begun' AND last IN ['undated', 'not ended'] THEN 'yes' ELSE 'cannot tell' END AS answer,
       CASE WHEN first = 'not begun' THEN 'it began later' WHEN last = 'ended' THEN 'it had ended'
            WHEN last = 'near the end' OR first = 'near the beginning' THEN 'the dates are not exact enough'
            WHEN first = 'begun' THEN 'it had begun' WHEN last = 'not ended' THEN 'it had not ended, since when is not said'
            ELSE 'no document dates it' END AS why,
       since, until, says
ORDER BY place.id, answer, thing.id
