/** Statements that a person has unfolded: their steps are nodes of their own. */
import type { NodeId } from "../../../autodiff/tape.ts";
import type { Trace } from "../../../language/trace.ts";
import { formulaOf } from "../../names.ts";

const KIND = "steps ";

/** Return the name under which a statement is unfolded; where it is run several times, all of them are. */
export function stepsKey(trace: Trace, node: NodeId): string {
  return KIND + (trace.names.get(node)?.name ?? formulaOf(trace, node));
}

/** Tell whether a name is that of a statement, and not of something that was folded because a picture has no room for it. */
export function isStepsKey(name: string): boolean {
  return name.startsWith(KIND);
}

/** Return the steps of all unfolded statements with the names of these. `statementOf` is the step that stands for the statement of a step; -1 for none. */
export function unfoldedSteps(
  trace: Trace,
  open: readonly string[],
  statementOf: () => (node: NodeId) => NodeId,
): ReadonlyMap<NodeId, string> {
  const unfolded = new Map<NodeId, string>();
  const wanted = new Set(open.filter(isStepsKey));
  if (wanted.size === 0) return unfolded;
  const of = statementOf();
  for (let node = 0; node < trace.tape.length; node++) {
    const statement = of(node);
    const key = statement < 0 ? "" : stepsKey(trace, statement);
    if (wanted.has(key)) unfolded.set(node, key);
  }
  return unfolded;
}
