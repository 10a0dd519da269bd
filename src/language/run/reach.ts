/** Gets hold of the function that a run is about: it may be made only when an instance is made, or when a function around it is called. */
import { evaluateInputs, receivedArguments, type CallArguments, type Evaluate } from "../inputs/evaluate.ts";
import type { InputPlan } from "../inputs/plan.ts";
import { isInstanceMember } from "../inputs/written/calls.ts";
import { Intercepted, type Capture } from "../interpreter/compile/context.ts";
import type { ModuleCode } from "../interpreter/compile/modules/module.ts";
import { type Machine } from "../interpreter/machine.ts";
import { Stop } from "../interpreter/meter.ts";
import { getProperty } from "../interpreter/rules/convert.ts";
import { FunctionValue } from "../interpreter/values/functionValue.ts";
import type { Value } from "../interpreter/values/values.ts";
import { ts } from "../parse.ts";
import { writtenName } from "../text/functionNames.ts";
import type { FoundFunction } from "../text/functions.ts";
import { callFunction, takenValues } from "./result.ts";

/** Get hold of the function, by calling one around it if need be, and of the arguments for it. */
export function reach(
  machine: Machine,
  plan: InputPlan,
  capture: Capture,
  code: ModuleCode,
  evaluate: Evaluate,
): { readonly target: FunctionValue; readonly call: CallArguments } {
  for (let { outer } = plan; outer !== undefined && capture.found === undefined; { outer } = outer) {
    const received = callOuter(machine, outer, capture, code, evaluate);
    if (received !== undefined && plan.function.chain.length === 1)
      return { target: received.closure, call: receivedArguments(machine, plan, received, evaluate) };
  }
  // A field's function is made with its instance.
  const call = evaluateInputs(machine, plan, evaluate);
  const target = capture.found;
  if (target === undefined) throw notReached(plan.function, code);
  return { target, call };
}

/** Call a function around the wanted one until that is called; undefined if it never is. */
function callOuter(
  machine: Machine,
  outer: InputPlan,
  capture: Capture,
  code: ModuleCode,
  evaluate: Evaluate,
): Intercepted | undefined {
  const run = runOf(machine, outer, code, evaluate);
  if (run === undefined) return undefined;
  capture.intercepts = true;
  try {
    run();
  } catch (error) {
    if (error instanceof Intercepted) return error;
    // What the outer function does after it has made the inner one does not matter.
    if (capture.found === undefined) throw error;
  } finally {
    capture.intercepts = false;
    machine.depth = 0;
  }
  return undefined;
}

/** The call of a function that is not the wanted one; undefined if there is no way to it. */
function runOf(machine: Machine, plan: InputPlan, code: ModuleCode, evaluate: Evaluate): (() => Value) | undefined {
  const { function: found } = plan;
  const isMember = isInstanceMember(found);
  const target = isMember ? undefined : functionOf(machine, found, code);
  if (target === undefined && (plan.receiver?.value === undefined || found.key.startsWith("#"))) return undefined;
  const { receiver, lists } = evaluateInputs(machine, plan, evaluate);
  if (found.call === "getter") return () => getProperty(machine, receiver, found.key);
  const method = target ?? getProperty(machine, receiver, found.key);
  return method instanceof FunctionValue
    ? () => takenValues(machine, callFunction(machine, found, method, receiver, lists), found)
    : undefined;
}

/** Read a function, or the class whose constructor it is, by its name from the module. */
function functionOf(
  machine: Machine,
  { name, call, node }: FoundFunction,
  code: ModuleCode,
): FunctionValue | undefined {
  const names = writtenName(name).split(".");
  if (ts.isConstructorDeclaration(node)) names.pop();
  if (call === "getter") return undefined;
  let value: Value = undefined;
  for (const [index, step] of names.entries()) {
    value = index === 0 ? readModuleName(code, step) : getProperty(machine, value, step);
    if (value === undefined || value === null) return undefined;
  }
  return value instanceof FunctionValue ? value : undefined;
}

/** Read a variable of a module, exported or not. */
export function readModuleName(code: ModuleCode, name: string): Value {
  if (name === "default") return code.read("default")?.();
  const binding = code.context.scope.own(name);
  if (binding === undefined) return undefined;
  return binding.resolve === undefined ? code.frame.slots[binding.slot] : binding.resolve();
}

function notReached({ name, namePlace: place }: FoundFunction, code: ModuleCode): unknown {
  const [failed] = code.context.unit.failures.values();
  if (failed !== undefined) return failed;
  const message = `\`${name}\` is made inside another function that was not called.`;
  const help = "Move it to the top level of the file, or call the function around it with literal arguments.";
  return new Stop({ code: "input/not-reached", severity: "error", message, help, place }, -1);
}
