/** Writes expressions as mathematics is written, on one line: `w * x ** 2` as `w · x²`. */
import { fileOf, ts, unwrap } from "../parse.ts";
import { shortenedNumber, shortenedText, superscript } from "./notationText.ts";

/** How tightly a written expression holds together; an operand that binds less gets parentheses. */
const BINDING = {
  comma: 0,
  assignment: 1,
  conditional: 2,
  or: 3,
  and: 4,
  bitOr: 5,
  bitXor: 6,
  bitAnd: 7,
  equality: 8,
  relation: 9,
  shift: 10,
  sum: 11,
  product: 12,
  sign: 13,
  power: 14,
  call: 15,
  whole: 16,
} as const;

interface Written {
  readonly text: string;
  readonly binding: number;
}

/** Longer expressions are quoted as they stand, shortened: nobody reads more, every step of a long sum has one, and no depth of nesting exhausts the stack. */
const LONGEST = 500;
/** More entries of a list than this are left out in its middle. */
const ENTRIES = 6;

type Operator = readonly [symbol: string, binding: number];

const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, Operator>>> = {
  [ts.SyntaxKind.PlusToken]: [" + ", BINDING.sum],
  [ts.SyntaxKind.MinusToken]: [" − ", BINDING.sum],
  [ts.SyntaxKind.AsteriskToken]: [" · ", BINDING.product],
  [ts.SyntaxKind.SlashToken]: [" / ", BINDING.product],
  [ts.SyntaxKind.PercentToken]: [" % ", BINDING.product],
  [ts.SyntaxKind.EqualsEqualsToken]: [" = ", BINDING.equality],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: [" = ", BINDING.equality],
  [ts.SyntaxKind.ExclamationEqualsToken]: [" ≠ ", BINDING.equality],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: [" ≠ ", BINDING.equality],
  [ts.SyntaxKind.LessThanToken]: [" < ", BINDING.relation],
  [ts.SyntaxKind.GreaterThanToken]: [" > ", BINDING.relation],
  [ts.SyntaxKind.LessThanEqualsToken]: [" ≤ ", BINDING.relation],
  [ts.SyntaxKind.GreaterThanEqualsToken]: [" ≥ ", BINDING.relation],
  [ts.SyntaxKind.InstanceOfKeyword]: [" instanceof ", BINDING.relation],
  [ts.SyntaxKind.InKeyword]: [" in ", BINDING.relation],
  [ts.SyntaxKind.LessThanLessThanToken]: [" << ", BINDING.shift],
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: [" >> ", BINDING.shift],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: [" >>> ", BINDING.shift],
  [ts.SyntaxKind.AmpersandToken]: [" & ", BINDING.bitAnd],
  [ts.SyntaxKind.CaretToken]: [" ^ ", BINDING.bitXor],
  [ts.SyntaxKind.BarToken]: [" | ", BINDING.bitOr],
  [ts.SyntaxKind.AmpersandAmpersandToken]: [" && ", BINDING.and],
  [ts.SyntaxKind.BarBarToken]: [" || ", BINDING.or],
  [ts.SyntaxKind.QuestionQuestionToken]: [" ?? ", BINDING.or],
  [ts.SyntaxKind.CommaToken]: [", ", BINDING.comma],
};

/** The operator that a compound assignment applies. */
const COMPOUND: Readonly<Partial<Record<ts.SyntaxKind, ts.SyntaxKind>>> = {
  [ts.SyntaxKind.PlusEqualsToken]: ts.SyntaxKind.PlusToken,
  [ts.SyntaxKind.MinusEqualsToken]: ts.SyntaxKind.MinusToken,
  [ts.SyntaxKind.AsteriskEqualsToken]: ts.SyntaxKind.AsteriskToken,
  [ts.SyntaxKind.SlashEqualsToken]: ts.SyntaxKind.SlashToken,
  [ts.SyntaxKind.PercentEqualsToken]: ts.SyntaxKind.PercentToken,
  [ts.SyntaxKind.AsteriskAsteriskEqualsToken]: ts.SyntaxKind.AsteriskAsteriskToken,
  [ts.SyntaxKind.LessThanLessThanEqualsToken]: ts.SyntaxKind.LessThanLessThanToken,
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken]: ts.SyntaxKind.GreaterThanGreaterThanToken,
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken]: ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  [ts.SyntaxKind.AmpersandEqualsToken]: ts.SyntaxKind.AmpersandToken,
  [ts.SyntaxKind.CaretEqualsToken]: ts.SyntaxKind.CaretToken,
  [ts.SyntaxKind.BarEqualsToken]: ts.SyntaxKind.BarToken,
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken]: ts.SyntaxKind.AmpersandAmpersandToken,
  [ts.SyntaxKind.BarBarEqualsToken]: ts.SyntaxKind.BarBarToken,
  [ts.SyntaxKind.QuestionQuestionEqualsToken]: ts.SyntaxKind.QuestionQuestionToken,
};

const CONSTANTS: Readonly<Partial<Record<string, string>>> = { PI: "π", E: "e" };

/**
 * Return an expression in mathematical notation, whole and on one line.
 *
 * An assignment is written as what it assigns: `x += a * b` as `x + a · b`, `i++` as `i + 1`. A declaration is written as its initial value,
 * a parameter as its name, and what is no expression as its source.
 */
export function notation(node: ts.Node): string {
  if (ts.isVariableDeclaration(node) && node.initializer !== undefined) return notation(node.initializer);
  if (ts.isParameter(node) || ts.isBindingElement(node)) return source(node.name).text;
  if (ts.isExpressionStatement(node)) return notation(node.expression);
  return ts.isExpression(node) ? write(node).text : source(node).text;
}

/** What was written: every step of a long sum is an expression of its own, which has all before it as its left side. */
const written = new WeakMap<ts.Expression, Written>();

function write(wrapped: ts.Expression): Written {
  const node = unwrap(wrapped);
  const known = written.get(node);
  if (known !== undefined) return known;
  const made = node.end - node.pos > LONGEST ? source(node) : writeAnew(node);
  written.set(node, made);
  return made;
}

function writeAnew(node: ts.Expression): Written {
  if (ts.isIdentifier(node)) return whole(node.text === "Infinity" ? "∞" : node.text);
  if (ts.isNumericLiteral(node)) return whole(shortenedNumber(node.getText(fileOf(node))));
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isRegularExpressionLiteral(node))
    return source(node);
  if (ts.isBinaryExpression(node)) return binary(node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return unary(node);
  if (ts.isConditionalExpression(node)) {
    const condition = within(node.condition, BINDING.or);
    const text = `${condition} ? ${within(node.whenTrue, BINDING.conditional)} : ${within(node.whenFalse, BINDING.conditional)}`;
    return { text, binding: BINDING.conditional };
  }
  return access(node) ?? call(node) ?? literal(node) ?? keyword(node) ?? source(node);
}

function whole(text: string): Written {
  return { text, binding: BINDING.whole };
}

/** An expression inside another that needs it to bind at least so tightly. */
function within(node: ts.Expression, binding: number): string {
  const written = write(node);
  return written.binding < binding ? `(${written.text})` : written.text;
}

function binary(node: ts.BinaryExpression): Written {
  const kind = node.operatorToken.kind;
  if (kind === ts.SyntaxKind.EqualsToken) return write(node.right);
  return infix(node.left, COMPOUND[kind] ?? kind, node.right);
}

function infix(left: ts.Expression, kind: ts.SyntaxKind, right: ts.Expression): Written {
  if (kind === ts.SyntaxKind.AsteriskAsteriskToken) return power(left, right);
  const operator = OPERATORS[kind];
  if (operator === undefined) return source(left.parent);
  const [symbol, binding] = operator;
  const written = write(right);
  // A sign directly after an operator is hard to read, and an equal operator on the right groups differently.
  const isGrouped = written.binding <= binding || (binding >= BINDING.sum && written.text.startsWith("−"));
  return { text: `${within(left, binding)}${symbol}${isGrouped ? `(${written.text})` : written.text}`, binding };
}

function power(base: ts.Expression, exponent: ts.Expression): Written {
  const raised = within(base, BINDING.call);
  const written = write(exponent);
  const small = superscript(written.text);
  if (small !== undefined) return { text: raised + small, binding: BINDING.power };
  return {
    text: `${raised}^${written.binding < BINDING.call ? `(${written.text})` : written.text}`,
    binding: BINDING.power,
  };
}

function unary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Written {
  switch (node.operator) {
    case ts.SyntaxKind.PlusPlusToken:
      return { text: `${within(node.operand, BINDING.sum)} + 1`, binding: BINDING.sum };
    case ts.SyntaxKind.MinusMinusToken:
      return { text: `${within(node.operand, BINDING.sum)} − 1`, binding: BINDING.sum };
    case ts.SyntaxKind.MinusToken:
      return sign("−", node.operand);
    case ts.SyntaxKind.PlusToken:
      return sign("+", node.operand);
    case ts.SyntaxKind.TildeToken:
      return sign("~", node.operand);
    case ts.SyntaxKind.ExclamationToken:
      return sign("!", node.operand);
  }
}

function sign(symbol: string, operand: ts.Expression): Written {
  const written = write(operand);
  const isGrouped = written.binding < BINDING.power || /^[−+]/.test(written.text);
  return { text: symbol + (isGrouped ? `(${written.text})` : written.text), binding: BINDING.sign };
}

/** The name of a member of `Math`, or undefined. */
function mathName(node: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return node.expression.text === "Math" ? node.name.text : undefined;
}

function access(node: ts.Expression): Written | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const math = mathName(node);
    if (math !== undefined) return whole(CONSTANTS[math] ?? math);
    const name = `${node.questionDotToken === undefined ? "." : "?."}${node.name.text}`;
    return { text: within(node.expression, BINDING.call) + name, binding: BINDING.call };
  }
  if (!ts.isElementAccessExpression(node)) return undefined;
  const open = node.questionDotToken === undefined ? "[" : "?.[";
  return {
    text: `${within(node.expression, BINDING.call)}${open}${write(node.argumentExpression).text}]`,
    binding: BINDING.call,
  };
}

function call(node: ts.Expression): Written | undefined {
  if (ts.isCallExpression(node)) {
    const callee = unwrap(node.expression);
    const [base, exponent] = node.arguments;
    if (
      mathName(callee) === "pow" &&
      node.arguments.length === 2 &&
      !ts.isSpreadElement(base!) &&
      !ts.isSpreadElement(exponent!)
    )
      return power(base!, exponent!);
    const optional = node.questionDotToken === undefined ? "" : "?.";
    return { text: `${within(callee, BINDING.call)}${optional}(${list(node.arguments)})`, binding: BINDING.call };
  }
  if (ts.isNewExpression(node))
    return {
      text: `new ${within(node.expression, BINDING.call)}(${list(node.arguments ?? [])})`,
      binding: BINDING.call,
    };
  return undefined;
}

function literal(node: ts.Expression): Written | undefined {
  if (ts.isArrayLiteralExpression(node)) return whole(`[${list(node.elements)}]`);
  if (ts.isObjectLiteralExpression(node)) {
    const properties = shortened(node.properties.map((property) => () => propertyText(property)));
    return whole(properties.length === 0 ? "{}" : `{ ${properties.join(", ")} }`);
  }
  if (!ts.isArrowFunction(node))
    return ts.isFunctionExpression(node) || ts.isClassExpression(node) ? headOf(node) : undefined;
  const parameters = node.parameters.map((parameter) => parameter.name.getText().replace(/\s+/g, " "));
  const body = ts.isBlock(node.body) ? "{ … }" : within(node.body, BINDING.assignment);
  return { text: `(${parameters.join(", ")}) => ${body}`, binding: BINDING.assignment };
}

function headOf(node: ts.FunctionExpression | ts.ClassExpression): Written {
  const name = node.name === undefined ? "" : ` ${node.name.text}`;
  return {
    text: ts.isClassExpression(node) ? `class${name} { … }` : `function${name}(…) { … }`,
    binding: BINDING.assignment,
  };
}

function propertyText(property: ts.ObjectLiteralElementLike): string {
  if (ts.isShorthandPropertyAssignment(property)) return property.name.text;
  if (ts.isSpreadAssignment(property)) return `...${within(property.expression, BINDING.assignment)}`;
  const name = source(property.name).text;
  return ts.isPropertyAssignment(property)
    ? `${name}: ${within(property.initializer, BINDING.assignment)}`
    : `${name}(…) { … }`;
}

function keyword(node: ts.Expression): Written | undefined {
  const prefixed = (word: string, operand: ts.Expression): Written => ({
    text: word + within(operand, BINDING.sign),
    binding: BINDING.sign,
  });
  if (ts.isSpreadElement(node))
    return { text: `...${within(node.expression, BINDING.assignment)}`, binding: BINDING.assignment };
  if (ts.isAwaitExpression(node)) return prefixed("await ", node.expression);
  if (ts.isTypeOfExpression(node)) return prefixed("typeof ", node.expression);
  if (ts.isVoidExpression(node)) return prefixed("void ", node.expression);
  if (ts.isDeleteExpression(node)) return prefixed("delete ", node.expression);
  if (!ts.isYieldExpression(node)) return undefined;
  const star = node.asteriskToken === undefined ? "" : "*";
  const operand = node.expression === undefined ? "" : ` ${within(node.expression, BINDING.assignment)}`;
  return { text: `yield${star}${operand}`, binding: BINDING.assignment };
}

function list(nodes: readonly ts.Expression[]): string {
  return shortened(
    nodes.map((node) => () => (ts.isOmittedExpression(node) ? "" : within(node, BINDING.assignment))),
  ).join(", ");
}

/** A list whose middle is left out if it is long: its entries are written only when they are wanted. */
function shortened(entries: readonly (() => string)[]): string[] {
  if (entries.length <= ENTRIES) return entries.map((entry) => entry());
  return [...entries.slice(0, ENTRIES - 2).map((entry) => entry()), "…", entries.at(-1)!()];
}

/** An expression as it stands in the text, on one line. */
function source(node: ts.Node): Written {
  const file = fileOf(node);
  return {
    text: shortenedText(file.text.slice(node.getStart(file), node.end), ts.isStringLiteral(node)),
    binding: BINDING.whole,
  };
}
