/** How a function uses a value without a declared type: which members and elements it reads, what it calls it with, what it compares it with. */
import { ts, unwrap } from "../../parse.ts";
import { nameText } from "../../text/functionSyntax.ts";
import { membersSet } from "./classes.ts";
import {
  ARRAY_METHODS,
  CALLBACK_METHODS,
  DIGITS,
  ELEMENT_METHODS,
  LIKE_METHODS,
  NUMBER_READERS,
  PARTS,
  RECORD_FUNCTIONS,
  STRING_METHODS,
} from "./methods.ts";
import { readsOf, wrapped } from "./reads.ts";
import type { Shape } from "./shape.ts";

/** What the rest of the file tells of a value. */
export interface Known {
  /** The shape of a parameter of a function by the function's name, or of a method by `.name`, for values that are only passed on. */
  readonly passedOn: (callee: string, index: number, value: ts.Expression) => Shape | undefined;
  /** What has such methods and members. */
  readonly withMethods: (methods: readonly string[], members: readonly string[]) => Shape | undefined;
}

/** Nothing but the use itself tells of a value. */
export const NOTHING_KNOWN: Known = { passedOn: () => undefined, withMethods: () => undefined };

/** A use of a value: an expression that is the value, or a pattern that takes it apart. */
export type Use = ts.Expression | TakenApart;

/** A pattern that takes a value apart into variables, which are read inside a node. */
interface TakenApart {
  readonly kind: "pattern";
  readonly pattern: ts.BindingPattern;
  readonly within: ts.Node;
}

/** What the uses of one value add up to. */
export interface Uses {
  readonly members: Map<string, Use[]>;
  /** Uses of elements, and of variables that hold elements. */
  readonly elements: Use[];
  /** Uses of what patterns take out, by position. */
  readonly positions: Use[][];
  readonly literals: string[];
  /** Texts that numbers can be read from, where they are read. */
  readonly texts: string[];
  /** The calls of `map` that what they return is looked at of. */
  readonly maps: readonly ts.Node[];
  readonly passed: Shape[];
  isArray: boolean;
  /** How many elements are read by their numbers. */
  length: number;
  isString: boolean;
  /** Whether its keys are whatever it has. */
  isRecord: boolean;
  /** Whether it takes the place of the value that it is a member of. */
  isNext: boolean;
  arity: number | undefined;
}

/** Arrays of which elements further out are read are not made so long. */
const LONGEST = 64;
/** Return what some uses, and those of other names for the same value, add up to, and all of them. */
export function collectUses(
  reads: readonly Use[],
  known: Known,
  maps: readonly ts.Node[] = [],
): { readonly uses: Uses; readonly all: readonly Use[] } {
  const uses: Uses = {
    members: new Map(),
    elements: [],
    positions: [],
    literals: [],
    texts: [],
    maps,
    passed: [],
    isArray: false,
    length: 0,
    isString: false,
    isRecord: false,
    isNext: false,
    arity: undefined,
  };
  const seen = new Set<Use>();
  // Aliases add reads while the list is walked.
  const all = [...reads];
  for (const read of all) {
    if (seen.has(read)) continue;
    seen.add(read);
    if (isTakenApart(read)) noteParts(read, uses);
    else all.push(...note(wrapped(read), uses, known));
  }
  return { uses, all };
}

/** Tell whether a use is a pattern. */
export function isTakenApart(use: Use): use is TakenApart {
  return use.kind === "pattern";
}

/** The call of `map` in whose array a value stands, or a copy of it, if it is what the callback returns. */
function mappedBy(read: ts.Expression): ts.CallExpression | undefined {
  const { parent } = read;
  const isReturned = ts.isReturnStatement(parent) && ts.isBlock(parent.parent);
  const callback = isReturned ? parent.parent.parent : parent;
  if (!ts.isArrowFunction(callback) && !(isReturned && ts.isFunctionExpression(callback))) return undefined;
  const call = callback.parent;
  const isMap =
    ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === "map";
  return isMap && call.arguments[0] === callback ? call : undefined;
}

/** The keys of an object that is written down, also where a constant holds it. */
function keysOf(object: ts.Expression): readonly string[] {
  const node = unwrap(object);
  if (ts.isIdentifier(node)) {
    const written = ts.findAncestor(node, (around) => constantIn(around, node.text) !== undefined);
    const initializer = written && constantIn(written, node.text);
    return initializer === undefined ? [] : keysOf(initializer);
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const names = node.properties.map(({ name }) =>
    name === undefined || ts.isComputedPropertyName(name) ? undefined : nameText(name),
  );
  return names.every((name) => name !== undefined) ? names : [];
}

/** What a block's or a file's constant of a name is. */
function constantIn(around: ts.Node, name: string): ts.Expression | undefined {
  if (!ts.isBlock(around) && !ts.isSourceFile(around)) return undefined;
  const declarations = around.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [],
  );
  const found = declarations.find((declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name);
  const initializer = found?.initializer && unwrap(found.initializer);
  return initializer !== undefined && ts.isObjectLiteralExpression(initializer) ? initializer : undefined;
}

/** Return the uses of what a variable or the variables of a pattern hold. */
export function usesOf(name: ts.BindingName, within: ts.Node): readonly Use[] {
  return ts.isIdentifier(name) ? readsOf(name.text, within) : [{ kind: "pattern", pattern: name, within }];
}

/** Note one use; returns uses of other names for the same value. */
function note(read: ts.Expression, uses: Uses, known: Known): readonly Use[] {
  const { parent } = read;
  const mapped = mappedBy(read);
  // What stands in the new array is used as what is taken from that.
  if (mapped !== undefined && !uses.maps.includes(mapped))
    return collectUses([wrapped(mapped)], known, [...uses.maps, mapped]).uses.elements;
  if (ts.isPropertyAccessExpression(parent)) return noteMember(parent, uses);
  if (ts.isElementAccessExpression(parent) && parent.expression === read) {
    const key = parent.argumentExpression;
    if (ts.isStringLiteralLike(key)) addMember(uses, key.text, parent);
    else {
      uses.isArray = true;
      uses.elements.push(parent);
      if (ts.isNumericLiteral(key)) uses.length = Math.max(uses.length, Math.min(Number(key.text) + 1, LONGEST));
    }
  } else if (ts.isElementAccessExpression(parent))
    uses.literals.push(...keysOf(parent.expression).map((key) => JSON.stringify(key)));
  else if (ts.isSpreadAssignment(parent)) return [parent.parent];
  else if (ts.isCallExpression(parent)) return noteCall(parent, read, uses, known);
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
    if (isNext(read, parent)) uses.isNext = true;
    const set = membersSet(read);
    if (set.length > 0) return set;
    if (ts.isStringLiteralLike(other) && EQUALITY.has(parent.operatorToken.kind)) uses.literals.push(other.getText());
  } else if (ts.isSwitchStatement(parent) && parent.expression === read) {
    const cases = parent.caseBlock.clauses.flatMap((clause) => (ts.isCaseClause(clause) ? [clause.expression] : []));
    uses.literals.push(...cases.filter(ts.isStringLiteralLike).map((expression) => expression.getText()));
  }
  return [];
}

/** `node = node.next`. */
function isNext(read: ts.Expression, { left, operatorToken }: ts.BinaryExpression): boolean {
  const isSet = operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(left);
  return isSet && ts.isPropertyAccessExpression(read) && read.expression.getText() === left.text;
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
    const [separator] = call.arguments;
    if (name === "split" && separator !== undefined && ts.isStringLiteralLike(separator))
      uses.texts.push(JSON.stringify(PARTS.join(separator.text)));
    else if (STRING_METHODS.has(name)) uses.isString = true;
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
function noteCall(call: ts.CallExpression, read: ts.Expression, uses: Uses, known: Known): readonly Use[] {
  const { expression } = call;
  if (call.arguments[0] === read && NUMBER_READERS.has(expression.getText())) uses.texts.push(DIGITS);
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
  }
  const callee = calleeName(expression);
  const shape = callee === undefined ? undefined : known.passedOn(callee, call.arguments.indexOf(read), read);
  if (shape !== undefined && !isPlainNumber(shape)) uses.passed.push(shape);
  return [];
}

/** A function's name, or a dot and that of a method that is not built in. */
function calleeName(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text;
  if (!ts.isPropertyAccessExpression(callee) || BUILT_IN.test(callee.expression.getText())) return undefined;
  return `.${callee.name.text}`;
}

const BUILT_IN = /^(?:Array|console|Date|JSON|Map|Math|Number|Object|Promise|Reflect|Set|String|Symbol)$/;

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

const EQUALITY: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
