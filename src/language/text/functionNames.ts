/** How functions are named: those that the code calls the same are told apart, and those that it gives no name have one. */

const CALLBACK = " callback";

/** Return names in which every repeated one has got its number, `f (2)`; the first keeps its own. */
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

/** Return what a function without a name is called that a call of `callee` is given: `map callback`. */
export function callbackOf(callee: string): string {
  return callee + CALLBACK;
}

/** Tell whether a name is one of a callback. */
export function isCallback(name: string): boolean {
  return writtenName(name).endsWith(CALLBACK);
}

/** Return a function's name as its call is written: `neuron(…)`; a callback is called by others, and stays as it is. */
export function calledText(name: string): string {
  return isCallback(name) ? name : `${name}(…)`;
}
