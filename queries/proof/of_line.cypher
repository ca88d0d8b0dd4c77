// What does this line of a document say? 文件的这一行写了什么？
//
// One row per fact that has a proof in the line.
//
// @param document document -- the document, by its id
// @param line integer -- the line, from 1
// @column document document -- the document
// @column unit name -- what the fact is about
// @column relationship string -- the type of the fact
// @column other name -- its other end
// @column says proof -- all lines of the fact
MATCH (document:Document) WHERE document.id IN $document
MATCH (document)<-[:DESCRIBED_IN|NAMED_IN]-(one:Organization)-[says]-(two)
WHERE $line IN says.lines AND document.id IN [says.document, 'document/' + says.document]
WITH DISTINCT document, says, CASE WHEN startNode(says).id = one.id THEN one ELSE two END AS unit, CASE WHEN startNode(says).id = one.id THEN two ELSE one END AS other
RETURN document, unit, type(says) AS relationship, other, says
ORDER BY document.id, unit.id, relationship, other.id
