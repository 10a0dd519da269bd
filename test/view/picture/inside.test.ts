/** The inside of calls, loops and rounds: the same numbers as outside, and a chain rule that is whole. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { backward } from "../../../src/autodiff/sweep.ts";
import { eachOperand, type NodeId, type Tape } from "../../../src/autodiff/tape.ts";
import type { Trace } from "../../../src/language/trace.ts";
import { pathsTo } from "../../../src/view/details/paths.ts";
import type { ViewModel } from "../../../src/view/model.ts";
import { regionNames } from "../../../src/view/picture/parts/regions.ts";
import { pictureOf, type Picture } from "../../../src/view/picture/picture.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { traced } from "../../examples.ts";
import { network } from "../network.ts";
import { randomTrace } from "../random.ts";

function inside(trace: Trace, ...names: string[]): ViewModel {
  return viewModel(trace, { folding: { open: [], closed: [], inside: names } });
}

/** The sum over all paths of the tape from a step to the result whose first edge leads to one of some users. */
function sumOfPaths(tape: Tape, from: NodeId, output: NodeId, isUser: (node: NodeId) => boolean): number {
  if (from === output) return 1;
  const sums = new Map<NodeId, number>();
  const below = (node: NodeId): number => {
    if (node === output) return 1;
    const known = sums.get(node);
    if (known !== undefined) return known;
    let sum = 0;
    for (let user = node + 1; user <= output; user++)
      eachOperand(tape, user, (operand, partial) => {
        if (operand === node && partial !== 0) sum += partial * below(user);
      });
    sums.set(node, sum);
    return sum;
  };
  let total = 0;
  for (let user = from + 1; user <= output; user++)
    eachOperand(tape, user, (operand, partial) => {
      if (operand === from && partial !== 0 && isUser(user)) total += partial * below(user);
    });
  return total;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Every single number's paths in the picture add up to its gradient. */
function assertPaths({ parts, links, result, gradients, hiddenLinks }: Picture): void {
  if (hiddenLinks > 0 || links.some(({ partial }) => partial === undefined || !Number.isFinite(partial))) return;
  for (const [index, { largest, count }] of pathsTo(result, parts.length, links, 10_000).entries()) {
    if (count === undefined || count > 9_000n) continue;
    const sum = largest.reduce((total, { product }) => total + product, 0);
    assert.ok(isNear(sum, gradients![parts[index]!.node]!), `node ${parts[index]!.node}`);
  }
}

describe("the inside of a region", () => {
  it("has in every step the gradient that the step has outside, and in what comes in the part that comes back through it", () => {
    let entered = 0;
    fc.assert(
      fc.property(randomTrace(60), (trace) => {
        const output = trace.outputs[0]!;
        const names = regionNames(trace)!;
        const outside = backward(trace.tape, output.node!);
        for (const [index, { start, end }] of trace.regions.entries()) {
          const name = names.nameOf([index]);
          const picture = pictureOf(trace, output, undefined, { open: [], closed: [], inside: [name] });
          if (picture.entered === undefined) continue;
          entered++;
          assert.deepEqual(
            picture.entered.inside.crumbs.map((crumb) => crumb.name),
            [name],
          );
          for (let node = start; node < end; node++)
            if (picture.division.reach.needed[node] === 1 && !picture.inputs.has(node))
              assert.ok(Object.is(picture.gradients![node], outside[node]), `step ${node}`);
          for (const node of picture.inputs.keys()) {
            const isUser = (user: NodeId): boolean => user >= start && user < end;
            const sum = sumOfPaths(trace.tape, node, output.node!, isUser);
            if (Number.isFinite(sum)) assert.ok(isNear(picture.gradients![node]!, sum), `input ${node}`);
          }
          assertPaths(picture);
        }
      }),
      { numRuns: 800 },
    );
    assert.ok(entered > 200, `only ${entered} regions were entered`);
  });

  it("shows a call with its own names, and all that follows as one step", () => {
    const trace = network(4, 5);
    const model = inside(trace, "call neuron 6");
    assert.deepEqual(model.inside, [{ name: "call neuron 6", title: "neuron(…) 6" }]);
    const result = model.nodes.at(-1)!;
    assert.equal(result.kind, "result");
    assert.match(result.countLine, /^outside, \d+ steps$/u);
    assert.equal(result.value.full, viewModel(trace).result!.full);
    const out = model.edges.filter(({ to }) => to === result.id);
    assert.equal(out.length, 1);
    const value = model.nodes.find(({ id }) => id === out[0]!.from)!;
    assert.equal(value.name, "h2[1]");
    assert.equal(out[0]!.partial.full, value.gradient!.full);
    assert.equal(value.gradient!.full, viewModel(trace).rows.find(({ name }) => name === "h2[1]")!.gradient!.full);
    assert.ok(model.rows.length < viewModel(trace).rows.length);
    assert.deepEqual(model.inputs, viewModel(trace).inputs);
  });

  it("calls what comes in as the code inside does, and says what it is outside", () => {
    const trace = traced({ file: "black-scholes.ts", name: "callOption" });
    const group = viewModel(trace).nodes.find(({ enters }) => enters?.startsWith("call"));
    assert.ok(group?.enters !== undefined);
    const model = inside(trace, group.enters);
    const incoming = model.nodes.filter(({ kind }) => kind === "input");
    assert.ok(incoming.length > 0);
    const [first] = incoming;
    assert.match(first!.title, / = /u);
    const sentence = model.details.find(({ node }) => node === first!.id)!.sentence;
    assert.match(sentence, /Outside it is `/u);
  });

  it("leaves a region that has gone, and what was entered in it", () => {
    const trace = network(4, 5);
    const gone = inside(trace, "call nothing 1", "loop for 1");
    assert.equal(gone.inside, undefined);
    assert.equal(gone.folding, undefined);
    const nested = inside(trace, "loop for 1", "round for 2", "call nothing 2");
    assert.deepEqual(
      nested.inside?.map(({ title }) => title),
      ["h1, rounds 1 … 4", "s, round 1"],
    );
    assert.equal(inside(trace, "call neuron 6", "loop for 1").inside?.length, 1);
  });

  it("shows the whole run where the result is made in the region", () => {
    const trace = network(4, 5);
    const folded = viewModel(trace).nodes.flatMap(({ enters }) => enters ?? []);
    assert.ok(folded.length > 0);
    for (const name of folded) {
      const model = inside(trace, name);
      assert.equal(model.inside?.[0]?.name, name);
      assert.ok(model.nodes.length > 1);
    }
  });
});
