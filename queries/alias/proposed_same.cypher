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
WHERE thing.kind IN ['sign', 'bracket', 'second_name']
   OR thing.unnamed IS NULL AND any(label IN labels(thing) WHERE label IN ['Government', 'Bureau', 'Institution', 'Branch', 'External', 'LeadingGroup'])
WITH place, key, collect({thing: thing, owner: owner.id}) AS named WHERE size(named) > 1
UNWIND named AS first UNWIND named AS second
WITH place, key, first.thing AS one, CASE WHEN first.thing.id <> first.owner THEN first.owner END AS owner, second.thing AS other
WHERE NOT 'Alias' IN labels(other)
  AND CASE WHEN owner IS NULL THEN one.id < other.id ELSE owner <> other.id AND NOT EXISTS { (one)-[:DENOTES]->(other) } END
WITH place, one, owner, other, min(key.id) AS key
OPTIONAL MATCH (one)-[fact]-(:Organization|Alias|ChangeEvent) WHERE fact.spans IS NOT NULL
WITH place, one, owner, other, key, collect(fact) AS facts
OPTIONAL MATCH (other)-[fact]-(:Organization|Alias|ChangeEvent) WHERE fact.spans IS NOT NULL
WITH place, one, owner, other, key, facts, collect(fact) AS other_facts
RETURN place, one, other, CASE WHEN one.name_zh = other.name_zh THEN one.name_zh WHEN one.name_en = other.name_en THEN one.name_en ELSE key END AS name,
       CASE WHEN owner IS NULL THEN 'two bodies of one place with one name' ELSE 'a second name that is the name of another body' END AS reason,
       [fact IN facts | {document: fact.document, lines: fact.lines, status: 'proposed'}] AS says,
       [fact IN other_facts | {document: fact.document, lines: fact.lines, status: 'proposed'}] AS other_says
ORDER BY place.id, one.id, other.id
