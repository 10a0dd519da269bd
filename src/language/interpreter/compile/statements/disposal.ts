/** `using`: values that are disposed of when their block ends, however it ends. */
import { ts } from "../../../parse.ts";
import { DISPOSE } from "../../builtins/symbol.ts";
import type { Machine } from "../../machine.ts";
import { getProperty } from "../../rules/convert.ts";
import { createError } from "../../values/errors.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import { Thrown, type Value } from "../../values/values.ts";
import { ForcedReturn, type Context, type Run, type Signal, type YieldingRun } from "../context.ts";
import { siteOf, unsupported } from "../observe.ts";
import { frameAt, hopsBetween, type Frame } from "../variables/scope.ts";
import { backTo, caught, depthOf } from "./tries.ts";

/** A value with the method that disposes of it. */
interface Resource {
  readonly value: Value;
  readonly method: FunctionValue;
}

/** The name of the hidden variable with a block's resources; no variable of a program can be called that. */
const RESOURCES = "using resources";

/** Whether a list declares resources: `using x = …`, or `await using x = …`. */
function isUsing(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Using) !== 0;
}

/** Make a block's scope ready for the resources that its statements declare, if they do; to be called before they are compiled. */
export function declareResources({ scope }: Context, nodes: readonly ts.Statement[]): boolean {
  const declares = nodes.some((node) => ts.isVariableStatement(node) && isUsing(node.declarationList));
  if (declares) scope.declare(RESOURCES, "hidden", -1);
  return declares;
}

/** Compile what `using` does with a value before the variable gets it; undefined for other declarations. */
export function resourceKeeper(
  context: Context,
  list: ts.VariableDeclarationList,
): ((frame: Frame, value: Value) => void) | undefined {
  if (!isUsing(list)) return undefined;
  // The flags of `await using` are those of `using` and `const` together.
  if ((list.flags & ts.NodeFlags.Const) !== 0)
    return unsupported(
      context,
      list,
      "unsupported/async",
      "`await using` waits for something outside of the computation",
      "Dispose of the value yourself, after the computation.",
    );
  const found = context.scope.own(RESOURCES);
  if (found === undefined)
    return unsupported(
      context,
      list,
      "unsupported/syntax",
      "`using` is only supported in the blocks of functions",
      "Declare the value in a block.",
    );
  const { machine } = context.unit;
  const site = siteOf(context, list);
  const hops = hopsBetween(context.scope.plan, found.plan);
  return (frame, value) => {
    if (value === undefined || value === null) return;
    machine.site = site;
    const resources = frameAt(frame, hops).slots[found.slot] as unknown as Resource[];
    resources.push({ value, method: disposerOf(machine, value) });
  };
}

function disposerOf(machine: Machine, value: Value): FunctionValue {
  if (!(value instanceof ObjectValue)) throw machine.error("TypeError", "Object expected.");
  const method = getProperty(machine, value, DISPOSE);
  if (method instanceof FunctionValue) return method;
  throw machine.error("TypeError", "Object not disposable.");
}

/** Run a block's statements, and dispose of its resources when they end. */
export function withDisposal(context: Context, run: Run): Run {
  const { machine, regions } = context.unit;
  const { open, close } = blockOf(context);
  return (frame) => {
    const resources = open(frame);
    const depth = depthOf(machine, regions);
    let signal: Signal | undefined;
    let failure: Thrown | undefined;
    try {
      signal = run(frame);
    } catch (error) {
      failure = caught(machine, error);
      if (failure === undefined) throw error;
      backTo(machine, regions, depth);
    }
    close(resources, failure);
    return signal;
  };
}

/** The same for a block of a generator. */
export function withYieldingDisposal(context: Context, run: YieldingRun): YieldingRun {
  const { machine, regions } = context.unit;
  const { open, close } = blockOf(context);
  return function* (frame) {
    const resources = open(frame);
    let signal: Signal | undefined;
    let failure: Thrown | undefined;
    try {
      signal = yield* run(frame);
    } catch (error) {
      if (error instanceof ForcedReturn) {
        close(resources, undefined);
        throw error;
      }
      failure = caught(machine, error);
      if (failure === undefined) throw error;
      backTo(machine, regions, machine.resumedAt);
    }
    close(resources, failure);
    return signal;
  };
}

function blockOf(context: Context): {
  readonly open: (frame: Frame) => Resource[];
  readonly close: (resources: Resource[], failure: Thrown | undefined) => void;
} {
  const { machine } = context.unit;
  const { slot } = context.scope.own(RESOURCES)!;
  return {
    open: (frame) => {
      const resources: Resource[] = [];
      frame.slots[slot] = resources as unknown as Value;
      return resources;
    },
    close: (resources, before) => {
      const { returned, returnedBy } = machine;
      let failure = before;
      for (const { value, method } of resources.reverse())
        try {
          method.call(machine, value, []);
        } catch (error) {
          const thrown = caught(machine, error);
          if (thrown === undefined) throw error;
          failure = failure === undefined ? thrown : new Thrown(suppressed(machine, thrown, failure), thrown.site);
        }
      if (failure !== undefined) throw failure;
      machine.returned = returned;
      machine.returnedBy = returnedBy;
    },
  };
}

/** An exception that came while another one was on its way. */
function suppressed(machine: Machine, thrown: Thrown, before: Thrown): ObjectValue {
  const error = createError(machine, "Error", "An error was suppressed during disposal.");
  error.put("name", "SuppressedError");
  error.define("error", Property.data(thrown.value, true, true, true));
  error.define("suppressed", Property.data(before.value, true, true, true));
  return error;
}
