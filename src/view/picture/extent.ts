/** How large a picture would be. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Trace } from "../../language/trace.ts";
import type { Extent } from "./folding.ts";

/** Return how many parts there are, how many pairs of them depend on each other, and how many stand behind each other and beside each other. */
export function extentOf({ tape }: Trace, owner: Int32Array, needed: Uint8Array): Extent {
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
    if (own >= 0 && needed[node] === 1) eachOperand(tape, node, look);
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
