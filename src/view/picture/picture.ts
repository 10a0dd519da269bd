/** The picture in numbers: parts of the run, gradients, and the exact total derivative along each edge. */
import { totalPartials } from "../../autodiff/elimination.ts";
import { OPERATIONS } from "../../autodiff/operations/operations.ts";
import { backward, share } from "../../autodiff/sweep.ts";
import type { NodeId } from "../../autodiff/tape.ts";
import type { Input, Output, Trace } from "../../language/trace.ts";
import { namesOf, type Naming } from "../names.ts";
import type { FoldChoice } from "../options.ts";
import { insideOf, type Inside } from "./inside.ts";
import { divide, type Part, type Parts } from "./parts/parts.ts";

/** More edges are never drawn: those with the smallest shares are left out. */
const MOST_EDGES = 600;

/** An edge of the picture between two parts, which are numbered in the order of the steps. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** Undefined where one of the parts has several values. */
  readonly partial: number | undefined;
  /** Size of what the edge passes on: gradient times partial. */
  readonly share: number;
  /** The same with its sign; of several values the sum. */
  readonly passed: number;
  /** Whether the partial is that of one step by its own operand. */
  readonly isDirect: boolean;
  /** The smallest and the largest of the totals between the values of the parts. */
  readonly low: number;
  readonly high: number;
}

/** Everything that words are put to. */
export interface Picture {
  readonly trace: Trace;
  readonly naming: Naming;
  /** The inputs that are on the tape. */
  readonly inputs: ReadonlyMap<NodeId, Input>;
  /** The output that is differentiated; undefined if the run has none. */
  readonly output: Output | undefined;
  readonly division: Parts;
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  /** How many edges were left out. */
  readonly hiddenLinks: number;
  /** Index of the part that is the result; -1 without one. */
  readonly result: number;
  /** The gradient of each step; undefined if there is nothing to differentiate. */
  readonly gradients: Float64Array | undefined;
  /** 1 for the parts in which a step cuts the gradient, 2 for those with a kink, 3 for both. */
  readonly specials: Uint8Array;
  /** What was entered, and the picture of the whole run; undefined if this is the whole run. */
  readonly entered: { readonly inside: Inside; readonly whole: Picture } | undefined;
}

/** A special of a part: one of its steps keeps only some of its operand. */
export const CUTS = 1;
/** A special of a part: one of its steps has no derivative where it was taken. */
export const KINKED = 2;

/** The last picture of each run: what is shown is asked about, and while one scrolls through a table, question follows question. */
const pictures = new WeakMap<Trace, { readonly key: string; readonly picture: Picture }>();

/** Return the picture of a trace, seen from one of its outputs; of the inside of a region if one was entered. */
export function pictureOf(
  trace: Trace,
  output: Output | undefined,
  reveal: NodeId | undefined,
  folding?: FoldChoice,
): Picture {
  const key = JSON.stringify([output?.path, output?.node, reveal, folding]);
  const known = pictures.get(trace);
  if (known?.key === key) return known.picture;
  const picture = madeOf(trace, output, reveal, folding);
  pictures.set(trace, { key, picture });
  return picture;
}

function madeOf(
  trace: Trace,
  output: Output | undefined,
  reveal: NodeId | undefined,
  folding: FoldChoice | undefined,
): Picture {
  const whole = drawn(trace, output, reveal, folding, undefined);
  const { naming, gradients, division } = whole;
  const around = { trace: whole.trace, naming, output, gradients, needed: division.reach.needed };
  const inside = insideOf(around, folding?.inside ?? []);
  return inside === undefined ? whole : drawn(inside.trace, inside.output, reveal, folding, { inside, whole });
}

function drawn(
  trace: Trace,
  output: Output | undefined,
  reveal: NodeId | undefined,
  folding: FoldChoice | undefined,
  entered: Picture["entered"],
): Picture {
  const { tape } = trace;
  const naming = namesOf(trace, output);
  const gradients = output?.node === undefined ? undefined : backward(tape, output.node);
  const importance = (node: NodeId): number => Math.abs(gradients?.[node] ?? 0);
  const division = divide(trace, output, reveal, importance, folding);
  const all = linksOf(trace, division, gradients);
  const links = largestLinks(all);
  return {
    trace: division.trace,
    naming,
    inputs: new Map(trace.inputs.flatMap((input) => (input.node === undefined ? [] : [[input.node, input] as const]))),
    output,
    division,
    parts: division.parts,
    links,
    hiddenLinks: all.length - links.length,
    result: output?.node === undefined ? -1 : division.owner[output.node]!,
    gradients,
    specials: specialsOf(trace, division),
    entered,
  };
}

/** An edge while its totals are being added up. */
interface Sum {
  readonly from: number;
  readonly to: number;
  partial: number;
  share: number;
  passed: number;
  isDirect: boolean;
  low: number;
  high: number;
}

function linksOf(trace: Trace, division: Parts, gradients: Float64Array | undefined): Link[] {
  const { parts, owner, kept } = division;
  const sums = new Map<number, Sum>();
  totalPartials(trace.tape, kept, division.reach.needed, (from, to, partial, isDirect) => {
    const source = owner[from]!;
    const target = owner[to]!;
    if (source === target) return;
    const key = target * parts.length + source;
    let sum = sums.get(key);
    if (sum === undefined) {
      const size = { partial: 0, share: 0, passed: 0, isDirect: true, low: partial, high: partial };
      sum = { from: source, to: target, ...size };
      sums.set(key, sum);
    }
    sum.partial += partial;
    sum.low = Math.min(sum.low, partial);
    sum.high = Math.max(sum.high, partial);
    const passed = share(gradients?.[to] ?? 0, partial);
    sum.share += Math.abs(passed);
    sum.passed += passed;
    sum.isDirect &&= isDirect;
  });
  const isSingle = (index: number): boolean => parts[index]!.outputs.length === 1;
  const links = [...sums.values()].map((sum) => {
    const isExact = isSingle(sum.from) && isSingle(sum.to);
    return { ...sum, partial: isExact ? sum.partial : undefined, isDirect: isExact && sum.isDirect };
  });
  // Operands come as they are written; of what is folded nobody sees how it is written.
  const isFolded = (index: number): boolean => parts[index]!.regions.length > 0;
  return links.sort((one, other) => one.to - other.to || (isFolded(one.to) ? one.from - other.from : 0));
}

function largestLinks(links: readonly Link[]): readonly Link[] {
  if (links.length <= MOST_EDGES) return links;
  const rank = (size: number): number => (Number.isNaN(size) ? Infinity : size);
  const least = links.map((link) => rank(link.share)).sort((one, other) => other - one)[MOST_EDGES - 1]!;
  const larger = links.filter((link) => rank(link.share) > least);
  const equal = links.filter((link) => rank(link.share) === least).slice(0, MOST_EDGES - larger.length);
  const chosen = new Set([...larger, ...equal]);
  return links.filter((link) => chosen.has(link));
}

function specialsOf(trace: Trace, { parts, owner, reach }: Parts): Uint8Array {
  const specials = new Uint8Array(parts.length);
  const cuts = OPERATIONS.map((row) => row.cuts);
  for (let node = 0; node < owner.length; node++) {
    const part = owner[node]!;
    if (part >= 0 && reach.needed[node] === 1 && cuts[trace.tape.op[node]!]) specials[part] = specials[part]! | CUTS;
  }
  for (const { node } of trace.kinks) {
    const part = owner[node] ?? -1;
    if (part >= 0 && reach.needed[node] === 1) specials[part] = specials[part]! | KINKED;
  }
  return specials;
}
