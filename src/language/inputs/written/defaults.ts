/** What parameters have by default: their own values, and those inside patterns. */
import { ts, unwrap } from "../../parse.ts";
import { chainParameters } from "../../text/curried.ts";
import type { FoundFunction } from "../../text/functions.ts";
import type { Path } from "../../trace.ts";
import type { PlannedPart, PlannedValue, Planning } from "../plan.ts";
import { NONE, objectOf, UNKNOWN, type Shape } from "../shapes/shape.ts";
import { isWritten } from "./calls.ts";

/** Return the numbers that parameters have by default. */
export function defaultNumbers({ chain }: FoundFunction): ReadonlySet<number> {
  const numbers = chainParameters(chain).map(({ initializer }) => Number(initializer?.getText()));
  return new Set(numbers.filter((number) => !Number.isNaN(number)));
}

/** Return an expression as the default that it is. */
export function defaultValue(expression: ts.Expression): PlannedValue {
  return { expression, source: "default", borrowed: [] };
}

/** Whether a default can be evaluated outside the function: it uses no other parameter and nothing of a function around. */
export function isIndependent({ found, roots }: Planning, initializer: ts.Expression): boolean {
  if (isWritten(initializer, false, 0)) return true;
  if (found.enclosing !== undefined) return false;
  const names = new Set(roots.map(({ name }) => name));
  let isFree = true;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(node) && names.has(node.text))) isFree = false;
    else ts.forEachChild(node, visit);
  };
  visit(initializer);
  return isFree;
}

/** Return what a pattern takes of a shape; members with defaults that depend on other inputs are left to those. */
export function patternShape(planning: Planning, pattern: ts.BindingPattern, shape: Shape): Shape {
  if (
    shape.kind !== "object" ||
    !ts.isObjectBindingPattern(pattern) ||
    pattern.elements.some((element) => element.dotDotDotToken !== undefined)
  )
    return shape;
  const members = pattern.elements.map((element): [string, Shape] => {
    const key = (element.propertyName ?? element.name).getText().replace(/^["']|["']$/g, "");
    const isLeft = element.initializer !== undefined && !isIndependent(planning, element.initializer);
    const member = shape.members.get(key) ?? UNKNOWN;
    if (isLeft) return [key, NONE];
    return [key, ts.isIdentifier(element.name) ? member : patternShape(planning, element.name, member)];
  });
  return objectOf(members);
}

/** Return the defaults inside a pattern, and before them what the parameter's own default gives. */
export function defaultParts(planning: Planning, index: number, initializer: ts.Expression | undefined): PlannedPart[] {
  const parts: PlannedPart[] = [];
  for (const { parameter, path, place, initializer: inner } of planning.roots) {
    if (parameter !== index) continue;
    const expression = writtenAt(initializer, path) ?? inner;
    if (expression !== undefined && isIndependent(planning, expression))
      parts.push({ ...defaultValue(expression), path, place });
  }
  return parts;
}

/** The expression at a path in a literal. */
function writtenAt(expression: ts.Expression | undefined, path: Path): ts.Expression | undefined {
  const [step, ...rest] = path;
  if (expression === undefined || step === undefined) return expression;
  const node = unwrap(expression);
  if (ts.isArrayLiteralExpression(node)) return writtenAt(node.elements[Number(step)], rest);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const property = node.properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText() === String(step));
  return writtenAt(property?.initializer, rest);
}
