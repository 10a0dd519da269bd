/** How strongly the entries of a table are coloured. */

/** Return what tells the size of an entry against the largest finite one, 0 to 1; an infinite one is as strong as can be, NaN has no strength. */
export function strengths(values: readonly (readonly number[])[]): (row: number, column: number) => number {
  const sizes = values.flat().map(Math.abs).filter(Number.isFinite);
  const largest = Math.max(0, ...sizes);
  return (row, column) => {
    const size = Math.abs(values[row]![column]!);
    if (Number.isNaN(size) || size === 0) return 0;
    return Number.isFinite(size) ? Math.round((size / largest) * 1000) / 1000 : 1;
  };
}
