/** What the nodes of a trace are called, so that no two of them are called the same. */
import type { NodeId } from "../autodiff/tape.ts";
import { writtenName } from "../language/text/functionNames.ts";
import type { Input, Output, Site, Trace } from "../language/trace.ts";

/** Names over this many letters make derivatives hard to read. */
const LONG_NAME = 6;
/** Longest text in a node or a derivative. */
const LONGEST_FORMULA = 24;
/** Longer words at the end of a cut text are cut themselves. */
const LONGEST_WORD = 8;

/** The names of one trace, seen from one of its outputs. */
export interface Naming {
  /** What the result is called everywhere: `a`. */
  readonly result: string;
  /** The name of any number of the result: `a.delta`; `delta` where the result as a whole has no name. */
  readonly nameOfOutput: (output: Output) => string;
  /** The name of an input, of the result or of a named step; undefined for others. */
  readonly nameOf: (node: NodeId) => string | undefined;
  /** The name of a node, or else its formula. */
  readonly callOf: (node: NodeId) => string;
}

/** Return the names of a trace; a name that several steps have gets subscripts in the order of the steps. */
export function namesOf(trace: Trace, output: Output | undefined): Naming {
  const inputs = new Map<NodeId, string>();
  for (const input of trace.inputs) if (input.node !== undefined) inputs.set(input.node, input.name);
  const reserved = new Set(trace.inputs.map((input) => input.name));
  const isStep = (node: NodeId): boolean => node !== output?.node && !inputs.has(node);
  const steps = stepNames(trace, isStep);
  const whole = resultName(trace, reserved, steps);
  const isFree = (name: string, node: NodeId | undefined): boolean => {
    const isOwn = node !== undefined && isStep(node) && trace.names.get(node)?.name === name;
    return !reserved.has(name) && (steps.get(name) ?? 0) === (isOwn ? 1 : 0);
  };
  const nameOfOutput = ({ name, node }: Output): string => {
    const key = name.startsWith(".") && trace.function.returned === undefined ? name.slice(1) : "";
    return key !== "" && isFree(key, node) ? key : whole + name;
  };
  const result = output === undefined ? whole : nameOfOutput(output);
  const occurrences = numbered(trace, steps, new Set([...reserved, result]), isStep);
  const nameOf = (node: NodeId): string | undefined => {
    if (node === output?.node) return result;
    const input = inputs.get(node);
    if (input !== undefined) return input;
    const name = trace.names.get(node)?.name;
    if (name === undefined) return undefined;
    const number = occurrences[node] ?? 0;
    return number === 0 ? name : name + subscript(number);
  };
  const callOf = (node: NodeId): string => nameOf(node) ?? cut(formulaOf(trace, node));
  return { result, nameOfOutput, nameOf, callOf };
}

/** Return the expression that a step is: what stands right of `=` if the step was named, else what recorded it. */
export function siteOf(trace: Trace, node: NodeId): Site | undefined {
  return trace.sites[trace.names.get(node)?.site ?? -1] ?? trace.sites[trace.tape.tag[node]!];
}

/** Return the formula of a step's expression; what recorded it if the name came by taking a result apart: `const [p] = f(x)`. */
export function formulaOf(trace: Trace, node: NodeId): string {
  const formula = siteOf(trace, node)?.formula ?? "";
  const isOnlyName = formula === trace.names.get(node)?.name;
  return isOnlyName ? (trace.sites[trace.tape.tag[node]!]?.formula ?? formula) : formula;
}

/** Return `∂a/∂w`, with parentheses around what is not a name. */
export function derivative(of: string, by: string): string {
  return `∂${asFactor(of)}/∂${asFactor(by)}`;
}

/** Return a text cut to one that fits into a node, before a word if one begins near the end. */
export function cut(text: string, length: number = LONGEST_FORMULA): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const start = characters.slice(0, length - 1).join("");
  const space = start.lastIndexOf(" ");
  const isNear = space > start.length - LONGEST_WORD && characters[length - 1] !== " ";
  return `${(isNear ? start.slice(0, space) : start).trimEnd()}…`;
}

/** Tell whether a text stands in a node as it is. */
export function fits(text: string): boolean {
  return cut(text) === text;
}

/** Return an input's name without its last indices: `W1` for `W1[2][3]`; undefined for one that is in no array. */
export function arrayName(input: Input): string | undefined {
  const bracket = input.name.indexOf("[");
  const isElement = input.path.slice(1).some((key) => typeof key === "number");
  return isElement && bracket > 0 ? input.name.slice(0, bracket) : undefined;
}

function asFactor(text: string): string {
  return /^[\p{L}\p{N}\p{M}_$#.[\]′]+$/u.test(text) ? text : `(${text})`;
}

function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));
}

/** How many steps have each name; inputs and the result are not counted. */
function stepNames(trace: Trace, isStep: (node: NodeId) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (let node = 0; node < trace.tape.length; node++) {
    const name = trace.names.get(node)?.name;
    if (name === undefined || !isStep(node)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The result is called by the returned variable, else by the function, by its first letter if that is long and the letter is free. */
function resultName(trace: Trace, inputs: ReadonlySet<string>, steps: ReadonlyMap<string, number>): string {
  const { returned, name } = trace.function;
  if (returned !== undefined && !inputs.has(returned)) return returned;
  const written = writtenName(name);
  const own = written.slice(written.lastIndexOf(".") + 1);
  const full = own === "" || inputs.has(own) ? "result" : own;
  const initial = Array.from(full)[0] ?? full;
  const isFree = !inputs.has(initial) && !steps.has(initial) && !trace.function.parameters.includes(initial);
  return full.length > LONG_NAME && isFree ? initial : full;
}

/** The number of each step that shares its name with another step, an input or the result; 0 for the others. */
function numbered(
  trace: Trace,
  steps: ReadonlyMap<string, number>,
  reserved: ReadonlySet<string>,
  isStep: (node: NodeId) => boolean,
): Int32Array {
  const isShared = (name: string): boolean => reserved.has(name) || (steps.get(name) ?? 0) > 1;
  if (![...steps.keys()].some(isShared)) return new Int32Array(0);
  const numbers = new Int32Array(trace.tape.length);
  const last = new Map<string, number>();
  for (let node = 0; node < numbers.length; node++) {
    const name = trace.names.get(node)?.name;
    if (name === undefined || !isStep(node) || !isShared(name)) continue;
    const number = (last.get(name) ?? 0) + 1;
    last.set(name, number);
    numbers[node] = number;
  }
  return numbers;
}
