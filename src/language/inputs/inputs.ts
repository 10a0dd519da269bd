/** Decides what a function is run with: panel, tag, defaults, an example call, assumptions, in this order. Nothing is evaluated here. */
import type { Finding } from "../finding.ts";
import type { Surroundings } from "../modules/exports.ts";
import { parseNew, placeOf, ts, unwrap } from "../parse.ts";
import type { Place } from "../span.ts";
import type { ClassNode } from "../text/functionSyntax.ts";
import type { FoundFunction } from "../text/functions.ts";
import type { InputSource, Path } from "../trace.ts";
import { assumedText, assumptionsFor, type Assumptions, type Borrowed, type Guess } from "./assume.ts";
import { exampleCall, exampleInstance, isInstanceMember, isWritten, type ExampleCall } from "./calls.ts";
import { applyAssignments } from "./inputAssignments.ts";
import { parameterShape } from "./parameters.ts";
import { parametersOf, rootsOf, type Root } from "./roots.ts";
import { NONE, objectOf, UNKNOWN, type Shape } from "./shape.ts";
import { parseArguments, tagsOf, type Target } from "./tags.ts";
import { constructorShapes, typeScope } from "./types.ts";

/** A value to evaluate in the scope of the function's module. */
export interface PlannedValue {
  readonly expression: ts.Expression;
  readonly source: InputSource;
  /** Names in the expression that stand for names of other modules. */
  readonly borrowed: readonly Borrowed[];
}

/** A value to put at a place inside a parameter's value, after that is evaluated. */
export interface PlannedPart extends PlannedValue {
  readonly path: Path;
  /** Where the user wrote what is set. */
  readonly place: Place;
}

/** What a parameter, or `this`, gets. */
export interface PlannedParameter {
  readonly name: string;
  readonly place: Place;
  /** The declared type, if it has one. */
  readonly type: ts.TypeNode | undefined;
  readonly shape: Shape;
  /** Whether the value is an array that is spread over the rest of the arguments. */
  readonly isRest: boolean;
  /** Undefined if nothing is passed, so that the function's own default counts. */
  readonly value: PlannedValue | undefined;
  /** Later parts win. */
  readonly parts: readonly PlannedPart[];
}

/** Everything that a run of a function starts from. */
export interface InputPlan {
  readonly function: FoundFunction;
  /** The value of `this`; undefined where there is none. A class is the receiver of its static methods, and is not differentiated by. */
  readonly receiver: PlannedParameter | undefined;
  readonly parameters: readonly PlannedParameter[];
  readonly roots: readonly Root[];
  /** Undefined to differentiate by every number. */
  readonly wrt: readonly Target[] | undefined;
  readonly findings: readonly Finding[];
  /** How to call the function around this one, which has to call it. */
  readonly outer: InputPlan | undefined;
  /** Texts that places can point into and that are no files: what was typed, and what was made up. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What a user has chosen beside the file's text. */
export interface InputChoice {
  /** Inputs by name (`w`, `p.x`), each a TypeScript expression. */
  readonly changed: Readonly<Record<string, string>>;
  /** All arguments, as an array in TypeScript; tags, defaults and examples are not looked at then. */
  readonly arguments?: string | undefined;
  /** How numbers are made up that nobody has said. */
  readonly guess?: Guess | undefined;
}

/** The file that the text of all arguments is said to be in. */
export const ARGUMENTS_FILE = "--args";

/** What is known while a plan is made. */
export interface Planning {
  readonly found: FoundFunction;
  readonly around: Surroundings | undefined;
  readonly roots: readonly Root[];
  readonly assumptions: Assumptions;
  readonly example: ExampleCall | undefined;
  readonly texts: Map<string, string>;
  readonly findings: Finding[];
}

/** Plan the inputs of a function. May throw `NeedFiles`, for types of other files. */
export function planInputs(found: FoundFunction, choice: InputChoice, around: Surroundings | undefined): InputPlan {
  try {
    return makePlan(found, choice, around);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Types and defaults are read by descending into them; the host's stack is shorter than these are deep.
    const message = `The parameters of \`${found.name}\` are nested too deeply to be read.`;
    const help = "Give names to inner types and values so that each one is shorter.";
    const finding: Finding = { code: "syntax/error", severity: "error", message, help, place: found.namePlace };
    const nothing = { receiver: undefined, parameters: [], roots: [], wrt: undefined, outer: undefined };
    return { function: found, ...nothing, findings: [finding], texts: new Map() };
  }
}

function makePlan(found: FoundFunction, choice: InputChoice, around: Surroundings | undefined): InputPlan {
  const hasReceiver = found.owner !== undefined && found.call !== "constructor";
  const planning: Planning = {
    found,
    around,
    roots: rootsOf(found, hasReceiver),
    assumptions: assumptionsFor(found.place.file, choice.guess, defaultNumbers(found)),
    example: exampleCall(found),
    texts: new Map(),
    findings: [],
  };
  const tags = tagsOf(found);
  const isGiven = choice.arguments !== undefined;
  const receiver = hasReceiver ? receiverPlan(planning) : undefined;
  const parameters = isGiven
    ? givenParameters(planning, choice.arguments)
    : parametersOf(found.node).map((parameter, index) => parameterPlan(planning, parameter, index));
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
    outer:
      found.outer === undefined ? undefined : planInputs(found.outer, { changed: {}, guess: choice.guess }, around),
    texts: planning.texts,
  };
}

/** The numbers that parameters have by default. */
function defaultNumbers({ node }: FoundFunction): ReadonlySet<number> {
  const numbers = parametersOf(node).map(({ initializer }) => Number(initializer?.getText()));
  return new Set(numbers.filter((number) => !Number.isNaN(number)));
}

/** Return the value that a text stands for. The text gets a file of its own, so that places in it can be shown. */
export function textValue(
  planning: Planning,
  text: string,
  file: string,
  source: InputSource,
  borrowed: readonly Borrowed[] = [],
): PlannedValue {
  const whole = `(${text})`;
  planning.texts.set(file, whole);
  const [statement] = parseNew(file, whole).statements;
  if (statement === undefined || !ts.isExpressionStatement(statement))
    throw new Error(`No expression was made up: ${text}`);
  return { expression: statement.expression, source, borrowed };
}

function assumedValue(planning: Planning, name: string, shape: Shape): PlannedValue {
  const { assumptions } = planning;
  const before = assumptions.borrowed.length;
  const text = assumedText(shape, assumptions);
  const borrowed = assumptions.borrowed.filter((entry, index) => index >= before || text.includes(entry.name));
  return textValue(planning, text, `assumed:${name}`, "assumed", borrowed);
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

function defaultValue(expression: ts.Expression): PlannedValue {
  return { expression, source: "default", borrowed: [] };
}

/** Whether a default can be evaluated outside the function: it uses no other parameter and nothing of a function around. */
function isIndependent({ found, roots }: Planning, initializer: ts.Expression): boolean {
  if (isWritten(initializer, false, 0)) return true;
  if (found.enclosing !== undefined) return false;
  const names = new Set(roots.map(({ name }) => name));
  let isFree = true;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(node) && names.has(node.text))) isFree = false;
    else ts.forEachChild(node, visit);
  };
  visit(initializer);
  return isFree;
}

/** The argument of the example call; for a rest parameter, an array of what is left of them. */
function exampleArgument({ example }: Planning, index: number, isRest: boolean): PlannedValue | undefined {
  const argument = example?.arguments[index];
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

/** What a pattern takes of a shape; members with defaults that depend on other inputs are left to those. */
function patternShape(planning: Planning, pattern: ts.BindingPattern, shape: Shape): Shape {
  if (
    shape.kind !== "object" ||
    !ts.isObjectBindingPattern(pattern) ||
    pattern.elements.some((element) => element.dotDotDotToken !== undefined)
  )
    return shape;
  const members = pattern.elements.map((element): [string, Shape] => {
    const key = (element.propertyName ?? element.name).getText().replace(/^["']|["']$/g, "");
    const isLeft = element.initializer !== undefined && !isIndependent(planning, element.initializer);
    const member = shape.members.get(key) ?? UNKNOWN;
    if (isLeft) return [key, NONE];
    return [key, ts.isIdentifier(element.name) ? member : patternShape(planning, element.name, member)];
  });
  return objectOf(members);
}

/** The defaults inside a pattern, and before them what the parameter's own default gives. */
function defaultParts(planning: Planning, index: number, initializer: ts.Expression | undefined): PlannedPart[] {
  const parts: PlannedPart[] = [];
  for (const { parameter, path, place, initializer: inner } of planning.roots) {
    if (parameter !== index) continue;
    const expression = writtenAt(initializer, path) ?? inner;
    if (expression !== undefined && isIndependent(planning, expression))
      parts.push({ ...defaultValue(expression), path, place });
  }
  return parts;
}

/** The expression at a path in a literal. */
function writtenAt(expression: ts.Expression | undefined, path: Path): ts.Expression | undefined {
  const [step, ...rest] = path;
  if (expression === undefined || step === undefined) return expression;
  const node = unwrap(expression);
  if (ts.isArrayLiteralExpression(node)) return writtenAt(node.elements[Number(step)], rest);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const property = node.properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText() === String(step));
  return writtenAt(property?.initializer, rest);
}

/** The parameters with the arguments that were typed, by position. */
function givenParameters(planning: Planning, text = "[]"): PlannedParameter[] {
  const { entries, findings } = parseArguments(text, ARGUMENTS_FILE);
  planning.texts.set(ARGUMENTS_FILE, text);
  planning.findings.push(...findings.map((finding): Finding => ({ ...finding, severity: "error" })));
  const parameters = parametersOf(planning.found.node);
  const plans = parameters.map((parameter, index): PlannedParameter => {
    const isRest = parameter.dotDotDotToken !== undefined;
    const shape = parameterShape(parameter, typeScope(planning.around));
    const entry = entries[index];
    const last = entries.findLast((each) => each !== undefined);
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
  if (plans.at(-1)?.isRest === true) return plans;
  const more = entries.slice(plans.length).map((expression, index): PlannedParameter => {
    const value: PlannedValue | undefined =
      expression === undefined ? undefined : { expression, source: "at", borrowed: [] };
    const name = `arguments[${plans.length + index}]`;
    return { name, place: planning.found.namePlace, type: undefined, shape: UNKNOWN, isRest: false, value, parts: [] };
  });
  return [...plans, ...more];
}

function receiverPlan(planning: Planning): PlannedParameter {
  const { found, example } = planning;
  const { owner } = found;
  const plan = { name: "this", place: found.namePlace, type: undefined, isRest: false, parts: [] };
  if (owner?.kind === "object") {
    const value = owner.path === undefined ? undefined : textValue(planning, owner.path, "receiver:this", "default");
    return { ...plan, shape: UNKNOWN, value };
  }
  const text = owner === undefined ? undefined : classText(owner.node);
  if (owner === undefined || text === undefined) return { ...plan, shape: UNKNOWN, value: undefined };
  const instance: Shape = {
    kind: "class",
    text,
    file: found.place.file,
    parameters: constructorShapes(owner.node, typeScope(planning.around)),
  };
  if (!isInstanceMember(found)) {
    const made = assumedText({ ...instance, parameters: [] }, planning.assumptions).replace(/^new (.*)\(\)$/, "$1");
    return {
      ...plan,
      shape: UNKNOWN,
      value: textValue(planning, made, "receiver:this", "default", planning.assumptions.borrowed),
    };
  }
  const written = example?.receiver ?? exampleInstance(found);
  const value: PlannedValue =
    written === undefined
      ? assumedValue(planning, "this", instance)
      : { expression: written, source: "call", borrowed: [] };
  return { ...plan, shape: instance, value };
}

/** How a class is read from the module's scope; undefined if it is out of reach, inside a function. */
function classText(node: ClassNode): string | undefined {
  const holder = node.parent;
  const isVariable = ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name);
  const names = [isVariable ? holder.name.getText() : (node.name?.text ?? "default")];
  let around: ts.Node = isVariable ? holder.parent.parent.parent : holder;
  if (ts.isExportAssignment(around)) return "default";
  for (; ts.isModuleBlock(around); around = around.parent.parent) names.unshift(around.parent.name.getText());
  return ts.isSourceFile(around) ? names.join(".") : undefined;
}
