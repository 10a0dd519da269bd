/** What a run has decided by looking at numbers of its tape: as long as each comes out the same, other inputs take the same steps. */
import type { NodeId, Tape } from "./tape.ts";
import { CONSTANT } from "./tape.ts";

/** The first number is less than the second. */
export const LESS = 0;
/** The first number is less than the second or equal to it. */
export const LESS_EQUAL = 1;
/** The numbers are equal, as `===` says. */
export const EQUAL = 2;
/** The number is neither 0 nor NaN. */
export const TRUTH = 3;
/** The number is below, at or above 0, or NaN. */
export const SIGN = 4;
/** The number is NaN, infinite, or neither. */
export const FINITE = 5;
/** The number is this one to the last bit: it became an index, a text, or anything else that is no number on the tape. */
export const EXACT = 6;

/** A kind of decision. */
export type DecisionKind =
  typeof LESS | typeof LESS_EQUAL | typeof EQUAL | typeof TRUTH | typeof SIGN | typeof FINITE | typeof EXACT;

/** Decisions that are kept; a run of more is run again instead of replayed. */
const MOST = 1 << 18;

/** The decisions of one run, in order, as columns beside its tape. */
export class Decisions {
  length = 0;
  /** False once there were more decisions than are kept. */
  isComplete = true;
  private kinds = new Uint8Array(16);
  private firsts = new Int32Array(16);
  private seconds = new Int32Array(16);
  private constants = new Float64Array(16);
  private tags = new Int32Array(16);
  /** 1 for the steps that something was decided about once the decisions themselves were not kept any more. */
  private looked = new Uint8Array(0);

  /**
   * Note a decision about one or two numbers; one of two may be a constant, with CONSTANT in the place of its node.
   * The tag is the asker's, as that of a step is: 0 where nobody will ask for it.
   */
  add(kind: DecisionKind, first: NodeId, second: NodeId = CONSTANT, constant = 0, tag = 0): void {
    if (this.length === MOST) this.isComplete = false;
    if (!this.isComplete) {
      this.look(first);
      this.look(second);
      return;
    }
    if (this.length === this.kinds.length) this.grow();
    this.kinds[this.length] = kind;
    this.tags[this.length] = tag;
    this.firsts[this.length] = first;
    this.seconds[this.length] = second;
    this.constants[this.length++] = constant;
  }

  /** Look at every step that something was decided about; at some more than once. */
  eachNode(look: (node: NodeId) => void): void {
    for (let index = 0; index < this.length; index++) {
      for (const node of [this.firsts[index]!, this.seconds[index]!]) if (node !== CONSTANT) look(node);
    }
    this.looked.forEach((isLooked, node) => {
      if (isLooked === 1) look(node);
    });
  }

  /** Look at the steps that decisions with a tag are about, each with how its decision came out. */
  eachTagged(tag: number, tape: Tape, look: (node: NodeId, outcome: number) => void): void {
    for (let index = 0; index < this.length; index++) {
      if (this.tags[index] !== tag) continue;
      const outcome = this.outcome(index, tape);
      for (const node of [this.firsts[index]!, this.seconds[index]!]) if (node !== CONSTANT) look(node, outcome);
    }
  }

  /** Whether all decisions come out the same on two tapes of the same steps. */
  agree(one: Tape, other: Tape): boolean {
    if (!this.isComplete) return false;
    for (let index = 0; index < this.length; index++)
      if (!Object.is(this.outcome(index, one), this.outcome(index, other))) return false;
    return true;
  }

  /** How a decision came out on a tape: a number that is another one for another outcome. */
  outcome(index: number, { value }: Tape): number {
    const first = this.firsts[index]!;
    const second = this.seconds[index]!;
    const x = first === CONSTANT ? this.constants[index]! : value[first]!;
    const y = second === CONSTANT ? this.constants[index]! : value[second]!;
    switch (this.kinds[index] as DecisionKind) {
      case LESS:
        return x < y ? 1 : 0;
      case LESS_EQUAL:
        return x <= y ? 1 : 0;
      case EQUAL:
        return x === y ? 1 : 0;
      case TRUTH:
        return x !== 0 && x === x ? 1 : 0;
      case SIGN:
        return Math.sign(x) + 0;
      case FINITE:
        return Number.isFinite(x) ? 0 : x;
      case EXACT:
        return x;
    }
  }

  private look(node: NodeId): void {
    if (node === CONSTANT) return;
    if (node >= this.looked.length) this.looked = copied(new Uint8Array(Math.max(2 * node, MOST)), this.looked);
    this.looked[node] = 1;
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    this.kinds = copied(new Uint8Array(capacity), this.kinds);
    this.firsts = copied(new Int32Array(capacity), this.firsts);
    this.seconds = copied(new Int32Array(capacity), this.seconds);
    this.constants = copied(new Float64Array(capacity), this.constants);
    this.tags = copied(new Int32Array(capacity), this.tags);
  }
}

function copied<T extends { set(source: T): void }>(target: T, source: T): T {
  target.set(source);
  return target;
}
