/* --- moving about: what the screen shows, with the mouse and with the keyboard */
const READABLE = 0.66, EDGE = 16;
const place = () => {
  moved.setAttribute("transform", `translate(${state.view.x} ${state.view.y}) scale(${state.view.zoom})`);
  if (state.stale || (state.frame && !holds(state.frame, screen(0)))) render();
};
const begin = (root, space, edge) => (edge + root <= space - 40 ? edge : space / 2 - root);
/* all of it, or no smaller than this, then from where it begins */
const fit = (least = READABLE) => {
  const { right, bottom } = extent(), space = room(), tree = state.mode === "tree";
  const zoom = Math.max(state.pair ? Math.min(least, SMALLEST) : least, whole(state.placed));
  state.view = { x: Math.max(20, (space.width - right * zoom) / 2), y: Math.max(tree ? EDGE : 40, (space.height - bottom * zoom) / 2), zoom };
  const root = tree && roots.length === 1 ? state.placed.get(roots[0]) : undefined;
  /* what is larger than the screen begins at its first unit, unless its root were out of sight there */
  if (root && bottom * zoom > space.height && !state.top) state.view.y = begin((root.y + root.height / 2) * zoom, space.height, EDGE);
  if (root && right * zoom > space.width && state.top) state.view.x = begin((root.x + root.width / 2) * zoom, space.width, 20);
  place();
};
/* everything is laid out again and shown from its beginning */
const anew = () => { lay(); furnish(); fit(); };
const look = (id) => {
  const at = state.placed.get(id), space = room(), { zoom } = state.view;
  state.view = { x: space.width / 2 - (at.x + at.width / 2) * zoom, y: space.height / 2 - at.y * zoom, zoom };
  place();
};
/* no further than is needed to see all of it */
const bring = (id) => {
  const at = state.placed.get(id), space = room(), { view } = state;
  const moves = (start, end, length) => (end > length - EDGE ? Math.max(length - EDGE - end, EDGE - start) : Math.max(0, EDGE - start));
  const across = view.x + at.x * view.zoom, along = view.y + at.y * view.zoom;
  view.x += moves(across, across + (at.width + 20) * view.zoom, space.width);
  view.y += moves(along, along + at.height * view.zoom, space.height);
  place();
};
/* what is told takes room on the right: the drawing gives up what is free on its left */
const makeRoom = () => {
  const { view } = state, over = view.x + extent().right * view.zoom - room().width;
  if (over > 0) view.x -= Math.min(over, Math.max(0, view.x - EDGE));
};
const toggle = (id) => {
  if (state.mode !== "tree" || !things[id].children.length) return;
  if (!state.folded.delete(id)) state.folded.add(id);
  const before = state.placed.get(id);
  lay();
  const after = state.placed.get(id);
  if (before && after) { state.view.x += (before.x - after.x) * state.view.zoom; state.view.y += (before.y - after.y) * state.view.zoom; }
  place();
};
const choose = (id, moving = false) => {
  if (!state.placed.has(id)) {
    if (state.mode !== "tree") { state.mode = "tree"; furnish(); }
    reveal(id);
    lay();
  }
  const opens = !details.firstChild;
  state.chosen = id;
  tell(id);
  if (opens) makeRoom();
  (moving ? look : bring)(id);
  mark();
  address("#" + encodeURIComponent(id));
  drawn.get(id)?.focus({ preventScroll: true });
};
const leave = () => {
  const last = state.chosen;
  state.chosen = null;
  details.replaceChildren();
  mark();
  address(location.pathname + location.search);
  (drawn.get(last) ?? chart).focus({ preventScroll: true });
};
const address = (text) => { try { history.replaceState(null, "", text); } catch { /* a frame of a notebook has no address */ } };
const zoomed = (factor, x, y) => {
  const zoom = Math.max(0.1, Math.min(4, state.view.zoom * factor)), real = zoom / state.view.zoom;
  state.view = { x: x - (x - state.view.x) * real, y: y - (y - state.view.y) * real, zoom };
  place();
};
/* the first click of two may have moved what the second one meets */
let clicked;
chart.addEventListener("click", (event) => {
  const own = event.target.closest(".thing")?.own, fold = event.target.closest(".fold");
  if (event.detail > 1 && !fold) return;
  clicked = fold ? undefined : own;
  if (own !== undefined) (fold ? toggle : choose)(own);
});
chart.addEventListener("dblclick", () => { if (clicked !== undefined) toggle(clicked); });
chart.addEventListener("wheel", (event) => {
  event.preventDefault();
  const space = room();
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

/* arrows walk the tree, enter tells, plus and minus zoom, escape closes what was told */
const linked = (id) => [...moved.querySelectorAll(".band")].filter((line) => line.ends.includes(id)).map((line) => line.ends.find((one) => one !== id));
chart.addEventListener("keydown", (event) => {
  const list = [...state.placed.keys()], now = state.placed.has(state.chosen) ? state.chosen : list[0], index = list.indexOf(now), parent = parents.get(now);
  const steps = {
    ArrowDown: () => list[index + 1], ArrowUp: () => list[index - 1], Home: () => list[0], End: () => list.at(-1), Enter: () => now,
    ...(state.mode !== "tree" ? { ArrowRight: () => linked(now)[0], ArrowLeft: () => linked(now).at(-1), " ": () => now } : {
      ArrowRight: () => (state.folded.has(now) ? (toggle(now), now) : shown(now)[0]),
      ArrowLeft: () => (shown(now).length ? (toggle(now), now) : parent),
      " ": () => (toggle(now), now),
    }),
  };
  if (event.key === "+" || event.key === "-") { const space = room(); zoomed(event.key === "+" ? 1.2 : 1 / 1.2, space.width / 2, space.height / 2); return; }
  if (!steps[event.key]) return;
  event.preventDefault();
  const next = steps[event.key]();
  if (next !== undefined) choose(next, true);
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (event.target === search && search.value) { event.preventDefault(); search.value = ""; seek(); } else if (state.chosen !== null) leave();
});
