/** The program's own error objects. */
import type { Machine } from "../machine.ts";
import { ObjectValue } from "./objects.ts";
import { Property } from "./property.ts";

/** The built-in error classes. */
export type ErrorName =
  "Error" | "EvalError" | "RangeError" | "ReferenceError" | "SyntaxError" | "TypeError" | "URIError" | "AggregateError";

/** An instance of one of the built-in error classes. */
export class ErrorValue extends ObjectValue {
  override get className(): string {
    return "Error";
  }
}

/** Make an error object with a message and a stack, as `new TypeError(message)` does. */
export function createError(machine: Machine, name: ErrorName, message: string): ErrorValue {
  const error = new ErrorValue(machine.intrinsics.errorPrototypes[name]);
  error.define("stack", Property.hidden(`${name}: ${message}`));
  error.define("message", Property.hidden(message));
  return error;
}
