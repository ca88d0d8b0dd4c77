// Which institutions stand under which bureau? 哪些事业单位隶属于哪个部门？
//
// The institution or managed body, and its superior.
MATCH path = (lower:Organization)-[link:AFFILIATED_WITH|MANAGED_BY]->(upper:Organization)
WHERE $place IS NULL OR lower.place = $place
RETURN path
ORDER BY lower.id, type(link), upper.id
