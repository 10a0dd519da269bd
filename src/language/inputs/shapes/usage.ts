/** What a value without a declared type must look like, told from how a function uses it: `xs[i]` wants an array, `p.x` an object. */
import { ts } from "../../parse.ts";
import { nameText } from "../../text/functionSyntax.ts";
import {
  ARRAY_METHODS,
  CALLBACK_METHODS,
  ELEMENT_METHODS,
  LIKE_METHODS,
  RECORD_FUNCTIONS,
  STRING_METHODS,
} from "./methods.ts";
import { commonPlaceUse, readsOf, wrapped } from "./reads.ts";
import { arrayOf, NUMBER, objectOf, STRING, type Shape } from "./shape.ts";

/** Tells the shape of a parameter of a function of the file by the function's name, for values that are only passed on. */
export type PassedOn = (callee: string, index: number) => Shape | undefined;

/** A use of a value: an expression that is the value, or a pattern that takes it apart. */
type Use = ts.Expression | TakenApart;

/** A pattern that takes a value apart into variables, which are read inside a node. */
interface TakenApart {
  readonly kind: "pattern";
  readonly pattern: ts.BindingPattern;
  readonly within: ts.Node;
}

/** What the uses of one value add up to. */
interface Uses {
  readonly members: Map<string, Use[]>;
  /** Uses of elements, and of variables that hold elements. */
  readonly elements: Use[];
  /** Uses of what patterns take out, by position. */
  readonly positions: Use[][];
  readonly literals: string[];
  readonly passed: Shape[];
  isArray: boolean;
  /** How many elements are read by their numbers. */
  length: number;
  isString: boolean;
  /** Whether its keys are whatever it has. */
  isRecord: boolean;
  arity: number | undefined;
}

/** Arrays of which elements further out are read are not made so long. */
const LONGEST = 64;
/** How deep members of members are followed. */
const DEPTH = 6;

/** Return the shape of a variable by its uses inside a node; a number if nothing else is known. */
export function usageShape(name: string, within: ts.Node, passedOn: PassedOn): Shape {
  return shapeOf(readsOf(name, within), passedOn, 0);
}

function shapeOf(reads: readonly Use[], passedOn: PassedOn, depth: number): Shape {
  const uses: Uses = {
    members: new Map(),
    elements: [],
    positions: [],
    literals: [],
    passed: [],
    isArray: false,
    length: 0,
    isString: false,
    isRecord: false,
    arity: undefined,
  };
  const seen = new Set<Use>();
  // Aliases add reads while the list is walked.
  const pending = [...reads];
  for (const read of pending) {
    if (seen.has(read)) continue;
    seen.add(read);
    if (isTakenApart(read)) noteParts(read, uses);
    else pending.push(...note(wrapped(read), uses, passedOn));
  }
  const inner = (list: readonly Use[]): Shape => (depth < DEPTH ? shapeOf(list, passedOn, depth + 1) : NUMBER);
  if (uses.arity !== undefined)
    return { kind: "function", parameters: Array.from({ length: uses.arity }, () => NUMBER), result: NUMBER };
  if (uses.isString && !uses.literals.includes(DIGITS)) return STRING;
  // A text, also where its methods are those of arrays, as `slice` is.
  if (uses.literals.includes(DIGITS)) return { kind: "literal", choices: [DIGITS], isOpen: true };
  const [passed] = uses.passed;
  if (uses.isArray) {
    const elements = [...uses.elements, ...uses.positions.flat()];
    const isPassed = elements.length === 0 && passed?.kind === "array";
    return isPassed ? passed : arrayOf(inner(elements), Math.max(uses.length, uses.positions.length));
  }
  if (uses.positions.length > 0) return { kind: "tuple", elements: uses.positions.map(inner) };
  if (uses.members.size > 0) {
    const own = [...uses.members].map(([key, list]): [string, Shape] => [key, inner(list)]);
    return objectOf([...(passed?.kind === "object" ? passed.members : []), ...own]);
  }
  if (uses.isRecord) return objectOf(["a", "b", "c"].map((key) => [key, inner(uses.elements)]));
  const [literal, ...literals] = uses.literals;
  if (passed !== undefined) return passed;
  if (literal !== undefined) return { kind: "literal", choices: [literal, ...literals], isOpen: true };
  const place = commonPlaceUse(pending.filter((use) => !isTakenApart(use)));
  return place === undefined ? NUMBER : { kind: "number", place };
}

function isTakenApart(use: Use): use is TakenApart {
  return use.kind === "pattern";
}

/** The uses of what a variable or the variables of a pattern hold. */
function usesOf(name: ts.BindingName, within: ts.Node): readonly Use[] {
  return ts.isIdentifier(name) ? readsOf(name.text, within) : [{ kind: "pattern", pattern: name, within }];
}

/** Note one use; returns uses of other names for the same value. */
function note(read: ts.Expression, uses: Uses, passedOn: PassedOn): readonly Use[] {
  const { parent } = read;
  if (ts.isPropertyAccessExpression(parent)) return noteMember(parent, uses);
  if (ts.isElementAccessExpression(parent) && parent.expression === read) {
    const key = parent.argumentExpression;
    if (ts.isStringLiteralLike(key)) addMember(uses, key.text, parent);
    else {
      uses.isArray = true;
      uses.elements.push(parent);
      if (ts.isNumericLiteral(key)) uses.length = Math.max(uses.length, Math.min(Number(key.text) + 1, LONGEST));
    }
  } else if (ts.isCallExpression(parent)) return noteCall(parent, read, uses, passedOn);
  else if (ts.isForOfStatement(parent) && parent.expression === read) {
    uses.isArray = true;
    const [variable] = ts.isVariableDeclarationList(parent.initializer) ? parent.initializer.declarations : [];
    if (variable !== undefined) uses.elements.push(...usesOf(variable.name, parent.statement));
  } else if (ts.isSpreadElement(parent)) {
    uses.isArray = true;
    if (ts.isArrayLiteralExpression(parent.parent)) return [parent.parent];
  } else if (ts.isVariableDeclaration(parent) && parent.initializer === read)
    return usesOf(parent.name, parent.parent.parent.parent);
  else if (ts.isBinaryExpression(parent)) {
    const other = parent.left === read ? parent.right : parent.left;
    if (ts.isStringLiteralLike(other) && EQUALITY.has(parent.operatorToken.kind)) uses.literals.push(other.getText());
  } else if (ts.isSwitchStatement(parent) && parent.expression === read) {
    const cases = parent.caseBlock.clauses.flatMap((clause) => (ts.isCaseClause(clause) ? [clause.expression] : []));
    uses.literals.push(...cases.filter(ts.isStringLiteralLike).map((expression) => expression.getText()));
  }
  return [];
}

/** Note the reading of a member; returns the calls that return the same array, or one like it. */
function noteMember(access: ts.PropertyAccessExpression, uses: Uses): readonly Use[] {
  const name = access.name.text;
  const call = ts.isCallExpression(access.parent) && access.parent.expression === access ? access.parent : undefined;
  if (call === undefined) {
    if (name === "length") uses.isArray = true;
    else addMember(uses, name, access);
    return [];
  }
  const position = ARRAY_METHODS[name];
  if (position === undefined) {
    if (STRING_METHODS.has(name)) uses.isString = true;
    else addMember(uses, name, access);
    return [];
  }
  uses.isArray = true;
  if (ELEMENT_METHODS.has(name)) uses.elements.push(wrapped(call));
  const [callback] = call.arguments;
  if (callback !== undefined && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) {
    const parameter = callback.parameters[position];
    if (parameter !== undefined) uses.elements.push(...usesOf(parameter.name, callback.body));
  }
  return LIKE_METHODS.has(name) ? [call] : [];
}

/** Note what a value is called with or passed to; returns the uses of what a callback has it as. */
function noteCall(call: ts.CallExpression, read: ts.Expression, uses: Uses, passedOn: PassedOn): readonly Use[] {
  const { expression } = call;
  if (call.arguments[0] === read && NUMBER_READERS.has(expression.getText())) uses.literals.push(DIGITS);
  if (expression === read) uses.arity = Math.max(uses.arity ?? 0, call.arguments.length);
  else if (ts.isPropertyAccessExpression(expression) && call.arguments[0] === read) {
    if (expression.expression.getText() === "Object" && RECORD_FUNCTIONS.has(expression.name.text))
      uses.isRecord = true;
    const position = CALLBACK_METHODS[expression.name.text];
    if (position !== undefined) uses.arity = Math.max(uses.arity ?? 0, position + 1);
  } else if (
    ts.isPropertyAccessExpression(expression) &&
    call.arguments[1] === read &&
    expression.name.text.startsWith("reduce")
  ) {
    const [callback] = call.arguments;
    const isWritten = callback !== undefined && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback));
    const first = isWritten ? callback.parameters[0] : undefined;
    return isWritten && first !== undefined ? usesOf(first.name, callback.body) : [];
  } else if (ts.isIdentifier(expression)) {
    const shape = passedOn(expression.text, call.arguments.indexOf(read));
    if (shape !== undefined && !isPlainNumber(shape)) uses.passed.push(shape);
  }
  return [];
}

function isPlainNumber(shape: Shape): boolean {
  return shape.kind === "number" && shape.place === undefined;
}

/** `{ x, y }`, `[a, b]`. */
function noteParts({ pattern, within }: TakenApart, uses: Uses): void {
  const isList = ts.isArrayBindingPattern(pattern);
  for (const [position, element] of pattern.elements.entries()) {
    if (isList) uses.positions[position] ??= [];
    if (ts.isOmittedExpression(element)) continue;
    if (element.dotDotDotToken !== undefined) {
      if (isList) uses.isArray = true;
      continue;
    }
    const inner = usesOf(element.name, within);
    if (isList) uses.positions[position]!.push(...inner);
    else
      for (const use of inner.length > 0 ? inner : [undefined])
        addMember(uses, nameText(element.propertyName ?? element.name), use);
  }
}

function addMember(uses: Uses, key: string, read: Use | undefined): void {
  const list = uses.members.get(key) ?? [];
  if (read !== undefined) list.push(read);
  uses.members.set(key, list);
}

/** Functions that read a number from a text, and a text that they can read, also from its second character on. */
const NUMBER_READERS: ReadonlySet<string> = new Set(["parseInt", "parseFloat", "Number.parseInt", "Number.parseFloat"]);
const DIGITS = '"123456"';

const EQUALITY: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
