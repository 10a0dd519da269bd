/** Bodies of functions: what stands at their end is what they return, without a signal that somebody would have to look at. */
import { ts } from "../../../parse.ts";
import { RETURN, type Code, type Context, type Run } from "../context.ts";
import { condition, expression } from "../expressions/expressions.ts";
import { brokenPart } from "../observe.ts";
import { blockAround, hoistedFunctions, sequence, statements } from "../statements/blocks.ts";
import { declareResources } from "../statements/disposal.ts";
import { statement } from "../statements/statements.ts";
import { hoistDeclarations } from "../variables/hoisting.ts";

/** How many branches are compiled one inside the other; those after them are statements like others. */
const DEEPEST = 32;

/** Compile the statements of a body, whose declarations have been hoisted already. */
export function bodyOfStatements(context: Context, nodes: readonly ts.Statement[]): Code {
  if (declareResources(context, nodes)) return returned(context, statements(context, nodes));
  const functions = hoistedFunctions(context, nodes);
  const rest = nodes.filter((node) => !ts.isFunctionDeclaration(node));
  return after(context, functions, tail(context, rest, DEEPEST));
}

function tail(context: Context, nodes: readonly ts.Statement[], depth: number): Code {
  const at = nodes.findIndex((node) => endsHere(context, node));
  const end = nodes[at];
  const hasRest = at < nodes.length - 1;
  const isPlain = depth === 0 || nodes.some(ts.isFunctionDeclaration) || declareResources(context, nodes);
  if (end === undefined || isPlain || (ts.isReturnStatement(end) && hasRest))
    return returned(context, statements(context, nodes));
  const before = nodes.slice(0, at).map((node) => statement(context, node));
  const last = ts.isReturnStatement(end)
    ? returnedValue(context, end)
    : branch(context, end as ts.IfStatement, nodes.slice(at + 1), depth - 1);
  return after(context, before, last);
}

/** Whether a statement can be the last one that a body carries out, and is one that says what comes of that. */
function endsHere(context: Context, node: ts.Statement): boolean {
  if (brokenPart(context, node) !== undefined) return false;
  if (ts.isReturnStatement(node)) return node.expression !== undefined;
  return ts.isIfStatement(node) && alwaysReturns(node.thenStatement);
}

function alwaysReturns(node: ts.Statement): boolean {
  if (ts.isBlock(node)) return node.statements.length > 0 && alwaysReturns(node.statements.at(-1)!);
  return ts.isReturnStatement(node);
}

function branch(context: Context, node: ts.IfStatement, rest: readonly ts.Statement[], depth: number): Code {
  const test = condition(context, node.expression);
  const then = branchEnd(context, node.thenStatement, depth);
  // Without an `else` this is what stands behind; with one, that may go on there as well.
  const { elseStatement } = node;
  const others = elseStatement === undefined ? rest : [elseStatement, ...rest];
  const otherwise = others.length === 1 ? branchEnd(context, others[0]!, depth) : tail(context, others, depth);
  return (frame) => (test(frame) ? then(frame) : otherwise(frame));
}

function branchEnd(context: Context, node: ts.Statement, depth: number): Code {
  if (!ts.isBlock(node) || brokenPart(context, node) !== undefined) return tail(context, [node], depth);
  const { context: inner, open, isBare } = blockAround(context, node);
  hoistDeclarations(inner.scope, node.statements);
  const code = tail(inner, node.statements, depth);
  return isBare() ? code : (frame) => code(open(frame));
}

function returnedValue(context: Context, node: ts.ReturnStatement): Code {
  const { machine } = context.unit;
  const value = expression(context, node.expression!);
  return (frame) => {
    const result = value(frame);
    machine.returnedBy = node;
    return result;
  };
}

/** What a body comes to that ends as statements do. */
function returned({ unit: { machine } }: Context, run: Run): Code {
  return (frame) => (run(frame) === RETURN ? machine.returned : undefined);
}

function after({ unit: { machine } }: Context, before: readonly Run[], last: Code): Code {
  if (before.length === 0) return last;
  const run = sequence(before);
  return (frame) => {
    const signal = run(frame);
    return signal === undefined ? last(frame) : machine.returned;
  };
}
