/** Matching of names with one `*`, as `paths` of a tsconfig and `exports` of a package are written. */

/** What a pattern matched, and what stood for its `*`. */
export interface Match {
  readonly key: string;
  readonly star: string;
}

/** Return the pattern that fits a name best: the name itself, else the one with the longest text before its `*`. */
export function bestMatch(keys: readonly string[], name: string): Match | undefined {
  if (keys.includes(name)) return { key: name, star: "" };
  let best: Match | undefined;
  let longest = -1;
  for (const key of keys) {
    const star = key.indexOf("*");
    if (star < 0 || star <= longest) continue;
    const after = key.slice(star + 1);
    if (!name.startsWith(key.slice(0, star)) || !name.endsWith(after) || name.length < key.length - 1) continue;
    best = { key, star: name.slice(star, name.length - after.length) };
    longest = star;
  }
  return best;
}

/** Put what stood for the `*` into a target. */
export function fill(target: string, { star }: Match): string {
  return target.split("*").join(star);
}
