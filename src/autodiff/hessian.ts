/** Second derivatives of a result, by the reverse sweep of the tangents of a forward sweep. */
import type { Operation } from "./operations/operation.ts";
import { OPERATIONS } from "./operations/operations.ts";
import { backward, forward, share } from "./sweep.ts";
import type { NodeId, Tape } from "./tape.ts";
import { eachOperand, operandColumns } from "./tape.ts";

/**
 * Return how the gradient of `output` by every node changes when the inputs move as `seeds` says: for input nodes, the
 * product of the Hessian with that direction. At kinks the pieces on both sides count as straight.
 */
export function hessianProduct(tape: Tape, output: NodeId, seeds: ReadonlyMap<NodeId, number>): Float64Array {
  return changeOfGradient(tape, output, backward(tape, output), forward(tape, seeds));
}

/** Return the Hessian of `output` by the given input nodes, a row for each. */
export function hessian(tape: Tape, output: NodeId, inputs: readonly NodeId[]): number[][] {
  const gradient = backward(tape, output);
  const tangent = new Float64Array(tape.length);
  return inputs.map((input) => {
    const change = changeOfGradient(tape, output, gradient, forward(tape, new Map([[input, 1]]), tangent));
    return inputs.map((other) => change[other]!);
  });
}

function changeOfGradient(tape: Tape, output: NodeId, gradient: Float64Array, tangent: Float64Array): Float64Array {
  const change = new Float64Array(tape.length);
  for (let node = output; node >= 0; node--) {
    const g = gradient[node]!;
    const moves = change[node]!;
    if (moves !== 0) {
      eachOperand(tape, node, (operand, partial) => {
        change[operand]! += share(moves, partial);
      });
    }
    if (g !== 0) bend(tape, node, g, tangent, change);
  }
  return change;
}

/** Add what comes from the step's own partials changing as its operands move. */
function bend(tape: Tape, node: NodeId, g: number, tangent: Float64Array, change: Float64Array): void {
  const operation = OPERATIONS[tape.op[node]!]!;
  if (operation.arity === 0 || operation.second === undefined) return;
  const { nodes, values } = operandColumns(tape, node);
  const direction = nodes.map((operand) => (operand < 0 ? 0 : tangent[operand]!));
  if (direction.every((speed) => speed === 0)) return;
  const partials = partialsAlong(operation, values, direction, tape.value[node]!, nodes);
  for (let i = 0; i < nodes.length; i++) if (nodes[i]! >= 0) change[nodes[i]!]! += share(g, partials[i]!);
}

/** How the partials of a step change along a direction of its operands; operands that rest are never asked for. */
function partialsAlong(
  operation: Operation,
  x: readonly number[],
  direction: readonly number[],
  value: number,
  nodes: readonly NodeId[],
): readonly number[] {
  switch (operation.arity) {
    case 0:
      return [];
    case 1:
      return [share(direction[0]!, operation.second?.(x[0]!, value) ?? 0)];
    case 2: {
      const { second } = operation;
      if (second === undefined) return [0, 0];
      const along = (speed: number, f: (x: number, y: number, value: number) => number): number =>
        speed === 0 ? 0 : share(speed, f(x[0]!, x[1]!, value));
      return [
        nodes[0]! < 0 ? 0 : along(direction[0]!, second.xx) + along(direction[1]!, second.xy),
        nodes[1]! < 0 ? 0 : along(direction[0]!, second.xy) + along(direction[1]!, second.yy),
      ];
    }
    case "many":
      return operation.second?.(x, direction, value) ?? x.map(() => 0);
  }
}
