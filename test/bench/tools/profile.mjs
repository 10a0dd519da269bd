/** In which functions a page's script spends its time. */

/** How many functions are named. */
const MOST = Number(process.env["MOST"] ?? 40);

/**
 * Runs something in a page and prints the functions that took longest by themselves.
 * @template T
 * @param {import("playwright-core").Page} page @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function profileOf(page, work) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Profiler.enable");
  await devtools.send("Profiler.setSamplingInterval", { interval: 100 });
  await devtools.send("Profiler.start");
  const result = await work();
  const { profile } = await devtools.send("Profiler.stop");
  await devtools.detach();
  print(profile);
  return result;
}

/** @typedef {{ id: number, children?: number[], callFrame: { functionName: string, lineNumber: number, columnNumber: number } }} ProfileNode */

/** @param {{ nodes: ProfileNode[], samples?: number[], timeDeltas?: number[] }} profile */
function print({ nodes, samples = [], timeDeltas = [] }) {
  /** @type {Map<number, number>} */
  const times = new Map();
  samples.forEach((sample, index) => times.set(sample, (times.get(sample) ?? 0) + (timeDeltas[index] ?? 0) / 1000));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<string, number>} */
  const own = new Map();
  /** @type {Map<string, number>} */
  const whole = new Map();
  /** Adds up what is below a node; a function that calls itself counts once. @type {(node: ProfileNode, around: readonly string[]) => number} */
  const walk = (node, around) => {
    const { functionName, lineNumber, columnNumber } = node.callFrame;
    const name = `${functionName || "?"}:${lineNumber + 1}:${columnNumber + 1}`;
    const self = times.get(node.id) ?? 0;
    const inside = [...around, name];
    let sum = self;
    for (const child of node.children ?? []) {
      const below = byId.get(child);
      if (below !== undefined) sum += walk(below, inside);
    }
    own.set(name, (own.get(name) ?? 0) + self);
    if (!around.includes(name)) whole.set(name, (whole.get(name) ?? 0) + sum);
    return sum;
  };
  const [root] = nodes;
  if (root !== undefined) walk(root, []);
  const sorted = (/** @type {Map<string, number>} */ map) =>
    [...map].sort(([, one], [, other]) => other - one).slice(0, MOST);
  const byWhole = sorted(whole);
  sorted(own).forEach(([name, time], index) => {
    const [other = "", sum = 0] = byWhole[index] ?? [];
    console.log(`  ${time.toFixed(1).padStart(8)}  ${name.padEnd(40)}  ${sum.toFixed(1).padStart(8)}  ${other}`);
  });
}
