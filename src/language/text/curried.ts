/** Functions that return functions: `(a) => (b) => a * b` is called until it gives no further one. */
import { ts, unwrap } from "../parse.ts";
import { parametersOf, type FunctionNode } from "./functionSyntax.ts";

/** Return a function and the functions that it returns one in another, from the outside in. */
export function chainOf(node: FunctionNode): readonly FunctionNode[] {
  const chain = [node];
  for (let next = returnedBy(node); next !== undefined; next = returnedBy(next)) chain.push(next);
  return chain;
}

/** Return the parameters of all functions of a chain. */
export function chainParameters(chain: readonly FunctionNode[]): readonly ts.ParameterDeclaration[] {
  return chain.flatMap(parametersOf);
}

/** The function that is written where a function returns something last. */
function returnedBy(node: FunctionNode): ts.FunctionExpression | ts.ArrowFunction | undefined {
  const { body } = node;
  if (body === undefined || !isPlain(node)) return undefined;
  const last = ts.isBlock(body) ? body.statements.at(-1) : undefined;
  const returned = ts.isBlock(body) ? last && ts.isReturnStatement(last) && last.expression : body;
  if (returned === undefined || returned === false) return undefined;
  const inner = unwrap(returned);
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner) ? inner : undefined;
}

/** Whether a call gives what the function returns. */
function isPlain(node: FunctionNode): boolean {
  if (ts.isGetAccessorDeclaration(node) || ts.isConstructorDeclaration(node)) return false;
  if ("asteriskToken" in node && node.asteriskToken !== undefined) return false;
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) !== true;
}
