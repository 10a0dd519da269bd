/** What a regular expression is compiled to: a list of instructions for a machine that goes back when it fails. */
import type { CharacterSet, StringSet } from "./characters.ts";

/** The match is complete, or that of a look-around. */
export const MATCH = 0;
/** One character. */
export const CHARACTER = 1;
/** The same character or set several times. */
export const RUN = 2;
/** One of the strings of a set. */
export const STRINGS = 3;
/** Note the position in a slot. */
export const SAVE = 4;
/** Try the next instruction first and the target later, or the other way around if `flag` is set. */
export const SPLIT = 5;
/** Go on at the target. */
export const JUMP = 6;
/** Forget the slots from `low` to before `high`. */
export const FORGET = 7;
/** Begin to count the rounds of a loop in a slot. */
export const COUNT = 8;
/** Decide whether there is another round; the body is the next instruction, the exit is the target. `flag`: as few as possible. */
export const LOOP = 9;
/** Begin a round: count it, note its position in the slot after, forget the slots of its groups. */
export const ROUND = 10;
/** End a round; one that was not needed and matched nothing fails. */
export const REPEAT = 11;
/** Match the next instructions up to MATCH without moving, then go on at the target. `flag`: they must fail. */
export const LOOK = 12;
/** What a group has matched. `flag`: in any case. */
export const REFERENCE = 13;
/** The beginning of the text, or of a line if `flag` is set. */
export const START = 14;
/** The end of the text, or of a line if `flag` is set. */
export const END = 15;
/** The border of a word. `flag`: anywhere else. */
export const WORD = 16;

/** One instruction; what its fields mean is said at its kind. All have the same fields, for speed. */
export interface Instruction {
  readonly kind: number;
  /** The character, if there is no set. */
  readonly code: number;
  readonly set: CharacterSet | undefined;
  readonly strings: StringSet | undefined;
  readonly groups: readonly number[] | undefined;
  readonly slot: number;
  readonly low: number;
  readonly high: number;
  readonly flag: boolean;
  /** Whether characters are read backwards, as in a look-behind. */
  readonly backward: boolean;
  target: number;
}

/** A compiled regular expression. */
export interface Program {
  readonly instructions: readonly Instruction[];
  /** Groups that capture, with the whole match as the first. */
  readonly groupCount: number;
  /** Two slots for each group, then those of loops. */
  readonly slotCount: number;
  /** The names of groups in the order in which they were written. */
  readonly names: readonly (readonly [name: string, group: number])[];
  /** Whether characters are code points. */
  readonly unicode: boolean;
  /** The flags that concern single characters, for a host's regular expression. */
  readonly characterFlags: string;
  /** The code unit that every match begins with, or -1. */
  readonly first: number;
  /** The instruction for the character that every match begins with, if there is one. */
  readonly lead: Instruction | undefined;
}
