/** The heads of loops that count: `i < n` and `i++` on a variable of the frame, done without a call as long as the numbers are plain. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import { compare } from "../../rules/compare.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import type { Value } from "../../values/values.ts";
import type { Code, Run } from "../context.ts";
import { lengthSlot, localSlot, operandOf, readFully, type Operand } from "../operand.ts";
import { operationOf } from "../quick.ts";
import type { Frame } from "../variables/scope.ts";
import type { Rounds } from "./rounds.ts";

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

/** The parts of a loop that counts. */
export interface Counting {
  readonly open: (frame: Frame) => Frame;
  readonly start: Run;
  readonly test: Test;
  readonly body: Run;
  readonly step: Step;
  readonly rounds: Rounds;
}

/** Compile a loop that counts. What its rounds need is taken out of its parts once, before the first of them. */
export function countingLoop(counting: Counting): Run {
  return (outer) => {
    const { open, start, test, body, step, rounds } = counting;
    const loop = rounds.enterLoop();
    const frame = open(outer);
    start(frame);
    const { slots } = frame;
    const { slot, list, limit } = test;
    const { slot: stepped, by } = step;
    for (;;) {
      const counter = slots[slot];
      const array = list < 0 ? undefined : slots[list];
      const end = array instanceof ArrayValue ? array.elements.length : readFully(frame, limit);
      if (!(typeof counter === "number" && typeof end === "number" ? counter < end : isBelow(test, counter, end)))
        break;
      rounds.begin(loop);
      const signal = body(frame);
      if (signal !== undefined) {
        const next = rounds.after(signal);
        if (next !== "on") {
          rounds.leaveLoop(loop);
          return next === "end" ? undefined : signal;
        }
      }
      const before = slots[stepped];
      if (typeof before === "number") slots[stepped] = before + by;
      else step.whatever(frame);
    }
    rounds.leaveLoop(loop);
    return undefined;
  };
}

function isBelow({ machine, site }: Test, counter: Value, end: Value): boolean {
  return compare(machine, counter, end, site, "<");
}
