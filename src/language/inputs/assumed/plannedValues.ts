/** Values that are made up for what nobody has said. */
import { parseNew, ts } from "../../parse.ts";
import type { InputSource } from "../../trace.ts";
import type { PlannedValue, Planning } from "../plan.ts";
import type { Shape } from "../shapes/shape.ts";
import { assumedText, type Borrowed } from "./assume.ts";

/** Return the value that a text stands for. The text gets a file of its own, so that places in it can be shown. */
export function textValue(
  planning: Planning,
  text: string,
  file: string,
  source: InputSource,
  borrowed: readonly Borrowed[] = [],
): PlannedValue {
  const whole = `(${text})`;
  planning.texts.set(file, whole);
  const [statement] = parseNew(file, whole).statements;
  if (statement === undefined || !ts.isExpressionStatement(statement))
    throw new Error(`No expression was made up: ${text}`);
  return { expression: statement.expression, source, borrowed };
}

/** Return a value that fits a shape. */
export function assumedValue(planning: Planning, name: string, shape: Shape): PlannedValue {
  const { assumptions } = planning;
  const before = assumptions.borrowed.length;
  const text = assumedText(shape, assumptions);
  const borrowed = assumptions.borrowed.filter((entry, index) => index >= before || text.includes(entry.name));
  return textValue(planning, text, `assumed:${name}`, "assumed", borrowed);
}
