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
// What has a beginning and an end: the body, and each of its second names.
WITH place, unit, first, last, collect(DISTINCT {thing: name, since: named.valid_from, until: named.valid_to, says: [named]}) AS names
UNWIND names + [{thing: unit, since: first.date, until: last.date, began: first.date_relation, ended: last.date_relation, says:
  CASE WHEN first IS NULL AND last IS NULL THEN [{document: unit.document, lines: unit.lines[0..1]}] ELSE [first, last] END}] AS one
WITH DISTINCT place, one.thing AS thing, one.since AS since, one.until AS until, one.began AS from_then, one.ended AS to_then, one.says AS says
WHERE thing IS NOT NULL AND (thing:Bureau OR thing:Institution OR thing:Branch OR thing:Alias OR since IS NOT NULL OR until IS NOT NULL)
// The first and the last day that each partial date may mean: any day where nothing is said.
WITH *, $date + substring('-01-01', size($date) - 4) AS asked_from, $date + substring('-12-31', size($date) - 4) AS asked_to,
     CASE WHEN since IS NULL OR from_then = 'before' THEN '' ELSE since + substring('-01-01', size(since) - 4) END AS begun_from,
     CASE WHEN since IS NULL OR from_then = 'after' THEN '9999' ELSE since + substring('-12-31', size(since) - 4) END AS begun_by,
     CASE WHEN until IS NULL THEN '9999' WHEN to_then = 'before' THEN '' ELSE until + substring('-01-01', size(until) - 4) END AS ended_from,
     CASE WHEN until IS NULL OR to_then = 'after' THEN '9999' ELSE until + substring('-12-31', size(until) - 4) END AS ended_by
RETURN place, thing, labels(thing) AS kind,
       CASE WHEN asked_to < begun_from OR asked_from > ended_by THEN 'no'
            WHEN begun_by <= asked_from AND asked_to < ended_from THEN 'yes' ELSE 'cannot tell' END AS answer,
       CASE WHEN asked_to < begun_from THEN 'it began later' WHEN asked_from > ended_by THEN 'it had ended'
            WHEN since IS NOT NULL AND asked_from < begun_by OR asked_to >= ended_from THEN 'the dates are not exact enough'
            WHEN since IS NOT NULL THEN 'it had begun' WHEN until IS NOT NULL THEN 'it had not ended, since when is not said'
            ELSE 'no document dates it' END AS why,
       since, until, says
ORDER BY place.id, answer, thing.id
