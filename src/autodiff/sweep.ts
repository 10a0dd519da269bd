/** The two first-order sweeps over a tape: gradients of one result, and tangents along one direction. */
import type { NodeId, Tape } from "./tape.ts";
import { ABSENT, CONSTANT, MANY } from "./tape.ts";

/**
 * What a gradient passes on through a partial. A zero on either side passes on nothing, so that 0 × ∞ never appears;
 * only a number that is already NaN stays NaN.
 */
export function share(gradient: number, partial: number): number {
  if (gradient === 0) return 0;
  const product = gradient * partial;
  return Number.isNaN(product) && partial === 0 && !Number.isNaN(gradient) ? 0 : product;
}

/**
 * Return the gradient of `output` by every node of the tape up to it; later nodes have 0.
 *
 * `buffer` is filled and returned if it is given; it must be as long as the tape, and may be longer.
 */
export function backward(tape: Tape, output: NodeId, buffer?: Float64Array): Float64Array {
  const gradient = buffer ?? new Float64Array(tape.length);
  if (buffer) buffer.fill(0);
  const { a, b, da, db } = tape;
  gradient[output] = 1;
  for (let node = output; node >= 0; node--) {
    const g = gradient[node]!;
    if (g === 0) continue;
    const left = a[node]!;
    const right = b[node]!;
    if (right === MANY) {
      backwardMany(tape, node, g, gradient);
      continue;
    }
    if (left >= 0) {
      const product = g * da[node]!;
      gradient[left]! += product === product ? product : share(g, da[node]!);
    }
    if (right >= 0) {
      const product = g * db[node]!;
      gradient[right]! += product === product ? product : share(g, db[node]!);
    }
  }
  return gradient;
}

function backwardMany(tape: Tape, node: NodeId, g: number, gradient: Float64Array): void {
  const start = tape.a[node]!;
  const end = start + tape.da[node]!;
  for (let i = start; i < end; i++) {
    const operand = tape.extraNode[i]!;
    if (operand !== CONSTANT) gradient[operand]! += share(g, tape.extraPartial[i]!);
  }
}

/**
 * Return the tangent of every node when the inputs move as `seeds` says: the derivative of each step along one direction.
 *
 * `seeds` maps input nodes to their speed; other inputs rest. `buffer` is filled and returned if it is given.
 */
export function forward(tape: Tape, seeds: ReadonlyMap<NodeId, number>, buffer?: Float64Array): Float64Array {
  const tangent = buffer ?? new Float64Array(tape.length);
  if (buffer) buffer.fill(0);
  for (const [node, speed] of seeds) tangent[node] = speed;
  const { a, b, da, db, length } = tape;
  for (let node = 0; node < length; node++) {
    const left = a[node]!;
    const right = b[node]!;
    if (right === MANY) {
      tangent[node] = forwardMany(tape, node, tangent);
    } else if (left !== ABSENT) {
      const first = left >= 0 ? share(tangent[left]!, da[node]!) : 0;
      tangent[node] = right >= 0 ? first + share(tangent[right]!, db[node]!) : first;
    }
  }
  return tangent;
}

function forwardMany(tape: Tape, node: NodeId, tangent: Float64Array): number {
  const start = tape.a[node]!;
  const end = start + tape.da[node]!;
  let total = 0;
  for (let i = start; i < end; i++) {
    const operand = tape.extraNode[i]!;
    if (operand !== CONSTANT) total += share(tangent[operand]!, tape.extraPartial[i]!);
  }
  return total;
}
