/** Functions that the code calls the same, told apart: the second `f` of a file is `f (2)`. */

/** Return names in which every repeated one has got its number; the first keeps its own. */
export function numberedNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Return a function's name as the code writes it: `f` for `f (2)`. */
export function writtenName(name: string): string {
  return name.replace(/ \(\d+\)$/, "");
}
