/* --- search by any name, in either language */
const SHOWN = 40;   // hits that are unfolded while someone types
const search = document.getElementById("search"), hits = document.getElementById("hits");
const ownNames = (thing) => [thing.printed, thing.zh, thing.en].filter(Boolean).map((text) => text.toLowerCase());
const otherNames = (thing) => (thing.facts?.names ?? []).flatMap(ownNames);
const texts = Object.entries(things).map(([id, thing]) => [id, ownNames(thing).join("\n"), otherNames(thing).join("\n")]);
const seek = () => {
  const wanted = search.value.trim().toLowerCase(), own = [], other = [];
  /* those that bear the name themselves come before those that are also known by it */
  if (wanted) for (const [id, names, others] of texts) if (names.includes(wanted)) own.push(id); else if (others.includes(wanted)) other.push(id);
  state.hits = [...own, ...other];
  state.found = new Set(state.hits);
  state.hit = -1;
  if (state.hits.length && state.hits.length <= SHOWN && state.mode === "tree") {
    if (state.hits.map(reveal).includes(true)) lay();
    look(state.hits[0]);
  }
  mark();
  hits.textContent = wanted ? `${state.hits.length} ${say("found")}` : "";
};
search.addEventListener("input", seek);
document.getElementById("finding").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!state.hits.length) return;
  state.hit = (state.hit + 1) % state.hits.length;
  choose(state.hits[state.hit], true);
  search.focus();
});
