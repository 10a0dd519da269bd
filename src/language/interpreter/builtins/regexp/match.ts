/** Runs the program of a regular expression over a text. It goes back over a stack of its own, pays for each instruction, and so can neither hang nor overflow. */
import type { Machine } from "../../machine.ts";
import { isBorder } from "./border.ts";
import { foldedCharacter, splitsPair } from "./characters.ts";
import type { Instruction, Program } from "./program.ts";
import * as code from "./program.ts";
import { PLAIN, Trail } from "./trail.ts";

/** How many instructions pass between two payments. */
const SLICE = 256;

/** Find the first match at or after an index (or exactly there, if `sticky`): pairs of start and end for each group, -1 for one that took no part. */
export function findMatch(
  machine: Machine,
  program: Program,
  text: string,
  from: number,
  sticky: boolean,
): readonly number[] | undefined {
  return new Matcher(machine, program, text).search(from, sticky);
}

class Matcher {
  private readonly machine: Machine;
  private readonly program: Program;
  private readonly text: string;
  private readonly trail: Trail;
  private readonly slots: readonly number[];
  private pc = 0;
  private position = 0;
  private fuel = SLICE;

  constructor(machine: Machine, program: Program, text: string) {
    this.machine = machine;
    this.program = program;
    this.text = text;
    machine.pay(1 + (program.slotCount >> 3));
    this.trail = new Trail(machine, program.slotCount);
    this.slots = this.trail.slots;
  }

  search(from: number, sticky: boolean): readonly number[] | undefined {
    const { text, program, slots } = this;
    const { first, lead, unicode } = program;
    let start = unicode && splitsPair(text, from) ? from - 1 : from;
    let found = false;
    // Like V8, and unlike the standard, an empty match may be found between the halves of a pair.
    for (; start <= text.length; start++) {
      if (first >= 0 && !sticky) {
        const begin = start;
        start = text.indexOf(String.fromCharCode(first), begin);
        this.machine.pay(1 + (((start < 0 ? text.length : start) - begin) >> 4));
        if (start < 0) break;
      }
      this.trail.top = 0;
      this.position = start;
      if (lead !== undefined && !this.accepts(lead)) {
        if (sticky) break;
        if (--this.fuel <= 0) this.refuel();
        continue;
      }
      this.position = start;
      found = this.run(0);
      if (found || sticky) break;
    }
    this.machine.pay(SLICE - this.fuel);
    if (!found) return undefined;
    return [start, this.position, ...slots.slice(2, 2 * program.groupCount)];
  }

  /** Run from an instruction to MATCH. If that fails, stack and slots are as before. */
  private run(start: number): boolean {
    const { instructions } = this.program;
    const base = this.trail.top;
    this.pc = start;
    for (;;) {
      if (--this.fuel <= 0) this.refuel();
      const instruction = instructions[this.pc]!;
      if (instruction.kind === code.MATCH) return true;
      if (!this.step(instruction) && !this.goBack(base)) return false;
    }
  }

  private refuel(): void {
    this.machine.pay(SLICE - this.fuel);
    this.fuel = SLICE;
  }

  private step(instruction: Instruction): boolean {
    switch (instruction.kind) {
      case code.CHARACTER:
        this.pc++;
        return this.accepts(instruction);
      case code.RUN:
        return instruction.flag ? this.lazyRun(instruction) : this.greedyRun(instruction);
      case code.STRINGS:
        return this.oneOfStrings(instruction);
      case code.SPLIT:
        this.trail.push(instruction.flag ? this.pc + 1 : instruction.target, this.position, PLAIN);
        this.pc = instruction.flag ? instruction.target : this.pc + 1;
        return true;
      case code.JUMP:
        this.pc = instruction.target;
        return true;
      case code.SAVE:
        this.trail.set(instruction.slot, this.position);
        this.pc++;
        return true;
      case code.LOOK:
        return this.look(instruction);
      case code.REFERENCE:
        this.pc++;
        return this.reference(instruction);
      case code.START:
      case code.END:
      case code.WORD:
        this.pc++;
        return isBorder(instruction, this.text, this.position);
      default:
        return this.loop(instruction);
    }
  }

  private loop(instruction: Instruction): boolean {
    const { slot, low, high, flag, target } = instruction;
    const { slots } = this;
    const body = this.pc + 1;
    this.pc = body;
    switch (instruction.kind) {
      case code.COUNT:
        this.trail.set(slot, 0);
        return true;
      case code.LOOP: {
        const count = slots[slot]!;
        if (count < low) return true;
        if (count < high) this.trail.push(flag ? body : target, this.position, PLAIN);
        if (flag || count >= high) this.pc = target;
        return true;
      }
      case code.ROUND:
        this.trail.set(slot, slots[slot]! + 1);
        this.trail.set(slot + 1, this.position);
        this.forget(low, high);
        return true;
      case code.REPEAT:
        this.pc = target;
        return slots[slot + 1] !== this.position || slots[slot]! <= low;
      default:
        this.forget(low, high);
        return true;
    }
  }

  private forget(low: number, high: number): void {
    for (let slot = low; slot < high; slot++) if (this.slots[slot] !== -1) this.trail.set(slot, -1);
  }

  /** Read one character and move over it; -1 at the end and between the halves of a pair. */
  private read(backward: boolean): number {
    const { text } = this;
    if (this.program.unicode && splitsPair(text, this.position)) return -1;
    if (backward) {
      if (this.position === 0) return -1;
      this.position -= this.program.unicode && splitsPair(text, this.position - 1) ? 2 : 1;
      return this.program.unicode ? text.codePointAt(this.position)! : text.charCodeAt(this.position);
    }
    if (this.position >= text.length) return -1;
    if (!this.program.unicode) return text.charCodeAt(this.position++);
    const character = text.codePointAt(this.position)!;
    this.position += character > 0xffff ? 2 : 1;
    return character;
  }

  private accepts({ code: wanted, set, backward }: Instruction): boolean {
    const character = this.read(backward);
    return set === undefined ? character === wanted : character >= 0 && set.has(character);
  }

  private greedyRun(instruction: Instruction): boolean {
    const { low, high } = instruction;
    let count = 0;
    let floor = this.position;
    while (count < high) {
      const before = this.position;
      if (!this.accepts(instruction)) {
        this.position = before;
        break;
      }
      if (++count === low) floor = this.position;
      if (--this.fuel <= 0) this.refuel();
    }
    if (count < low) return false;
    if (this.position !== floor) this.trail.push(this.pc, this.position, floor);
    this.pc++;
    return true;
  }

  private lazyRun(instruction: Instruction): boolean {
    const { low, high } = instruction;
    for (let count = 0; count < low; count++) {
      if (!this.accepts(instruction)) return false;
      if (--this.fuel <= 0) this.refuel();
    }
    if (low < high) this.trail.push(this.pc, this.position, low);
    this.pc++;
    return true;
  }

  /** Go on with a run that has been tried: one character less, or one more if it is lazy. */
  private resumeRun(instruction: Instruction, extra: number): boolean {
    const { backward } = instruction;
    if (instruction.flag) {
      if (!this.accepts(instruction)) return false;
      if (extra + 1 < instruction.high) this.trail.push(this.pc, this.position, extra + 1);
    } else {
      // One step against the direction in which the run was read; positions in it are never inside a pair.
      this.read(!backward);
      if (this.position !== extra) this.trail.push(this.pc, this.position, extra);
    }
    this.pc++;
    return true;
  }

  private oneOfStrings({ strings, backward }: Instruction): boolean {
    const { text, position } = this;
    const room = backward ? position : text.length - position;
    let best = -1;
    this.pc++;
    for (let length = 0; length <= Math.min(strings!.longest, room); length++) {
      const end = backward ? position - length : position + length;
      this.fuel -= 8;
      if (splitsPair(text, end) || !strings!.has(text.slice(Math.min(position, end), Math.max(position, end))))
        continue;
      if (best >= 0) this.trail.push(this.pc, best, PLAIN);
      best = end;
    }
    if (best >= 0) this.position = best;
    return best >= 0;
  }

  private look({ flag: negate, target }: Instruction): boolean {
    const start = this.position;
    const base = this.trail.top;
    const matched = this.run(this.pc + 1);
    if (matched && negate) this.trail.undo(base);
    if (matched && !negate) this.trail.keepChanges(base);
    this.position = start;
    this.pc = target;
    return matched !== negate;
  }

  private reference({ groups, flag: ignoreCase, backward }: Instruction): boolean {
    const { slots, text, program } = this;
    const group = groups!.find((index) => slots[2 * index] !== -1 && slots[2 * index + 1] !== -1);
    if (group === undefined) return true;
    const start = slots[2 * group]!;
    const length = slots[2 * group + 1]! - start;
    const from = backward ? this.position - length : this.position;
    if (from < 0 || from + length > text.length) return false;
    this.fuel -= length >> 2;
    if (program.unicode && (splitsPair(text, from) || splitsPair(text, from + length))) return false;
    for (let i = 0; i < length; i++) {
      if (text.charCodeAt(start + i) === text.charCodeAt(from + i)) continue;
      if (!ignoreCase || !this.equalInAnyCase(start + i, from + i)) return false;
    }
    this.position = backward ? from : from + length;
    return true;
  }

  private equalInAnyCase(x: number, y: number): boolean {
    const { text, program } = this;
    if (!program.unicode) return foldedCharacter(text.charCodeAt(x), program.characterFlags).has(text.charCodeAt(y));
    // Two pairs that differ in their second halves are compared as whole characters.
    const back = splitsPair(text, x) && splitsPair(text, y) ? 1 : 0;
    return foldedCharacter(text.codePointAt(x - back)!, program.characterFlags).has(text.codePointAt(y - back)!);
  }

  /** Undo up to the last choice that was not yet tried the other way, and take that; false if there is none above `base`. */
  private goBack(base: number): boolean {
    const { trail } = this;
    while (trail.back(base)) {
      this.fuel--;
      this.pc = trail.head;
      this.position = trail.value;
      if (trail.extra === PLAIN || this.resumeRun(this.program.instructions[trail.head]!, trail.extra)) return true;
    }
    return false;
  }
}
