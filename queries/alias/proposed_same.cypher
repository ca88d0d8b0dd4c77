// Which two bodies may be one and the same? 哪些机构可能是同一个？
//
// Two bodies of one place that share a name, whole or without "municipal" in front, and are kept apart; or a second name
// (sign, bracket) that is also the name of another body there. Every row is a proposal, made when it is asked: nothing is
// merged, and no relationship is written, before a person decides.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column one name -- one body, or a second name
// @column other unit -- the other body
// @column name string -- the name that both have
// @column reason string -- the rule that proposes it
// @column says proof -- where the document names the first
// @column other_says proof -- where it names the other
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(owner:Organization)-[:HANGS_SIGN|KNOWN_AS*0..1]->(thing)<-[:NAMES]-(key:Name)
WHERE thing.kind IN ['sign', 'bracket', 'second_name'] OR thing.unnamed IS NULL
  AND (thing:Government OR thing:Bureau OR thing:Institution OR thing:Branch OR thing:External OR thing:LeadingGroup)
// Two that share a name: bodies, each pair once, or a second name and a body that is neither its owner nor known to be meant.
WITH place, key, collect({thing: thing, owner: owner.id}) AS named WHERE size(named) > 1
UNWIND named AS first UNWIND named AS second
WITH place, key, first.thing AS one, second.thing AS other, first.owner AS owner, first.thing.id = first.owner AS bodies
WHERE NOT other:Alias AND owner <> other.id AND (NOT bodies OR one.id < other.id) AND NOT EXISTS { (one)-[:DENOTES]->(other) }
WITH place, one, other, bodies, min(key.id) AS key
RETURN place, one, other, CASE WHEN one.name_zh = other.name_zh THEN one.name_zh WHEN one.name_en = other.name_en THEN one.name_en ELSE key END AS name,
       CASE WHEN bodies THEN 'two bodies of one place with one name' ELSE 'a second name that is the name of another body' END AS reason,
       [(one)-[fact]-(:Organization|Alias|ChangeEvent) WHERE fact.spans IS NOT NULL | {document: fact.document, lines: fact.lines, status: 'proposed'}] AS says,
       [(other)-[fact]-(:Organization|Alias|ChangeEvent) WHERE fact.spans IS NOT NULL | {document: fact.document, lines: fact.lines, status: 'proposed'}] AS other_says
ORDER BY place.id, one.id, other.id
