/** Decides what a function is run with: panel, tag, defaults, an example call, assumptions, in this order. Nothing is evaluated here. */
import type { Finding } from "../finding.ts";
import type { Surroundings } from "../modules/exports.ts";
import { parseNew, placeOf, ts } from "../parse.ts";
import { chainParameters } from "../text/curried.ts";
import { deepExpression } from "../text/deepest.ts";
import type { FoundFunction } from "../text/functions.ts";
import { parametersOf, readsThis, thisType } from "../text/functionSyntax.ts";
import { assumptionsFor } from "./assumed/assume.ts";
import { assumedValue } from "./assumed/plannedValues.ts";
import type { InputChoice, InputPlan, PlannedParameter, PlannedValue, Planning } from "./plan.ts";
import { receiverPlan } from "./receiver.ts";
import { countsOf, parameterShape } from "./shapes/parameters.ts";
import { UNKNOWN } from "./shapes/shape.ts";
import { typeScope } from "./shapes/types.ts";
import { exampleCall } from "./written/calls.ts";
import { defaultNumbers, defaultParts, defaultValue, isIndependent, patternShape } from "./written/defaults.ts";
import { applyAssignments } from "./written/inputAssignments.ts";
import { rootsOf } from "./written/roots.ts";
import { parseArguments, tagsOf } from "./written/tags.ts";

/** The file that the text of all arguments is said to be in. */
const ARGUMENTS_FILE = "--args";

/** Plan the inputs of a function. May throw `NeedFiles`, for types of other files. */
export function planInputs(found: FoundFunction, choice: InputChoice, around: Surroundings | undefined): InputPlan {
  try {
    return makePlan(found, choice, around);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Types and defaults are read by descending into them; the host's stack is shorter than these are deep.
    const message = `The parameters of \`${found.name}\` are nested too deeply to be read.`;
    const help = "Give names to inner types and values so that each one is shorter.";
    const finding: Finding = {
      code: "syntax/error",
      severity: "error",
      message,
      help,
      place: placeOf(deepExpression(found.node) ?? found.node.parameters[0] ?? found.node),
    };
    const nothing = { receiver: undefined, parameters: [], roots: [], wrt: undefined, outer: undefined };
    return { function: found, ...nothing, around, findings: [finding], texts: new Map() };
  }
}

function makePlan(found: FoundFunction, choice: InputChoice, around: Surroundings | undefined): InputPlan {
  const { owner, node } = found;
  // A function in a field is made with its instance, whether it reads that or not.
  const isOwn = owner?.kind === "object" && owner.instance === undefined;
  const isMember = isOwn ? readsThis(node) : (owner ?? thisType(node)) !== undefined;
  const hasReceiver = isMember && found.call !== "constructor";
  const planning: Planning = {
    found,
    around,
    roots: rootsOf(found, hasReceiver),
    assumptions: assumptionsFor(found.place.file, choice.guess, defaultNumbers(found), countsOf(found.chain)),
    example: exampleCall(found),
    texts: new Map(),
    findings: [],
  };
  const tags = tagsOf(found);
  const isGiven = choice.arguments !== undefined;
  const receiver = hasReceiver ? receiverPlan(planning) : undefined;
  const parameters = isGiven
    ? givenParameters(planning, choice.arguments)
    : chainParameters(found.chain).map((parameter, index) => parameterPlan(planning, parameter, index));
  planning.findings.push(...tags.findings);
  const assigned = applyAssignments(
    planning,
    { receiver, parameters },
    isGiven ? tags.at.filter(({ target }) => target.root === "this") : tags.at,
    choice.changed,
  );
  return {
    function: found,
    ...assigned,
    roots: planning.roots,
    wrt: tags.wrt,
    findings: planning.findings,
    around,
    outer:
      found.outer === undefined ? undefined : planInputs(found.outer, { changed: {}, guess: choice.guess }, around),
    texts: planning.texts,
  };
}

function parameterPlan(planning: Planning, parameter: ts.ParameterDeclaration, index: number): PlannedParameter {
  const isRest = parameter.dotDotDotToken !== undefined;
  const whole = parameterShape(parameter, typeScope(planning.around));
  const shape = ts.isIdentifier(parameter.name) ? whole : patternShape(planning, parameter.name, whole);
  const name = ts.isIdentifier(parameter.name) ? parameter.name.text : parameter.name.getText().replace(/\s+/g, " ");
  const plan = {
    name,
    place: placeOf(parameter.name),
    type: parameter.type ?? ts.getJSDocType(parameter),
    shape,
    isRest,
  };
  const { initializer } = parameter;
  if (ts.isIdentifier(parameter.name) && initializer !== undefined) {
    const value = isIndependent(planning, initializer) ? defaultValue(initializer) : undefined;
    return { ...plan, value, parts: [] };
  }
  const example = exampleArgument(planning, index, isRest);
  if (example !== undefined) return { ...plan, value: example, parts: [] };
  const parts = ts.isIdentifier(parameter.name) ? [] : defaultParts(planning, index, initializer);
  return { ...plan, value: assumedValue(planning, name, shape), parts };
}

/** The argument of the example call; for a rest parameter, an array of what is left of them. */
function exampleArgument({ example, found }: Planning, index: number, isRest: boolean): PlannedValue | undefined {
  // What is called with the rest of the parameters is returned by the call.
  const argument = index < parametersOf(found.node).length ? example?.arguments[index] : undefined;
  if (example === undefined || argument === undefined) return undefined;
  const made = isRest ? restOf(argument, example.arguments.at(-1)!.end) : argument;
  return made === undefined ? undefined : { expression: made, source: "call", borrowed: [] };
}

/** An array of the expressions from one on, at the places where they stand. */
function restOf(first: ts.Expression, end: number): ts.Expression | undefined {
  const { text, fileName } = first.getSourceFile();
  const made = `${" ".repeat(first.pos - 1)}[${text.slice(first.pos, end)}]`;
  const [statement] = parseNew(fileName, made).statements;
  return statement !== undefined && ts.isExpressionStatement(statement) ? statement.expression : undefined;
}

/** The parameters with the arguments that were typed, by position. */
function givenParameters(planning: Planning, text = "[]"): PlannedParameter[] {
  const { entries, findings } = parseArguments(text, ARGUMENTS_FILE);
  planning.texts.set(ARGUMENTS_FILE, text);
  planning.findings.push(...findings.map((finding): Finding => ({ ...finding, severity: "error" })));
  const parameters = chainParameters(planning.found.chain);
  let taken = 0;
  const plans = parameters.map((parameter, index): PlannedParameter => {
    const isRest = parameter.dotDotDotToken !== undefined;
    const shape = parameterShape(parameter, typeScope(planning.around));
    const entry = entries[taken];
    const after = parameters.length - index - 1;
    const end = isRest ? Math.max(taken, entries.length - after) : taken + 1;
    const last = entries.slice(taken, end).findLast((each) => each !== undefined);
    taken = end;
    const expression = isRest && entry !== undefined && last !== undefined ? restOf(entry, last.end) : entry;
    const value: PlannedValue | undefined =
      expression === undefined ? undefined : { expression, source: "at", borrowed: [] };
    return {
      name: parameter.name.getText(),
      place: placeOf(parameter.name),
      type: parameter.type,
      shape,
      isRest,
      value,
      parts: [],
    };
  });
  const more = entries.slice(taken).map((expression, index): PlannedParameter => {
    const value: PlannedValue | undefined =
      expression === undefined ? undefined : { expression, source: "at", borrowed: [] };
    const name = `arguments[${plans.length + index}]`;
    return { name, place: planning.found.namePlace, type: undefined, shape: UNKNOWN, isRest: false, value, parts: [] };
  });
  return [...plans, ...more];
}
