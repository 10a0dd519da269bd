/** Functions that everybody differentiates: values are Node's, gradients those that were published and those of differences. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { derivativeByDifferences } from "../../src/autodiff/differences.ts";
import { backward } from "../../src/autodiff/sweep.ts";
import type { Path, Trace } from "../../src/language/trace.ts";
import { traceOf } from "./traced.ts";

/** How far a gradient may be from differences beside their own error, relative to the derivative or the value. */
const TOLERANCE = 1e-8;
/** Published gradients are rounded. */
const PUBLISHED = 1e-6;

/** A function with what its comment says: its arguments, its gradient as published, the largest step of differences. */
interface Classic {
  readonly name: string;
  readonly args: string;
  readonly gradient: string | undefined;
  readonly reach: number;
}

type Runs = Readonly<Record<string, (...args: unknown[]) => unknown>>;

const folder = path.join(PROJECT_ROOT, "test/cases/classics");

for (const file of fs.readdirSync(folder)) {
  const text = fs.readFileSync(path.join(folder, file), "utf8");
  const uri = pathToFileURL(path.join(folder, file)).href;
  const inNode = (await import(uri)) as Runs;
  describe(file, () => {
    for (const classic of classicsOf(text))
      it(classic.name, () => {
        compare(classic, traceWhole(uri, text, classic), inNode[classic.name]!);
      });
  });
}

function classicsOf(text: string): Classic[] {
  const comments = /\/\*\* @args ((?:(?!\*\/).)*) \*\/\nexport (?:function|const) (\w+)/g;
  return [...text.matchAll(comments)].map(([, tags, name]) => {
    const [args, gradient, reach] = /^(.*?)(?: @gradient (.*?))?(?: @reach (.*))?$/.exec(tags!)!.slice(1);
    return { name: name!, args: args!, gradient, reach: Number(reach ?? 1 / 16) };
  });
}

function traceWhole(uri: string, text: string, { name, args }: Classic): Trace {
  const trace = traceOf(text, { uri, name, given: args, isObserved: false });
  const errors = trace.findings.filter(({ severity }) => severity === "error");
  assert.deepEqual(errors, []);
  return trace;
}

function compare({ args, gradient, reach }: Classic, { inputs, outputs, tape }: Trace, f: Runs[string]): void {
  assert.ok(outputs.length > 0);
  for (const [index, output] of outputs.entries()) {
    const value = numberAt(f(...valueOf(args)), output.path);
    assert.ok(Object.is(output.value, value), `${output.name} is ${value}, not ${output.value}`);
    const slopes = output.node === undefined ? undefined : backward(tape, output.node);
    const ours = inputs.map(({ node }) => (node === undefined ? 0 : (slopes?.[node] ?? 0)));
    if (index === 0 && gradient !== undefined)
      for (const [i, published] of valueOf(gradient).entries())
        assert.ok(Math.abs(Number(published) - ours[i]!) <= PUBLISHED * Math.max(1, Math.abs(ours[i]!)), ours.join());
    for (const [i, input] of inputs.entries()) {
      if (input.node === undefined) continue;
      const along = (x: number): number => numberAt(f(...moved(args, input.path, x)), output.path);
      const estimates = [reach, reach / 16, reach / 256].map((step) =>
        derivativeByDifferences(along, Number(input.value), { reach: step }),
      );
      const { derivative, error } = estimates.reduce((a, b) => (b.error < a.error ? b : a));
      const scale = Math.max(Math.abs(derivative), Math.abs(value), 1e-6);
      assert.ok(error <= 1e-5 * scale, `${input.name}: differences are too uncertain, ${derivative} ± ${error}`);
      const far = Math.abs(ours[i]! - derivative);
      assert.ok(far <= TOLERANCE * scale + 3 * error, `∂/∂${input.name} is ${derivative}, not ${ours[i]!}`);
    }
  }
}

function valueOf(text: string): unknown[] {
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- the text is of our own test
  return (new Function(`return ${text}`) as () => unknown[])();
}

function numberAt(value: unknown, where: Path): number {
  return where.reduce((inner, key) => (inner as Record<string, unknown>)[key], value) as number;
}

/** The arguments with another number at a place. */
function moved(args: string, where: Path, x: number): unknown[] {
  const values = valueOf(args);
  const holder = where.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], values);
  (holder as Record<string, unknown>)[where.at(-1)!] = x;
  return values;
}
