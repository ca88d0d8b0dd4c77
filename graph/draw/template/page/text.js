/* --- how wide names are, and where they are broken */
const HEIGHT = 22, LINE = 16, FRAME = 6, MOST_ROWS = 3, EVEN = 8;
const pen = document.createElement("canvas").getContext("2d");
pen.font = '13px "Noto Sans CJK SC", sans-serif';
const widths = new Map();
/* pieces of names come again and again: each is measured once */
const width = (piece) => {
  if (!widths.has(piece)) widths.set(piece, pen.measureText(piece).width);
  return widths.get(piece);
};
/* between words or between characters of Chinese, never before what closes or marks a name */
const PIECES = /[\u2e80-\uffef][、，。；：）》”]*(?: [*?])*|[^\s\u2e80-\uffef]+(?: [*?](?!\S))*\s*|\s+|./gu;
const piecesOf = (text) => text.match(PIECES) ?? [];
/* how wide pieces are in one row, without the blank behind the last */
const widthOf = (pieces) => pieces.reduce((sum, piece, at) => sum + width(at === pieces.length - 1 ? piece.trimEnd() : piece), 0);
const shortened = (text, most) => {
  let fits = 0, cut = text.length;
  while (cut - fits > 1) { const half = (fits + cut) >> 1; if (pen.measureText(text.slice(0, half) + "…").width <= most) fits = half; else cut = half; }
  return text.slice(0, fits) + "…";
};
/* rows of pieces, each row as full as may be; the last may be too wide where there are no more */
const filledRows = (pieces, most) => {
  const rows = [[]];
  let used = 0;
  for (const piece of pieces) {
    if (used && used + width(piece.trimEnd()) > most && rows.length < MOST_ROWS) { rows.push([]); used = 0; }
    rows.at(-1).push(piece);
    used += width(piece);
  }
  return rows;
};
const fitting = (rows, most) => rows.every((row) => widthOf(row) <= most);
/* a long name in rows that are about equally wide: {rows, width, cut (not all of it fits)} */
const broken = new Map();
const rowsOf = (text, most) => {
  const key = most + text;
  if (!broken.has(key)) broken.set(key, brokenInto(piecesOf(text), most));
  return broken.get(key);
};
const brokenInto = (pieces, most) => {
  let rows = filledRows(pieces, most);
  if (!fitting(rows, most)) {
    const texts = rows.map((row) => [row.join("").trimEnd(), widthOf(row)]).map(([row, wide]) => (wide <= most ? row : shortened(row, most)));
    return { rows: texts, width: most, cut: true };
  }
  for (let less = Math.ceil(widthOf(pieces) / rows.length); rows.length > 1 && less < most; less += EVEN) {
    const even = filledRows(pieces, less);
    if (even.length === rows.length && fitting(even, less)) { rows = even; break; }
  }
  return { rows: rows.map((row) => row.join("").trimEnd()), width: Math.max(...rows.map(widthOf)), cut: false };
};
const numberWidth = (thing) => (thing.number ? width(thing.number) * 0.85 + 8 : 0);
const isFramed = (thing) => thing.kind === "Bureau" || thing.kind === "Government";
/* the box of a thing: {width, height, rows, cut} */
const boxOf = (id, most) => {
  const thing = thingOf(id), text = rowsOf(shownName(id), most);
  return {
    width: text.width * (thing.kind === "Function" ? 1.1 : 1) + numberWidth(thing) + 20,
    height: HEIGHT + (isFramed(thing) ? FRAME : 0) + (text.rows.length - 1) * LINE,
    rows: text.rows,
    cut: text.cut,
  };
};
