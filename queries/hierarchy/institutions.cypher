// Which institutions stand under which bureau? 哪些事业单位隶属于哪个部门？
//
// Affiliated and led institutions, and bodies that stand by themselves and are managed by another.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column bureau unit -- the superior: a bureau, an institution, a Party unit or another body
// @column institution unit -- the institution or managed body
// @column relationship string -- AFFILIATED_WITH or MANAGED_BY
// @column wording string -- affiliated or led, null where not said
// @column rank string -- its rank as printed
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(institution:Institution|Bureau)-[says:AFFILIATED_WITH|MANAGED_BY]->(bureau:Organization)
RETURN DISTINCT place, bureau, institution, type(says) AS relationship, says.wording AS wording, institution.rank AS rank, says
ORDER BY place.id, bureau.name, institution.name, institution.id, bureau.id, relationship
