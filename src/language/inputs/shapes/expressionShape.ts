/** The shape of a value that is written down. */
import { ts, unwrap } from "../../parse.ts";
import { nameText } from "../../text/functionSyntax.ts";
import { arrayOf, BIGINT, BOOLEAN, NONE, NUMBER, objectOf, STRING, UNKNOWN, type Shape } from "./shape.ts";

/** Return the shape of an expression as far as its syntax alone tells; `keepsTexts` if its texts are what they are and no examples. */
export function expressionShape(expression: ts.Expression | undefined, keepsTexts = false): Shape {
  if (expression === undefined) return UNKNOWN;
  const node = unwrap(expression);
  if (ts.isNumericLiteral(node)) return NUMBER;
  if (ts.isStringLiteralLike(node) && keepsTexts) return { kind: "literal", choices: [JSON.stringify(node.text)] };
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return STRING;
  if (ts.isBigIntLiteral(node)) return BIGINT;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return BOOLEAN;
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.ExclamationToken ? BOOLEAN : expressionShape(node.operand);
  if (ts.isIdentifier(node))
    return node.text === "undefined" ? NONE : node.text === "NaN" || node.text === "Infinity" ? NUMBER : UNKNOWN;
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression))
    return /^(?:Math|Number)$/.test(node.expression.text) ? NUMBER : UNKNOWN;
  if (ts.isBinaryExpression(node)) return binaryShape(node);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.length === 0
      ? arrayOf(NUMBER)
      : { kind: "tuple", elements: node.elements.map((element) => expressionShape(element, keepsTexts)) };
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node))
    return { kind: "function", parameters: node.parameters.map(() => NUMBER), result: NUMBER };
  if (!ts.isObjectLiteralExpression(node)) return UNKNOWN;
  return objectOf(
    node.properties.flatMap((property) =>
      ts.isPropertyAssignment(property)
        ? [[nameText(property.name), expressionShape(property.initializer, keepsTexts)]]
        : [],
    ),
  );
}

function binaryShape(node: ts.BinaryExpression): Shape {
  const kind = node.operatorToken.kind;
  const isArithmetic = kind >= ts.SyntaxKind.PlusToken && kind <= ts.SyntaxKind.PercentToken;
  if (!isArithmetic) return UNKNOWN;
  const left = expressionShape(node.left);
  return left.kind === "string" || left.kind === "bigint" ? left : NUMBER;
}
