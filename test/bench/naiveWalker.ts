/** What one writes in an afternoon: a walker of the syntax tree over number objects with operand lists, to compare the interpreter with. Knows what the programs of the bench use. */
import ts from "typescript";
import type { Argument } from "./programs.ts";

interface Num {
  readonly value: number;
  readonly operands: readonly Num[];
  readonly partials: readonly number[];
  gradient: number;
}

type Val = Num | Val[] | { readonly [key: string]: Val } | ((...args: Val[]) => Val) | boolean | undefined;
type Scope = Map<string, Val>[];

const RETURN = Symbol("return");

function num(value: number, operands: readonly Num[] = [], partials: readonly number[] = []): Num {
  return { value, operands, partials, gradient: 0 };
}

/** Run `main` of a source on arguments and return its value and the gradients by the numbers among the arguments. */
export function walk(
  source: ts.SourceFile,
  args: readonly Argument[],
): { readonly value: number; readonly gradients: number[] } {
  const globals: Scope = [new Map<string, Val>()];
  for (const statement of source.statements) execute(statement, globals);
  const leaves: Num[] = [];
  const leaf = (value: number): Num => {
    const made = num(value);
    leaves.push(made);
    return made;
  };
  const input = (arg: Argument): Val => (typeof arg === "number" ? leaf(arg) : arg.map(input));
  const inputs = args.map(input);
  const result = (globals[0]!.get("main") as (...args: Val[]) => Val)(...inputs) as Num;
  backward(result);
  return { value: result.value, gradients: leaves.map((each) => each.gradient) };
}

function backward(result: Num): void {
  const order: Num[] = [];
  const seen = new Set<Num>();
  const stack: [Num, number][] = [[result, 0]];
  seen.add(result);
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const next = top[0].operands[top[1]++];
    if (next === undefined) {
      order.push(top[0]);
      stack.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      stack.push([next, 0]);
    }
  }
  result.gradient = 1;
  for (const node of order.reverse())
    node.operands.forEach((operand, i) => (operand.gradient += node.gradient * node.partials[i]!));
}

function find(scope: Scope, name: string): Map<string, Val> {
  for (let i = scope.length - 1; i >= 0; i--) if (scope[i]!.has(name)) return scope[i]!;
  throw new Error(`${name} is not defined`);
}

function execute(node: ts.Statement, scope: Scope): { readonly [RETURN]: Val } | undefined {
  if (ts.isFunctionDeclaration(node)) scope.at(-1)!.set(node.name!.text, closure(node, scope));
  else if (ts.isClassDeclaration(node)) scope.at(-1)!.set(node.name!.text, classOf(node, scope));
  else if (ts.isVariableStatement(node)) declare(node.declarationList, scope);
  else if (ts.isExpressionStatement(node)) evaluate(node.expression, scope);
  else if (ts.isReturnStatement(node)) return { [RETURN]: evaluate(node.expression!, scope) };
  else if (ts.isBlock(node)) {
    const inner = [...scope, new Map<string, Val>()];
    for (const statement of node.statements) {
      const result = execute(statement, inner);
      if (result !== undefined) return result;
    }
  } else if (ts.isForStatement(node)) {
    const inner = [...scope, new Map<string, Val>()];
    if (node.initializer !== undefined && ts.isVariableDeclarationList(node.initializer))
      declare(node.initializer, inner);
    while (evaluate(node.condition!, inner) === true) {
      const result = execute(node.statement, inner);
      if (result !== undefined) return result;
      evaluate(node.incrementor!, inner);
    }
  }
  return undefined;
}

function declare(list: ts.VariableDeclarationList, scope: Scope): void {
  for (const { name, initializer } of list.declarations)
    scope.at(-1)!.set((name as ts.Identifier).text, evaluate(initializer!, scope));
}

function closure(node: ts.FunctionLikeDeclaration, scope: Scope): (...args: Val[]) => Val {
  return (...args) => {
    const own = new Map<string, Val>();
    node.parameters.forEach((parameter, i) => own.set((parameter.name as ts.Identifier).text, args[i]));
    const inner = [...scope, own];
    return ts.isBlock(node.body!) ? execute(node.body, inner)?.[RETURN] : evaluate(node.body!, inner);
  };
}

function classOf(node: ts.ClassDeclaration, scope: Scope): (...args: Val[]) => Val {
  return (...args) => {
    const self: Record<string, Val> = {};
    for (const member of node.members) {
      if (ts.isConstructorDeclaration(member))
        member.parameters.forEach((parameter, i) => (self[(parameter.name as ts.Identifier).text] = args[i]));
      else if (ts.isMethodDeclaration(member))
        self[(member.name as ts.Identifier).text] = closure(member, [...scope, new Map<string, Val>([["this", self]])]);
    }
    return self;
  };
}

function evaluate(node: ts.Expression, scope: Scope): Val {
  if (ts.isParenthesizedExpression(node)) return evaluate(node.expression, scope);
  if (ts.isNumericLiteral(node)) return num(Number(node.text));
  if (ts.isIdentifier(node)) return find(scope, node.text).get(node.text);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return find(scope, "this").get("this");
  if (ts.isPropertyAccessExpression(node)) {
    const object = evaluate(node.expression, scope);
    return Array.isArray(object) ? num(object.length) : (object as Record<string, Val>)[node.name.text];
  }
  if (ts.isElementAccessExpression(node))
    return (evaluate(node.expression, scope) as Val[])[(evaluate(node.argumentExpression, scope) as Num).value];
  if (ts.isPrefixUnaryExpression(node)) {
    const x = evaluate(node.operand, scope) as Num;
    return num(-x.value, [x], [-1]);
  }
  if (ts.isPostfixUnaryExpression(node))
    return assign(node.operand, num((evaluate(node.operand, scope) as Num).value + 1), scope);
  if (ts.isNewExpression(node))
    return (evaluate(node.expression, scope) as (...args: Val[]) => Val)(
      ...(node.arguments ?? []).map((arg) => evaluate(arg, scope)),
    );
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((element) => evaluate(element, scope));
  if (ts.isObjectLiteralExpression(node)) {
    const members = node.properties as ts.NodeArray<ts.PropertyAssignment>;
    return Object.fromEntries(
      members.map((member) => [(member.name as ts.Identifier).text, evaluate(member.initializer, scope)]),
    );
  }
  if (ts.isArrowFunction(node)) return closure(node, scope);
  if (ts.isCallExpression(node)) return call(node, scope);
  if (ts.isBinaryExpression(node)) return binary(node, scope);
  throw new Error(`Unknown syntax: ${ts.SyntaxKind[node.kind]}`);
}

function call(node: ts.CallExpression, scope: Scope): Val {
  const args = node.arguments.map((arg) => evaluate(arg, scope));
  if (ts.isPropertyAccessExpression(node.expression)) {
    const { expression: object, name } = node.expression;
    if (object.getText() === "Math") return math(name.text, args as Num[]);
    const self = evaluate(object, scope);
    if (Array.isArray(self))
      return (self as unknown as Record<string, (...args: Val[]) => Val>)[name.text]!.apply(self, args);
  }
  return (evaluate(node.expression, scope) as (...args: Val[]) => Val)(...args);
}

const slopes: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.cos,
  exp: Math.exp,
  log: (x) => 1 / x,
  tanh: (x) => 1 - Math.tanh(x) ** 2,
};

function math(name: string, [a, b]: readonly Num[]): Num {
  const slope = slopes[name];
  if (slope === undefined)
    return num(Math.max(a!.value, b!.value), [a!, b!], [a!.value > b!.value ? 1 : 0, b!.value > a!.value ? 1 : 0]);
  return num(Math[name as "sin"](a!.value), [a!], [slope(a!.value)]);
}

function assign(target: ts.Expression, value: Val, scope: Scope): Val {
  if (ts.isIdentifier(target)) find(scope, target.text).set(target.text, value);
  else if (ts.isPropertyAccessExpression(target))
    (evaluate(target.expression, scope) as Record<string, Val>)[target.name.text] = value;
  return value;
}

function binary(node: ts.BinaryExpression, scope: Scope): Val {
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.EqualsToken) return assign(node.left, evaluate(node.right, scope), scope);
  const a = evaluate(node.left, scope) as Num;
  const b = evaluate(node.right, scope) as Num;
  switch (kind) {
    case ts.SyntaxKind.PlusToken:
      return num(a.value + b.value, [a, b], [1, 1]);
    case ts.SyntaxKind.PlusEqualsToken:
      return assign(node.left, num(a.value + b.value, [a, b], [1, 1]), scope);
    case ts.SyntaxKind.MinusToken:
      return num(a.value - b.value, [a, b], [1, -1]);
    case ts.SyntaxKind.MinusEqualsToken:
      return assign(node.left, num(a.value - b.value, [a, b], [1, -1]), scope);
    case ts.SyntaxKind.AsteriskToken:
      return num(a.value * b.value, [a, b], [b.value, a.value]);
    case ts.SyntaxKind.SlashToken:
      return num(a.value / b.value, [a, b], [1 / b.value, -a.value / b.value / b.value]);
    case ts.SyntaxKind.LessThanToken:
      return a.value < b.value;
    default:
      throw new Error(`Unknown operator: ${node.operatorToken.getText()}`);
  }
}
