/** Finds in an older text the place that a newer text has at an offset, when only what lies between differs. */

/** Return the offset in `older` that `offset` is in `newer`; undefined inside of what has changed. */
export function olderOffset(older: string, newer: string, offset: number): number | undefined {
  const most = Math.min(older.length, newer.length);
  let start = 0;
  while (start < most && older.charCodeAt(start) === newer.charCodeAt(start)) start++;
  if (offset < start) return offset;
  let end = 0;
  while (end < most - start && older.charCodeAt(older.length - 1 - end) === newer.charCodeAt(newer.length - 1 - end))
    end++;
  const fromEnd = newer.length - offset;
  return fromEnd <= end ? older.length - fromEnd : undefined;
}
