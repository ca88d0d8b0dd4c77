/* --- drawing: shapes tell kinds apart without colour */
const corners = (kind, w, h) => ({
  Bureau: `M0 0H${w}V${h}H0Z M3 3H${w - 3}V${h - 3}H3Z`,
  Government: `M0 0H${w}V${h}H0Z M3 3H${w - 3}V${h - 3}H3Z`,
  Place: `M0 ${h}V6L${w / 2} 0L${w} 6V${h}Z`,
  PartyUnit: `M8 0H${w - 8}L${w} ${h / 2}L${w - 8} ${h}H8L0 ${h / 2}Z`,
  Institution: `M0 0H${w}V${h}H0Z`,
  Branch: `M8 0H${w}L${w - 8} ${h}H0Z`,
  Function: `M6 0H${w - 6}L${w} ${h / 2}L${w - 6} ${h}H6L0 ${h / 2}Z`,
  HostedOffice: `M${w} 0H${Math.min(h / 2, 11)}Q0 0 0 ${h / 2}Q0 ${h} ${Math.min(h / 2, 11)} ${h}H${w}Z`,
  LeadingGroup: `M0 ${h}L8 0H${w - 8}L${w} ${h}Z`,
  External: `M5 0H${w - 5}L${w} 5V${h - 5}L${w - 5} ${h}H5L0 ${h - 5}V5Z`,
  Alias: `M0 0H${w - 10}L${w} ${h / 2}L${w - 10} ${h}H0Z`,
})[kind];
const shape = (kind, w, h) => {
  const path = corners(kind, w, h);
  if (path) return node("path", { class: "body", d: path });
  const round = kind === "LeadingGroupOffice" ? Math.min(h / 2, 14) : 5;
  return node("rect", { class: "body", width: w, height: h, rx: round });
};

const drawn = new Map();   // the group of each thing that is drawn
const curve = (from, to) => {
  if (state.top) {
    const x1 = from.x + from.width / 2, y1 = from.y + from.height, x2 = to.x + to.width / 2, y2 = to.y, mid = (y1 + y2) / 2;
    return `M${x1} ${y1}C${x1} ${mid} ${x2} ${mid} ${x2} ${y2}`;
  }
  const x1 = from.x + from.width, y1 = from.y + from.height / 2, x2 = to.x, y2 = to.y + to.height / 2, mid = (x1 + x2) / 2;
  return `M${x1} ${y1}C${mid} ${y1} ${mid} ${y2} ${x2} ${y2}`;
};
const band = (unit, matter, grade) => {
  const from = state.placed.get(unit), to = state.placed.get(matter), left = from.column === 0;
  const x1 = left ? from.x + from.width : from.x, x2 = left ? to.x : to.x + to.width, y1 = from.y + from.height / 2, y2 = to.y + to.height / 2, mid = (x1 + x2) / 2;
  const line = node("path", { class: `band ${grade}`, d: `M${x1} ${y1}C${mid} ${y1} ${mid} ${y2} ${x2} ${y2}`, stroke: gradeColour(grade) });
  line.append(node("title", {}, `${shownName(unit)} · ${shownName(matter)}: ${say(grade)}`));
  line.ends = [unit, matter];
  return line;
};
const link = (from, to) => node("path", { class: `link ${things[to].link ?? ""}`, d: curve(state.placed.get(from), state.placed.get(to)) });
const level = (id) => { let steps = 1; for (let one = parents.get(id); one !== undefined; one = parents.get(one)) steps += 1; return steps; };
const beside = (id) => (parents.has(id) ? things[parents.get(id)].children : roots);
/* what is said about a box to those who do not see it */
const spoken = (id, thing, label) => ({
  "aria-label": `${thing.number ? thing.number + " " : ""}${label}, ${say(thing.kind)}`,
  ...(state.mode !== "tree" ? { role: "button" } : {
    role: "treeitem", "aria-level": level(id), "aria-setsize": beside(id).length, "aria-posinset": beside(id).indexOf(id) + 1,
    "aria-expanded": thing.children.length ? String(!state.folded.has(id)) : undefined,
  }),
});
/* the marks behind a name are paler than the name */
const rowText = (row, x, y) => {
  const [, text, marks] = row.match(/^(.*?)((?: [*?])*)$/su);
  return node("text", { x, y }, text, ...(marks ? [node("tspan", { class: "mark" }, marks)] : []));
};
const box = (id, at) => {
  const thing = thingOf(id), label = shownName(id), many = state.mode === "tree" ? thing.children.length : 0, middle = at.height / 2 - 0.5;
  const group = node("g", { class: `thing ${thing.kind}${thing.around ? " around" : ""}`, transform: `translate(${at.x} ${at.y})`, tabindex: -1, ...spoken(id, thing, label) });
  const outline = shape(thing.kind, at.width, at.height);
  outline.setAttribute("stroke", thing.kind === "Function" ? gradeColour(strongest(new Set(shares.get(id).values()))) : colour(thing.kind));
  group.append(node("title", {}, label), outline);
  if (thing.number) group.append(node("text", { class: "number", x: 10, y: middle }, thing.number));
  at.rows.forEach((row, index) => group.append(rowText(row, 10 + numberWidth(thing), middle + (index - (at.rows.length - 1) / 2) * LINE)));
  if (many) group.append(foldSign(id, at, many));
  group.own = id;
  drawn.set(id, group);
  return group;
};
const foldSign = (id, at, many) => {
  const { x, y } = state.top ? { x: at.width / 2, y: at.height + 8 } : { x: at.width + 10, y: at.height / 2 }, folded = state.folded.has(id);
  return node("g", { class: "fold", transform: `translate(${x} ${y})`, "aria-hidden": "true" }, node("circle", { r: folded ? 9 : 6 }), node("text", { y: 0.5 }, folded ? String(many) : "−"));
};

/* all of a chart is drawn, of a large one only what is near the screen: thousands of elements are slow */
const screen = (edge) => {
  const space = room(), { x, y, zoom } = state.view, across = space.width * edge, along = space.height * edge;
  return { left: (-x - across) / zoom, top: (-y - along) / zoom, right: (space.width - x + across) / zoom, bottom: (space.height - y + along) / zoom };
};
const holds = (outer, inner) => outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;
const touches = (frame, ...boxes) => boxes.some((at) => at.x <= frame.right) && boxes.some((at) => at.x + at.width >= frame.left)
  && boxes.some((at) => at.y <= frame.bottom) && boxes.some((at) => at.y + at.height >= frame.top);
const render = (everything = false) => {
  const held = moved.contains(document.activeElement) ? document.activeElement.own : undefined;
  const { placed, links } = state, frame = everything || placed.size <= MANY ? null : screen(0.5);
  Object.assign(state, { frame, stale: false });
  drawn.clear();
  chart.setAttribute("role", state.mode === "tree" ? "tree" : "group");
  const lines = links.filter(([from, to]) => !frame || touches(frame, placed.get(from), placed.get(to))).map((one) => (state.mode === "tree" ? link : band)(...one));
  const boxes = [...placed].filter(([, at]) => !frame || touches(frame, at)).map(([id, at]) => box(id, at));
  moved.replaceChildren(node("g", { "aria-hidden": "true" }, ...lines), node("g", { role: "group" }, ...state.heads, ...boxes));
  mark();
  if (held !== undefined) (drawn.get(held) ?? chart).focus({ preventScroll: true });
};
const lay = () => Object.assign(state, state.mode === "tree" ? bestTree() : overlapLayout(), { stale: true });
const first = () => (drawn.has(state.chosen) ? state.chosen : drawn.keys().next().value);
const mark = () => {
  const near = new Set([state.chosen]), onto = first(), dim = state.mode !== "tree" && drawn.has(state.chosen);
  for (const line of moved.querySelectorAll(".band")) {
    const own = line.ends.includes(state.chosen);
    line.classList.toggle("dim", dim && !own);
    if (own) line.ends.forEach((id) => near.add(id));
  }
  for (const [id, group] of drawn) {
    group.classList.toggle("chosen", id === state.chosen);
    group.classList.toggle("found", state.found.has(id));
    group.classList.toggle("dim", dim && !near.has(id));
    group.setAttribute(state.mode === "tree" ? "aria-selected" : "aria-pressed", String(id === state.chosen));
    group.setAttribute("tabindex", id === onto ? 0 : -1);
  }
};
