"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const { things, roots, words } = data;
const grades = Object.keys(data.grades.light);
const theme = () => document.documentElement.dataset.theme;
const colour = (kind) => data.colours[theme()][kind] ?? data.colours[theme()].Organization;
const gradeColour = (grade) => data.grades[theme()][grade];
const overlap = data.overlap ?? { functions: {}, pairs: [], places: [] };
for (const one of Object.values(overlap.functions)) Object.assign(one, { kind: "Function", children: [] });
const thingOf = (id) => things[id] ?? overlap.functions[id];
const SVG = "http://www.w3.org/2000/svg";
const GAP = 42, HEIGHT = 22, LINE = 16, AIR = 8, SMALL = 150, READABLE = 0.7, SMALLEST = 0.6, MOST_ROWS = 3;
const chart = document.getElementById("chart"), moved = document.getElementById("moved"), details = document.getElementById("details");
const state = { language: data.language, top: false, mode: "tree", chosen: null, found: new Set(), hits: [], hit: -1, folded: new Set(), view: { x: 20, y: 20, zoom: 1 } };
const parents = new Map();
for (const [id, thing] of Object.entries(things)) for (const child of thing.children) parents.set(child, id);

const say = (word) => words[state.language][word] ?? words.en[word] ?? word;
/* what has no sign of its own, or would turn the text around it, is shown as a dot */
const visible = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu, "·");
const name = (thing) => {
  const other = thing[state.language];
  const text = visible(other ?? thing.printed);
  return (thing.made ?? []).includes(state.language) && other ? text + " *" : text;
};
const node = (kind, attributes = {}, ...children) => {
  const made = document.createElementNS(SVG, kind);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const tag = (kind, attributes = {}, ...children) => {
  const made = document.createElement(kind);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/* --- what is unfolded at first: all of a small chart, the first level of a large one */
const below = (id) => 1 + things[id].children.reduce((sum, child) => sum + below(child), 0);
const total = Object.keys(things).length;
const foldAll = () => { for (const [id, thing] of Object.entries(things)) if (thing.children.length && parents.has(id)) state.folded.add(id); };
if (total > SMALL) foldAll();
if (total > 3000) for (const root of roots) if (roots.length > 1) state.folded.add(root);

/* --- layout: d3-hierarchy places the nodes, columns are as wide as their names */
const pen = document.createElement("canvas").getContext("2d");
pen.font = '13px "Noto Sans CJK SC", sans-serif';
const widths = new Map();
const width = (text) => { if (!widths.has(text)) widths.set(text, pen.measureText(text).width); return widths.get(text); };
const narrow = () => roots.length === 2 || chart.getBoundingClientRect().width < 1000;
const widest = () => (narrow() ? 190 : 250);
const shortened = (text, most) => {
  if (width(text) <= most) return text;
  let fits = 0, cut = text.length;
  while (cut - fits > 1) { const half = (fits + cut) >> 1; if (pen.measureText(text.slice(0, half) + "…").width <= most) fits = half; else cut = half; }
  return text.slice(0, fits) + "…";
};
/* a long name is broken between words or between characters of Chinese, never before what closes or marks it */
const broken = new Map(), PIECES = /[\u2e80-\uffef][、，。；：）》”]*(?: [*?])*|[^\s\u2e80-\uffef]+(?: [*?](?!\S))*\s*|\s+|./gu;
const rowsOf = (text) => {
  const most = widest(), key = most + text;
  if (!broken.has(key)) broken.set(key, width(text) <= most ? [text] : cutInto(text.match(PIECES) ?? [], most, MOST_ROWS));
  return broken.get(key);
};
const cutInto = (pieces, most, rows) => {
  let row = "", next = 0;
  while (next < pieces.length && width((row + pieces[next]).trimEnd()) <= most) row += pieces[next++];
  if (next === pieces.length) return [row.trimEnd()];
  if (rows === 1 || !row.trim()) return [shortened(row + pieces.slice(next).join(""), most)];
  return [row.trimEnd(), ...cutInto(pieces.slice(next), most, rows - 1)];
};
/* the question mark is about where it stands: nobody says so outright */
const shownName = (id) => name(thingOf(id)) + (thingOf(id).inferred ? " ?" : "");
const boxWidth = (id) => {
  const thing = thingOf(id);
  return Math.max(...rowsOf(shownName(id)).map(width)) * (thing.kind === "Function" ? 1.1 : 1) + (thing.number ? width(thing.number) * 0.85 + 8 : 0) + 20;
};
const boxHeight = (id) => HEIGHT + (rowsOf(shownName(id)).length - 1) * LINE;
const shown = (id) => (state.folded.has(id) ? [] : things[id].children);
const layout = (together = true) => {
  let offset = 0, beside = 0;
  const placed = new Map(), links = [];
  /* two trees stand beside each other where there is room, else below each other */
  const pair = together && roots.length === 2 && !state.top && chart.getBoundingClientRect().width >= 1000;
  for (const root of roots) {
    const tree = d3.hierarchy(root, shown);
    const column = [];
    tree.each((one) => { column[one.depth] = Math.max(column[one.depth] ?? 0, boxWidth(one.data)); });
    const step = state.top ? Math.max(...column) + 18 : 1, high = (one) => (state.top ? 0 : boxHeight(one.data) / 2);
    d3.tree().nodeSize([step, 1]).separation((a, b) => (state.top ? (a.parent === b.parent ? 1 : 1.15) : high(a) + high(b) + (a.parent === b.parent ? AIR : AIR * 1.5)))(tree);
    const starts = column.map((_, depth) => column.slice(0, depth).reduce((sum, each) => sum + each + GAP, 0));
    let least = Infinity, most = -Infinity;
    tree.each((one) => { least = Math.min(least, one.x - high(one)); most = Math.max(most, one.x + high(one)); });
    /* what is read aloud comes in the order of the tree: each thing, then what is below it */
    tree.eachBefore((one) => {
      const own = boxWidth(one.data), height = boxHeight(one.data), across = one.x - high(one) - least + offset;
      placed.set(one.data, state.top ? { x: across + (step - own) / 2, y: one.depth * 90, width: own, height } : { x: beside + starts[one.depth], y: across, width: own, height });
    });
    for (const { source, target } of tree.links()) links.push([source.data, target.data]);
    if (pair) beside += starts[starts.length - 1] + column[column.length - 1] + GAP * 1.6;
    else offset += most - least + (state.top ? step * 1.5 : 40);
  }
  if (pair && beside * SMALLEST > chart.getBoundingClientRect().width) return layout(false);
  state.pair = pair;
  return { placed, links };
};

/* --- overlap: functions in the middle, each unit on the side where fewer of its partners are */
const strongest = (some) => grades.find((grade) => some.has(grade));
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
const sorted = (ids, ties, places) => {
  const middle = new Map(ids.map((id) => { const at = (ties.get(id) ?? []).map((one) => places.get(one) ?? 0); return [id, at.length ? at.reduce((a, b) => a + b, 0) / at.length : 0]; }));
  return [...ids].sort((a, b) => middle.get(a) - middle.get(b));
};
const overlapLayout = () => {
  const ties = new Map(), join = (a, b) => ties.set(a, [...(ties.get(a) ?? []), b]);
  for (const [matter, own] of shares) for (const unit of own.keys()) { join(matter, unit); join(unit, matter); }
  let [left, right] = sides().map((side) => [...side]), matters = [...shares.keys()];
  const rank = (ids) => new Map(ids.map((id, index) => [id, (index + 0.5) / ids.length]));
  for (let sweep = 0; sweep < 8; sweep += 1) {
    matters = sorted(matters, ties, new Map([...rank(left), ...rank(right)]));
    left = sorted(left, ties, rank(matters));
    right = sorted(right, ties, rank(matters));
  }
  const columns = [left, matters, right], wide = columns.map((ids) => Math.max(0, ...ids.map(boxWidth)));
  const high = columns.map((ids) => ids.reduce((sum, id) => sum + boxHeight(id) + AIR, 0)), tall = Math.max(...high), placed = new Map();
  /* bands need room between the columns; where there is little, the names come first */
  const room = (chart.getBoundingClientRect().width - wide[0] - wide[1] - wide[2] - 60) / 2;
  const between = Math.max(80, Math.min(tall > 900 ? 260 : 150, room));
  const starts = [0, wide[0] + between, wide[0] + wide[1] + between * 2];
  columns.forEach((ids, column) => {
    const air = (tall - high[column]) / ids.length;
    let top = 0;
    for (const id of ids) {
      const own = boxWidth(id), height = boxHeight(id), x = starts[column] + (column === 0 ? wide[0] - own : column === 1 ? (wide[1] - own) / 2 : 0);
      placed.set(id, { x, y: top + (air + AIR) / 2, width: own, height, column });
      top += height + AIR + air;
    }
  });
  const links = [];
  for (const [matter, own] of shares) for (const [unit, grade] of own) links.push([unit, matter, grade]);
  /* what asks for a look is drawn last, above the rest */
  links.sort((a, b) => grades.indexOf(b[2]) - grades.indexOf(a[2]));
  /* of two places, whose units stand on which side */
  const heads = overlap.places.length !== 2 ? [] : overlap.places.map((where, side) => {
    const root = roots.find((one) => things[one].place === where);
    return node("text", { class: "head", x: side ? starts[2] : wide[0], y: -14, "text-anchor": side ? "start" : "end" }, root ? shownName(root) : where);
  });
  return { placed, links, heads };
};

/* --- shapes tell kinds apart without colour */
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
  const round = kind === "LeadingGroupOffice" ? h / 2 : 5;
  return node("rect", { class: "body", width: w, height: h, rx: round });
};

/* --- drawing */
const drawn = new Map();
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
const draw = () => {
  const { placed, links, heads = [] } = state.mode === "tree" ? layout() : overlapLayout();
  state.placed = placed;
  drawn.clear();
  chart.setAttribute("role", state.mode === "tree" ? "tree" : "group");
  const lines = state.mode !== "tree" ? links.map((link) => band(...link)) : links.map(([from, to]) => node("path", { class: `link ${things[to].link ?? ""}`, d: curve(placed.get(from), placed.get(to)) }));
  const boxes = [...placed].map(([id, at]) => box(id, at));
  moved.replaceChildren(node("g", {}, ...lines), node("g", { role: "group" }, ...heads, ...boxes));
  mark();
};
const depth = (id) => { let steps = 1; for (let one = parents.get(id); one !== undefined; one = parents.get(one)) steps += 1; return steps; };
const box = (id, at) => {
  const thing = thingOf(id), label = shownName(id), many = state.mode === "tree" ? thing.children.length : 0;
  const group = node("g", {
    class: `thing ${thing.kind}${thing.around ? " around" : ""}`, transform: `translate(${at.x} ${at.y})`, role: state.mode === "tree" ? "treeitem" : "button", tabindex: -1,
    "aria-level": state.mode === "tree" ? depth(id) : undefined, "aria-label": `${thing.number ? thing.number + " " : ""}${label}, ${say(thing.kind)}`,
    "aria-expanded": many ? String(!state.folded.has(id)) : undefined,
  });
  const outline = shape(thing.kind, at.width, at.height);
  outline.setAttribute("stroke", thing.kind === "Function" ? gradeColour(strongest(new Set(shares.get(id).values()))) : colour(thing.kind));
  group.append(node("title", {}, label), outline);
  let left = 10;
  if (thing.number) {
    group.append(node("text", { class: "number", x: left, y: at.height / 2 }, thing.number));
    left += width(thing.number) * 0.85 + 8;
  }
  const rows = rowsOf(label);
  rows.forEach((row, index) => group.append(node("text", { x: left, y: at.height / 2 + (index - (rows.length - 1) / 2) * LINE }, row)));
  if (many) {
    const fold = state.top ? { x: at.width / 2, y: at.height + 8 } : { x: at.width + 10, y: at.height / 2 };
    const sign = node("g", { class: "fold", transform: `translate(${fold.x} ${fold.y})`, "aria-hidden": "true" },
      node("circle", { r: state.folded.has(id) ? 9 : 6 }), node("text", { y: 1 }, state.folded.has(id) ? String(many) : "−"));
    sign.addEventListener("click", (event) => { event.stopPropagation(); toggle(id); });
    group.append(sign);
  }
  group.addEventListener("click", () => choose(id));
  group.addEventListener("dblclick", () => toggle(id));
  drawn.set(id, group);
  return group;
};
const mark = () => {
  for (const [id, group] of drawn) {
    group.classList.toggle("chosen", id === state.chosen);
    group.classList.toggle("found", state.found.has(id));
    group.setAttribute(state.mode === "tree" ? "aria-selected" : "aria-pressed", String(id === state.chosen));
    group.setAttribute("tabindex", id === (drawn.has(state.chosen) ? state.chosen : first()) ? 0 : -1);
  }
  const near = new Set([state.chosen]);
  for (const line of moved.querySelectorAll(".band")) {
    const own = line.ends.includes(state.chosen);
    line.classList.toggle("dim", drawn.has(state.chosen) && !own);
    if (own) line.ends.forEach((id) => near.add(id));
  }
  for (const [id, group] of drawn) group.classList.toggle("dim", state.mode !== "tree" && drawn.has(state.chosen) && !near.has(id));
};
const first = () => (state.mode === "tree" ? roots[0] : state.placed.keys().next().value);
const toggle = (id) => {
  if (state.mode !== "tree" || !things[id].children.length) return;
  if (!state.folded.delete(id)) state.folded.add(id);
  const before = state.placed.get(id);
  draw();
  const after = state.placed.get(id);
  if (before && after) { state.view.x += (before.x - after.x) * state.view.zoom; state.view.y += (before.y - after.y) * state.view.zoom; place(); }
};
const reveal = (id) => { for (let one = parents.get(id); one !== undefined; one = parents.get(one)) state.folded.delete(one); };
const choose = (id, moving = false) => {
  if (!drawn.has(id)) { if (state.mode !== "tree") { state.mode = "tree"; furnish(); } reveal(id); draw(); }
  state.chosen = id;
  mark();
  tell(id);
  try { history.replaceState(null, "", "#" + encodeURIComponent(id)); } catch { /* a frame of a notebook has no address */ }
  if (moving) look(id);
  drawn.get(id)?.focus({ preventScroll: true });
};

/* --- moving about */
const place = () => moved.setAttribute("transform", `translate(${state.view.x} ${state.view.y}) scale(${state.view.zoom})`);
const extent = () => {
  let right = 0, bottom = 0;
  for (const at of state.placed.values()) { right = Math.max(right, at.x + at.width + 24); bottom = Math.max(bottom, at.y + at.height + 18); }
  return { right, bottom };
};
const begin = (root, room, edge) => (edge + root <= room - 40 ? edge : room / 2 - root);
/* all of it, or no smaller than this, then from where it begins */
const fit = (least = READABLE) => {
  const { right, bottom } = extent(), space = chart.getBoundingClientRect();
  const free = space.height - 24 - document.getElementById("legend").offsetHeight;
  const zoom = Math.max(state.pair && state.mode === "tree" ? Math.min(least, SMALLEST) : least, Math.min(1.15, (space.width - 40) / right, (free - 20) / bottom));
  state.view = { x: Math.max(20, (space.width - right * zoom) / 2), y: Math.max(state.mode === "tree" ? 16 : 40, (free - bottom * zoom) / 2), zoom };
  const root = state.mode === "tree" && roots.length === 1 ? state.placed.get(roots[0]) : undefined;
  /* what is larger than the screen begins at its first unit, unless its root were out of sight there */
  if (root && bottom * zoom > free && !state.top) state.view.y = begin((root.y + root.height / 2) * zoom, free, 16);
  if (root && right * zoom > space.width && state.top) state.view.x = begin((root.x + root.width / 2) * zoom, space.width, 20);
  place();
};
const look = (id) => {
  const at = state.placed.get(id), space = chart.getBoundingClientRect();
  state.view.x = space.width / 2 - (at.x + at.width / 2) * state.view.zoom;
  state.view.y = space.height / 2 - at.y * state.view.zoom;
  place();
};
const zoomed = (factor, x, y) => {
  const zoom = Math.max(0.1, Math.min(4, state.view.zoom * factor)), real = zoom / state.view.zoom;
  state.view = { x: x - (x - state.view.x) * real, y: y - (y - state.view.y) * real, zoom };
  place();
};
chart.addEventListener("wheel", (event) => {
  event.preventDefault();
  const space = chart.getBoundingClientRect();
  zoomed(Math.exp(-event.deltaY / 500), event.clientX - space.left, event.clientY - space.top);
}, { passive: false });
let held = null;
chart.addEventListener("pointerdown", (event) => { if (!event.target.closest(".thing")) { held = { x: event.clientX, y: event.clientY }; chart.classList.add("moving"); chart.setPointerCapture(event.pointerId); } });
chart.addEventListener("pointermove", (event) => {
  if (!held) return;
  state.view.x += event.clientX - held.x; state.view.y += event.clientY - held.y;
  held = { x: event.clientX, y: event.clientY };
  place();
});
for (const end of ["pointerup", "pointercancel"]) chart.addEventListener(end, () => { held = null; chart.classList.remove("moving"); });

/* --- keyboard: arrows walk the tree, enter tells, plus and minus zoom */
const linked = (id) => [...moved.querySelectorAll(".band")].filter((line) => line.ends.includes(id)).map((line) => line.ends.find((one) => one !== id));
const order = () => { if (state.mode !== "tree") return [...state.placed.keys()]; const list = []; const walk = (id) => { list.push(id); shown(id).forEach(walk); }; roots.forEach(walk); return list; };
chart.addEventListener("keydown", (event) => {
  const now = drawn.has(state.chosen) ? state.chosen : first(), list = order(), index = list.indexOf(now), parent = parents.get(now);
  const steps = state.mode !== "tree" ? {
    ArrowDown: () => list[index + 1], ArrowUp: () => list[index - 1], Home: () => list[0], End: () => list[list.length - 1],
    ArrowRight: () => linked(now)[0], ArrowLeft: () => linked(now).at(-1), Enter: () => now, " ": () => now,
  } : {
    ArrowDown: () => list[index + 1], ArrowUp: () => list[index - 1], Home: () => list[0], End: () => list[list.length - 1],
    ArrowRight: () => (state.folded.has(now) ? (toggle(now), now) : shown(now)[0]),
    ArrowLeft: () => (shown(now).length ? (toggle(now), now) : parent),
    Enter: () => now, " ": () => (toggle(now), now),
  };
  if (event.key === "+" || event.key === "-") { const space = chart.getBoundingClientRect(); zoomed(event.key === "+" ? 1.2 : 1 / 1.2, space.width / 2, space.height / 2); return; }
  if (!steps[event.key]) return;
  event.preventDefault();
  const next = steps[event.key]();
  if (next !== undefined) choose(next, true);
});

/* --- details: names, facts and the lines that prove them */
const lines = (numbers) => say("line").replace("{}", numbers.join(state.language === "zh" ? "、" : ", "));
const where = (fact) => (fact.lines?.length ? tag("span", { class: "where" }, " " + lines(fact.lines)) : "");
const factLine = (group, fact) => {
  const label = name(fact), item = tag("li");
  if (things[fact.to]) {
    const link = tag("a", { href: "#" + encodeURIComponent(fact.to) }, label);
    link.addEventListener("click", (event) => { event.preventDefault(); choose(fact.to, true); });
    item.append(link);
  } else item.append(label);
  const extra = [fact.more && say(fact.more), ...(fact.roles ?? []).map(say)].filter(Boolean).join(state.language === "zh" ? "、" : ", ");
  if (extra) item.append(tag("span", { class: "roles" }, ` (${extra})`));
  if (fact.inferred) item.append(tag("span", { class: "roles" }, ` ? ${say("inferred")}`));
  item.append(where(fact), ...(fact.texts ?? []).map((text) => tag("blockquote", {}, visible(text))));
  return item;
};
const tellMatter = (id) => {
  details.replaceChildren(tag("h2", {}, name(overlap.functions[id])), tag("div", { class: "where" }, say("Function")), tag("h3", {}, `${say("done_by")} (${shares.get(id).size})`));
  const units = [...shares.get(id)].map(([unit, grade]) => {
    const duty = (things[unit].facts?.duties ?? []).find((fact) => fact.to === id) ?? {};
    const item = factLine("duties", { ...duty, ...things[unit], lines: duty.lines, inferred: duty.inferred, to: unit, facts: undefined });
    const mark = tag("span", { class: "roles" }, " · " + say(grade));
    item.append(mark);
    return item;
  });
  details.append(tag("ul", {}, ...units));
};
const tell = (id) => {
  if (!things[id]) { tellMatter(id); return; }
  const thing = things[id], other = state.language === "zh" ? thing.en : thing.zh;
  details.replaceChildren(tag("h2", {}, name(thing)));
  details.append(tag("div", { class: "where" }, [say(thing.kind), thing.number].filter(Boolean).join(" · ")));
  for (const text of new Set([other, thing.printed])) if (text && text !== (thing[state.language] ?? thing.printed)) details.append(tag("div", {}, visible(text)));
  if ((thing.made ?? []).includes(state.language)) details.append(tag("div", { class: "where" }, "* " + say("made")));
  if (thing.document) details.append(tag("div", { class: "where" }, [thing.document, thing.lines && lines(thing.lines.slice(0, 1))].filter(Boolean).join(" · ")));
  if (data.thing) details.append(tag("div", {}, tag("a", { href: `${data.thing}&id=${encodeURIComponent(id)}`, target: "_top" }, say("open"))));
  for (const [group, facts] of Object.entries(thing.facts ?? {})) {
    details.append(tag("h3", {}, `${say(group)} (${facts.length})`), tag("ul", {}, ...facts.map((fact) => factLine(group, fact))));
  }
  details.append(tag("div", { class: "where" }, visible(id)));
};

/* --- search by any name, in either language */
const search = document.getElementById("search"), hits = document.getElementById("hits");
const texts = new Map(Object.entries(things).map(([id, thing]) => [id,
  [thing.printed, thing.zh, thing.en, ...(thing.facts?.names ?? []).flatMap((one) => [one.printed, one.zh, one.en])].filter(Boolean).join("\n").toLowerCase()]));
search.addEventListener("input", () => {
  const wanted = search.value.trim().toLowerCase();
  /* those that bear the name themselves come before those that are also known by it */
  const own = (id) => [things[id].printed, things[id].zh, things[id].en].some((text) => text?.toLowerCase().includes(wanted));
  const all = wanted ? [...texts].filter(([, text]) => text.includes(wanted)).map(([id]) => id) : [];
  state.hits = [...all.filter(own), ...all.filter((id) => !own(id))];
  state.found = new Set(state.hits);
  state.hit = -1;
  if (state.hits.length && state.hits.length <= 40 && state.mode === "tree") { state.hits.forEach(reveal); draw(); look(state.hits[0]); } else mark();
  hits.textContent = wanted ? `${state.hits.length} ${say("found")}` : "";
});
document.getElementById("finding").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!state.hits.length) return;
  state.hit = (state.hit + 1) % state.hits.length;
  choose(state.hits[state.hit], true);
  search.focus();
});

/* --- files: the drawing as SVG or PNG */
const above = () => (state.mode === "tree" ? -10 : -34);
const standalone = () => {
  const { right, bottom } = extent(), copy = node("svg", { xmlns: SVG, width: right + 20, height: bottom + 10 - above(), viewBox: `-10 ${above()} ${right + 20} ${bottom + 10 - above()}` });
  const style = getComputedStyle(document.documentElement);
  const css = document.querySelector("style").textContent.replace(/var\((--[\w-]+)\)/g, (_, variable) => style.getPropertyValue(variable).trim());
  const inner = moved.cloneNode(true);
  inner.removeAttribute("transform");
  copy.append(node("style", {}, css), node("rect", { x: -10, y: above(), width: right + 20, height: bottom + 10 - above(), fill: style.getPropertyValue("--ground") }), inner);
  return new XMLSerializer().serializeToString(copy);
};
const save = (blob, ending) => {
  const link = tag("a", { href: URL.createObjectURL(blob), download: document.title + ending });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
const saveSvg = () => save(new Blob([standalone()], { type: "image/svg+xml" }), ".svg");
const savePng = () => {
  const picture = new Image(), address = URL.createObjectURL(new Blob([standalone()], { type: "image/svg+xml" }));
  picture.onload = () => {
    const scale = Math.min(2, 16000 / Math.max(picture.width, picture.height)), canvas = tag("canvas", { width: picture.width * scale, height: picture.height * scale });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((blob) => save(blob, ".png"));
  };
  picture.src = address;
};
/* paper is light */
let beforePaper = null;
addEventListener("beforeprint", () => { beforePaper = theme(); document.documentElement.dataset.theme = "light"; draw(); const { right, bottom } = extent(); chart.setAttribute("viewBox", `-10 ${above()} ${right + 20} ${bottom + 10 - above()}`); moved.removeAttribute("transform"); });
addEventListener("afterprint", () => { document.documentElement.dataset.theme = beforePaper ?? theme(); draw(); chart.removeAttribute("viewBox"); place(); });

/* --- tools and legend, again after each change of language */
const tool = (word, act, pressed) => {
  const made = tag("button", { type: "button", "data-word": word, "aria-pressed": pressed === undefined ? undefined : String(pressed) }, say(word));
  /* who came with the keyboard stays on the same button */
  made.addEventListener("click", () => { act(); furnish(); document.querySelector(`#tools [data-word="${word}"]`)?.focus(); });
  return made;
};
/* a title made of the names of the roots follows the language */
const titleIn = (language) => {
  if (data.titles) return data.titles[language];
  if (!data.overview) return roots.map((root) => visible(things[root][language] ?? things[root].printed)).join(" · ");
  const all = Object.values(things), places = new Set(all.map((thing) => thing.place).filter(Boolean)).size, bodies = all.filter((thing) => thing.kind === "Bureau").length;
  return [say("all"), `${places} ${say("places")}`, `${bodies} ${say("bodies")}`, `${total} ${say("things")}`].join(" · ");
};
const titled = data.overview || (roots.length > 0 && document.title === titleIn(state.language));
const linkKinds = { PART_OF: ["PART_OF", "BRANCH_OF", "AFFILIATED_WITH", "ORGAN_OF"], HOSTS: ["HOSTS", "MANAGED_BY"], HANGS_SIGN: ["HANGS_SIGN"] };
const sampleOf = (...children) => node("svg", { width: 28, height: 16, viewBox: "-1 -1 28 16", class: "sample", "aria-hidden": "true" }, ...children);
const linesInLegend = () => {
  if (state.mode !== "tree") return [];
  const there = new Set(Object.values(things).map((thing) => thing.link));
  const lines = Object.entries(linkKinds).filter(([, kinds]) => kinds.some((kind) => there.has(kind))).map(([word]) => tag("li", {}, sampleOf(node("path", { class: `link ${word}`, d: "M0 7H26" })), say(word)));
  const fold = sampleOf(node("g", { class: "fold", transform: "translate(13 7)" }, node("circle", { r: 7 }), node("text", { y: 1 }, "5")));
  return [...lines, ...(Object.values(things).some((thing) => thing.children.length) ? [tag("li", {}, fold, say("below"))] : [])];
};
const furnish = () => {
  document.documentElement.lang = state.language;
  search.placeholder = say("search");
  search.setAttribute("aria-label", say("search"));
  if (titled) document.title = document.querySelector("h1").textContent = titleIn(state.language);
  chart.setAttribute("aria-label", document.title);
  document.getElementById("tools").setAttribute("aria-label", say("tools"));
  document.getElementById("legend").setAttribute("aria-label", say("legend"));
  const shared = tool("overlaps", () => { state.mode = state.mode === "tree" ? "overlap" : "tree"; draw(); fit(); }, state.mode !== "tree");
  const tree = [tool("unfold", () => { state.folded.clear(); draw(); fit(); }), tool("fold", () => { state.folded.clear(); foldAll(); draw(); fit(); }),
    tool("top", () => { state.top = !state.top; draw(); fit(); }, state.top)];
  document.getElementById("tools").replaceChildren(...(shares.size ? [shared] : []), ...(state.mode === "tree" ? tree : []), tool("whole", () => fit(0.1)),
    tool("dark", () => { document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark"; draw(); }, theme() === "dark"),
    tool("other_language", () => { state.language = state.language === "zh" ? "en" : "zh"; draw(); if (state.chosen) tell(state.chosen); else fit(); }),
    tool("print", () => print()), tool("SVG", saveSvg), tool("PNG", savePng));
  const kinds = [...new Set((state.mode === "tree" ? Object.values(things) : [...state.placed.keys()].map(thingOf)).map((thing) => thing.kind))].filter((kind) => kind !== "Function");
  const seen = new Set(state.mode === "tree" ? [] : [...shares.values()].flatMap((own) => [...own.values()]));
  const bands = grades.filter((grade) => seen.has(grade)).map((grade) => tag("li", {},
    node("svg", { width: 28, height: 16, class: "sample", "aria-hidden": "true" }, node("path", { class: `band ${grade}`, d: "M0 8H28", stroke: gradeColour(grade) })), say(grade)));
  const made = Object.values(things).some((thing) => (thing.made ?? []).includes(state.language));
  document.getElementById("legend").replaceChildren(...bands, ...kinds.map((kind) => {
    const sample = shape(kind, 26, 14);
    sample.setAttribute("stroke", colour(kind));
    return tag("li", {}, sampleOf(sample), say(kind));
  }), ...linesInLegend(), ...(made ? [tag("li", {}, "* " + say("made"))] : []),
    ...(Object.values(things).some((thing) => thing.inferred) ? [tag("li", {}, "? " + say("inferred"))] : []),
    ...(state.mode === "tree" && Object.values(things).some((thing) => thing.around) ? [tag("li", {}, say("around"))] : []), tag("li", {}, say("hint")));
};
document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const wanted = decodeURIComponent(location.hash.slice(1));
if (((wanted || data.begins) === "overlap" && shares.size) || shares.has(wanted)) state.mode = "overlap";
draw();
furnish();
fit();
if (things[wanted] || shares.has(wanted)) choose(wanted, true);
})();
