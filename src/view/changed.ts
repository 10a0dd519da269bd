/** The inputs that were changed in a panel. */

/** TypeScript literals by the names of inputs, as in `Input.name`; what is inside of an input stands behind it and counts more. */
export type Changed = Readonly<Record<string, string>>;

/** Return the changes with one more; undefined takes it back. Either way, earlier changes inside of the input are forgotten. */
export function changedWith(changed: Changed, name: string, value: string | undefined): Changed {
  const others = Object.entries(changed).filter(([key]) => key !== name && !isInside(key, name));
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}

/** Return the changes with several more, in their order. */
export function changedBy(changed: Changed, changes: Changed): Changed {
  const names = Object.keys(changes);
  const isReplaced = (key: string): boolean => names.some((name) => key === name || isInside(key, name));
  const others = Object.entries(changed).filter(([key]) => !isReplaced(key));
  return Object.fromEntries([...others, ...Object.entries(changes)]);
}

/** Whether two say the same. */
export function isSameChange(one: Changed, other: Changed): boolean {
  return one === other || JSON.stringify(Object.entries(one)) === JSON.stringify(Object.entries(other));
}

/** Whether an input is inside of another one: `xs[2]` and `xs[2].y` in `xs`. */
export function isInside(name: string, outer: string): boolean {
  return name.startsWith(outer) && (name[outer.length] === "." || name[outer.length] === "[");
}
