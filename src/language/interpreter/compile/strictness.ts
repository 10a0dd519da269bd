/** Strict and sloppy code: which of the two a text is, and what sloppy code means by `this`. */
import { isSloppyScript, ts } from "../../parse.ts";
import type { Machine } from "../machine.ts";
import { toObject } from "../rules/convert.ts";
import { ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";

/** Whether a file's top level is strict: modules and TypeScript are. */
export function isStrictFile(file: ts.SourceFile): boolean {
  return !isSloppyScript(file) || asksForStrict(file.statements);
}

/** Whether a body begins with "use strict". */
export function asksForStrict(statements: readonly ts.Statement[]): boolean {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false;
    if (statement.expression.getText().slice(1, -1) === "use strict") return true;
  }
  return false;
}

/** What `this` is in a sloppy function that was called with a value that is no object. */
export function boxedThis(machine: Machine, value: Value): ObjectValue {
  if (value instanceof ObjectValue) return value;
  return value === undefined || value === null ? machine.intrinsics.global : toObject(machine, value);
}
