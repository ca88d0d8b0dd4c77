/* --- tools, title and legend, again after each change; then the page begins */
const tool = (word, act, pressed) => {
  const made = tag("button", { type: "button", "data-word": word, "aria-pressed": pressed === undefined ? undefined : String(pressed) }, say(word));
  /* who came with the keyboard stays on the same button */
  made.addEventListener("click", () => { act(); document.querySelector(`#tools [data-word="${word}"]`)?.focus(); });
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
const lineSample = (attributes) => () => sampleOf(node("path", { d: "M0 7H26", ...attributes }));
const kindSample = (kind) => () => { const one = shape(kind, 26, 14); one.setAttribute("stroke", colour(kind)); return sampleOf(one); };
const foldSample = () => sampleOf(node("g", { class: "fold", transform: "translate(13 7)" }, node("circle", { r: 7 }), node("text", { y: 1 }, "5")));
/* what shapes, lines and marks mean, as far as the chart has them: {sample (a function), text} */
const legendItems = () => {
  const tree = state.mode === "tree", all = Object.values(things), there = tree ? all : [...state.placed.keys()].map(thingOf), counts = new Map();
  for (const { kind } of there) if (kind !== "Function") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const links = new Set(tree ? all.map((thing) => thing.link) : []), seen = new Set(tree ? [] : [...shares.values()].flatMap((own) => [...own.values()]));
  const word = (given, text = say(given)) => (there.some((thing) => thing[given]) ? [{ text }] : []);
  return [
    ...grades.filter((grade) => seen.has(grade)).map((grade) => ({ sample: lineSample({ class: `band ${grade}`, stroke: gradeColour(grade) }), text: say(grade) })),
    ...[...counts].map(([kind, count]) => ({ sample: kindSample(kind), text: `${say(kind)} (${count})` })),
    ...Object.entries(linkKinds).filter(([, kinds]) => kinds.some((kind) => links.has(kind))).map(([kind]) => ({ sample: lineSample({ class: `link ${kind}` }), text: say(kind) })),
    ...(tree && all.some((thing) => thing.children.length) ? [{ sample: foldSample, text: say("below") }] : []),
    ...(there.some((thing) => (thing.made ?? []).includes(state.language)) ? [{ text: "* " + say("made") }] : []),
    ...word("inferred", "? " + say("inferred")), ...(tree ? word("around") : []),
  ];
};
const furnish = () => {
  const tree = state.mode === "tree";
  document.documentElement.lang = state.language;
  search.placeholder = say("search");
  search.setAttribute("aria-label", say("search"));
  if (titled) document.title = document.querySelector("h1").textContent = titleIn(state.language);
  chart.setAttribute("aria-label", document.title);
  for (const part of ["tools", "legend", "details"]) document.getElementById(part).setAttribute("aria-label", say(part));
  document.getElementById("hint").textContent = say("hint");
  document.getElementById("tools").replaceChildren(
    ...(shares.size ? [tool("overlaps", () => { state.mode = tree ? "overlap" : "tree"; anew(); }, !tree)] : []),
    ...(tree ? [tool("unfold", () => { state.folded.clear(); anew(); }), tool("fold", () => { state.folded.clear(); foldAll(); anew(); }), tool("top", () => { state.top = !state.top; anew(); }, state.top)] : []),
    tool("whole", () => fit(0.1)),
    tool("dark", () => { document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark"; furnish(); render(); }, theme() === "dark"),
    tool("other_language", () => { state.language = state.language === "zh" ? "en" : "zh"; anew(); if (state.chosen !== null) choose(state.chosen); }),
    tool("print", () => print()), tool("SVG", saveSvg), tool("PNG", savePng));
  document.getElementById("legend").replaceChildren(...legendItems().map(({ sample, text }) => tag("li", {}, ...(sample ? [sample()] : []), text)));
};
document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const wanted = decodeURIComponent(location.hash.slice(1));
if (((wanted || data.begins) === "overlap" && shares.size) || shares.has(wanted)) state.mode = "overlap";
anew();
if (things[wanted] || shares.has(wanted)) choose(wanted, true);
