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
MATCH (place)<-[:IN_PLACE]-(body:Government|Bureau|Institution|Branch|External|LeadingGroup)<-[:NAMES]-(key:Name) WHERE body.unnamed IS NULL
WITH place, key, collect(body) AS bodies
WITH place, key, bodies, [(key)-[:NAMES]->(alias:Alias)<-[:HANGS_SIGN|KNOWN_AS]-(owner:Organization) WHERE alias.kind IN ['sign', 'bracket', 'second_name'] AND owner.place = place.id
                          | {thing: alias, owner: owner.id}] AS aliases
UNWIND [one IN bodies | {thing: one, owner: null}] + aliases AS first UNWIND bodies AS other
WITH place, key, first.thing AS one, first.owner AS owner, other
WHERE CASE WHEN owner IS NULL THEN one.id < other.id ELSE owner <> other.id AND NOT EXISTS { (one)-[:DENOTES]->(other) } END
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
