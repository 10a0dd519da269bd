/** The heads of `for…of` and `for…in`. */
import { ts } from "../../../parse.ts";
import type { Code, Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { boundNames } from "../variables/hoisting.ts";
import { BlockScope } from "../variables/scope.ts";

/** Compile what a loop goes over: there the loop's own variables exist already, but have no value. */
export function headExpression(context: Context, node: ts.ForOfStatement | ts.ForInStatement): Code {
  const { initializer } = node;
  if (!ts.isVariableDeclarationList(initializer) || (initializer.flags & ts.NodeFlags.BlockScoped) === 0)
    return expression(context, node.expression);
  const names = boundNames(initializer.declarations[0]!.name).map(({ text }) => text);
  if (!mentions(node.expression, names)) return expression(context, node.expression);
  const scope = new BlockScope(context.scope, context.scope.plan, false);
  for (const name of names) scope.declare(name, "let", Infinity);
  return expression({ ...context, scope }, node.expression);
}

function mentions(node: ts.Node, names: readonly string[]): boolean {
  if (ts.isIdentifier(node) && names.includes(node.text)) return true;
  return ts.forEachChild(node, (child) => mentions(child, names)) ?? false;
}
