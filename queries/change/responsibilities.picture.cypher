// Which responsibilities and bodies changed, and from whom to whom? 哪些职责和机构发生了变动？
//
// Each change with what was before, what came after, and the matters it is about.
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(:Organization)<-[:BEFORE|AFTER]-(event:ChangeEvent)
WITH DISTINCT event
MATCH path = (event)-[:BEFORE|AFTER|CONCERNS]->()
RETURN path
ORDER BY nodes(path)[0].id, type(relationships(path)[0]), nodes(path)[1].id
