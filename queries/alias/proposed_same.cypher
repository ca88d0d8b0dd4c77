// Which two bodies may be one and the same? 哪些机构可能是同一个？
//
// Two bodies of one place that share a name, whole or without "municipal" in front, and are kept apart; or an alias that a
// rule only proposes to be a body. Nothing is merged before a person decides.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column one unit -- one body
// @column other unit -- the other
// @column name string -- the name that both have
// @column says proof -- where the document names the first
// @column other_says proof -- where it names the other
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(body:Government|Bureau|Institution|Branch|External|LeadingGroup)<-[:NAMES]-(key:Name) WHERE body.unnamed IS NULL
WITH place, key, collect(body) AS bodies WHERE size(bodies) > 1
UNWIND bodies AS one UNWIND bodies AS other
WITH place, one, other, key WHERE one.id < other.id
WITH place, one, other, min(key.id) AS name
OPTIONAL MATCH (one)-[fact]-(:Organization|Alias|ChangeEvent) WHERE fact.spans IS NOT NULL
WITH place, one, other, name, collect(fact) AS says
OPTIONAL MATCH (other)-[fact]-(:Organization|Alias|ChangeEvent) WHERE fact.spans IS NOT NULL
RETURN place, one, other, name, says, collect(fact) AS other_says
ORDER BY place.id, one.id, other.id
