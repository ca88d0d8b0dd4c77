// Which responsibilities and bodies changed, and from whom to whom? 哪些职责和机构发生了变动？
//
// Each change with what was before, what came after, and the matters it is about.
MATCH path = (event:ChangeEvent)-[link:BEFORE|AFTER|CONCERNS]->(other)
WHERE $place IS NULL OR split(event.id, '/')[0] = $place
RETURN path
ORDER BY event.id, type(link), other.id
