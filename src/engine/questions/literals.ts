/** Values of inputs as TypeScript literals. */
import { isName } from "../../language/pathName.ts";
import type { Input } from "../../language/trace.ts";

/** A tree of values by key; leaves are literals. */
export interface Tree {
  readonly members: Map<string | number, Tree | string>;
}

/** Return a leaf as a literal. */
export function literalOf(value: Input["value"]): string {
  if (typeof value === "string") return JSON.stringify(value);
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Return a tree with one more literal in it, at the end of some keys. */
export function put(tree: Tree | string | undefined, keys: readonly (string | number)[], literal: string): Tree {
  const [key, ...others] = keys;
  const members = typeof tree === "object" ? tree.members : new Map<string | number, Tree | string>();
  members.set(key!, others.length === 0 ? literal : put(members.get(key!), others, literal));
  return { members };
}

/** Return an array, an object or a leaf as TypeScript writes it. */
export function written(value: Tree | string): string {
  if (typeof value === "string") return value;
  const entries = [...value.members];
  if (entries.every(([key], index) => key === index)) return `[${entries.map(([, each]) => written(each)).join(", ")}]`;
  const pairs = entries.map(
    ([key, each]) => `${typeof key === "string" && isName(key) ? key : JSON.stringify(key)}: ${written(each)}`,
  );
  return `{ ${pairs.join(", ")} }`;
}
