/** Which numbers the result has a kink by: what raising them does, no gradient says. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Picture } from "../picture/picture.ts";

/** Return the steps and inputs from which a change comes to a kink and from there to the result; those with gradients that are no number say so themselves. */
export function bentOf({ trace, gradients }: Pick<Picture, "trace" | "gradients">): ReadonlySet<NodeId> {
  const bent = new Set<NodeId>();
  const kinks = new Set(trace.kinks.map(({ node }) => node).filter((node) => (gradients?.[node] ?? 0) !== 0));
  if (kinks.size === 0) return bent;
  for (let node = Math.max(...kinks); node >= 0; node--) {
    const isKink = kinks.has(node);
    if (!isKink && !bent.has(node)) continue;
    eachOperand(trace.tape, node, (operand, partial) => {
      // At the kink itself a partial of 0 may be what was chosen; anywhere else it lets nothing pass.
      if ((isKink || partial !== 0) && Number.isFinite(gradients![operand]!)) bent.add(operand);
    });
  }
  return bent;
}
