/** What the use of a value adds to its declared type: how long arrays are at least, and what texts are compared with. */
import type { Shape } from "./shape.ts";

/** Whether use can tell more of a value than its type. */
export function isRefinable(shape: Shape): boolean {
  switch (shape.kind) {
    case "array":
    case "typed-array":
    case "string":
      return true;
    case "object":
      return [...shape.members.values()].some(isRefinable);
    default:
      return false;
  }
}

/** Return a declared shape with what use tells beside it; where they contradict each other, the declaration counts. */
export function refined(declared: Shape, used: Shape): Shape {
  switch (declared.kind) {
    case "string":
      return used.kind === "literal" ? used : declared;
    case "typed-array":
      return { ...declared, length: lengthOf(used) };
    case "array": {
      const element = used.kind === "array" ? refined(declared.element, used.element) : declared.element;
      return { ...declared, element, length: lengthOf(used) };
    }
    case "object": {
      if (used.kind !== "object") return declared;
      const members = [...declared.members].map(([key, member]): [string, Shape] => {
        const inner = used.members.get(key);
        return [key, inner === undefined ? member : refined(member, inner)];
      });
      return { ...declared, members: new Map(members) };
    }
    default:
      return declared;
  }
}

function lengthOf(used: Shape): number {
  if (used.kind === "tuple") return used.elements.length;
  return used.kind === "array" ? (used.length ?? 0) : 0;
}
