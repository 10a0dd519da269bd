/** Random runs: steps, names, arrays and nested regions in any shape that a tape can have. */
import fc from "fast-check";
import type { BinaryName, ManyName, UnaryName } from "../../src/autodiff/operations/operations.ts";
import type { Region, Trace } from "../../src/language/trace.ts";
import { startRun, type Operand } from "./run.ts";

const UNARY: readonly UnaryName[] = ["sin", "tanh", "exp", "abs", "floor"];
const BINARY: readonly BinaryName[] = ["add", "subtract", "multiply"];
const MANY: readonly ManyName[] = ["max", "hypot"];
const NAMES = ["a", "b", "sum", "sum", "h[0]", undefined, undefined];
const KINDS: readonly Region["kind"][] = ["call", "loop", "round"];

/** Return a generator of traces of up to `most` steps. */
export function randomTrace(most: number): fc.Arbitrary<Trace> {
  const step = fc.tuple(fc.nat(9), fc.nat(1000), fc.nat(1000), fc.nat(NAMES.length - 1), fc.nat(11));
  return fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.array(step, { minLength: 1, maxLength: most }))
    .map(([inputs, steps]) => {
      const run = startRun("function random(x: number[], y: number): number {\n  step;\n}\n");
      const nodes: Operand[] = Array.from({ length: inputs }, (_, index) =>
        run.input(`x[${index}]`, 0.3 + 0.1 * index),
      );
      nodes.push(run.input("y", 0.7));
      let next = 0;
      const take = (depth: number): void => {
        while (next < steps.length) {
          const [operation, first, second, name, region] = steps[next]!;
          next++;
          // Mostly recent operands, so that runs are deep rather than wide.
          const pick = (seed: number): Operand =>
            seed % 7 === 0 ? nodes[seed % nodes.length]! : nodes.at(-1 - (seed % Math.min(4, nodes.length)))!;
          const operands = [pick(first), second % 5 === 0 ? 0.5 : pick(second)];
          if (operation < 3)
            nodes.push(run.step(UNARY[first % UNARY.length]!, operands.slice(0, 1), "step", NAMES[name]));
          else if (operation < 9) nodes.push(run.step(BINARY[operation % 3]!, operands, "step", NAMES[name]));
          else nodes.push(run.step(MANY[first % 2]!, [...operands, pick(first + second)], "step", NAMES[name]));
          if (region === 0 && depth < 3)
            run.inside(KINDS[depth]!, "part", "step", () => {
              take(depth + 1);
            });
          if (region > 9 && depth > 0) return;
        }
      };
      take(0);
      return run.end(nodes.at(-1));
    });
}
