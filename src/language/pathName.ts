/** Steps into a value, as a user writes them. */

/** Return how a path is written after a name: `.x`, `[0]`, `["two words"]`. */
export function pathName(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : isName(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join("");
}

/** Whether a key can be written after a dot. */
export function isName(key: string): boolean {
  return /^#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(key);
}

/** Return names as a sentence lists them: "`w`, `x` and `b`". */
export function nameList(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length < 2) return quoted.join("");
  return `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)!}`;
}
