/** Exact total derivatives between chosen steps, by elimination of all the steps between them. */
import { share } from "./sweep.ts";
import type { NodeId, Tape } from "./tape.ts";
import { MANY } from "./tape.ts";

/**
 * Gets one total derivative: that of the kept step `to` by the kept step `from`, along all paths that meet no other kept step.
 * `isDirect` is true if all of it is the partial of the one step `to` by its own operand `from`.
 */
export type TotalVisitor = (from: NodeId, to: NodeId, partial: number, isDirect: boolean) => void;

/**
 * Call `visit` for every pair of kept steps between which a path runs through eliminated steps only, also where the total
 * is 0: by ascending `to`, and for each in the order in which its formula first reads them.
 *
 * `kept` holds 1 for kept nodes. `needed`, if it is given, holds 1 for the nodes that count at all.
 *
 * Each kept step starts a reverse sweep of its own, which stops at kept steps: first a walk in depth that puts the eliminated
 * steps below it in order (users before operands), then one pass in this order that adds up products of partials.
 * So an eliminated step costs as often as there are kept steps that can be reached from it through eliminated ones.
 * Where each belongs to one kept step, as when the parts of a statement are folded into it, the whole is one sweep of the
 * tape; a step that k kept steps share costs k times.
 */
export function totalPartials(tape: Tape, kept: Uint8Array, needed: Uint8Array | undefined, visit: TotalVisitor): void {
  const sweep = startSweep(tape, kept);
  for (let node = 0; node < tape.length; node++) {
    if (kept[node] === 1 && (needed === undefined || needed[node] === 1)) sweepFrom(sweep, node, needed, visit);
  }
}

/** The memory of the sweeps. All columns but `seen` are 0 between two sweeps wherever they were used. */
interface Sweep {
  readonly tape: Tape;
  readonly kept: Uint8Array;
  /** The kept step whose sweep met the node last; −1 for none. */
  readonly seen: Int32Array;
  readonly gradient: Float64Array;
  /** 1 for a kept step that is reached through an eliminated one. */
  readonly isIndirect: Uint8Array;
  /** Steps to look at; ~node when all that is below it has been looked at. */
  readonly stack: number[];
  /** The eliminated steps below the kept one, operands before users. */
  readonly inner: number[];
  /** The kept steps that end the paths. */
  readonly ends: number[];
}

function startSweep(tape: Tape, kept: Uint8Array): Sweep {
  return {
    tape,
    kept,
    seen: new Int32Array(tape.length).fill(-1),
    gradient: new Float64Array(tape.length),
    isIndirect: new Uint8Array(tape.length),
    stack: [],
    inner: [],
    ends: [],
  };
}

function sweepFrom(sweep: Sweep, target: NodeId, needed: Uint8Array | undefined, visit: TotalVisitor): void {
  const { gradient, isIndirect, inner, ends } = sweep;
  walk(sweep, target, needed);
  pass(sweep, target, 1, false);
  while (inner.length > 0) {
    const user = inner.pop()!;
    const g = gradient[user]!;
    gradient[user] = 0;
    pass(sweep, user, g, true);
  }
  for (const end of ends) {
    visit(end, target, gradient[end]!, isIndirect[end] === 0);
    gradient[end] = 0;
    isIndirect[end] = 0;
  }
  ends.length = 0;
}

/** Give a step's operands their shares of its gradient. */
function pass(sweep: Sweep, user: NodeId, g: number, isInner: boolean): void {
  const { tape } = sweep;
  const a = tape.a[user]!;
  const b = tape.b[user]!;
  if (b === MANY) {
    const end = a + tape.da[user]!;
    for (let i = a; i < end; i++) passTo(sweep, tape.extraNode[i]!, g, tape.extraPartial[i]!, isInner);
    return;
  }
  passTo(sweep, a, g, tape.da[user]!, isInner);
  passTo(sweep, b, g, tape.db[user]!, isInner);
}

function passTo(sweep: Sweep, operand: number, g: number, partial: number, isInner: boolean): void {
  if (operand < 0) return;
  sweep.gradient[operand]! += share(g, partial);
  if (isInner && sweep.kept[operand] === 1) sweep.isIndirect[operand] = 1;
}

/** Collect what is below a kept step. */
function walk(sweep: Sweep, target: NodeId, needed: Uint8Array | undefined): void {
  const { kept, seen, stack, inner, ends } = sweep;
  seen[target] = target;
  stack.push(target);
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node < 0) {
      inner.push(~node);
      continue;
    }
    if (node !== target) {
      if (seen[node] === target || (needed !== undefined && needed[node] !== 1)) continue;
      seen[node] = target;
      if (kept[node] === 1) {
        ends.push(node);
        continue;
      }
      stack.push(~node);
    }
    pushOperands(sweep, node, target);
  }
}

/** Put a step's operands on the stack, the first on top, so that they are met as they are written. */
function pushOperands({ tape, seen, stack }: Sweep, node: NodeId, target: NodeId): void {
  const a = tape.a[node]!;
  const b = tape.b[node]!;
  if (b === MANY) {
    for (let i = a + tape.da[node]! - 1; i >= a; i--) {
      const operand = tape.extraNode[i]!;
      if (operand >= 0 && seen[operand] !== target) stack.push(operand);
    }
    return;
  }
  if (b >= 0 && seen[b] !== target) stack.push(b);
  if (a >= 0 && seen[a] !== target) stack.push(a);
}
