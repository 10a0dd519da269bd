/** The error classes. */
import { peekText, valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { newArray, toText } from "../rules/convert.ts";
import { DONE } from "../rules/iteration.ts";
import { ErrorValue, type ErrorName } from "../values/errors.ts";
import { FunctionValue } from "../values/functionValue.ts";
import type { Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { Property } from "../values/property.ts";
import type { Value } from "../values/values.ts";
import { defineClass, methodTable, prototypeFor } from "./define.ts";
import type { Draft } from "./install.ts";
import { iterateArgument } from "./iterator.ts";

/** Make the constructor of an error class; the message stands at `messageIndex` among the arguments. */
function constructorOf(name: ErrorName, messageIndex: 0 | 1): Native {
  return (machine, _thisValue, args, newTarget) => {
    const message = args[messageIndex];
    const options = args[messageIndex + 1];
    machine.allocate(256);
    const error = new ErrorValue(prototypeFor(machine, newTarget, machine.intrinsics.errorPrototypes[name]));
    const text = message === undefined ? undefined : toText(machine, message);
    error.define("stack", Property.hidden(stackOf(error, text ?? "")));
    if (text !== undefined) error.define("message", Property.hidden(text));
    if (options instanceof ObjectValue && options.has("cause"))
      error.define("cause", Property.hidden(options.get(machine, "cause")));
    if (name === "AggregateError") error.define("errors", Property.hidden(newArray(machine, allOf(machine, args[0]))));
    return error;
  };
}

function allOf(machine: Machine, value: Value): Value[] {
  const list: Value[] = [];
  const iteration = iterateArgument(machine, value);
  for (let item = iteration.next(); item !== DONE; item = iteration.next()) {
    machine.pay(1);
    machine.allocate(8);
    list.push(item);
  }
  return list;
}

/** The stack of an error as text: its first line; where it was thrown is known in other ways. */
function stackOf(error: ObjectValue, message: string): string {
  const name = peekText(error, "name") ?? "Error";
  return message === "" ? name : name === "" ? message : `${name}: ${message}`;
}

const toString: Native = (machine, thisValue) => {
  if (!(thisValue instanceof ObjectValue))
    throw machine.error(
      "TypeError",
      `Method Error.prototype.toString called on incompatible receiver ${valueText(machine, thisValue)}`,
    );
  const ownName = thisValue.get(machine, "name");
  const name = ownName === undefined ? "Error" : toText(machine, ownName);
  const ownMessage = thisValue.get(machine, "message");
  const message = ownMessage === undefined ? "" : toText(machine, ownMessage);
  return name === "" ? message : message === "" ? name : `${name}: ${message}`;
};

const captureStackTrace: Native = (machine, _thisValue, args) => {
  const target = args[0];
  if (!(target instanceof ObjectValue)) throw machine.error("TypeError", "invalid_argument");
  target.define("stack", Property.hidden(stackOf(target, peekText(target, "message") ?? "")));
  return undefined;
};

const methods = methodTable({ toString: [0, toString] });
const statics = methodTable({ captureStackTrace: [2, captureStackTrace] });

const rows = (["EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"] as const).map(
  (name) => ({ name, length: 1, work: constructorOf(name, 0) }),
);
const errorRow = { name: "Error", length: 1, work: constructorOf("Error", 0), statics, methods } as const;
const aggregateRow = { name: "AggregateError", length: 2, work: constructorOf("AggregateError", 1) } as const;

/** Make the error classes. */
export function installError(machine: Machine, draft: Draft): void {
  const prototypes = draft.errorPrototypes;
  const error: FunctionValue = defineClass(machine, prototypes.Error, errorRow);
  error.put("stackTraceLimit", 10);
  for (const row of [aggregateRow, ...rows]) defineClass(machine, prototypes[row.name], row, error);
  for (const { name } of [errorRow, aggregateRow, ...rows]) {
    prototypes[name].define("name", Property.hidden(name));
    prototypes[name].define("message", Property.hidden(""));
  }
}
