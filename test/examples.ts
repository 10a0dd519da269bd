/** The functions of examples/ as they are traced, and as Node itself runs them. */
import { build } from "esbuild";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { defaultBudget } from "../src/engine/budget.ts";
import { traceFunction } from "../src/language/language.ts";
import type { Input, Trace } from "../src/language/trace.ts";

/** A function that a user would bring. */
export interface Example {
  readonly file: string;
  readonly name: string;
}

/** One function of each file, besides the lecture's four. */
export const examples: readonly Example[] = [
  { file: "bezier-length.ts", name: "arcLength" },
  { file: "black-scholes.ts", name: "callOption" },
  { file: "color-difference.ts", name: "colorDifference" },
  { file: "easing.ts", name: "slideIn" },
  { file: "k-means.ts", name: "kMeansLoss" },
  { file: "logistic-regression.ts", name: "logLoss" },
  { file: "mixture.ts", name: "mixtureLoss" },
  { file: "neural-network.ts", name: "trainingLoss" },
  { file: "projectile.ts", name: "throwDistance" },
];

/** The lecture's four graphs. */
export const lecture: readonly Example[] = ["activation", "singlePath", "sharedWeight", "perceptron"].map((name) => {
  return { file: "lecture.ts", name };
});

/** The project's folder is the root of these addresses, so that they are the same on every machine. */
const ROOT = "file:///";

/** Return the address that an example's places have. */
export function addressOf(file: string): string {
  return `${ROOT}examples/${file}`;
}

/** Return the trace of an example, with inputs changed to what these TypeScript expressions say. */
export function traced({ file, name }: Example, changed: Readonly<Record<string, string>> = {}): Trace {
  const uri = addressOf(file);
  return tracedText(read(uri) ?? "", name, { uri, changed });
}

/** Return the trace of a function of a text. */
export function tracedText(
  text: string,
  name: string,
  {
    uri = "file:///text.ts",
    changed = {},
  }: { readonly uri?: string; readonly changed?: Readonly<Record<string, string>> } = {},
): Trace {
  const answer = traceFunction({
    uri,
    text,
    target: { kind: "name", name },
    changed,
    arguments: undefined,
    budget: defaultBudget,
    files: { read },
    tape: undefined,
    isObserved: true,
  });
  assert.ok(answer.kind === "traced", `${name} is ${answer.kind}`);
  return answer.trace;
}

/** Return what an example's file exports, run by Node. */
export async function importInNode(file: string): Promise<Readonly<Record<string, (...given: unknown[]) => unknown>>> {
  const entry = path.join(PROJECT_ROOT, "examples", file);
  const options = { bundle: true, format: "esm", platform: "node", target: "node20", write: false } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  const source = Buffer.from(outputFiles[0]!.contents).toString("base64");
  return (await import(`data:text/javascript;base64,${source}`)) as Awaited<ReturnType<typeof importInNode>>;
}

/** Return the arguments that have these values where the inputs are. */
export function argumentsOf(inputs: readonly Input[], values: readonly Input["value"][]): unknown[] {
  const whole: unknown[] = [];
  for (const [index, { path: keys }] of inputs.entries()) {
    let inside = whole as unknown as Record<string | number, unknown>;
    for (const [depth, key] of keys.slice(0, -1).entries()) {
      inside[key] ??= typeof keys[depth + 1] === "number" ? [] : {};
      inside = inside[key] as Record<string | number, unknown>;
    }
    inside[keys.at(-1)!] = values[index];
  }
  return whole;
}

function read(uri: string): string | undefined {
  const file = path.join(PROJECT_ROOT, decodeURIComponent(uri.slice(ROOT.length)));
  return fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file, "utf8") : undefined;
}
