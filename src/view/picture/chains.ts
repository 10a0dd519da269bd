/** Statements in a row, each used by the next one alone: they are drawn as one node where a picture would have too many. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Trace } from "../../language/trace.ts";
import type { Extent } from "./folding.ts";

/** Fewer statements are never folded. */
const SHORTEST = 3;

/** What decides which statements are in a row. */
export interface Rows {
  readonly trace: Trace;
  /** The part of each step; -1 if it is in none. */
  readonly owner: Int32Array;
  /** 1 for the steps that lead to the result. */
  readonly needed: Uint8Array;
  /** Parts from this number on are single statements: the step that stands for one is the number less this. */
  readonly firstSingle: number;
  /** Whether a statement must be seen: inputs, the result. */
  readonly isFixed: (node: NodeId) => boolean;
}

/** Return how many parts there are, how many pairs of them depend on each other, and how many stand behind each other and beside each other. */
export function extentOf({ trace, owner, needed }: Pick<Rows, "trace" | "owner" | "needed">): Extent {
  const parts = new Set<number>();
  const pairs = new Set<number>();
  const rank = new Map<number, number>();
  let ranks = 0;
  let own = -1;
  const look = (operand: NodeId): void => {
    const from = owner[operand]!;
    if (from === own) return;
    pairs.add(own * (2 * owner.length) + from);
    const behind = (rank.get(from) ?? 1) + 1;
    if (behind > (rank.get(own) ?? 1)) rank.set(own, behind);
    ranks = Math.max(ranks, behind);
  };
  for (let node = 0; node < owner.length; node++) {
    const isOther = own !== owner[node];
    own = owner[node]!;
    if (own >= 0 && isOther) parts.add(own);
    if (own >= 0 && needed[node] === 1) eachOperand(trace.tape, node, look);
  }
  const inRank = new Map<number, number>();
  let abreast = 0;
  for (const part of parts) {
    const count = (inRank.get(rank.get(part) ?? 1) ?? 0) + 1;
    inRank.set(rank.get(part) ?? 1, count);
    abreast = Math.max(abreast, count);
  }
  return { parts: parts.size, edges: pairs.size, ranks, abreast };
}

/** Return the last statement of the row for each statement that is in one. */
export function chainsOf(rows: Rows): ReadonlyMap<NodeId, NodeId> {
  const next = onlyUsers(rows);
  const before = new Map<NodeId, NodeId>();
  // Of several statements that only the same one uses, the last is in its row.
  for (const [node, user] of next) before.set(user, Math.max(node, before.get(user) ?? 0));
  const chains = new Map<NodeId, NodeId>();
  for (const last of before.keys()) {
    const user = next.get(last);
    if (user !== undefined && before.get(user) === last) continue;
    const members = [last];
    for (let at = before.get(last); at !== undefined; at = before.get(at)) members.push(at);
    if (members.length >= SHORTEST) for (const member of members) chains.set(member, last);
  }
  return chains;
}

/** Return the name under which a row is opened. */
export function chainKey(trace: Trace, last: NodeId): string {
  return `statements ${trace.names.get(last)?.name ?? last}`;
}

/** The only user of each single statement that may be folded, if it may be too. */
function onlyUsers({ trace, owner, needed, firstSingle, isFixed }: Rows): Map<NodeId, NodeId> {
  const isFree = (part: number): boolean => part >= firstSingle && !isFixed(part - firstSingle);
  const users = new Map<number, number>();
  const several = -1;
  let own = -1;
  const look = (operand: NodeId): void => {
    const from = owner[operand]!;
    if (from === own || !isFree(from)) return;
    users.set(from, users.get(from) === undefined || users.get(from) === own ? own : several);
  };
  for (let node = 0; node < owner.length; node++) {
    own = owner[node]!;
    if (own >= 0 && needed[node] === 1) eachOperand(trace.tape, node, look);
  }
  const next = new Map<NodeId, NodeId>();
  for (const [part, user] of users) {
    if (user !== several && isFree(user)) next.set(part - firstSingle, user - firstSingle);
  }
  return next;
}
