/** From a plan to the arguments of a call: evaluates them, and makes their numbers active. */
import { recordInput } from "../../autodiff/record.ts";
import type { Finding } from "../finding.ts";
import type { Machine } from "../interpreter/machine.ts";
import { newArray } from "../interpreter/rules/convert.ts";
import { ObjectValue } from "../interpreter/values/objects.ts";
import { Active, activeAt, type Value } from "../interpreter/values/values.ts";
import { placeOf, ts } from "../parse.ts";
import { parametersOf, type FunctionNode } from "../text/functionSyntax.ts";
import type { Input, InputSource, Path } from "../trace.ts";
import type { Borrowed } from "./assumed/assume.ts";
import { visitLeaves, type Leaf } from "./leaves.ts";
import { putPart } from "./parts.ts";
import type { InputPlan, PlannedParameter, PlannedPart, PlannedValue } from "./plan.ts";
import { acceptedBy } from "./shapes/accepted.ts";
import { memberOf, UNKNOWN, type Shape } from "./shapes/shape.ts";
import { fitFinding, typeAlong } from "./written/fit.ts";
import { unknownName } from "./written/inputAssignments.ts";
import { isPrefix, leafName, RECEIVER } from "./written/roots.ts";
import type { Target } from "./written/tags.ts";

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

/** The inputs of a call, and what there is to say about the way they were chosen. */
export interface ActiveInputs {
  readonly inputs: readonly Input[];
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

function isSaid({ source }: PlannedValue): boolean {
  return source === "at" || source === "panel";
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

/** Make the numbers of a call's arguments active, in place, as far as they are chosen; `plan` is that of the called function. */
export function activate(machine: Machine, plan: InputPlan, call: CallArguments): ActiveInputs {
  const inputs: Input[] = [];
  const chosen = (plan.wrt ?? []).map((target) => ({ target, numbers: 0, others: 0 }));
  const seen = new Set<ObjectValue>();
  const visit = (
    parameter: PlannedParameter,
    index: number,
    value: Value,
    within: Path,
    first: Path,
    replace: (active: Active) => void,
  ): void => {
    const add = (leaf: Leaf): void => {
      const path = [...within, ...leaf.path];
      const { name, root, rest } = leafName(plan.roots, index, path, parameter.name);
      const marks = chosen.filter(({ target }) => root?.name === target.root && isPrefix(target.path, rest));
      const number = numberIn(machine, leaf);
      for (const mark of marks) mark[number === undefined ? "others" : "numbers"]++;
      const shape = shapeAt(parameter.shape, path);
      const isChosen = plan.wrt === undefined ? !isDiscrete(shape) : marks.length > 0;
      const given = {
        name,
        path: [...first, ...leaf.path],
        place: root?.place ?? parameter.place,
        source: sourceAt(parameter, path, call.isReceived),
      } as const;
      if (number === undefined || !isChosen || leaf.replace === undefined) {
        const value = number ?? (leaf.value as boolean | string);
        inputs.push({ ...given, value, node: undefined, ...choicesOf(shape) });
      } else {
        const node = recordInput(machine.tape, number, -1);
        leaf.replace(activeAt(node));
        inputs.push({ ...given, value: number, node });
      }
    };
    visitLeaves(machine, value, replace, add, seen);
  };
  if (plan.receiver !== undefined && !isStatic(plan))
    visit(plan.receiver, RECEIVER, call.receiver, [], ["this"], () => undefined);
  for (const { parameter, index, value, within, at, replace } of argumentsOf(plan, call))
    visit(parameter, index, value, within, at, replace);
  const findings = [...call.findings, ...chosen.flatMap((choice) => choiceFinding(plan, choice))];
  if (inputs.every(({ node }) => node === undefined) && findings.length === 0) findings.push(...noInput(plan));
  return { inputs, findings };
}

/** A value of a call with the parameter that it is for, and the number that it has among all arguments. */
interface Argument {
  readonly parameter: PlannedParameter;
  readonly index: number;
  readonly value: Value;
  readonly within: Path;
  readonly at: Path;
  readonly replace: (active: Active) => void;
}

function argumentsOf({ parameters, function: { chain } }: InputPlan, { lists }: CallArguments): Argument[] {
  const found: Argument[] = [];
  let before = 0;
  let first = 0;
  for (const [owner, values] of lists.entries()) {
    const isLast = owner === lists.length - 1;
    const end = isLast ? parameters.length : first + parametersOf(chain[owner]!).length;
    for (const [position, value] of values.entries()) {
      const index = Math.min(first + position, end - 1);
      const parameter = parameters[index];
      // What a method such as `map` passes beyond the parameters is no input.
      if (parameter === undefined || (index < first + position && !parameter.isRest)) break;
      const within = parameter.isRest ? [first + position - index] : [];
      const replace = (active: Active): Active => (values[position] = active);
      found.push({ parameter, index, value, within, at: [before + position], replace });
    }
    before += values.length;
    first = end;
  }
  return found;
}

function numberIn(machine: Machine, { value }: Leaf): number | undefined {
  return typeof value === "number" || value instanceof Active ? machine.number(value) : undefined;
}

function isStatic({ function: { owner } }: InputPlan): boolean {
  return owner?.kind === "class" && owner.isStatic;
}

function shapeAt(shape: Shape, path: Path): Shape {
  return path.reduce((inner, step) => (inner.kind === "unknown" ? UNKNOWN : memberOf(inner, step)), shape);
}

/** What a declared union of literals allows; what is only told from how a value is used may be more. */
function choicesOf(shape: Shape): Pick<Input, "choices" | "choiceNames"> {
  if (shape.kind !== "literal" || shape.isOpen === true || shape.choices.length < 2) return {};
  const { choices, names } = shape;
  return names === undefined ? { choices } : { choices, choiceNames: names };
}

/** Whether a number is one of a few that are told apart, such as an enum's. */
function isDiscrete(shape: Shape): boolean {
  return shape.kind === "literal";
}

function sourceAt({ value, parts }: PlannedParameter, path: Path, isReceived: boolean): InputSource {
  const within = parts.filter((part) => isPrefix(part.path, path));
  if (!isReceived) return within.at(-1)?.source ?? value?.source ?? "assumed";
  return within.findLast(isSaid)?.source ?? (value !== undefined && isSaid(value) ? value.source : "call");
}

function choiceFinding(
  plan: InputPlan,
  { target, numbers, others }: { readonly target: Target; readonly numbers: number; readonly others: number },
): Finding[] {
  if (numbers > 0) return [];
  if (others === 0)
    return [unknownName({ found: plan.function, roots: plan.roots }, target.name, target.place, "`@wrt` names")];
  const message = `\`@wrt\` names \`${target.name}\`, which is no number.`;
  return [
    {
      code: "input/wrong-type",
      severity: "warning",
      message,
      help: "Name inputs that are numbers.",
      place: target.place,
    },
  ];
}

/** With `@wrt` something else has been said. */
function noInput({ function: found, wrt }: InputPlan): Finding[] {
  if (wrt !== undefined) return [];
  const message = `\`${found.name}\` has no numeric input, so its values are shown without gradients.`;
  const help = "Give it a parameter that is a number, or values with `@at`.";
  return [{ code: "input/none", severity: "info", message, help, place: found.namePlace }];
}
