/** Some inputs of a run at other values, said as a panel would say them. */
import type { Input, Output, Trace } from "../../language/trace.ts";
import type { Changed } from "../../view/changed.ts";
import { arrayName } from "../../view/names.ts";
import type { RunAt } from "../check.ts";
import { literalOf, put, written, type Tree } from "./literals.ts";

/** How far inputs are moved to try something, relative to their size: less than single precision tells apart. */
const NEAR = 2 ** -40;

/** A number that is differentiated by. */
export interface MovedInput extends Input {
  readonly value: number;
  readonly node: number;
}

/** Return the numbers that are meant by names of a model, in which an array can be one. */
export function movedInputs(trace: Trace, names: readonly string[]): readonly MovedInput[] {
  const wanted = new Set(names);
  const isWanted = (input: Input): boolean => wanted.has(input.name) || wanted.has(arrayName(input) ?? "");
  return trace.inputs.filter(
    (input): input is MovedInput => input.node !== undefined && typeof input.value === "number" && isWanted(input),
  );
}

/** Says values, given by names of inputs, as changes. */
export type Write = (values: ReadonlyMap<string, number>) => Changed;

/** Return the shortest way to say values of some inputs that has been tried and works: arrays as a whole, else number by number. */
export function writerOf(trace: Trace, names: readonly string[], runAt: RunAt): Write {
  const moved = movedInputs(trace, names);
  const arrays = new Map<string, readonly Input[]>();
  for (const name of names) {
    const members = trace.inputs.filter((input) => arrayName(input) === name);
    if (members.length > 0 && !moved.some((input) => input.name === name)) arrays.set(name, members);
  }
  const single: Write = (values) => Object.fromEntries([...values].map(([name, value]) => [name, literalOf(value)]));
  if (arrays.size === 0) return single;
  const inArrays = new Set([...arrays.values()].flat().map(({ name }) => name));
  const whole: Write = (values) => {
    const others = new Map([...values].filter(([name]) => !inArrays.has(name)));
    const literals = [...arrays].map(([name, members]) => [name, arrayLiteral(members, values)]);
    return { ...single(others), ...(Object.fromEntries(literals) as Changed) };
  };
  // Where the inputs are now, a typed array cannot be told from an array: its rounding has been done.
  const beside = new Map(moved.map(({ name, value }) => [name, value + Math.max(1, Math.abs(value)) * NEAR]));
  return isSameRun(runAt(single(beside)), runAt(whole(beside))) ? whole : single;
}

/** Return the number of a result that another run has in the place of an output; NaN if there is none. */
export function outputIn(trace: Trace | undefined, { path }: Output): Output | undefined {
  const key = JSON.stringify(path);
  return trace?.outputs.find((output) => JSON.stringify(output.path) === key);
}

function arrayLiteral(members: readonly Input[], values: ReadonlyMap<string, number>): string {
  let tree: Tree | undefined;
  for (const { name, path, value } of members) {
    const first = path.findIndex((key, index) => index > 0 && typeof key === "number");
    tree = put(tree, path.slice(first), literalOf(values.get(name) ?? value));
  }
  return tree === undefined ? "[]" : written(tree);
}

function isSameRun(trace: Trace | undefined, other: Trace | undefined): boolean {
  if (trace === undefined || other === undefined) return false;
  if (other.inputs.length !== trace.inputs.length || other.result !== trace.result) return false;
  return trace.inputs.every(({ name, value, node }, index) => {
    const input = other.inputs[index]!;
    return input.name === name && Object.is(input.value, value) && (input.node === undefined) === (node === undefined);
  });
}
