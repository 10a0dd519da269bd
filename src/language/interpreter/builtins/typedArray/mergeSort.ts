/** A plain merge sort, halving from the top, as V8 sorts typed arrays by a comparison function: the same questions in the same order. */
import type { Order } from "../array/sort.ts";

/** Sort a list in place; equal elements keep their order. */
export function mergeSort<T>(list: T[], order: Order<T>): void {
  if (list.length > 1) sortInto(list.slice(), 0, list.length, list, order);
}

/** Sort a part of `target`, of which `source` is a copy that is used up. */
function sortInto<T>(source: T[], from: number, to: number, target: T[], order: Order<T>): void {
  const middle = from + ((to - from) >> 1);
  if (middle - from > 1) sortInto(target, from, middle, source, order);
  if (to - middle > 1) sortInto(target, middle, to, source, order);
  let left = from;
  let right = middle;
  for (let index = from; index < to; index++) {
    const isLeft = left < middle && (right >= to || order(source[left]!, source[right]!) <= 0);
    target[index] = source[isLeft ? left++ : right++]!;
  }
}
