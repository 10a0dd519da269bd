/** Public packages, unmodified: the same module gives the same values in Node and in our interpreter, and gradients that differences confirm. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { derivativeByDifferences } from "../../src/autodiff/differences.ts";
import { backward, forward } from "../../src/autodiff/sweep.ts";
import { traceFunction } from "../../src/language/language.ts";
import type { Trace } from "../../src/language/trace.ts";
import { packageCases, readFile, USUAL, type GradientCase, type PackageCase } from "./packages/cases.ts";
import { AMPLE, inNode, load, outcomeOf } from "./program.ts";

/** Every gradient is compared at the point that the case names and at two beside it. */
const NEARBY = [1, 0.98, 1.015];

const packages = await packageCases();

describe("Public packages run as in Node", () => {
  for (const one of packages)
    describe(one.file, () => {
      it("gives the same values", () => {
        const program = load(one.uri, readFile);
        for (const name of one.values)
          assert.deepStrictEqual(outcomeOf(program, name), inNode(one.inNode[name]!), `${one.file}#${name}`);
      });
      for (const gradient of one.gradients)
        it(`has the gradient of ${gradient.name}`, () => {
          for (const scale of NEARBY) compareGradient(one, gradient, scale);
        });
    });

  it("compares at least 25 packages, with a gradient for most", () => {
    assert.ok(packages.length >= 25);
    assert.ok(packages.filter(({ gradients }) => gradients.length > 0).length >= 25);
  });

  it("says why a tolerance is larger than usual", () => {
    const unexplained = packages.flatMap(({ file, gradients }) =>
      gradients
        .filter(({ tolerance, reason }) => !(tolerance <= USUAL) && !(tolerance <= 1e-3 && reason !== undefined))
        .map(({ name }) => `${file}#${name}`),
    );
    assert.deepEqual(unexplained, []);
  });
});

function traceAt({ uri, text }: PackageCase, name: string, changed: Readonly<Record<string, string>>): Trace {
  const target = { kind: "name", name } as const;
  const files = { read: readFile };
  const answer = traceFunction({
    uri,
    text,
    target,
    changed,
    arguments: undefined,
    budget: AMPLE,
    files,
    tape: undefined,
    isObserved: false, // prettier-ignore
  });
  assert.ok(answer.kind === "traced");
  return answer.trace;
}

function compareGradient(one: PackageCase, { name, tolerance, reach }: GradientCase, scale: number): void {
  const first = traceAt(one, name, {});
  const changed = Object.fromEntries(first.inputs.map((input) => [input.name, String(Number(input.value) * scale)]));
  const { inputs, outputs, tape, findings } = scale === 1 ? first : traceAt(one, name, changed);
  const [output] = outputs;
  assert.ok(output?.node !== undefined, JSON.stringify(findings));
  const point = inputs.map(({ value }) => Number(value));
  const f = one.inNode[name] as (...args: number[]) => number;
  const expected = f(...point);
  assert.ok(Object.is(output.value, expected), `${name}(${point.join(", ")}) is ${expected}, not ${output.value}`);
  const gradient = backward(tape, output.node);
  for (const [index, { node, name: input }] of inputs.entries()) {
    const along = (x: number): number => f(...point.map((value, i) => (i === index ? x : value)));
    const { derivative } = derivativeByDifferences(along, point[index]!, reach === undefined ? {} : { reach });
    const ours = node === undefined ? 0 : gradient[node]!;
    const allowed = tolerance * Math.max(Math.abs(derivative), Math.abs(expected));
    assert.ok(
      Math.abs(ours - derivative) <= allowed,
      `∂${name}/∂${input} at ${point.join(", ")} is ${derivative} by differences, not ${ours}`,
    );
    if (node === undefined) continue;
    // Dual numbers: the same derivative, forward.
    const tangent = forward(tape, new Map([[node, 1]]))[output.node]!;
    assert.ok(
      Math.abs(ours - tangent) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(expected)),
      `${name}, ${input}: ${tangent}`,
    );
  }
}
