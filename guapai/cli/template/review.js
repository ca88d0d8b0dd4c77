"use strict";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (id) => document.getElementById(id);
const questions = all("#facts li.question");
let chosen = null;

function choose(told, from) {
  for (const element of all(".chosen")) element.classList.remove("chosen");
  chosen = told;
  const fact = one("facts").querySelector(`li[data-told="${told}"]`);
  const marks = all("#document mark").filter((mark) => mark.dataset.told.split(" ").includes(told));
  for (const element of [fact, ...marks]) element?.classList.add("chosen");
  if (from !== "facts") fact?.scrollIntoView({ block: "center" });
  if (from !== "document") marks[0]?.scrollIntoView({ block: "center" });
  const at = questions.indexOf(fact);
  one("place").textContent = at < 0 ? "" : `${at + 1} / ${questions.length}`;
}

function step(by) {
  if (!questions.length) return;
  const at = questions.findIndex((question) => question.dataset.told === chosen);
  const next = at < 0 ? (by > 0 ? 0 : questions.length - 1) : (at + by + questions.length) % questions.length;
  questions[next].focus({ preventScroll: true });
  choose(questions[next].dataset.told);
}

one("document").addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (!mark || String(getSelection())) return;
  // Clicking again goes on to the next fact around the same words.
  const told = mark.dataset.told.split(" ");
  choose(told[(told.indexOf(chosen) + 1) % told.length], "document");
});
one("facts").addEventListener("click", (event) => {
  const fact = event.target.closest("li");
  if (fact) choose(fact.dataset.told, "facts");
});
one("next").addEventListener("click", () => step(1));
one("before").addEventListener("click", () => step(-1));

// Corrections: the file that `guapai extract --words` reads.
const form = one("correcting");
const corrections = [];

function take() {
  const selection = getSelection();
  const line = (node) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest("#document li");
  const printed = String(selection).trim();
  const at = line(selection.anchorNode);
  const chinese = (printed.match(/[\u4e00-\u9fff]/g) ?? []).length;
  if (!printed || !at || at !== line(selection.focusNode)) return say("select");
  if (printed.split(/\s+/).length > 12 || chinese > 20) return say("long");
  one("printed").value = printed;
  one("printed").dataset.line = at.dataset.line;
  say("");
  one("meaning").focus();
}

function say(word) {
  one("said").textContent = word ? form.dataset[word] : "";
}

function written() {
  // What JSON quotes is quoted in YAML, too.
  const lines = corrections.flatMap(({ line, printed, meaning, why }) => [
    `  - line: ${line}`,
    ...Object.entries({ printed, meaning, why }).map(([name, text]) => `    ${name}: ${JSON.stringify(text)}`),
  ]);
  return corrections.length ? [`document: ${form.dataset.sha256}`, "words:", ...lines, ""].join("\n") : "";
}

one("take").addEventListener("click", take);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [printed, meaning, why] = ["printed", "meaning", "why"].map(one);
  if (!printed.value) return say("select");
  if (!why.value.trim()) return say("empty");
  corrections.push({ line: printed.dataset.line, printed: printed.value, meaning: meaning.value, why: why.value.trim() });
  one("words").value = written();
  for (const field of [printed, meaning, why]) field.value = "";
  say("");
});
one("copy").addEventListener("click", async () => {
  one("words").select();
  try {
    await navigator.clipboard.writeText(one("words").value);
  } catch {
    document.execCommand("copy");
  }
  say("copied");
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([readonly]), textarea")) return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "c") take();
  else if (event.key === "Enter" && event.target.matches("#facts li")) choose(event.target.dataset.told);
  else return;
  event.preventDefault();
});
