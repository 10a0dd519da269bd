/** Parameters: how the arguments of a call come into its frame. */
import { ts } from "../../../parse.ts";
import { newArray } from "../../rules/convert.ts";
import type { Value } from "../../values/values.ts";
import { bindingPattern } from "../assigning/patterns.ts";
import type { Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { isAnonymousFunction } from "../expressions/literals.ts";
import { siteOf } from "../observe.ts";
import { boundNames } from "../variables/hoisting.ts";
import type { Frame } from "../variables/scope.ts";
import type { CompiledFunction, ParameterSlots } from "./closure.ts";

/** What a function's `length` says: parameters before the first one with a default or `...`. */
export function expectedArguments(parameters: readonly ts.ParameterDeclaration[]): number {
  const real = parameters.filter((parameter) => !isThis(parameter));
  const end = real.findIndex(
    (parameter) => parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined,
  );
  return end < 0 ? real.length : end;
}

/** TypeScript's `this` parameter, which only has a type. */
function isThis(parameter: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(parameter.name) && parameter.name.text === "this";
}

/** How arguments are stored in parameters; `slots` are known if nothing else is to be done. */
interface BoundParameters {
  readonly bind: CompiledFunction["bind"];
  readonly slots: ParameterSlots | undefined;
  /** The slots of plain parameters, in order; undefined if there are others. */
  readonly mapped: readonly number[] | undefined;
}

/** Compile the storing of arguments in parameters. */
export function parametersOf(context: Context, node: ts.FunctionLikeDeclaration): BoundParameters {
  const { machine } = context.unit;
  const real = node.parameters.filter((parameter) => !isThis(parameter));
  const isSimple = real.every(
    (parameter) =>
      ts.isIdentifier(parameter.name) && parameter.initializer === undefined && parameter.dotDotDotToken === undefined,
  );
  if (isSimple) return simpleParameters(context, real);
  // Defaults may read parameters to their left, but not to their right.
  for (const parameter of real)
    for (const { text } of boundNames(parameter.name)) context.scope.declare(text, "let", parameter.end);
  const steps = real.map((parameter, index) => {
    const isRest = parameter.dotDotDotToken !== undefined;
    const write = bindingPattern(context, parameter.name, parameter);
    const fallback =
      parameter.initializer === undefined
        ? undefined
        : expression({ ...context, ...nameFor(parameter) }, parameter.initializer);
    return (frame: Frame, args: readonly Value[]): void => {
      if (isRest) {
        write(frame, newArray(machine, args.slice(index)));
        return;
      }
      const value = index < args.length ? args[index] : undefined;
      write(frame, value === undefined && fallback !== undefined ? fallback(frame) : value);
    };
  });
  return {
    bind: (frame, args) => {
      for (const step of steps) step(frame, args);
    },
    slots: undefined,
    mapped: undefined,
  };
}

function simpleParameters(context: Context, real: readonly ts.ParameterDeclaration[]): BoundParameters {
  const { machine } = context.unit;
  const slots = real.map(
    (parameter) => context.scope.declare((parameter.name as ts.Identifier).text, "parameter", -1).slot,
  );
  const count = slots.length;
  if (context.unit.isObserved) {
    const sites = real.map((parameter) => siteOf(context, parameter.name));
    const { last } = machine;
    const bind: CompiledFunction["bind"] = (frame, args) => {
      const given = args.length;
      for (let i = 0; i < count; i++) last[sites[i]!] = frame.slots[slots[i]!] = i < given ? args[i] : undefined;
    };
    return { bind, slots: undefined, mapped: slots };
  }
  const [first = 0] = slots;
  return {
    bind: (frame, args) => {
      const given = args.length;
      for (let i = 0; i < count; i++) frame.slots[slots[i]!] = i < given ? args[i] : undefined;
    },
    slots: slots.every((slot, index) => slot === first + index) ? { first, count } : undefined,
    mapped: slots,
  };
}

function nameFor(parameter: ts.ParameterDeclaration): { readonly name?: string } {
  const { name, initializer } = parameter;
  return ts.isIdentifier(name) && initializer !== undefined && isAnonymousFunction(initializer)
    ? { name: name.text }
    : {};
}
