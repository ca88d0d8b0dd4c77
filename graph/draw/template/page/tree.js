/* --- where the things of a tree stand: d3-hierarchy places them, columns are as wide as their names */
const GAP = 42, AIR = 8, LEVEL = 94, BETWEEN = 40, LARGEST = 1.15, SMALLEST = 0.6, WIDE = 1000;
const NAMES = [250, 190, 160, 135];   // how wide a name may be before it is broken, in pixels
const MANY = 400;   // things of which one way of breaking names is tried, and only those near the screen are drawn
const room = () => chart.getBoundingClientRect();
/* two trees stand beside each other where there is room, else below each other */
const isPair = () => roots.length === 2 && !state.top && room().width >= WIDE;
const treeLayout = (most, pair) => {
  const boxes = new Map(), placed = new Map(), links = [];
  const box = (id) => { if (!boxes.has(id)) boxes.set(id, boxOf(id, most)); return boxes.get(id); };
  let offset = 0, beside = 0;
  for (const root of roots) {
    const tree = d3.hierarchy(root, shown), column = [];
    tree.each((one) => { column[one.depth] = Math.max(column[one.depth] ?? 0, box(one.data).width); });
    const step = state.top ? Math.max(...column) + 18 : 1, high = (one) => (state.top ? 0 : box(one.data).height / 2);
    d3.tree().nodeSize([step, 1]).separation((a, b) => (state.top ? (a.parent === b.parent ? 1 : 1.15) : high(a) + high(b) + (a.parent === b.parent ? AIR : AIR * 1.5)))(tree);
    const starts = column.map((_, depth) => column.slice(0, depth).reduce((sum, each) => sum + each + GAP, 0));
    let least = Infinity, last = -Infinity;
    tree.each((one) => { least = Math.min(least, one.x - high(one)); last = Math.max(last, one.x + high(one)); });
    /* what is read aloud comes in the order of the tree: each thing, then what is below it */
    tree.eachBefore((one) => {
      const own = box(one.data), across = one.x - high(one) - least + offset;
      placed.set(one.data, state.top ? { ...own, x: across + (step - own.width) / 2, y: one.depth * LEVEL } : { ...own, x: beside + starts[one.depth], y: across });
    });
    for (const { source, target } of tree.links()) links.push([source.data, target.data]);
    if (pair) beside += starts.at(-1) + column.at(-1) + GAP * 1.6;
    else offset += last - least + (state.top ? step * 1.5 : BETWEEN);
  }
  return { placed, links, heads: [], pair };
};
const extent = (placed = state.placed) => {
  let right = 0, bottom = 0;
  for (const at of placed.values()) { right = Math.max(right, at.x + at.width + 24); bottom = Math.max(bottom, at.y + at.height + 18); }
  return { right, bottom };
};
const whole = (placed) => {
  const { right, bottom } = extent(placed), space = room();
  return Math.min(LARGEST, (space.width - 40) / right, (space.height - 44) / bottom);
};
/* names are broken so that the whole is seen as large as may be, and none is cut; into wider rows where it makes no difference */
const bestTree = () => {
  const pair = isPair();
  const widest = treeLayout(NAMES[0], pair), few = widest.placed.size <= MANY;
  const narrower = few ? NAMES.slice(1).map((most) => treeLayout(most, pair)).filter((one) => ![...one.placed.values()].some((at) => at.cut)) : [];
  const found = [widest, ...narrower].map((one) => [one, whole(one.placed)]);
  const [best, zoom] = found.reduce((a, b) => (b[1] > a[1] * 1.02 ? b : a));
  return pair && few && zoom < SMALLEST ? treeLayout(NAMES[1], false) : best;
};
