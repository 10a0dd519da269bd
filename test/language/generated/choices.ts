/** A sequence of numbers that decides how a program is written: fast-check makes and shrinks it, and a grammar reads it. */
import fc from "fast-check";

/** Decisions, read one after another; when there are none left, each is for the first and simplest. */
export class Choices {
  private readonly numbers: readonly number[];
  private next = 0;

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** A whole number from 0 to before `count`. */
  below(count: number): number {
    return (this.numbers[this.next++] ?? 0) % count;
  }

  /** One of a list. */
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** Choices of an arbitrary program. */
export function choiceNumbers(most: number): fc.Arbitrary<number[]> {
  return fc.noBias(fc.array(fc.nat(0xfffff), { minLength: most >> 2, maxLength: most, size: "max" }));
}

/** The seed of a run: the same one each time, unless somebody wants another. */
export function seedOf(wanted: string | undefined): number {
  return wanted === "random" ? Date.now() | 0 : Number(wanted ?? 1);
}
