/**
 * Nanoseconds per recorded operation, from the call of a function to its gradients: the interpreter with everything that a live
 * trace keeps, beside the plain function in Node and a naive walker of the syntax tree, all in one process.
 */
import ts from "typescript";
import { recordInput } from "../../src/autodiff/record.ts";
import { backward } from "../../src/autodiff/sweep.ts";
import { newArray } from "../../src/language/interpreter/rules/convert.ts";
import { activeAt, type Active, type Value } from "../../src/language/interpreter/values/values.ts";
import { load } from "../language/program.ts";
import { walk } from "./naiveWalker.ts";
import { programs, type Argument, type BenchProgram } from "./programs.ts";

/** How many steps the programs take; `npm run bench -- interpreter 1e4` measures one size only. */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1e3, 1e4, 1e5, 1e6];
const PASSES = 12;

interface Timing {
  readonly operations: number;
  readonly interpreter: number;
  readonly plain: number;
  readonly naive: number;
}

/** Nanoseconds of one call, the best of several passes, because the machine has other work; short calls are repeated. */
function best(operations: number, work: () => void): number {
  const repeats = Math.max(1, Math.round(2e5 / operations));
  let least = Infinity;
  for (let pass = 0; pass < PASSES; pass++) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) work();
    least = Math.min(least, ((performance.now() - start) * 1e6) / repeats);
  }
  return least;
}

function measure({ source, args }: BenchProgram, size: number): Timing {
  const values = args(size);
  const { machine, module, regions } = load("file:///bench.ts", new Map([["file:///bench.ts", source]]), {
    steps: Infinity,
    nodes: Infinity,
    time: Infinity,
    memory: Infinity,
  });
  const main = module.read("main")!();
  let operations = 0;
  const interpret = (): void => {
    machine.tape.reset();
    regions.reset();
    const inputs = values.map(input);
    const inputsEnd = machine.tape.length;
    const result = machine.call(main, undefined, inputs) as Active;
    backward(machine.tape, result.node);
    operations = machine.tape.length - inputsEnd;
  };
  // Counts of rounds are whole numbers that the function is not differentiated by.
  const input = (value: Argument): Value =>
    typeof value !== "number"
      ? newArray(machine, value.map(input))
      : Number.isInteger(value)
        ? value
        : activeAt(recordInput(machine.tape, value, -1));
  const script = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const exported: { main?: (...args: unknown[]) => number } = {};
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- the bench's own source, in the place of a module of its own for each program
  (new Function("exports", script) as (target: typeof exported) => void)(exported);
  const file = ts.createSourceFile("bench.ts", source, ts.ScriptTarget.ESNext, true);
  const interpreter = best(size, interpret);
  const plain = best(size, () => exported.main!(...values));
  const naive = size > 1e5 ? NaN : best(size, () => walk(file, values));
  return { operations, interpreter: interpreter / operations, plain: plain / operations, naive: naive / operations };
}

console.log("ns per recorded operation, from the call to the gradients; × is the multiple of the plain function\n");
console.log("program       operations   interpreter     plain         ×   naive walker   (naive / ours)");
for (const program of programs)
  for (const size of SIZES) {
    const { operations, interpreter, plain, naive } = measure(program, size);
    const row = [
      program.name.padEnd(12),
      String(operations).padStart(11),
      interpreter.toFixed(1).padStart(13),
      plain.toFixed(2).padStart(9),
      (interpreter / plain).toFixed(0).padStart(9),
    ];
    console.log(
      `${row.join(" ")} ${Number.isNaN(naive) ? "" : `${naive.toFixed(0).padStart(14)} ${(naive / interpreter).toFixed(1).padStart(16)}`}`,
    );
  }
const { tape } = load("file:///x.ts", new Map([["file:///x.ts", "export const x = 1;"]])).machine;
const bytes = [tape.op, tape.a, tape.b, tape.da, tape.db, tape.value, tape.tag].reduce(
  (sum, column) => sum + column.BYTES_PER_ELEMENT,
  0,
);
console.log(`\nbytes per operation on the tape: ${bytes}; with the columns for names: ${bytes + 8}`);
