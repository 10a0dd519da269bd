/** What stands behind the statements of a function in the editor: their values and gradients. */
import { backward } from "../../autodiff/sweep.ts";
import type { NodeId } from "../../autodiff/tape.ts";
import type { Trace } from "../../language/trace.ts";
import { chooseOutput } from "../inputs/outputs.ts";
import { siteOf } from "../names.ts";
import { numberText, SHORT_DIGITS, signedText } from "../number.ts";
import type { ViewOptions } from "../options.ts";
import { reach } from "../picture/parts/reach.ts";

/** A hint behind a statement. */
export interface Hint {
  /** Where it stands: the statement's end. */
  readonly offset: number;
  /** Where a hover tells more: the expression that it is about. */
  readonly about: number;
  /** `= 6  ∂ +1`. */
  readonly text: string;
}

/** Longer hints push the code aside. */
const LONGEST = 25;

/** What a statement has computed. */
interface Computed {
  readonly end: number;
  readonly about: number;
  /** The last of its numbers. */
  readonly node: NodeId;
  readonly names: ReadonlySet<string>;
  readonly count: number;
}

/** Return a hint for each statement of the function itself that computes one number; of one that ran several times it tells the last. */
export function statementHints(trace: Trace, options: ViewOptions = {}): readonly Hint[] {
  const output = chooseOutput(trace, options.output) ?? trace.outputs[0];
  if (output === undefined) return [];
  const gradients = output.node === undefined ? undefined : backward(trace.tape, output.node);
  const { needed } = reach(trace.tape, output.node);
  // What nothing uses is told from what has the gradient 0.
  const more = (node: NodeId, size: number): string => {
    if (gradients === undefined) return "";
    return needed[node] === 1 ? `  ∂ ${signedText(gradients[node]!, size).short}` : "  no effect";
  };
  const digits = options.digits ?? SHORT_DIGITS;
  const text = trace.texts.get(trace.function.place.file) ?? "";
  const places = new Map<number, Computed>();
  // What ends first is inside of what ends at the same place, and gives way to it.
  const computed = [...computedIn(trace, output.node).values()].filter(({ names }) => names.size === 1);
  for (const each of computed.sort((one, other) => one.end - other.end)) {
    const offset = placeBehind(text, each.end);
    if (offset !== undefined) places.set(offset, each);
  }
  return [...places]
    .map(([offset, { about, node, count }]) => ({
      offset,
      about,
      text: hintText(trace.tape.value[node]!, digits, (size) => (count > 1 ? ` (last of ${count})` : more(node, size))),
    }))
    .sort((one, other) => one.offset - other.offset);
}

/**
 * Where the hint of a statement stands. The body of an arrow ends before the semicolon, and inside of the brackets, of what it is in:
 * its hint stands behind those if the line ends there, and nowhere if it would stand in the middle of a call.
 */
function placeBehind(text: string, end: number): number | undefined {
  if (text.charAt(end - 1) === ";") return end;
  const [line = ""] = /^[^\n]*/u.exec(text.slice(end)) ?? [];
  const [closing = ""] = /^[\s)\]},;]*/u.exec(line) ?? [];
  const closes = closing.trimEnd();
  if (closes === "" || closes === ";") return end + closes.length;
  return /^(?:\/\/.*|\/\*.*\*\/\s*)?$/u.test(line.slice(closing.length)) ? end + closes.length : undefined;
}

/** By their ends, the statements that have named a number, and the one that returned the result. */
function computedIn(trace: Trace, result: NodeId | undefined): ReadonlyMap<number, Computed> {
  const statements = new Map<number, Computed>();
  const { place } = trace.function;
  for (let node = 0; node < trace.tape.length; node++) {
    const name = trace.names.get(node)?.name ?? (node === result ? "" : undefined);
    const site = name === undefined ? undefined : siteOf(trace, node);
    if (name === undefined || site?.file !== place.file || site.statement === undefined) continue;
    const { start, end } = site.statement;
    if (start < place.start || end > place.end || end - start >= place.end - place.start) continue;
    const before = statements.get(end);
    const names = new Set([...(before?.names ?? []), name]);
    statements.set(end, { end, about: site.start, node, names, count: (before?.count ?? 0) + 1 });
  }
  const returned = returnedElsewhere(trace);
  if (returned !== undefined && !statements.has(returned.end)) statements.set(returned.end, returned);
  return statements;
}

/** The statement `return g(x);`, whose number was computed and named in `g`; a variable that is returned has its hint where it got its number. */
function returnedElsewhere({ outputs, function: { taken } }: Trace): Computed | undefined {
  const [output] = outputs;
  if (output?.node === undefined || output.path.length > 0) return undefined;
  if (taken === undefined) return undefined;
  const { statement, expression } = taken;
  return { end: statement.end, about: expression.start, node: output.node, names: new Set([""]), count: 1 };
}

/** With fewer digits where it would be too long. */
function hintText(value: number, digits: number, more: (size: number) => string): string {
  for (let size = digits; ; size--) {
    const text = `= ${numberText(value, size).short}${more(size)}`;
    if (text.length <= LONGEST || size <= 1) return Array.from(text).slice(0, LONGEST).join("");
  }
}
