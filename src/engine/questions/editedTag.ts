/** The tag of a function as it stands, with new numbers in the places of those that were changed: whatever else its author wrote stays. */
import { tagsOf, type Assignment } from "../../language/inputs/written/tags.ts";
import { ts, unwrap } from "../../language/parse.ts";
import type { FoundFunction } from "../../language/text/functions.ts";
import type { Input } from "../../language/trace.ts";
import { literalOf, put, written, type Tree } from "./literals.ts";

type Key = string | number;

/** A new literal and where it belongs in the value of a target. */
interface Change {
  readonly keys: readonly Key[];
  readonly literal: string;
}

/** Return what the tag says of every target that it has, by the target's name: `w` to `2.5`. */
export function editedValues(text: string, found: FoundFunction, inputs: readonly Input[]): Map<string, string> {
  return new Map(tagsOf(found).at.map((assignment) => [assignment.target.name, editedValue(text, assignment, inputs)]));
}

function editedValue(text: string, { target, value }: Assignment, inputs: readonly Input[]): string {
  const start = value.getStart();
  const leaves = inputs.flatMap((input) => {
    const keys = input.path.slice(1);
    const isInside = rootOf(input) === target.root && target.path.every((key, index) => keys[index] === key);
    return isInside ? [{ input, keys: keys.slice(target.path.length) }] : [];
  });
  const changes = leaves
    .filter(({ input }) => input.source === "panel")
    .map(({ input, keys }): Change => ({ keys, literal: literalOf(input.value) }));
  const whole = text.slice(start, value.end);
  const places = changes.map(({ keys, literal }) => ({ place: placeIn(value, keys), literal }));
  // A value of several lines has the stars of its comment between them.
  if (places.every(({ place }) => place !== undefined) && !whole.includes("\n")) {
    const edits = places.sort((one, other) => other.place!.getStart() - one.place!.getStart());
    return edits.reduce((now, { place, literal }) => {
      const [from, to] = [place!.getStart() - start, place!.end - start];
      return now.slice(0, from) + literal + now.slice(to);
    }, whole);
  }
  return rewritten(value, leaves);
}

/** The value anew from what is in it; a typed array is constructed as before. */
function rewritten(value: ts.Expression, leaves: readonly { readonly input: Input; readonly keys: readonly Key[] }[]) {
  const tree = leaves.reduce<Tree | string | undefined>(
    (sum, { input, keys }) => (keys.length === 0 ? literalOf(input.value) : put(sum, keys, literalOf(input.value))),
    undefined,
  );
  const text = tree === undefined ? value.getText() : written(tree);
  const construction = typedArray(value);
  return construction === undefined ? text : `new ${construction.expression.getText()}(${text})`;
}

/** The expression of one number in a literal; undefined where the number is not written down by itself. */
function placeIn(value: ts.Expression, keys: readonly Key[]): ts.Expression | undefined {
  const [key, ...others] = keys;
  if (key === undefined) return value;
  const bare = unwrap(value);
  const list = typedArray(bare)?.arguments?.[0];
  if (list !== undefined) return ts.isArrayLiteralExpression(unwrap(list)) ? placeIn(list, keys) : undefined;
  if (ts.isArrayLiteralExpression(bare) && typeof key === "number") {
    const element = bare.elements.some(ts.isSpreadElement) ? undefined : bare.elements[key];
    return element === undefined || ts.isOmittedExpression(element) ? undefined : placeIn(element, others);
  }
  if (!ts.isObjectLiteralExpression(bare)) return undefined;
  const isPlain = bare.properties.every((property) => !ts.isSpreadAssignment(property));
  const property = bare.properties.findLast(({ name }) => name !== undefined && "text" in name && name.text === key);
  return isPlain && property !== undefined && ts.isPropertyAssignment(property)
    ? placeIn(property.initializer, others)
    : undefined;
}

/** The construction of a typed array: `new Float32Array([1, 2])`. */
function typedArray(value: ts.Expression): ts.NewExpression | undefined {
  const bare = unwrap(value);
  const isTyped = ts.isNewExpression(bare) && /^(?:Float|Int|Uint|Big).*Array$/u.test(bare.expression.getText());
  return isTyped ? bare : undefined;
}

/** The parameter that an input is in. */
export function rootOf({ name }: Pick<Input, "name">): string {
  return /^[^.[]*/u.exec(name)![0];
}
