/** Looks in a tape for the step that makes a gradient what it is: the reason behind a zero, a NaN or a huge number. */
import { share } from "../../autodiff/sweep.ts";
import { eachOperand, type NodeId, type Tape } from "../../autodiff/tape.ts";

/** An operand of a step, as an edge of the tape. */
export interface TapeEdge {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly partial: number;
}

/** What a search looks at. */
export interface Ground {
  readonly tape: Tape;
  readonly gradients: Float64Array;
  /** 1 for the steps from which a path leads to the result. */
  readonly needed: Uint8Array;
  /** The edges that leave each step, towards the result. */
  readonly users: ReadonlyMap<NodeId, readonly TapeEdge[]>;
}

/** A reason: the edge that is it, and the steps on the way to it, the asked one first. */
export interface Found {
  readonly edge: TapeEdge;
  readonly way: readonly NodeId[];
}

/** Return what is needed to search from a step: everything that uses it, directly or not. */
export function groundFrom(tape: Tape, from: NodeId, needed: Uint8Array, gradients: Float64Array): Ground {
  const users = new Map<NodeId, TapeEdge[]>([[from, []]]);
  for (let to = from + 1; to < tape.length; to++) {
    if (needed[to] !== 1) continue;
    eachOperand(tape, to, (operand, partial) => {
      const list = users.get(operand);
      if (list === undefined) return;
      list.push({ from: operand, to, partial });
      if (!users.has(to)) users.set(to, []);
    });
  }
  return { tape, gradients, needed, users };
}

/** Return the nearest step that passes on nothing although something comes to it from the result. */
export function zeroFactor(ground: Ground, from: NodeId): Found | undefined {
  return search(ground, from, ({ to, partial }) => partial === 0 && ground.gradients[to] !== 0);
}

/** Return the steps besides a found one that pass on nothing either, the nearest first; what comes behind a cut does not count. */
export function otherZeros(ground: Ground, from: NodeId, found: Found): readonly NodeId[] {
  const others = new Set<NodeId>();
  const reached = new Set<NodeId>([from]);
  for (const node of reached) {
    for (const { to, partial } of ground.users.get(node) ?? []) {
      if (partial === 0 && to !== found.edge.to) others.add(to);
      if (partial !== 0 || ground.gradients[to] === 0) reached.add(to);
    }
  }
  return [...others];
}

/** Return the nearest step whose slope is infinite or no number. */
export function wildFactor(ground: Ground, from: NodeId): Found | undefined {
  return search(ground, from, ({ partial }) => !Number.isFinite(partial));
}

/** Return the nearest step whose own value is no number, or infinite. */
export function wildValue(ground: Ground, from: NodeId): Found | undefined {
  return search(ground, from, ({ to }) => !Number.isFinite(ground.tape.value[to]!));
}

/** Return the nearest step at which shares of opposite sign leave almost nothing. */
export function cancelling(
  ground: Ground,
  from: NodeId,
): { readonly node: NodeId; readonly shares: readonly TapeEdge[] } | undefined {
  const seen = new Set<NodeId>([from]);
  for (const node of seen) {
    const out = (ground.users.get(node) ?? []).filter((edge) => shareOf(ground, edge) !== 0);
    const shares = out.map((edge) => shareOf(ground, edge));
    const largest = shares.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    const isMixed = shares.some((one) => one > 0) && shares.some((one) => one < 0);
    if (isMixed && Math.abs(ground.gradients[node]!) < largest * CANCELLED) return { node, shares: out };
    // Where something is left, what happens further on is no reason any more.
    if (ground.gradients[node] !== 0) return undefined;
    for (const { to } of ground.users.get(node) ?? []) seen.add(to);
  }
  return undefined;
}

/** The factors on the steepest way to the result, and the largest and the smallest of them. */
export interface Steepest {
  readonly partials: readonly number[];
  readonly largest: Found;
  readonly smallest: Found;
}

/** Return the steepest way from a step to the result; undefined for the result itself. */
export function steepestWay(ground: Ground, from: NodeId): Steepest | undefined {
  const way: NodeId[] = [from];
  const partials: number[] = [];
  let largest: Found | undefined;
  let smallest: Found | undefined;
  for (let at = from; ; at = way.at(-1)!) {
    const out = joined(ground.users.get(at) ?? []);
    if (out.length === 0) break;
    const edge = out.reduce((most, one) => (size(shareOf(ground, one)) > size(shareOf(ground, most)) ? one : most));
    way.push(edge.to);
    partials.push(edge.partial);
    const found = { edge, way: [...way] };
    if (largest === undefined || size(edge.partial) > size(largest.edge.partial)) largest = found;
    if (smallest === undefined || size(edge.partial) < size(smallest.edge.partial)) smallest = found;
  }
  return largest === undefined || smallest === undefined ? undefined : { partials, largest, smallest };
}

/** A step that uses another one twice, as `x · x` does, hands back one factor. */
function joined(edges: readonly TapeEdge[]): readonly TapeEdge[] {
  const sums = new Map<NodeId, TapeEdge>();
  for (const edge of edges) sums.set(edge.to, { ...edge, partial: (sums.get(edge.to)?.partial ?? 0) + edge.partial });
  return [...sums.values()];
}

/** What an edge passes on. */
export function shareOf({ gradients }: Ground, { to, partial }: TapeEdge): number {
  return share(gradients[to]!, partial);
}

/** A sum below this part of its largest term is said to cancel. */
const CANCELLED = 0.1;

/** The nearest edge with a property, in the order of a walk in breadth. */
function search(ground: Ground, from: NodeId, isMeant: (edge: TapeEdge) => boolean): Found | undefined {
  const before = new Map<NodeId, NodeId | undefined>([[from, undefined]]);
  for (const node of before.keys()) {
    for (const edge of ground.users.get(node) ?? []) {
      if (isMeant(edge)) return { edge, way: [...wayTo(node, before), edge.to] };
      if (!before.has(edge.to)) before.set(edge.to, node);
    }
  }
  return undefined;
}

function wayTo(node: NodeId, before: ReadonlyMap<NodeId, NodeId | undefined>): NodeId[] {
  const way: NodeId[] = [];
  for (let at: NodeId | undefined = node; at !== undefined; at = before.get(at)) way.push(at);
  return way.reverse();
}

function size(value: number): number {
  return Number.isNaN(value) ? Infinity : Math.abs(value);
}
