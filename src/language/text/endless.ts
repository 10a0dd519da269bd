/** Generators that are meant to be asked for as many values as one wants: `while (true) { yield a; … }`. */
import { ts } from "../parse.ts";
import type { FunctionNode } from "./functionSyntax.ts";

/** Whether a function has a loop without a condition that nothing in it leaves. */
export function isEndless({ body }: FunctionNode): boolean {
  return body !== undefined && ts.isBlock(body) && body.statements.some(hasEndlessLoop);
}

function hasEndlessLoop(statement: ts.Statement): boolean {
  if (ts.isLabeledStatement(statement)) return hasEndlessLoop(statement.statement);
  if (ts.isBlock(statement)) return statement.statements.some(hasEndlessLoop);
  return isUnconditional(statement) && !isLeft(statement.statement, false);
}

function isUnconditional(statement: ts.Statement): statement is ts.WhileStatement | ts.ForStatement {
  if (ts.isForStatement(statement)) return statement.condition === undefined || isTrue(statement.condition);
  return ts.isWhileStatement(statement) && isTrue(statement.expression);
}

function isTrue(condition: ts.Expression): boolean {
  return condition.kind === ts.SyntaxKind.TrueKeyword || condition.getText() === "1";
}

/** Whether something leaves the loop around a node; inside of another loop or a `switch` a plain `break` does not. */
function isLeft(node: ts.Node, isInner: boolean): boolean {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true;
  if (ts.isBreakStatement(node)) return !isInner || node.label !== undefined;
  const inside = isInner || ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
  return ts.forEachChild(node, (child) => isLeft(child, inside)) ?? false;
}
