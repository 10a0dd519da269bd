/** Every state that a panel can be in, and how a person comes there. */
import type { PanelState } from "../../../src/protocol.ts";
import { finding, place } from "../fixtures.ts";
import type { Panel } from "../harness.ts";
import { example, showState, type Subject } from "./served.ts";

/** A state, the function that it is shown with, and the way there. */
export interface Shown {
  readonly name: string;
  readonly subject: Subject;
  /** What is shown instead of what the engine says. */
  readonly state?: (served: PanelState) => PanelState;
  readonly go?: (panel: Panel) => Promise<unknown>;
  /** Whether the page has come back from an earlier life and waits for the host. */
  readonly isRestored?: boolean;
}

const lecture = example("lecture.ts");
const activation: Subject = { text: lecture, name: "activation" };
const shared: Subject = { text: lecture, name: "sharedWeight" };

/** A function of its own. */
function subject(parameters: string, tag: string, ...lines: readonly string[]): Subject {
  return { text: `/** @at ${tag} */\nfunction f(${parameters}) {\n  ${lines.join("\n  ")}\n}\n`, name: "f" };
}

/** Press a key on the node of a name. */
function key(name: string, ...keys: readonly string[]) {
  return async ({ page }: Panel): Promise<void> => {
    await page.locator("g.node", { has: page.locator(".l1", { hasText: new RegExp(`^${name}( =|$)`) }) }).focus();
    for (const each of keys) await page.keyboard.press(each);
  };
}

/** The states, in the order in which a person meets them. */
export const states: readonly Shown[] = [
  {
    name: "empty",
    subject: activation,
    state: () => ({
      kind: "empty",
      suggestions: ["activation(w, x, b)", "singlePath(w, x, b, y)", "sharedWeight(w, x, y)"].map(
        (signature, index) => ({
          name: signature.replace(/\(.*/, ""),
          signature,
          source: place(4 + 10 * index),
        }),
      ),
    }),
  },
  { name: "graph", subject: activation },
  { name: "paths", subject: shared },
  { name: "inputs", subject: { ...activation, changed: { w: "2.5" } }, go: ({ page }) => page.click(".twist") },
  {
    name: "inputs-of-all-kinds",
    subject: subject(
      "weights: number[], p: { x: number; y: number }, isSteep: boolean, mode: string",
      'weights = [0.5, -1.25, 2], p = { x: 1.5, y: -0.25 }, isSteep = true, mode = "mean"',
      "const slope = isSteep ? 3 : 1;",
      "const sum = weights.reduce((total, weight) => total + weight * weight, 0);",
      'return mode === "mean" ? slope * (sum / weights.length) * p.x + p.y : sum;',
    ),
    go: ({ page }) => page.click(".twist"),
  },
  { name: "plot", subject: shared, go: ({ page }) => page.click('[aria-label^="Plot "]') },
  { name: "explain", subject: { ...activation, changed: { w: "-2", x: "3.5" } }, go: key("w", "e") },
  { name: "forward", subject: shared, go: key("w", "s", "ArrowRight", "ArrowRight") },
  {
    name: "backward",
    subject: shared,
    go: async (panel) => {
      await key("w", "s")(panel);
      for (let press = 0; press < 8; press += 1) await panel.page.keyboard.press("ArrowRight");
    },
  },
  { name: "only-this-path", subject: shared, go: key("a1", "Space", "f") },
  {
    name: "search",
    subject: shared,
    go: async (panel) => {
      await key("w", "/")(panel);
      await panel.page.keyboard.type("max");
    },
  },
  { name: "help", subject: activation, go: key("w", "?") },
  { name: "table", subject: shared, go: ({ page }) => page.click("#tab-table") },
  { name: "folded", subject: { text: example("neural-network.ts"), name: "trainingLoss" } },
  {
    name: "arrays",
    subject: { text: example("neural-network.ts"), name: "trainingLoss" },
    go: async ({ page }) => {
      await page.click(".twist");
      await page.locator(".row.array .link").first().click();
    },
  },
  {
    name: "descend",
    subject: shared,
    go: async ({ page }) => {
      await page.click(".twist");
      await page.click("text=Descend");
      await page.click("text=Run");
    },
  },
  {
    name: "inputs-of-every-kind",
    subject: {
      text: `/** @at p = { x: 0.05, y: 4 }, W = [[1, 2, 3], [4, 5, 6]], kind = "relu", on = true, label = "a" */
export function every(p: { x: number; y: number }, W: number[][], kind: "relu" | "tanh", on: boolean, label: string) {
  const u = W[0]![1]! * p.x + W[1]![2]! * p.y + label.length;
  return on && kind === "relu" ? Math.max(0, u) : Math.tanh(u);
}
`,
      name: "every",
    },
    go: async ({ page }) => {
      await page.click(".twist");
      await page.getByLabel("Value of p.x").fill("1..5");
    },
  },
  { name: "large", subject: { text: lecture, name: "perceptron" } },
  {
    name: "outputs",
    subject: subject(
      "x: number, y: number",
      "x = 3, y = 4",
      "const r = Math.hypot(x, y);",
      "return { r, angle: Math.atan2(y, x) };",
    ),
  },
  {
    name: "not-finite",
    subject: subject("s: number, t: number", "s = 0, t = 2", "const root = Math.sqrt(s);", "return root * t + s;"),
    go: key("s", "e"),
  },
  { name: "unused", subject: subject("x: number, y: number", "x = 3, y = 4", "return x * x;") },
  {
    name: "stale",
    subject: activation,
    state: (served) => (served.kind === "graph" ? { ...served, outdated: finding("`)` expected.", 5) } : served),
  },
  {
    name: "stopped",
    subject: subject("x: number", "x = 1.5", "let s = x;", "while (true) s = s * 1.01;"),
  },
  {
    name: "unsupported",
    subject: subject("x: number", "x = 1.5", "const y = x * x;", "return import('./other.js').then(() => y);"),
  },
  {
    name: "failed",
    subject: activation,
    state: () => ({
      kind: "failed",
      title: "activation",
      message: "Error: oops\n    at viewModel (worker.js:1:2345)\n    at Service.view (worker.js:1:6789)",
    }),
  },
  { name: "restored", subject: shared, isRestored: true },
  {
    name: "busy",
    subject: activation,
    go: (panel) => panel.send({ kind: "busy", busy: true }),
  },
  {
    name: "long-names",
    subject: subject(
      "learningRateOfTheFirstLayer: number, regularisationStrength: number",
      "learningRateOfTheFirstLayer = 0.0012345, regularisationStrength = 123456.789",
      "const productOfBothParameters = learningRateOfTheFirstLayer * regularisationStrength;",
      "const veryLongNameOfAnIntermediateValue = Math.exp(-productOfBothParameters) + Math.log1p(regularisationStrength);",
      "return veryLongNameOfAnIntermediateValue / productOfBothParameters;",
    ),
  },
];

/** Bring a page to a state. */
export async function bring(panel: Panel, shown: Shown, served: PanelState): Promise<void> {
  const state = shown.state?.(served) ?? served;
  if (shown.isRestored !== true) await showState(panel, state);
  if (state.kind === "graph" || (state.kind === "rejected" && state.partial !== undefined)) await panel.drawn();
  await shown.go?.(panel);
}
