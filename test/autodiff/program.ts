/** Random programs of smooth operations, to run in more than one way. */
import fc from "fast-check";
import type { Dual } from "../../src/autodiff/dual.ts";
import { applyDual, valueOf } from "../../src/autodiff/dual.ts";
import { kinksOf } from "../../src/autodiff/kinks.ts";
import type { OperationName } from "../../src/autodiff/operations/operations.ts";
import { OPERATIONS, opcodeOf } from "../../src/autodiff/operations/operations.ts";
import type { Recorder, Variable } from "../../src/autodiff/recorder.ts";
import { share } from "../../src/autodiff/sweep.ts";
import type { NodeId, Tape } from "../../src/autodiff/tape.ts";
import { eachOperand } from "../../src/autodiff/tape.ts";

/** The same random cases in every run; another SEED in the environment gives others. */
export const seed = Number(process.env["SEED"] ?? 453);

/** One step: an operation on earlier numbers, or on a constant where `picks` says so. */
export interface Instruction {
  readonly name: OperationName;
  /** Taken modulo the numbers there are and one more, which stands for the constant. */
  readonly picks: readonly number[];
  readonly constant: number;
}

/** Operations with a derivative wherever they have a value, except at single points. */
const smooth: readonly OperationName[] = [
  ...(["add", "subtract", "multiply", "divide", "negate", "plus", "atan2", "power", "pow"] as const),
  ...(["sin", "cos", "tan", "exp", "tanh", "sinh", "cosh", "asinh", "atan", "expm1"] as const),
  ...(["sqrt", "cbrt", "log", "log1p", "log2", "log10", "acosh", "asin", "acos", "atanh"] as const),
];
const bent: readonly OperationName[] = ["abs", "max", "min", "hypot", "remainder", "fround", "floor"];

/** Numbers of three digits, some of them equal. */
const numbers = fc.integer({ min: -192, max: 192 }).map((whole) => whole / 64);

function programsOf(names: readonly OperationName[]): fc.Arbitrary<Instruction[]> {
  const picks = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30));
  const instruction = fc.record({ name: fc.constantFrom(...names), picks, constant: numbers });
  return fc.array(instruction, { minLength: 1, maxLength: 14 });
}

/** Programs of all kinds of steps. */
export const programs = programsOf([...smooth, ...bent, "max", "hypot"]);

/** Programs that differences can follow. */
export const smoothPrograms = programsOf(smooth);

/** Values of the inputs. */
export const inputs = fc.array(numbers, { minLength: 1, maxLength: 4 });

/** Run a program on numbers of some kind; the result is the last one. */
function run<T>(
  program: readonly Instruction[],
  given: readonly T[],
  apply: (name: OperationName, operands: readonly (T | number)[]) => T,
): T {
  const all = [...given];
  for (const { name, picks, constant } of program) {
    const { arity } = OPERATIONS[opcodeOf(name)]!;
    const count = arity === "many" ? 3 : arity;
    // The first operand is the newest number, so that most steps lead to the result.
    const operands = picks.slice(0, count).map((pick, i) => {
      const index = i === 0 ? all.length - 1 : pick % (all.length + 1);
      return all[index] ?? constant;
    });
    all.push(apply(name, operands));
  }
  return all.at(-1)!;
}

/** Record a program on a tape. */
export function recordProgram(t: Recorder, program: readonly Instruction[], given: readonly Variable[]): Variable {
  return run(program, given, (name, operands) => t.apply(name, operands));
}

/** The sum of the sizes of all path products from each node to the output: how large the parts are that may cancel. */
export function pathSizes(steps: Tape, output: NodeId): Float64Array {
  const size = new Float64Array(steps.length);
  size[output] = 1;
  for (let node = output; node >= 0; node--) {
    eachOperand(steps, node, (operand, partial) => {
      size[operand]! += Math.abs(share(size[node]!, partial));
    });
  }
  return size;
}

/** Whether differences can follow a recorded program: no kink, nothing huge, nothing that turns fast. */
export function isTame(steps: Tape, output: NodeId): boolean {
  const values = steps.value.subarray(0, steps.length);
  const isSmall = (x: number): boolean => Math.abs(x) < 100;
  return values.every(isSmall) && pathSizes(steps, output).every(isSmall) && kinksOf(steps).length === 0;
}

/** Run a program on dual numbers, or on plain numbers. */
export function dualProgram(program: readonly Instruction[], given: readonly (Dual | number)[]): Dual | number {
  return run<Dual | number>(program, given, applyDual);
}

/** The value of a program. */
export function valueOfProgram(program: readonly Instruction[], given: readonly number[]): number {
  return valueOf(dualProgram(program, given));
}
