/** From a plan to the arguments of a call: evaluates what was planned, and puts what a user has said in the place of what the program gives. */
import type { Finding } from "../finding.ts";
import type { Machine } from "../interpreter/machine.ts";
import { newArray } from "../interpreter/rules/convert.ts";
import { ObjectValue } from "../interpreter/values/objects.ts";
import { type Value } from "../interpreter/values/values.ts";
import { placeOf, ts } from "../parse.ts";
import { parametersOf, type FunctionNode } from "../text/functionSyntax.ts";
import type { Path } from "../trace.ts";
import type { Borrowed } from "./assumed/assume.ts";
import { putPart } from "./parts.ts";
import { isSaid, type InputPlan, type PlannedParameter, type PlannedPart, type PlannedValue } from "./plan.ts";
import { acceptedBy } from "./shapes/accepted.ts";
import { fitFinding, typeAlong } from "./written/fit.ts";
import { leafName, RECEIVER } from "./written/roots.ts";

/** Evaluates an expression in the scope of the function's module, in which the borrowed names are bound too. */
export type Evaluate = (expression: ts.Expression, borrowed: readonly Borrowed[]) => Value;

/** The arguments of one call, and of the calls of what it returns. */
export interface CallArguments {
  readonly receiver: Value;
  /** A list for each function of the chain, by position; the values of a rest parameter one by one. `activate` writes to them. */
  readonly lists: readonly Value[][];
  /** Whether the program itself made the call. */
  readonly isReceived: boolean;
  readonly findings: readonly Finding[];
}

/** Evaluate the planned arguments. What the program throws while that is done passes through. */
export function evaluateInputs(machine: Machine, plan: InputPlan, evaluate: Evaluate): CallArguments {
  const findings: Finding[] = [];
  const lists = plan.function.chain.map((): Value[] => []);
  const evaluated = (parameter: PlannedParameter, index: number): Value =>
    evaluateParameter({ machine, plan, evaluate, findings }, parameter, index);
  const receiver = plan.receiver === undefined ? undefined : evaluated(plan.receiver, RECEIVER);
  for (const [index, parameter] of plan.parameters.entries()) {
    const value = evaluated(parameter, index);
    const values = lists[ownerOf(plan.function.chain, index)]!;
    if (parameter.isRest) values.push(...elementsOf(machine, value));
    else values.push(value);
  }
  return { receiver, lists, isReceived: false, findings };
}

/** Which function of a chain has the parameter that stands at an index among those of all; the last one of what is beyond them. */
function ownerOf(chain: readonly FunctionNode[], index: number): number {
  let before = 0;
  const owner = chain.findIndex((node) => (before += parametersOf(node).length) > index);
  return owner < 0 ? chain.length - 1 : owner;
}

/** Take the arguments of a call that the program itself has made, of a function inside another one, but for what a user has said. */
export function receivedArguments(
  machine: Machine,
  plan: InputPlan,
  { self, args }: { readonly self: Value; readonly args: readonly Value[] },
  evaluate: Evaluate,
): CallArguments {
  const findings: Finding[] = [];
  const values = [...args];
  const changed = (parameter: PlannedParameter, index: number, received: Value): Value =>
    changedParameter({ machine, plan, evaluate, findings }, parameter, index, received);
  for (const [index, parameter] of plan.parameters.entries()) {
    if (!isTouched(parameter)) continue;
    if (parameter.isRest) {
      const rest = newArray(machine, args.slice(index));
      values.splice(index, Infinity, ...elementsOf(machine, changed(parameter, index, rest)));
    } else values[index] = changed(parameter, index, args[index]);
  }
  const isOther = plan.receiver !== undefined && isTouched(plan.receiver);
  return {
    receiver: isOther ? changed(plan.receiver, RECEIVER, self) : self,
    lists: [values],
    isReceived: true,
    findings,
  };
}

/** Whether a user has said something of a parameter, by a tag or in the panel. */
function isTouched({ value, parts }: PlannedParameter): boolean {
  return (value !== undefined && isSaid(value)) || parts.some(isSaid);
}

/** What a parameter has received, with what a user has said instead of it or inside of it. */
function changedParameter(evaluation: Evaluation, parameter: PlannedParameter, index: number, received: Value): Value {
  const parts = parameter.parts.filter(isSaid);
  if (parameter.value !== undefined && isSaid(parameter.value))
    return evaluateParameter(evaluation, { ...parameter, parts }, index);
  putParts(evaluation, { ...parameter, parts }, index, received);
  return received;
}

/** What the parameters of a call are evaluated with. */
interface Evaluation {
  readonly machine: Machine;
  readonly plan: InputPlan;
  readonly evaluate: Evaluate;
  readonly findings: Finding[];
}

function evaluateParameter(evaluation: Evaluation, parameter: PlannedParameter, index: number): Value {
  const { evaluate, findings } = evaluation;
  let value: Value = undefined;
  if (parameter.value !== undefined) {
    value = evaluate(parameter.value.expression, parameter.value.borrowed);
    findings.push(...setFindings(evaluation, parameter, index, parameter.value, value));
  }
  putParts(evaluation, parameter, index, value);
  return value;
}

function putParts(evaluation: Evaluation, parameter: PlannedParameter, index: number, value: Value): void {
  const { machine, evaluate, findings } = evaluation;
  for (const part of parameter.parts) {
    const inner = evaluate(part.expression, part.borrowed);
    if (putPart(machine, value, part.path, inner))
      findings.push(...setFindings(evaluation, parameter, index, part, inner));
    else findings.push(noSuchPart(parameter, part));
  }
}

/** What there is to say about a value that a user has set, for the whole parameter or for a part of it. */
function setFindings(
  { machine, plan }: Evaluation,
  parameter: PlannedParameter,
  index: number,
  set: PlannedValue | PlannedPart,
  value: Value,
): readonly Finding[] {
  const { type } = parameter;
  if (type === undefined || !isSaid(set)) return [];
  const path = "path" in set ? set.path : [];
  if (path.length === 0 && value === undefined && isOptional(type)) return [];
  const whole = acceptedBy(type, plan.around);
  // In JavaScript's comments, `@param {...number} xs` gives the element.
  if (parameter.isRest && whole.kind !== "array" && whole.kind !== "tuple") return [];
  const nameAt = (to: Path): string => leafName(plan.roots, index, to, parameter.name).name;
  const along = typeAlong(nameAt, whole, path, "place" in set ? set.place : placeOf(set.expression));
  // What the page changes is there already, whatever the type says.
  if ("code" in along) return set.source === "at" ? [along] : [];
  const isPartial = path.length === 0 && parameter.parts.length > 0;
  const finding = fitFinding(machine, along, { name: nameAt(path), value, expression: set.expression, isPartial });
  return finding === undefined ? [] : [finding];
}

/** Whether a parameter of this type may be left out; of types in comments nobody can tell. */
function isOptional({ parent }: ts.TypeNode): boolean {
  return !ts.isParameter(parent) || parent.questionToken !== undefined || parent.initializer !== undefined;
}

function noSuchPart({ name }: PlannedParameter, { place }: PlannedPart): Finding {
  const message = `There is no such place inside the value of \`${name}\`.`;
  return { code: "input/unknown-name", severity: "warning", message, help: `Set \`${name}\` as a whole.`, place };
}

function elementsOf(machine: Machine, array: Value): Value[] {
  if (!(array instanceof ObjectValue)) return [];
  const length = Number(machine.plain(array.get(machine, "length")));
  machine.pay(length);
  return Array.from({ length }, (_, index) => array.get(machine, String(index)));
}
