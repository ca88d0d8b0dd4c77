/* --- details: names, facts and the lines that prove them */
const lines = (numbers) => say("line").replace("{}", numbers.join(state.language === "zh" ? "、" : ", "));
const where = (fact) => (fact.lines?.length ? tag("span", { class: "where" }, " " + lines(fact.lines)) : "");
const factLine = (fact) => {
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
const opened = (title) => {
  const close = tag("button", { type: "button", class: "close", "aria-label": say("close"), title: say("close") }, "×");
  close.addEventListener("click", leave);
  details.replaceChildren(close, tag("h2", {}, title));
  details.scrollTop = 0;
};
const tellMatter = (id) => {
  opened(name(overlap.functions[id]));
  details.append(tag("div", { class: "where" }, say("Function")), tag("h3", {}, `${say("done_by")} (${shares.get(id).size})`));
  const units = [...shares.get(id)].map(([unit, grade]) => {
    const duty = (things[unit].facts?.duties ?? []).find((fact) => fact.to === id) ?? {};
    const item = factLine({ ...duty, ...things[unit], lines: duty.lines, inferred: duty.inferred, to: unit, facts: undefined });
    item.append(tag("span", { class: "roles" }, " · " + say(grade)));
    return item;
  });
  details.append(tag("ul", {}, ...units));
};
const tell = (id) => {
  if (!things[id]) { tellMatter(id); return; }
  const thing = things[id], other = state.language === "zh" ? thing.en : thing.zh, line = (...children) => details.append(tag("div", { class: "where" }, ...children));
  opened(name(thing));
  line([say(thing.kind), thing.number].filter(Boolean).join(" · "));
  for (const text of new Set([other, thing.printed])) if (text && text !== (thing[state.language] ?? thing.printed)) details.append(tag("div", {}, visible(text)));
  if ((thing.made ?? []).includes(state.language)) line("* " + say("made"));
  if (thing.document) line([thing.document, thing.lines && lines(thing.lines.slice(0, 1))].filter(Boolean).join(" · "));
  if (data.thing) details.append(tag("div", {}, tag("a", { href: `${data.thing}&id=${encodeURIComponent(id)}`, target: "_top" }, say("open"))));
  for (const [group, facts] of Object.entries(thing.facts ?? {})) details.append(tag("h3", {}, `${say(group)} (${facts.length})`), tag("ul", {}, ...facts.map(factLine)));
  line(visible(id));
};
