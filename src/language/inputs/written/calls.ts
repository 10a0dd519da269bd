/** Calls of a function that the same file makes with values that are written down: examples that its author has chosen. */
import { textOf, ts, unwrap } from "../../parse.ts";
import { writtenName } from "../../text/functionNames.ts";
import type { FoundFunction } from "../../text/functions.ts";
import { parametersOf } from "../../text/functionSyntax.ts";

/** What a call in the file gives a function. */
export interface ExampleCall {
  readonly arguments: ts.NodeArray<ts.Expression> | readonly [];
  /** The instance that a method is called on. */
  readonly receiver: ts.NewExpression | undefined;
}

type Call = ts.CallExpression | ts.NewExpression;

const cache = new WeakMap<ts.SourceFile, readonly Call[]>();

/** Return the first call of a function in its file whose arguments can be read without running anything. */
export function exampleCall(found: FoundFunction): ExampleCall | undefined {
  const file = found.node.getSourceFile();
  if (found.enclosing !== undefined || parametersOf(found.node).length === 0) return undefined;
  const atOnce = callAtOnce(found.node);
  if (atOnce !== undefined && hasLiterals(atOnce)) return { arguments: atOnce.arguments, receiver: undefined };
  const scope = scopeOf(found.node);
  for (const call of callsOf(file)) {
    if (isInside(call, found.node) || !isInside(call, scope) || !hasLiterals(call)) continue;
    const callee = unwrap(call.expression);
    if (found.call === "constructor" || ts.isNewExpression(call)) {
      const isOwn =
        found.call === "constructor" &&
        ts.isNewExpression(call) &&
        textOf(callee) === writtenName(found.name).replace(/\.constructor$/, "");
      if (isOwn) return { arguments: call.arguments ?? [], receiver: undefined };
    } else if (isInstanceMember(found)) {
      const receiver =
        ts.isPropertyAccessExpression(callee) && callee.name.text === found.key ? unwrap(callee.expression) : undefined;
      if (receiver !== undefined && ts.isNewExpression(receiver) && isInstance(receiver, found))
        return { arguments: call.arguments, receiver };
    } else if (textOf(callee) === writtenName(found.name)) return { arguments: call.arguments, receiver: undefined };
  }
  return undefined;
}

/** The call of a function that is called where it is written. */
function callAtOnce(node: ts.Node): ts.CallExpression | undefined {
  let callee = node;
  while (ts.isParenthesizedExpression(callee.parent)) callee = callee.parent;
  const { parent } = callee;
  return ts.isCallExpression(parent) && parent.expression === callee ? parent : undefined;
}

/** Return the first instance of a method's class that the file constructs from literals, other than the class its own zeros and units. */
export function exampleInstance(found: FoundFunction): ts.NewExpression | undefined {
  const { owner, node } = found;
  const own = owner?.kind === "class" ? owner.node : undefined;
  return callsOf(node.getSourceFile())
    .filter(ts.isNewExpression)
    .find((call) => isInstance(call, found) && !(own !== undefined && isInside(call, own)) && !isOfZeros(call));
}

/** Whether something is constructed from numbers that are all 0, such as an origin or what a sum begins with: it shows little. */
function isOfZeros({ arguments: args }: ts.NewExpression): boolean {
  const isZero = (part: ts.Expression): boolean =>
    ts.isNumericLiteral(unwrap(part)) && Number(unwrap(part).getText()) === 0;
  return args !== undefined && args.length > 0 && args.every(isZero);
}

/** Whether a function is called on an instance of a class. */
export function isInstanceMember({ owner, call }: FoundFunction): boolean {
  return (owner?.kind === "prototype" || (owner?.kind === "class" && !owner.isStatic)) && call !== "constructor";
}

function isInstance(call: ts.NewExpression, { owner }: FoundFunction): boolean {
  const name = owner?.kind === "class" ? owner.name : owner?.kind === "prototype" ? owner.text : "";
  return name !== "" && textOf(unwrap(call.expression)) === name && hasLiterals(call);
}

function callsOf(file: ts.SourceFile): readonly Call[] {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const calls: Call[] = [];
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls.push(node);
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  calls.sort((a, b) => a.pos - b.pos);
  cache.set(file, calls);
  return calls;
}

/** The block in which the name of a function is known. */
function scopeOf(node: ts.Node): ts.Node {
  let scope = node.parent;
  while (!ts.isSourceFile(scope) && !ts.isBlock(scope) && !ts.isModuleBlock(scope)) scope = scope.parent;
  return scope;
}

function isInside(node: ts.Node, outer: ts.Node): boolean {
  return node.pos >= outer.pos && node.end <= outer.end;
}

function hasLiterals(call: Call): boolean {
  const isAtTop = ts.findAncestor(call, ts.isFunctionLike) === undefined;
  return (call.arguments ?? []).every((argument) => isWritten(argument, isAtTop, 0));
}

/** How deep constants may refer to constants. */
const DEPTH = 20;

/** Whether an expression is written down: a literal, built of literals, or a constant of the module that is. Functions may use what is around them only at the top. */
export function isWritten(expression: ts.Expression, isAtTop: boolean, depth: number): boolean {
  const node = unwrap(expression);
  const inner = (part: ts.Expression): boolean => isWritten(part, isAtTop, depth + 1);
  if (depth > DEPTH) return false;
  if (
    ts.isNumericLiteral(node) ||
    ts.isStringLiteralLike(node) ||
    ts.isBigIntLiteral(node) ||
    ts.isOmittedExpression(node)
  )
    return true;
  if (
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  )
    return true;
  if (ts.isPrefixUnaryExpression(node)) return !isStep(node.operator) && inner(node.operand);
  if (ts.isBinaryExpression(node))
    return isArithmetic(node.operatorToken.kind) && inner(node.left) && inner(node.right);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(inner);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every((property) => ts.isPropertyAssignment(property) && inner(property.initializer));
  if (ts.isNewExpression(node)) return (node.arguments ?? []).every(inner);
  if (ts.isPropertyAccessExpression(node))
    return ts.isIdentifier(node.expression) && /^(?:Math|Number)$/.test(node.expression.text);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return isAtTop;
  return ts.isIdentifier(node) && (/^(?:undefined|NaN|Infinity)$/.test(node.text) || isConstant(node, isAtTop, depth));
}

function isStep(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function isArithmetic(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.PlusToken && kind <= ts.SyntaxKind.PercentToken;
}

function isConstant(name: ts.Identifier, isAtTop: boolean, depth: number): boolean {
  const initializer = constantsOf(name.getSourceFile()).get(name.text);
  return initializer !== undefined && isWritten(initializer, isAtTop, depth + 1);
}

const constants = new WeakMap<ts.SourceFile, ReadonlyMap<string, ts.Expression | undefined>>();

/** What the constants of a module are, by their names. */
function constantsOf(file: ts.SourceFile): ReadonlyMap<string, ts.Expression | undefined> {
  const known = constants.get(file);
  if (known !== undefined) return known;
  const found = new Map<string, ts.Expression | undefined>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.Const) === 0) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(name) && !found.has(name.text)) found.set(name.text, initializer);
  }
  constants.set(file, found);
  return found;
}
