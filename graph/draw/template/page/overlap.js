/* --- overlap: functions in the middle, each unit on the side where fewer of its partners are */
const SWEEPS = 8;
const shares = new Map();   // function -> unit -> grade of what it shares there
for (const [matter, grade, ...units] of overlap.pairs) for (const unit of units) {
  if (!shares.has(matter)) shares.set(matter, new Map());
  const own = shares.get(matter);
  own.set(unit, strongest(new Set([grade, own.get(unit) ?? grade])));
}
const sides = () => {
  const left = new Set(), right = new Set();
  if (overlap.places.length === 2) {
    for (const own of shares.values()) for (const unit of own.keys()) (things[unit].place === overlap.places[0] ? left : right).add(unit);
    return [left, right];
  }
  const partners = new Map();
  for (const [, , one, other] of overlap.pairs) for (const [a, b] of [[one, other], [other, one]]) {
    if (!partners.has(a)) partners.set(a, []);
    partners.get(a).push(b);
  }
  const inOrder = Object.keys(things).filter((id) => partners.has(id));
  for (const unit of inOrder) {
    const on = (side) => partners.get(unit).filter((one) => side.has(one)).length;
    (on(left) < on(right) || (on(left) === on(right) && left.size <= right.size) ? left : right).add(unit);
  }
  return [left, right];
};
/* things by the middle of what they are tied to, so that fewer bands cross */
const sorted = (ids, ties, places) => {
  const middle = new Map(ids.map((id) => { const at = (ties.get(id) ?? []).map((one) => places.get(one) ?? 0); return [id, at.length ? at.reduce((a, b) => a + b, 0) / at.length : 0]; }));
  return [...ids].sort((a, b) => middle.get(a) - middle.get(b));
};
const columnsOf = () => {
  const ties = new Map(), join = (a, b) => ties.set(a, [...(ties.get(a) ?? []), b]);
  for (const [matter, own] of shares) for (const unit of own.keys()) { join(matter, unit); join(unit, matter); }
  let [left, right] = sides().map((side) => [...side]), matters = [...shares.keys()];
  const rank = (ids) => new Map(ids.map((id, index) => [id, (index + 0.5) / ids.length]));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    matters = sorted(matters, ties, new Map([...rank(left), ...rank(right)]));
    left = sorted(left, ties, rank(matters));
    right = sorted(right, ties, rank(matters));
  }
  return [left, matters, right];
};
const overlapLayout = () => {
  const space = room(), most = space.width < WIDE || overlap.places.length === 2 ? NAMES[1] : NAMES[0];
  const columns = columnsOf(), boxes = new Map(columns.flat().map((id) => [id, boxOf(id, most)])), placed = new Map();
  const wide = columns.map((ids) => Math.max(0, ...ids.map((id) => boxes.get(id).width)));
  const high = columns.map((ids) => ids.reduce((sum, id) => sum + boxes.get(id).height + AIR, 0)), tall = Math.max(...high);
  /* bands need room between the columns; where there is little, the names come first */
  const between = Math.max(80, Math.min(tall > 900 ? 260 : 150, (space.width - wide[0] - wide[1] - wide[2] - 60) / 2));
  const starts = [0, wide[0] + between, wide[0] + wide[1] + between * 2];
  columns.forEach((ids, column) => {
    const air = (tall - high[column]) / ids.length;
    let top = 0;
    for (const id of ids) {
      const own = boxes.get(id), x = starts[column] + (column === 0 ? wide[0] - own.width : column === 1 ? (wide[1] - own.width) / 2 : 0);
      placed.set(id, { ...own, x, y: top + (air + AIR) / 2, column });
      top += own.height + AIR + air;
    }
  });
  const links = [];
  for (const [matter, own] of shares) for (const [unit, grade] of own) links.push([unit, matter, grade]);
  /* what asks for a look is drawn last, above the rest */
  links.sort((a, b) => grades.indexOf(b[2]) - grades.indexOf(a[2]));
  return { placed, links, heads: headsOf(starts, wide), pair: false };
};
/* what stands in which column; of two places, whose units are on which side */
const headsOf = (starts, wide) => {
  const head = (text, x, anchor) => node("text", { class: "head", x, y: -14, "text-anchor": anchor }, text);
  const two = overlap.places.length === 2, rootOf = (place) => roots.find((one) => things[one].place === place);
  const [left, right] = two ? overlap.places.map((place) => (rootOf(place) ? shownName(rootOf(place)) : place)) : [say("units"), say("units")];
  return [head(left, wide[0], "end"), head(right, starts[2], "start"), head(say(two ? "functions_of_both" : "functions_of_several"), starts[1] + wide[1] / 2, "middle")];
};
