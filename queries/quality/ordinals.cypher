// Which printed numbers are repeated, missing or out of order? 哪些编号重复、缺漏或次序不对？
//
// Of units: arabic, Chinese and Roman numbers, letters and English words, whatever styles a document mixes. Of duties: the open
// questions about numbers.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column owner unit -- the body
// @column unit unit -- the unit behind the odd number; empty for duties
// @column ordinal_printed string -- the number as printed
// @column fault string -- repeated, missing (before it) or out of order; open question for duties
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division|PartyUnit)-[part:PART_OF]->(owner:Organization) WHERE part.ordinal_printed IS NOT NULL
WITH DISTINCT place, owner, unit, part ORDER BY owner.id, part.ordinal
WITH place, owner, collect({unit: unit, part: part}) AS units,
     collect(toLower(replace(replace(part.ordinal_printed, ' ', ''), 'Step', ''))) AS printed
// Numbers of each style, from the first one on: as many as a body may have units.
WITH place, owner, units, printed, range(1, 99) AS numbers, split('一二三四五六七八九', '') AS digits
WITH place, owner, units, printed, [
  [number IN numbers | toString(number)],
  [number IN numbers | CASE WHEN number >= 20 THEN digits[number / 10 - 1] ELSE '' END + CASE WHEN number >= 10 THEN '十' ELSE '' END
                       + CASE WHEN number % 10 > 0 THEN digits[number % 10 - 1] ELSE '' END],
  split('i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx', ' '),
  split('abcdefghijklmnopqrstuvwxyz', ''),
  split('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty', ' ')] AS styles
// Units whose number is neither the one of their place nor the next behind the one before.
UNWIND range(0, size(units) - 1) AS at
WITH place, owner, units[at] AS one, at, printed, [style IN styles WHERE printed[at] IN style] AS known
WHERE size(known) > 0 AND NOT any(style IN known WHERE style[at] = printed[at])
  AND NOT any(style IN known WHERE at > 0 AND any(next IN range(1, size(style) - 1) WHERE style[next] = printed[at] AND style[next - 1] = printed[at - 1]))
WITH collect({place: place, owner: owner, unit: one.unit, printed: one.part.ordinal_printed, says: one.part, fault: CASE
  WHEN size([other IN printed WHERE other = printed[at]]) > 1 THEN 'repeated'
  WHEN printed[at] IN known[0][at..] THEN 'missing' ELSE 'out of order' END}) AS odd
// Duties: what is asked about their numbers, at the first body of the document.
OPTIONAL MATCH (home:Place) WHERE $place IS NULL OR home.id IN $place
OPTIONAL MATCH (home)<-[:IN_PLACE]-(body:Bureau|Institution)-[:DESCRIBED_IN]->(:Document)<-[:RAISED_BY]-(question:Question {kind: 'number'})
WITH odd, home, body, question ORDER BY body.lines[0], body.id
WITH odd, question, collect({place: home, owner: body, printed: question.seen, fault: 'open question',
                             says: {document: question.document, lines: question.lines}})[0] AS asked
WITH odd, [one IN collect(asked) WHERE one.printed IS NOT NULL] AS asked
UNWIND odd + asked AS one
RETURN one.place AS place, one.owner AS owner, one.unit AS unit, one.printed AS ordinal_printed, one.fault AS fault, one.says AS says
ORDER BY place.id, owner.id, unit.id, ordinal_printed
