/** What the use of a value adds to its declared type: how long arrays are at least, what texts are compared with, and what numbers count. */
import type { Shape } from "./shape.ts";

/** Whether use can tell more of a value than its type. */
export function isRefinable(shape: Shape): boolean {
  switch (shape.kind) {
    case "array":
    case "typed-array":
    case "tuple":
    case "string":
    case "number":
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
    case "number":
      return used.kind === "number" ? used : declared;
    case "typed-array": {
      const element = elementOf(used, 0);
      const place = element?.kind === "number" ? element.place : undefined;
      return { ...declared, length: lengthOf(used), ...(place === undefined ? {} : { place }) };
    }
    case "tuple":
      return {
        ...declared,
        elements: declared.elements.map((element, index) => {
          const inner = elementOf(used, index);
          return inner === undefined ? element : refined(element, inner);
        }),
      };
    case "array": {
      const inner = elementOf(used, 0);
      const element = inner === undefined ? declared.element : refined(declared.element, inner);
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

/** What the use of a list tells of one of its elements. */
function elementOf(used: Shape, index: number): Shape | undefined {
  if (used.kind === "tuple") return used.elements[index];
  return used.kind === "array" ? used.element : undefined;
}

function lengthOf(used: Shape): number {
  if (used.kind === "tuple") return used.elements.length;
  return used.kind === "array" ? (used.length ?? 0) : 0;
}
