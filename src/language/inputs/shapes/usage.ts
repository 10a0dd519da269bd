/** What a value without a declared type must look like, told from how a function uses it: `xs[i]` wants an array, `p.x` an object. */
import { ts } from "../../parse.ts";
import { commonPlaceUse } from "./reads.ts";
import { arrayOf, NULL, NUMBER, objectOf, STRING, type Shape } from "./shape.ts";
import { collectUses, isTakenApart, usesOf, type Known, type Use } from "./uses.ts";

/** How deep members of members are followed. */
const DEPTH = 6;

/** Return the shape of what is bound to a name, or taken apart by a pattern, by its uses inside a node; a number if nothing else is known. */
export function usageShape(name: ts.BindingName, within: ts.Node, known: Known): Shape {
  return shapeOf(usesOf(name, within), known, 0);
}

/** A member that takes the place of the value that it is a member of, as in `node = node.next`: it is like that once, and then there is none. */
const AGAIN: Shape = { ...NULL };

function shapeOf(reads: readonly Use[], known: Known, depth: number): Shape {
  const { uses, all: found } = collectUses(reads, known);
  const inner = (list: readonly Use[]): Shape => (depth < DEPTH ? shapeOf(list, known, depth + 1) : NUMBER);
  if (uses.arity !== undefined)
    return { kind: "function", parameters: Array.from({ length: uses.arity }, () => NUMBER), result: NUMBER };
  const [text] = uses.texts;
  // A text, also where its methods are those of arrays, as `slice` is.
  if (text !== undefined) return { kind: "literal", choices: [text], isOpen: true };
  if (uses.isString) return STRING;
  const [passed] = uses.passed;
  if (uses.isArray) {
    const elements = [...uses.elements, ...uses.positions.flat()];
    const isPassed = elements.length === 0 && passed?.kind === "array";
    return isPassed ? passed : arrayOf(inner(elements), Math.max(uses.length, uses.positions.length));
  }
  if (uses.positions.length > 0) return { kind: "tuple", elements: uses.positions.map(inner) };
  if (uses.members.size > 0) {
    const methods = [...uses.members].filter(([, list]) => list.some(isCalled)).map(([key]) => key);
    const made = methods.length === 0 ? undefined : known.withMethods(methods, [...uses.members.keys()]);
    if (made !== undefined) return made;
    const own = [...uses.members].map(([key, list]): [string, Shape] => [key, inner(list)]);
    const all: typeof own = [...(passed?.kind === "object" ? passed.members : []), ...own];
    const whole = objectOf(all);
    return objectOf(all.map(([key, shape]) => [key, shape === AGAIN ? whole : shape]));
  }
  if (uses.isRecord) return objectOf(["a", "b", "c"].map((key) => [key, inner(uses.elements)]));
  if (uses.isNext) return AGAIN;
  const [literal, ...literals] = uses.literals;
  if (passed !== undefined) return passed;
  if (literal !== undefined) return { kind: "literal", choices: [literal, ...literals], isOpen: true };
  const place = commonPlaceUse(found.filter((use) => !isTakenApart(use)));
  return place === undefined ? NUMBER : { kind: "number", place };
}

function isCalled(use: Use): boolean {
  return !isTakenApart(use) && ts.isCallExpression(use.parent) && use.parent.expression === use;
}
