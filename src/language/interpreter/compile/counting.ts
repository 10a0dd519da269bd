/** The heads of loops that count: `i < n` and `i++` on a variable of the frame, done without a call as long as the numbers are plain. */
import { ts } from "../../parse.ts";
import { compare } from "../compare.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../objects.ts";
import type { Value } from "../values.ts";
import type { Code } from "./context.ts";
import { lengthSlot, localSlot, operandOf, read, type Operand } from "./operand.ts";
import { operationOf } from "./quick.ts";
import type { Frame } from "./scope.ts";

/** Whether there is another round: the counter is below a limit. */
export interface Test {
  readonly slot: number;
  readonly limit: Operand;
  /** The slot of the array whose length is the limit; -1 for another limit. */
  readonly list: number;
  readonly site: number;
  readonly machine: Machine;
}

/** What a loop adds to its counter after each round. */
export interface Step {
  readonly slot: number;
  readonly by: number;
  /** Does it whatever the variable holds. */
  readonly whatever: Code;
}

const steps = new WeakMap<Code, Step>();

/** Say that code does no more than adding `by` to a plain number in a slot of the current frame. */
export function markStep(code: Code, slot: number, by: number): Code {
  steps.set(code, { slot, by, whatever: code });
  return code;
}

/** The step that code is; undefined if it is another. */
export function stepOf(code: Code): Step | undefined {
  return steps.get(code);
}

/** The test that code is; undefined if it is another. */
export function testOf(code: Code): Test | undefined {
  const operation = operationOf(code);
  if (operation?.kind !== ts.SyntaxKind.LessThanToken) return undefined;
  const { left, right, machine, site } = operation;
  const slot = localSlot(left);
  if (slot === undefined) return undefined;
  return { slot, limit: operandOf(right), list: lengthSlot(right) ?? -1, machine, site };
}

/** Whether there is another round. */
export function holds(frame: Frame, test: Test): boolean {
  const counter = frame.slots[test.slot];
  const limit = limitOf(frame, test);
  return typeof counter === "number" && typeof limit === "number"
    ? counter < limit
    : compare(test.machine, counter, limit, test.site, "<");
}

function limitOf(frame: Frame, { list, limit }: Test): Value {
  if (list >= 0) {
    const array = frame.slots[list];
    if (array instanceof ArrayValue) return array.elements.length;
  }
  return read(frame, limit);
}

/** Count. */
export function advance(frame: Frame, { slot, by, whatever }: Step): void {
  const counter = frame.slots[slot];
  if (typeof counter === "number") frame.slots[slot] = counter + by;
  else whatever(frame);
}
