/** Enums as types, also those of JSDoc: the values of their members, and what the members are called. */
import { ts, unwrap } from "../../parse.ts";
import { nameText } from "../../text/functionSyntax.ts";
import { UNKNOWN, type Shape } from "./shape.ts";

/** A member's value; undefined if the text does not tell. */
type MemberValue = string | number | undefined;

/** Return the shape of an enum: one of its members. */
export function enumShape(declaration: ts.EnumDeclaration): Shape {
  return literalOf(declaration, declaration.members);
}

/** Return the shape of one member of an enum. */
export function memberShape(member: ts.EnumMember): Shape {
  return literalOf(member.parent, [member]);
}

/** Return the shape of one of the values of an object with `@enum` above it; undefined for other declarations. */
export function taggedEnumShape(declaration: ts.Node): Shape | undefined {
  if (!ts.isVariableDeclaration(declaration) || ts.getJSDocEnumTag(declaration) === undefined) return undefined;
  const object = declaration.initializer === undefined ? undefined : unwrap(declaration.initializer);
  const [argument] = object !== undefined && ts.isCallExpression(object) ? object.arguments : [object];
  if (argument === undefined || !ts.isObjectLiteralExpression(argument)) return undefined;
  return choiceOf(
    argument.properties.filter(ts.isPropertyAssignment).flatMap(({ name, initializer }) => {
      const value = valueOf(initializer, new Map());
      return value === undefined ? [] : [[literalText(value), `${declaration.name.getText()}.${nameText(name)}`]];
    }),
  );
}

function literalOf(declaration: ts.EnumDeclaration, members: readonly ts.EnumMember[]): Shape {
  const values = valuesOf(declaration);
  const known = members.flatMap((member) => {
    const value = values.get(memberName(member));
    const name = `${declaration.name.text}.${memberName(member)}`;
    return value === undefined ? [] : [[literalText(value), name] as const];
  });
  return choiceOf(known);
}

function literalText(value: string | number): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** One of some values, from their literals and names. */
function choiceOf(known: readonly (readonly [string, string])[]): Shape {
  const [first, ...others] = known.map(([literal]) => literal);
  return first === undefined
    ? UNKNOWN
    : { kind: "literal", choices: [first, ...others], names: Object.fromEntries(known) };
}

function memberName({ name }: ts.EnumMember): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText();
}

/** The values of an enum's members by name. */
function valuesOf({ members }: ts.EnumDeclaration): ReadonlyMap<string, MemberValue> {
  const values = new Map<string, MemberValue>();
  let before: MemberValue = -1;
  for (const member of members) {
    const { initializer } = member;
    before =
      initializer === undefined ? (typeof before === "number" ? before + 1 : undefined) : valueOf(initializer, values);
    values.set(memberName(member), before);
  }
  return values;
}

const PREFIXES: Readonly<Partial<Record<ts.SyntaxKind, (x: number) => number>>> = {
  [ts.SyntaxKind.MinusToken]: (x) => -x,
  [ts.SyntaxKind.PlusToken]: (x) => x,
  [ts.SyntaxKind.TildeToken]: (x) => ~x,
};

const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, (x: number, y: number) => number>>> = {
  [ts.SyntaxKind.PlusToken]: (x, y) => x + y,
  [ts.SyntaxKind.MinusToken]: (x, y) => x - y,
  [ts.SyntaxKind.AsteriskToken]: (x, y) => x * y,
  [ts.SyntaxKind.SlashToken]: (x, y) => x / y,
  [ts.SyntaxKind.BarToken]: (x, y) => x | y,
  [ts.SyntaxKind.AmpersandToken]: (x, y) => x & y,
  [ts.SyntaxKind.CaretToken]: (x, y) => x ^ y,
  [ts.SyntaxKind.LessThanLessThanToken]: (x, y) => x << y,
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: (x, y) => x >> y,
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: (x, y) => x >>> y,
};

/** The value of a constant expression, as far as it is made of literals, operators and members before. */
function valueOf(expression: ts.Expression, known: ReadonlyMap<string, MemberValue>): MemberValue {
  if (ts.isParenthesizedExpression(expression)) return valueOf(expression.expression, known);
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isNumericLiteral(expression)) return Number(expression.text);
  if (ts.isIdentifier(expression)) return known.get(expression.text);
  if (ts.isPropertyAccessExpression(expression)) return known.get(expression.name.text);
  if (ts.isPrefixUnaryExpression(expression)) {
    const operand = valueOf(expression.operand, known);
    return typeof operand === "number" ? PREFIXES[expression.operator]?.(operand) : undefined;
  }
  if (!ts.isBinaryExpression(expression)) return undefined;
  const left = valueOf(expression.left, known);
  const right = valueOf(expression.right, known);
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  return OPERATORS[expression.operatorToken.kind]?.(left, right);
}
