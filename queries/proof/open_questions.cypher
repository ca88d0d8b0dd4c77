// What did nobody understand yet? 哪些内容尚未读懂、有待人工处理？
//
// Open questions of the documents: the kind, and the name that was seen; no sentence.
//
// @param document document = null -- only this document
// @column document document -- the document
// @column kind string -- lost_name, two_readings, unknown_place, duty_without_function or number
// @column seen string -- the name that was seen
// @column lines list<integer> -- in which lines
MATCH (question:Question)-[:RAISED_BY]->(document:Document) WHERE $document IS NULL OR document.id IN $document
RETURN document, question.kind AS kind, question.seen AS seen, question.lines AS lines
ORDER BY document.id, lines[0], kind, seen, question.id
