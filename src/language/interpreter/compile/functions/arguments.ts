/** The arguments of calls: in a list, or straight into the frame of the function that is called. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import { getProperty } from "../../rules/convert.ts";
import { listOf } from "../../rules/iteration.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Value } from "../../values/values.ts";
import { callSiteText } from "../callSite.ts";
import type { Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { siteOf } from "../observe.ts";
import { operandOf, read, type Operand } from "../operand.ts";
import type { Frame } from "../variables/scope.ts";
import { Closure } from "./closure.ts";

/** Compiled arguments. */
export interface Arguments {
  /** One by one; undefined if some of them are spread. */
  readonly operands: readonly Operand[] | undefined;
  /** Evaluate them. */
  readonly list: (frame: Frame) => Value[];
}

/** Compile the arguments of a call; the usual few without a loop. */
export function argumentsOf(context: Context, nodes: readonly ts.Expression[] = []): Arguments {
  if (nodes.some((node) => ts.isSpreadElement(node)))
    return { operands: undefined, list: spreadArguments(context, nodes) };
  const operands = nodes.map((node) => operandOf(expression(context, node)));
  return { operands, list: listOfOperands(operands) };
}

function listOfOperands(operands: readonly Operand[]): (frame: Frame) => Value[] {
  const [first, second, third] = operands as [Operand, Operand, Operand];
  switch (operands.length) {
    case 0:
      return () => [];
    case 1:
      return (frame) => [read(frame, first)];
    case 2:
      return (frame) => [read(frame, first), read(frame, second)];
    case 3:
      return (frame) => [read(frame, first), read(frame, second), read(frame, third)];
    default:
      return (frame) => operands.map((operand) => read(frame, operand));
  }
}

/** Call a function with compiled arguments. */
export function callWith(
  machine: Machine,
  target: FunctionValue,
  self: Value,
  frame: Frame,
  { operands, list }: Arguments,
  site: number,
): Value {
  if (target instanceof Closure && operands !== undefined) {
    const { direct } = target.template;
    if (direct !== undefined) return target.callDirectly(machine, direct, self, frame, operands, site);
  }
  const values = list(frame);
  machine.site = site;
  return target.call(machine, self, values);
}

function spreadArguments(context: Context, nodes: readonly ts.Expression[]): (frame: Frame) => Value[] {
  const { machine } = context.unit;
  // V8 has a way of its own for a call whose only spread is its last argument.
  const isUsual = nodes.findIndex((node) => ts.isSpreadElement(node)) === nodes.length - 1;
  const parts = nodes.map((node) => ({
    isSpread: ts.isSpreadElement(node),
    code: expression(context, ts.isSpreadElement(node) ? node.expression : node),
    site: siteOf(context, node),
    textOf: () => (ts.isSpreadElement(node) ? callSiteText(node.expression) : ""),
  }));
  return (frame) => {
    let args: Value[] = [];
    for (const { isSpread, code, site, textOf } of parts) {
      const value = code(frame);
      if (!isSpread) args.push(value);
      else {
        machine.site = site;
        if (isUsual && !(value instanceof ArrayValue)) requireIterable(machine, value, textOf);
        const items = listOf(machine, value);
        if (args.length === 0) args = items;
        else {
          machine.allocate(16 * items.length);
          for (const item of items) args.push(item);
        }
      }
    }
    return args;
  };
}

function requireIterable(machine: Machine, value: Value, textOf: () => string): void {
  if (value === undefined || value === null)
    throw machine.error("TypeError", `${textOf()} is not iterable (cannot read property ${String(value)})`);
  if (!(getProperty(machine, value, Symbol.iterator) instanceof FunctionValue))
    throw machine.error("TypeError", "Spread syntax requires ...iterable[Symbol.iterator] to be a function");
}
