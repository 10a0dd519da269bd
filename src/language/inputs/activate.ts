/** Makes the numbers of a call's arguments active: they are the inputs. */
import { recordInput } from "../../autodiff/record.ts";
import type { Finding } from "../finding.ts";
import type { Machine } from "../interpreter/machine.ts";
import { ObjectValue } from "../interpreter/values/objects.ts";
import { Active, activeAt, type Value } from "../interpreter/values/values.ts";
import { parametersOf } from "../text/functionSyntax.ts";
import type { Input, InputSource, Path } from "../trace.ts";
import type { CallArguments } from "./evaluate.ts";
import { visitLeaves, type Leaf } from "./leaves.ts";
import { isSaid, type InputPlan, type PlannedParameter } from "./plan.ts";
import { memberOf, UNKNOWN, type Shape } from "./shapes/shape.ts";
import { unknownName } from "./written/inputAssignments.ts";
import { isPrefix, leafName, RECEIVER } from "./written/roots.ts";
import type { Target } from "./written/tags.ts";

/** The inputs of a call, and what there is to say about the way they were chosen. */
export interface ActiveInputs {
  readonly inputs: readonly Input[];
  readonly findings: readonly Finding[];
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
