/** The examples: values as in Node, gradients as differences of Node's own runs say, and what is known of them otherwise. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { derivativeByDifferences, type Estimate } from "../../src/autodiff/differences.ts";
import { backward } from "../../src/autodiff/sweep.ts";
import type { Output, Trace } from "../../src/language/trace.ts";
import { argumentsOf, examples, importInNode, lecture, traced, type Example } from "../examples.ts";

/** How far a gradient may be off the measured one, relative to the larger of both and to 1. */
const TOLERANCE = 1e-8;

describe("examples", () => {
  for (const example of [...lecture, ...examples]) {
    const { file, name } = example;
    it(`${file}#${name} runs without a finding and has the values of Node`, async () => {
      const trace = traced(example);
      assert.deepEqual(trace.findings, []);
      const { result } = await inNode(example, trace);
      assert.ok(trace.outputs.length > 0);
      for (const output of trace.outputs) assert.ok(Object.is(output.value, numberAt(result, output)), output.name);
    });

    it(`${file}#${name} has the gradients that differences of Node's runs say`, async () => {
      const trace = traced(example);
      const { run, point } = await inNode(example, trace);
      for (const output of trace.outputs) {
        const gradients = backward(trace.tape, output.node!);
        for (const [index, { name: input, node }] of trace.inputs.entries()) {
          const { derivative, error } = measured((moved) => numberAt(run(moved), output), point, index);
          const allowed = TOLERANCE * Math.max(1, Math.abs(derivative));
          assert.ok(error <= allowed, `${output.name} by ${input}: ${derivative} ± ${error} proves nothing`);
          const difference = Math.abs(gradients[node!]! - derivative);
          assert.ok(difference <= allowed, `${output.name} by ${input}: ${gradients[node!]} is not ${derivative}`);
        }
      }
    });
  }

  it("has greeks that are the gradients of the price", () => {
    const trace = traced({ file: "black-scholes.ts", name: "callOption" });
    const value = (name: string): number => outputNamed(trace, name).value;
    const by = (output: string, input: string): number => gradientsOf(trace, outputNamed(trace, output))[input]!;
    const pairs = [
      ["delta", value("delta"), by("price", "spot")],
      ["gamma", value("gamma"), by("delta", "spot")],
      ["vega", value("vega"), by("price", "volatility")],
      ["theta", value("theta"), -by("price", "years")],
      ["rho", value("rho"), by("price", "rate")],
    ] as const;
    for (const [name, greek, gradient] of pairs) {
      assert.ok(Math.abs(greek - gradient) <= 1e-12 * Math.abs(greek), `${name}: ${greek} is not ${gradient}`);
    }
  });

  it("has no slope where the logistic regression fits best", () => {
    const trace = traced(
      { file: "logistic-regression.ts", name: "logLoss" },
      { slope: "1.5046", intercept: "-4.0777" },
    );
    for (const gradient of Object.values(gradientsOf(trace))) assert.ok(Math.abs(gradient) < 1e-4, String(gradient));
  });

  it("gives a centre of k-means the gradient of the points that are nearest to it", () => {
    const gradients = gradientsOf(traced({ file: "k-means.ts", name: "kMeansLoss" }));
    const near = [
      [0.8, 1.3, 0.6],
      [3.9, 4.4, 4.1],
      [7.2, 6.8, 7.5],
    ];
    const centres = [1, 4, 6.5];
    for (const [index, centre] of centres.entries()) {
      const expected = near[index]!.reduce((sum, x) => sum + (2 * (centre - x)) / 9, 0);
      assert.ok(Math.abs(gradients[`centres[${index}][0]`]! - expected) < 1e-15);
    }
  });

  it("throws the farthest where the gradient by the angle changes its sign", () => {
    const slopes = ["0.6", "0.8"].map((angle) => {
      return gradientsOf(traced({ file: "projectile.ts", name: "throwDistance" }, { angle }))["angle"]!;
    });
    assert.ok(slopes[0]! > 0 && slopes[1]! < 0, slopes.join(", "));
  });
});

/** Node's result at a trace's inputs, its run with the numbers among them moved, and those numbers. */
async function inNode({ file, name }: Example, { inputs }: Trace) {
  const exported = await importInNode(file);
  const run = (moved: readonly (number | boolean | string)[]): unknown =>
    exported[name]!(...argumentsOf(inputs, moved));
  const point = inputs.map(({ value }) => value as number);
  return { result: run(point), run, point };
}

/** The derivative by one of the numbers, measured so near to it that no branch and no count of rounds changes. */
function measured(f: (moved: readonly number[]) => number, point: readonly number[], index: number): Estimate {
  const x = point[index]!;
  const reach = (x === 0 ? 1 : Math.min(1, Math.abs(x))) / 256;
  return derivativeByDifferences((moved) => f(point.with(index, moved)), x, { reach });
}

function numberAt(result: unknown, { path }: Output): number {
  return path.reduce((whole, key) => (whole as Record<string | number, unknown>)[key], result) as number;
}

function outputNamed({ outputs }: Trace, name: string): Output {
  return outputs.find(({ path }) => path.join(".") === name)!;
}

function gradientsOf(trace: Trace, output = trace.outputs[0]!): Record<string, number> {
  const gradients = backward(trace.tape, output.node!);
  return Object.fromEntries(trace.inputs.map(({ name, node }) => [name, gradients[node!]!]));
}
