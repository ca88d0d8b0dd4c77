/* --- files: the drawing with its title and its legend, as SVG or PNG; and paper */
const SHARP = 2, MOST_PIXELS = 16000, ROW = 24;
const above = () => (state.mode === "tree" ? 0 : 34);
/* the legend below a picture: its rows, and how high they are */
const legendOf = (wide) => {
  const placed = [];
  let x = 0, y = 0;
  for (const { sample, text } of legendItems()) {
    const start = sample ? 34 : 0, own = start + widthOf(piecesOf(text)) + 22;
    if (x && x + own > wide) { x = 0; y += ROW; }
    if (sample) { const drawing = sample(); drawing.setAttribute("x", x); drawing.setAttribute("y", y - 8); placed.push(drawing); }
    placed.push(node("text", { class: "told", x: x + start, y }, text));
    x += own;
  }
  return { items: placed, high: y + ROW };
};
const standalone = () => {
  render(true);
  const { right, bottom } = extent(), inner = moved.cloneNode(true), head = above() + 50, wide = Math.max(right, 420), legend = legendOf(wide - 20), high = head + bottom + legend.high + 26;
  render();
  const style = getComputedStyle(document.documentElement), copy = node("svg", { xmlns: SVG, width: wide + 20, height: high, viewBox: `-10 ${-head} ${wide + 20} ${high}` });
  const css = document.querySelector("style").textContent.replace(/var\((--[\w-]+)\)/g, (_, variable) => style.getPropertyValue(variable).trim());
  inner.removeAttribute("transform");
  copy.append(node("style", {}, css), node("rect", { x: -10, y: -head, width: wide + 20, height: high, fill: style.getPropertyValue("--ground") }),
    node("text", { class: "titled", x: 0, y: -head + 24 }, document.title), inner, node("g", { transform: `translate(0 ${bottom + 22})` }, ...legend.items));
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
    const scale = Math.min(SHARP, MOST_PIXELS / Math.max(picture.width, picture.height)), canvas = tag("canvas", { width: picture.width * scale, height: picture.height * scale });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((blob) => save(blob, ".png"));
  };
  picture.src = address;
};
/* paper is light, and holds all of it; what can be read there on one page is on one page */
const READ_ON_A_PAGE = 150;
let beforePaper = null;
addEventListener("beforeprint", () => {
  beforePaper = theme();
  document.documentElement.dataset.theme = "light";
  render(true);
  furnish();
  const { right, bottom } = extent();
  chart.classList.toggle("small", state.placed.size <= READ_ON_A_PAGE);
  chart.setAttribute("viewBox", `-10 ${-above() - 10} ${right + 20} ${bottom + above() + 20}`);
  moved.removeAttribute("transform");
});
addEventListener("afterprint", () => {
  document.documentElement.dataset.theme = beforePaper ?? theme();
  chart.removeAttribute("viewBox");
  furnish();
  state.stale = true;
  place();
});
