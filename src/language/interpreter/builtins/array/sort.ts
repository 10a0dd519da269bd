/**
 * A stable merge sort with runs and galloping, after Tim Peters' listsort
 * (https://github.com/python/cpython/blob/main/Objects/listsort.txt), which V8 uses too: a comparison function is asked
 * the same questions in the same order, so that even one that contradicts itself, such as `(a, b) => a > b`, sorts alike.
 */

/** Negative if the first belongs before the second, positive if after. */
export type Order<T> = (first: T, second: T) => number;

/** From so many wins in a row on, a merge jumps instead of stepping. */
const GALLOP = 7;

interface Run {
  start: number;
  length: number;
}

/** Sort a list in place. */
export function sortList<T>(list: T[], order: Order<T>): void {
  const sorter = new Sorter(list, order);
  let remaining = list.length;
  if (remaining < 2) return;
  const minimum = minimumRun(remaining);
  for (let low = 0; remaining > 0;) {
    let length = sorter.countRun(low, low + remaining);
    if (length < minimum) {
      const forced = Math.min(minimum, remaining);
      sorter.insert(low, low + length, low + forced);
      length = forced;
    }
    sorter.add({ start: low, length });
    low += length;
    remaining -= length;
  }
  sorter.finish();
}

/** A length from 32 to 64 of which the list's length is a power of two, or a little less. */
function minimumRun(length: number): number {
  let rest = 0;
  while (length >= 64) {
    rest |= length & 1;
    length >>= 1;
  }
  return length + rest;
}

/** What a merge does to its two runs, from whichever end it works. */
interface Sides {
  isOver(): boolean;
  /** Take one element; answers whether it was of the second run. */
  step(): boolean;
  /** Take all elements of the first run that come before the other's next, and then that one. */
  jumpA(): number;
  afterA(): void;
  /** Take all elements of the second run that come before the other's next, and then that one. */
  jumpB(): number;
  afterB(): void;
}

class Sorter<T> {
  private readonly list: T[];
  private readonly order: Order<T>;
  private readonly runs: Run[] = [];
  private gallop = GALLOP;

  constructor(list: T[], order: Order<T>) {
    this.list = list;
    this.order = order;
  }

  /** The length of the run that begins at `low`; a descending one is turned round. */
  countRun(low: number, high: number): number {
    const { list, order } = this;
    if (low + 1 === high) return 1;
    const isDescending = order(list[low + 1]!, list[low]!) < 0;
    let end = low + 2;
    while (end < high && order(list[end]!, list[end - 1]!) < 0 === isDescending) end++;
    if (isDescending) for (let i = low, j = end - 1; i < j; i++, j--) [list[i], list[j]] = [list[j]!, list[i]!];
    return end - low;
  }

  /** Sort from `low` to `high` by binary insertion; up to `start` it is sorted already. */
  insert(low: number, start: number, high: number): void {
    const { list, order } = this;
    for (let next = start === low ? low + 1 : start; next < high; next++) {
      const pivot = list[next]!;
      let left = low;
      let right = next;
      while (left < right) {
        const middle = left + ((right - left) >> 1);
        if (order(pivot, list[middle]!) < 0) right = middle;
        else left = middle + 1;
      }
      for (let i = next; i > left; i--) list[i] = list[i - 1]!;
      list[left] = pivot;
    }
  }

  /** Put a run on the stack, and merge until the runs below are long enough. */
  add(run: Run): void {
    const { runs } = this;
    runs.push(run);
    while (runs.length > 1) {
      let n = runs.length - 2;
      if (!this.isBalanced(n + 1) || !this.isBalanced(n)) {
        if (runs[n - 1]!.length < runs[n + 1]!.length) n--;
        this.mergeAt(n);
      } else if (runs[n]!.length <= runs[n + 1]!.length) this.mergeAt(n);
      else return;
    }
  }

  private isBalanced(n: number): boolean {
    const { runs } = this;
    return n < 2 || runs[n - 2]!.length > runs[n - 1]!.length + runs[n]!.length;
  }

  /** Merge what is left on the stack. */
  finish(): void {
    const { runs } = this;
    while (runs.length > 1) {
      let n = runs.length - 2;
      if (n > 0 && runs[n - 1]!.length < runs[n + 1]!.length) n--;
      this.mergeAt(n);
    }
  }

  private mergeAt(n: number): void {
    const { list, runs } = this;
    const a = runs[n]!;
    const b = runs[n + 1]!;
    runs[n] = { start: a.start, length: a.length + b.length };
    runs.splice(n + 1, 1);
    const skipped = this.gallopRight(list, list[b.start]!, a.start, a.length, 0);
    const startA = a.start + skipped;
    const lengthA = a.length - skipped;
    if (lengthA === 0) return;
    const lengthB = this.gallopLeft(list, list[startA + lengthA - 1]!, b.start, b.length, b.length - 1);
    if (lengthB === 0) return;
    if (lengthA <= lengthB) this.mergeLow(startA, lengthA, b.start, lengthB);
    else this.mergeHigh(startA, lengthA, b.start, lengthB);
  }

  /** Merge two neighbouring runs, the first of which is not longer: from the left, with a copy of the first. */
  private mergeLow(startA: number, lengthA: number, startB: number, lengthB: number): void {
    const { list, order } = this;
    const copy = list.slice(startA, startA + lengthA);
    let [a, restA, b, restB, target] = [0, lengthA, startB, lengthB, startA];
    const takeA = (count: number) => {
      for (let i = 0; i < count; i++) list[target++] = copy[a++]!;
      restA -= count;
    };
    const takeB = (count: number) => {
      for (let i = 0; i < count; i++) list[target++] = list[b++]!;
      restB -= count;
    };
    const isOver = () => restB === 0 || restA <= 1;
    takeB(1);
    this.merge({
      isOver,
      step: () => {
        const isB = order(list[b]!, copy[a]!) < 0;
        (isB ? takeB : takeA)(1);
        return isB;
      },
      jumpA: () => {
        const count = this.gallopRight(copy, list[b]!, a, restA, 0);
        takeA(count);
        return count;
      },
      afterA: () => {
        takeB(1);
      },
      jumpB: () => {
        const count = this.gallopLeft(list, copy[a]!, b, restB, 0);
        takeB(count);
        return count;
      },
      afterB: () => {
        takeA(1);
      },
    });
    if (restB > 0 && restA === 1) takeB(restB);
    takeA(restA);
  }

  /** Merge two neighbouring runs, the second of which is shorter: from the right, with a copy of the second. */
  private mergeHigh(startA: number, lengthA: number, startB: number, lengthB: number): void {
    const { list, order } = this;
    const copy = list.slice(startB, startB + lengthB);
    let [restA, restB, target] = [lengthA, lengthB, startB + lengthB];
    const takeA = (count: number) => {
      for (let i = 0; i < count; i++) list[--target] = list[startA + --restA]!;
    };
    const takeB = (count: number) => {
      for (let i = 0; i < count; i++) list[--target] = copy[--restB]!;
    };
    const isOver = () => restA === 0 || restB <= 1;
    takeA(1);
    this.merge({
      isOver,
      step: () => {
        const isB = !(order(copy[restB - 1]!, list[startA + restA - 1]!) < 0);
        (isB ? takeB : takeA)(1);
        return isB;
      },
      jumpA: () => {
        const count = restA - this.gallopRight(list, copy[restB - 1]!, startA, restA, restA - 1);
        takeA(count);
        return count;
      },
      afterA: () => {
        takeB(1);
      },
      jumpB: () => {
        const count = restB - this.gallopLeft(copy, list[startA + restA - 1]!, 0, restB, restB - 1);
        takeB(count);
        return count;
      },
      afterB: () => {
        takeA(1);
      },
    });
    if (restA > 0 && restB === 1) takeA(restA);
    takeB(restB);
  }

  /** Step while neither run wins often in a row, jump while one does. */
  private merge(sides: Sides): void {
    while (!sides.isOver()) {
      let winsA = 0;
      let winsB = 0;
      while (!sides.isOver() && winsA < this.gallop && winsB < this.gallop) {
        const isB = sides.step();
        winsA = isB ? 0 : winsA + 1;
        winsB = isB ? winsB + 1 : 0;
      }
      if (sides.isOver()) return;
      this.gallop++;
      do {
        this.gallop = Math.max(1, this.gallop - 1);
        winsA = sides.jumpA();
        if (sides.isOver()) return;
        sides.afterA();
        if (sides.isOver()) return;
        winsB = sides.jumpB();
        if (sides.isOver()) return;
        sides.afterB();
        if (sides.isOver()) return;
      } while (winsA >= GALLOP || winsB >= GALLOP);
      this.gallop++;
    }
  }

  /** How many of a sorted stretch belong before `key`, equal ones not; the search begins at `hint`. */
  private gallopLeft(list: readonly T[], key: T, base: number, length: number, hint: number): number {
    return this.search(base, length, hint, (at) => this.order(list[at]!, key) < 0);
  }

  /** How many of a sorted stretch belong before `key`, equal ones too; the search begins at `hint`. */
  private gallopRight(list: readonly T[], key: T, base: number, length: number, hint: number): number {
    return this.search(base, length, hint, (at) => !(this.order(key, list[at]!) < 0));
  }

  /** The first place of the stretch that is not `before`: in growing steps from `hint`, then by halves. */
  private search(base: number, length: number, hint: number, before: (at: number) => boolean): number {
    const goesRight = before(base + hint);
    const most = goesRight ? length - hint : hint + 1;
    let last = 0;
    let offset = 1;
    while (offset < most && before(goesRight ? base + hint + offset : base + hint - offset) === goesRight) {
      last = offset;
      offset = (offset << 1) + 1;
    }
    offset = Math.min(offset, most);
    let low = goesRight ? hint + last + 1 : hint - offset + 1;
    let high = goesRight ? hint + offset : hint - last;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (before(base + middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
