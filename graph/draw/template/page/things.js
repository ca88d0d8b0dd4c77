/* --- what the page is about: things by id, what is said in which language, and what the reader has chosen */
const data = JSON.parse(document.getElementById("data").textContent);
const { things, roots, words } = data;
const grades = Object.keys(data.grades.light);
const overlap = data.overlap ?? { functions: {}, pairs: [], places: [] };
for (const one of Object.values(overlap.functions)) Object.assign(one, { kind: "Function", children: [] });
const thingOf = (id) => things[id] ?? overlap.functions[id];
const total = Object.keys(things).length;
const parents = new Map();
for (const [id, thing] of Object.entries(things)) for (const child of thing.children) parents.set(child, id);

const chart = document.getElementById("chart"), moved = document.getElementById("moved"), details = document.getElementById("details");
const state = {
  language: data.language, mode: "tree", top: false,
  chosen: null, found: new Set(), hits: [], hit: -1, folded: new Set(),
  placed: new Map(), links: [], heads: [], pair: false,   // where everything is, in pixels of the drawing
  view: { x: 20, y: 20, zoom: 1 }, frame: null, stale: true,   // what of it the screen shows, and what is drawn
};
const theme = () => document.documentElement.dataset.theme;
const colour = (kind) => data.colours[theme()][kind] ?? data.colours[theme()].Organization;
const gradeColour = (grade) => data.grades[theme()][grade];
const strongest = (some) => grades.find((grade) => some.has(grade));

const say = (word) => words[state.language][word] ?? words.en[word] ?? word;
/* what has no sign of its own, or would turn the text around it, is shown as a dot */
const visible = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu, "·");
const name = (thing) => {
  const other = thing[state.language];
  const text = visible(other ?? thing.printed);
  return (thing.made ?? []).includes(state.language) && other ? text + " *" : text;
};
/* the question mark is about where it stands: nobody says so outright */
const shownName = (id) => name(thingOf(id)) + (thingOf(id).inferred ? " ?" : "");

const SVG = "http://www.w3.org/2000/svg";
const filled = (made, attributes, children) => {
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const node = (kind, attributes = {}, ...children) => filled(document.createElementNS(SVG, kind), attributes, children);
const tag = (kind, attributes = {}, ...children) => filled(document.createElement(kind), attributes, children);

/* what is unfolded at first: all of a small chart, the first level of a large one */
const SMALL = 150, LARGE = 3000;
const shown = (id) => (state.folded.has(id) ? [] : things[id].children);
const foldAll = () => { for (const [id, thing] of Object.entries(things)) if (thing.children.length && parents.has(id)) state.folded.add(id); };
const reveal = (id) => {
  let changed = false;
  for (let one = parents.get(id); one !== undefined; one = parents.get(one)) changed = state.folded.delete(one) || changed;
  return changed;
};
if (total > SMALL) foldAll();
if (total > LARGE) for (const root of roots) if (roots.length > 1) state.folded.add(root);
