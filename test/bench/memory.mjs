/**
 * What 10 000 edits in one panel leave behind. The page alone takes all of them, as fast as it draws, a new topology at every tenth; its heap and its
 * document are compared with what they were after 100. V8 translates what is called again and again into machine code until nothing is left that is hot,
 * and keeps that for good: it is told by itself. The engine's worker and its host take as many texts, in this process.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { out } from "../../host/paths.mjs";
import { bundleFor } from "./tools/bundles.mjs";
import { turned } from "./tools/functions.mjs";
import { heapOf } from "./tools/heap.mjs";
import { load } from "./tools/statistics.mjs";

const EDITS = Number(process.env["EDITS"] ?? 10_000);
const FIRST = 100;
/** Where one looks besides: what grows at first and then no more is no leak. */
const STOPS = [1000, 3000];
const NODES = 10;
/** Every so many edits another topology, of more than the page keeps. */
const TURN = 10;
const TOPOLOGIES = 12;
/** Models of each. */
const NUMBERS = 5;

console.log(load());
await measurePage();
await measureEngine();
console.log(load());

async function measurePage() {
  const { openBrowser, openPanel, modelOf, posted, sealed } = await bundleFor("panelPage.ts");
  const browser = await openBrowser();
  try {
    const panel = await openPanel(browser, { width: 950, height: 900 });
    const devtools = await panel.page.context().newCDPSession(panel.page);
    const models = Array.from({ length: TOPOLOGIES * NUMBERS }, (_, index) => {
      const text = turned(NODES, Math.floor(index / NUMBERS)).replace("a = 1.2", `a = ${1 + index / 37}`);
      const model = modelOf(text, `size${NODES}`);
      return { model: sealed(model), result: model.result.short };
    });
    await panel.page.evaluate(
      (/** @type {unknown} */ given) => Object.assign(window, { models: given }),
      posted(models),
    );
    let before = 0;
    /** @type {import("./tools/heap.mjs").Heap | undefined} */
    let first;
    for (const edits of [FIRST, ...STOPS.filter((stop) => stop > FIRST && stop < EDITS), EDITS]) {
      await panel.page.evaluate(edit, { from: before, to: edits, turn: TURN, numbers: NUMBERS });
      before = edits;
      const heap = await heapOf(devtools);
      first ??= heap;
      const { nodes, documents, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
      console.log(
        `page after ${edits} edits: heap ${grown(heap.all, first.all)}; without compiled code ${grown(heap.objects, first.objects)}; machine code ${megabytes(heap.machineCode)} MB; ${nodes} nodes, ${jsEventListeners} listeners, ${documents} documents`,
      );
    }
  } finally {
    await browser.close();
  }
}

/** @param {number} bytes @param {number} first */
function grown(bytes, first) {
  const percent = (bytes / first - 1) * 100;
  return `${megabytes(bytes)} MB (${percent < 0 ? "" : "+"}${percent.toFixed(1)} %)`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 2 ** 20).toFixed(2);
}

/** In the page: shows one model after another, each as soon as the one before is drawn. @param {{ from: number, to: number, turn: number, numbers: number }} range */
async function edit({ from, to, turn, numbers }) {
  const { models } = /** @type {{ models: { model: unknown, result: string }[] }} */ (/** @type {unknown} */ (window));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const drawn = () => document.querySelector(".stage g.node.result .l2")?.textContent ?? "";
  for (let index = from; index < to; index++) {
    const { model, result = "" } =
      models[(Math.floor(index / turn) * numbers + (index % numbers)) % models.length] ?? {};
    window.postMessage(
      { kind: "show", revision: index, pinned: false, state: { kind: "graph", model, outdated: undefined } },
      "*",
    );
    do await frame();
    while (!drawn().endsWith(result));
  }
}

async function measureEngine() {
  const built = path.join(out, `bench-memory-${process.pid}.mjs`);
  await bundleFor("engineMemory.ts", built);
  try {
    spawnSync(
      process.execPath,
      ["--expose-gc", built, ...[FIRST, ...STOPS.filter((stop) => stop < EDITS), EDITS].map(String)],
      { stdio: "inherit" },
    );
  } finally {
    fs.rmSync(built, { force: true });
  }
}
