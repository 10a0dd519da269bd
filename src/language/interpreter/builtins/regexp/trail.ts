/** The way that a match has come: what it set, and where it could have gone another way. */
import type { Machine } from "../../machine.ts";

/** How many numbers the stack may hold; V8 gives up at about as many bytes. */
const LIMIT = 1 << 24;
/** How many numbers the stack holds at first. */
const USUAL = 3 * 1_024;
/** What a choice says in its third place if it is a plain one; a run of characters has a position or a count there. */
export const PLAIN = -1;

// Matching never calls the program, so one stack serves all matches.
let stack = new Int32Array(USUAL);

/** The slots of a match, and a stack of choices and of the slots' former values: entries of three numbers, negative ones first for slots. */
export class Trail {
  readonly slots: number[];
  top = 0;
  /** The choice that was found by going back. */
  head = 0;
  value = 0;
  extra = 0;
  private readonly machine: Machine;

  constructor(machine: Machine, slotCount: number) {
    this.machine = machine;
    this.slots = new Array<number>(slotCount).fill(-1);
    if (stack.length > LIMIT >> 4) stack = new Int32Array(USUAL);
  }

  /** Set a slot until the match goes back. */
  set(slot: number, value: number): void {
    this.push(-1 - slot, this.slots[slot]!, 0);
    this.slots[slot] = value;
  }

  /** Note a choice: an instruction and a position to go on with, and what that instruction needs to know. */
  push(head: number, value: number, extra: number): void {
    if (this.top + 3 > stack.length) {
      if (2 * stack.length > LIMIT)
        throw this.machine.stop("budget/memory", "A regular expression has too many ways to match");
      const grown = new Int32Array(2 * stack.length);
      grown.set(stack);
      stack = grown;
    }
    stack[this.top] = head;
    stack[this.top + 1] = value;
    stack[this.top + 2] = extra;
    this.top += 3;
  }

  /** Undo up to the last choice above `base` and remove it; false if there is none. */
  back(base: number): boolean {
    while (this.top > base) {
      this.top -= 3;
      this.head = stack[this.top]!;
      this.value = stack[this.top + 1]!;
      this.extra = stack[this.top + 2]!;
      if (this.head >= 0) return true;
      this.slots[-1 - this.head] = this.value;
    }
    return false;
  }

  /** Undo everything above `base`. */
  undo(base: number): void {
    while (this.back(base));
  }

  /** Forget the choices above `base`, but not how to undo what was set. */
  keepChanges(base: number): void {
    let kept = base;
    for (let entry = base; entry < this.top; entry += 3) {
      if (stack[entry]! >= 0) continue;
      stack.copyWithin(kept, entry, entry + 3);
      kept += 3;
    }
    this.top = kept;
  }
}
