// Which bodies say that they have no internal units for now? 哪些单位写明暂不设内设机构？
//
// A body whose document says nothing of internal units is another matter.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the body
// @column kind kind -- its label in lower case
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Bureau|Institution|Branch) WHERE unit.no_divisions_stated
RETURN DISTINCT place, unit, labels(unit) AS kind, {document: unit.document, lines: unit.stated_lines} AS says
ORDER BY place.id, unit.id
