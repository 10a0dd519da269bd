/** Paths: counted exactly however many, the largest listed, the others summed. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MOST_LISTED, pathList } from "../../../src/view/details/details.ts";
import { pathsTo, restOf } from "../../../src/view/details/paths.ts";
import { nodeId } from "../../../src/view/picture/nodes.ts";
import { pictureOf } from "../../../src/view/picture/picture.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { network } from "../network.ts";
import { randomTrace } from "../random.ts";
import { startRun } from "../run.ts";

/** A chain in which every step uses the one before twice: 2^n paths. */
function doubling(steps: number): ReturnType<typeof network> {
  const run = startRun("function f(x: number): number {\n  s = s * 0.5 + s * 0.25;\n}\n");
  let s = run.input("x", 1);
  for (let step = 0; step < steps; step++) {
    const half = run.step("multiply", [s, 0.5], "s * 0.5", "p");
    const quarter = run.step("multiply", [s, 0.25], "s * 0.25", "q");
    s = run.step("add", [half, quarter], "s * 0.5 + s * 0.25", "s");
  }
  return run.end(s);
}

describe("paths", () => {
  it("are counted exactly where they are more than a number can count", () => {
    const edges = Array.from({ length: 120 }, (_, index) => ({ from: index >> 1, to: (index >> 1) + 1, partial: 0.5 }));
    const [first] = pathsTo(60, 61, edges, 4);
    assert.equal(first!.count, 2n ** 60n);
    assert.equal(first!.sum, 1);
    assert.equal(restOf(first!), 1 - 4 * 0.5 ** 60);
  });

  it("of one input are listed by size, and the rest is one exact number and one exact sum", () => {
    const trace = doubling(8);
    const picture = pictureOf(trace, trace.outputs[0], undefined);
    const id = nodeId(picture.parts[0]!);
    const list = pathList(picture, id, 3)!;
    assert.equal(list.paths.length, MOST_LISTED);
    assert.equal(list.hidden, String(2 ** 8 - MOST_LISTED));
    const products = list.paths.map(({ product }) => Number(product.full));
    assert.deepEqual(
      products,
      products.toSorted((one, other) => other - one),
    );
    const sum = products.reduce((total, product) => total + product, Number(list.rest.full));
    assert.ok(Math.abs(sum - 0.75 ** 8) < 1e-15, String(sum));
    const { paths, pathCount } = viewModel(trace).details[0]!;
    assert.equal(paths.length, 4);
    assert.equal(pathCount, "256");
  });

  it("on which nothing comes back are listed after those on which something does", () => {
    const run = startRun("function f(x: number): number {\n  n = x * 0;\n  r = n + x;\n}\n");
    const x = run.input("x", 3);
    const nothing = run.step("multiply", [x, 0], "x * 0", "n");
    const trace = run.end(run.step("add", [nothing, x], "n + x", "r"));
    const { paths } = viewModel(trace).details[0]!;
    assert.deepEqual(
      paths.map(({ product }) => product.short),
      ["1", "0"],
    );
  });

  it("of every node of any run add up to its gradient, with the rest", () => {
    fc.assert(
      fc.property(randomTrace(40), (trace) => {
        const picture = pictureOf(trace, trace.outputs[0], undefined);
        for (const part of picture.parts) {
          const list = pathList(picture, nodeId(part), 3);
          if (list === undefined) continue;
          const sum = list.paths.reduce((total, { product }) => total + Number(product.full), Number(list.rest.full));
          const gradient = picture.gradients![part.node]!;
          if (!Number.isFinite(sum)) continue;
          const size = Math.max(
            1,
            Math.abs(gradient),
            ...list.paths.map(({ product }) => Math.abs(Number(product.full))),
          );
          assert.ok(Math.abs(sum - gradient) <= 1e-9 * size, `${nodeId(part)}: ${sum} and ${gradient}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("what is in one node", () => {
  const model = viewModel(network(4, 5));

  it("is listed for an array: the numbers with the largest gradients, and what uses them", () => {
    const index = model.nodes.findIndex(({ name }) => name === "W2");
    const { title, rows } = model.details[index]!.members!;
    assert.equal(title, "Largest of 20");
    const sizes = rows.map(({ gradient }) => Math.abs(Number(gradient!.full)));
    assert.equal(rows.length, 4);
    assert.deepEqual(
      sizes,
      sizes.toSorted((one, other) => other - one),
    );
    assert.ok(
      rows.every(({ name, usedBy, source }) => name.startsWith("W2[") && usedBy !== "" && source !== undefined),
    );
  });

  it("is listed for a loop: its first and its last round, and the sum of what goes back to each single operand", () => {
    const run = startRun("function f(x: number, y: number): number {\n  s = s + x * s;\n}\n");
    const x = run.input("x", 0.5);
    let s = run.input("y", 1);
    for (let part = 0; part < 2; part++)
      run.inside("loop", "for", "s = s", () => {
        for (let round = 0; round < 12; round++)
          run.inside("round", "for", "s = s", () => {
            const product = run.step("multiply", [x, s], "x * s");
            s = run.step("add", [s, product], "s + x * s", "s");
          });
      });
    const trace = run.end(s);
    const view = viewModel(trace);
    const [first] = view.nodes.filter(({ kind }) => kind === "group");
    const { title, rows } = view.details.find(({ node }) => node === first!.id)!.members!;
    assert.equal(title, "12 rounds");
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["round 1: s₁", "round 12: s₁₂", "sum to x", "sum to y"],
    );
    // The loop multiplies y by (1 + x)¹², and the next one does so again.
    const passed = 12 * 1.5 ** 11 * 1.5 ** 12;
    assert.ok(Math.abs(Number(rows[2]!.gradient!.full) - passed) < 1e-9 * passed);
  });
});
