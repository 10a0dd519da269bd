/** Which steps of a tape were taken at a point without a derivative, or outside of the operation's domain. */
import type { Domain, Kink } from "./operations/operation.ts";
import { OPERATIONS } from "./operations/operations.ts";
import type { NodeId, Tape } from "./tape.ts";
import { CONSTANT, operandColumns } from "./tape.ts";

/** A kink and the step that was taken at it. */
export interface KinkOnTape extends Kink {
  readonly node: NodeId;
}

const canKink = OPERATIONS.map((operation) => operation.kink !== undefined);

/** Return the kink at which a step was taken, if it was. */
export function kinkAt(tape: Tape, node: NodeId): Kink | undefined {
  const { kink } = OPERATIONS[tape.op[node]!]!;
  if (kink === undefined) return undefined;
  const { nodes, values } = operandColumns(tape, node);
  return kink(values, nodes);
}

/** Whether an operand of a step moves with the inputs: what an operation that cuts has made, such as `floor`, stands still around most points. */
function hasMovingOperand(tape: Tape, node: NodeId): boolean {
  return operandColumns(tape, node).nodes.some(
    (operand) => operand !== CONSTANT && !OPERATIONS[tape.op[operand]!]!.cuts,
  );
}

/** Return all kinks of a tape, in order, but for corners that no input can move over. */
export function kinksOf(tape: Tape): KinkOnTape[] {
  const kinks: KinkOnTape[] = [];
  for (let node = 0; node < tape.length; node++) {
    if (!canKink[tape.op[node]!]) continue;
    const kink = kinkAt(tape, node);
    if (kink !== undefined && (kink.kind !== "corner" || hasMovingOperand(tape, node))) kinks.push({ node, ...kink });
  }
  return kinks;
}

/** Return the domain that a step's operands are outside of, if they are; NaN among the operands is no fault of this step. */
export function violatedDomain(tape: Tape, node: NodeId): Domain | undefined {
  const { domain } = OPERATIONS[tape.op[node]!]!;
  if (domain === undefined) return undefined;
  const { nodes, values } = operandColumns(tape, node);
  return values.some(Number.isNaN) || domain.contains(values, nodes) ? undefined : domain;
}
