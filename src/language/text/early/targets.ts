/** What can be assigned to, and what variables and loops must be given. */
import { ts, unwrap } from "../../parse.ts";
import { isAmbient, type Around, type Report } from "./around.ts";

const { SyntaxKind } = ts;

/** Check what an operator assigns to. */
export function checkAssignment(node: ts.BinaryExpression, around: Around, report: Report): void {
  const { kind } = node.operatorToken;
  if (kind < SyntaxKind.FirstAssignment || kind > SyntaxKind.LastAssignment) return;
  checkTarget(node.left, around, report, kind === SyntaxKind.EqualsToken);
  const isLogical = kind >= SyntaxKind.BarBarEqualsToken && kind <= SyntaxKind.QuestionQuestionEqualsToken;
  if (isLogical && isCall(unwrap(node.left)))
    report(node.left, "This expression cannot be assigned to", "Assign to a variable, a property or an element.");
}

/** Check the operand of `++` and `--`. */
export function checkStep(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  around: Around,
  report: Report,
): void {
  if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken)
    checkTarget(node.operand, around, report, false);
}

/** Check a place that is assigned to; `takesPattern` tells whether it may be taken apart. */
function checkTarget(node: ts.Expression, around: Around, report: Report, takesPattern: boolean): void {
  if (takesPattern && ts.isArrayLiteralExpression(node)) {
    node.elements.forEach((element, index) => {
      if (ts.isOmittedExpression(element)) return;
      if (!ts.isSpreadElement(element)) checkElement(element, around, report);
      else {
        if (index < node.elements.length - 1 || node.elements.hasTrailingComma)
          report(element, "A rest element must be the last", "Move it to the end, without a comma behind it.");
        checkTarget(element.expression, around, report, true);
      }
    });
    return;
  }
  if (takesPattern && ts.isObjectLiteralExpression(node)) {
    node.properties.forEach((property, index) => {
      checkProperty(property, around, report);
      if (ts.isSpreadAssignment(property) && index < node.properties.length - 1)
        report(property, "A rest element must be the last", "Move it to the end.");
    });
    return;
  }
  const target = unwrap(node);
  if (isPlace(target, around) || (isCall(target) && !isInPattern(node))) return;
  const name = ts.isIdentifier(target) ? `\`${target.text}\`` : "This expression";
  report(target, `${name} cannot be assigned to`, "Assign to a variable, a property or an element.");
}

function checkElement(node: ts.Expression, around: Around, report: Report): void {
  const hasDefault = ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken;
  // A default is an assignment that is checked as one when the walk gets there.
  if (!hasDefault) checkTarget(node, around, report, true);
}

function checkProperty(node: ts.ObjectLiteralElementLike, around: Around, report: Report): void {
  if (ts.isPropertyAssignment(node)) checkElement(node.initializer, around, report);
  else if (ts.isSpreadAssignment(node)) checkTarget(node.expression, around, report, false);
  else if (ts.isShorthandPropertyAssignment(node)) checkTarget(node.name, around, report, false);
  else report(node.name, "A method cannot be assigned to", "Assign to a variable, a property or an element.");
}

function isPlace(node: ts.Expression, { isStrict }: Around): boolean {
  if (ts.isIdentifier(node)) return !isStrict || (node.text !== "eval" && node.text !== "arguments");
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return !ts.isOptionalChain(node);
  return false;
}

/** Whether an assignment to an expression is allowed, as on old pages, and an exception when it happens. */
function isCall(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.kind !== SyntaxKind.SuperKeyword && !ts.isOptionalChain(node);
}

function isInPattern({ parent }: ts.Node): boolean {
  return (
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isSpreadAssignment(parent)
  );
}

/** Check that `{ a = 1 }` takes something apart. */
export function checkShorthand(node: ts.ShorthandPropertyAssignment, report: Report): void {
  if (node.objectAssignmentInitializer === undefined || isPattern(node.parent)) return;
  report(node, `\`${node.getText()}\` gives a property no value`, "Write a colon instead of the equals sign.");
}

function isPattern(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent))
    return parent.left === node && parent.operatorToken.kind === SyntaxKind.EqualsToken;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
  if (ts.isArrayLiteralExpression(parent)) return isPattern(parent);
  if (ts.isSpreadElement(parent)) return isPattern(parent.parent);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isPattern(parent.parent);
  return false;
}

/** Check the variables of a statement: a `const` and a pattern need values. */
export function checkVariables(list: ts.VariableDeclarationList, report: Report): void {
  const { parent } = list;
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent) || isAmbient(parent)) return;
  const isConst = (list.flags & (ts.NodeFlags.Const | ts.NodeFlags.Using)) !== 0;
  for (const { name, initializer } of list.declarations) {
    if (initializer !== undefined) continue;
    if (!ts.isIdentifier(name))
      report(name, "A pattern needs a value to take apart", "Write `=` and the value behind it.");
    else if (isConst && name.text !== "")
      report(name, `The constant \`${name.text}\` has no value`, "Write `=` and its value behind it, or use `let`.");
  }
}

/** Check what stands before `of` or `in`: one variable without a value, or a place. */
export function checkHead(node: ts.ForInOrOfStatement, around: Around, report: Report): void {
  const { initializer } = node;
  const word = ts.isForOfStatement(node) ? "of" : "in";
  if (!ts.isVariableDeclarationList(initializer)) {
    checkTarget(initializer, around, report, true);
    return;
  }
  const [first, second] = initializer.declarations;
  if (first === undefined) report(node, `Nothing is declared before \`${word}\``, "Write a variable.");
  if (second !== undefined)
    report(
      second,
      `Only one variable can stand before \`${word}\``,
      "Take it apart with a pattern, or declare the other inside.",
    );
  const isOld =
    word === "in" &&
    !around.isStrict &&
    initializer.flags % 4 === 0 &&
    first !== undefined &&
    ts.isIdentifier(first.name);
  if (first?.initializer !== undefined && !isOld)
    report(first.initializer, `A variable before \`${word}\` cannot have a value`, "Take the value away.");
}

/** Check the parameters of a function: a rest parameter is the last and has no default. */
export function checkParameters(node: ts.FunctionLikeDeclaration, report: Report): void {
  node.parameters.forEach((parameter, index) => {
    if (parameter.dotDotDotToken === undefined) return;
    if (index < node.parameters.length - 1 || node.parameters.hasTrailingComma)
      report(parameter, "A rest parameter must be the last", "Move it to the end.");
    if (parameter.initializer !== undefined)
      report(parameter.initializer, "A rest parameter cannot have a default", "Take the default away.");
  });
}

/** Check the elements of a pattern that declares. */
export function checkPattern(node: ts.BindingPattern, report: Report): void {
  node.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element) || element.dotDotDotToken === undefined) return;
    if (index < node.elements.length - 1 || (ts.isArrayBindingPattern(node) && node.elements.hasTrailingComma))
      report(element, "A rest element must be the last", "Move it to the end, without a comma behind it.");
    if (element.initializer !== undefined)
      report(element.initializer, "A rest element cannot have a default", "Take the default away.");
  });
}
