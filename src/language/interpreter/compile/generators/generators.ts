/** Generator bodies: statements and expressions that can `yield`, compiled to host generators. What cannot yield is compiled as everywhere. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import type { Regions } from "../../recording.ts";
import { strictlyEqual } from "../../rules/convert.ts";
import { Thrown, type Value } from "../../values/values.ts";
import { BREAK, endsAtLabel, ForcedReturn, RETURN, type Context, type Signal, type YieldingRun } from "../context.ts";
import { has, HAS_YIELD } from "../features.ts";
import { siteOf } from "../observe.ts";
import { blockAround, blockFunction, isBlockFunction, listParts } from "../statements/blocks.ts";
import { declareResources, resourceKeeper, withYieldingDisposal } from "../statements/disposal.ts";
import { statement } from "../statements/statements.ts";
import { backTo, catchParts, caught } from "../statements/tries.ts";
import { hoistDeclarations } from "../variables/hoisting.ts";
import { afterOperands, yieldingCondition, yieldingExpression } from "./yielding.ts";
import { forInLoop, forLoop, forOfLoop, whileLoop } from "./yieldingLoops.ts";
import { classOperands } from "./yieldingOperands.ts";
import { yieldingPattern } from "./yieldingPatterns.ts";

const { SyntaxKind } = ts;

/** Compile statements of a generator; their declarations have been hoisted. */
export function yieldingBlock(context: Context, nodes: readonly ts.Statement[]): YieldingRun {
  return declareResources(context, nodes)
    ? withYieldingDisposal(context, yieldingList(context, nodes))
    : yieldingList(context, nodes);
}

function yieldingList(context: Context, nodes: readonly ts.Statement[]): YieldingRun {
  const { functions, others } = listParts(context, nodes);
  const runs = others.map((node) => yieldingStatement(context, node));
  return function* (frame) {
    for (const make of functions) make(frame);
    for (const run of runs) {
      const signal = yield* run(frame);
      if (signal !== undefined) return signal;
    }
    return undefined;
  };
}

/** Compile a statement of a generator. */
export function yieldingStatement(context: Context, node: ts.Statement): YieldingRun {
  const compile = has(node, HAS_YIELD) && !context.unit.broken.has(node) ? compilers.get(node.kind) : undefined;
  if (compile !== undefined) return compile(context, node as never);
  const run =
    ts.isFunctionDeclaration(node) && isBlockFunction(context, node)
      ? blockFunction(context, node)
      : statement(context, node);

  return function* (frame) {
    return run(frame);
  };
}

function block(context: Context, node: ts.Block): YieldingRun {
  const inner = blockAround(context, node);
  hoistDeclarations(inner.context.scope, node.statements);
  const run = yieldingBlock(inner.context, node.statements);
  return (frame) => run(inner.open(frame));
}

/** Compile the declarations of a `var`, `let` or `const`. */
export function variables(context: Context, node: ts.VariableDeclarationList): YieldingRun {
  const parts = node.declarations.map((declaration) => ({
    value: declaration.initializer === undefined ? undefined : yieldingExpression(context, declaration.initializer),
    write: yieldingPattern(context, declaration.name, declaration.initializer ?? declaration.name, true),
  }));
  const isVar = (node.flags & ts.NodeFlags.BlockScoped) === 0;
  const keep = resourceKeeper(context, node);
  return function* (frame) {
    for (const { value, write } of parts) {
      if (value !== undefined) {
        const made = yield* value(frame);
        keep?.(frame, made);
        yield* write(frame, made);
      } else if (!isVar) yield* write(frame, undefined);
    }
    return undefined;
  };
}

function ifStatement(context: Context, node: ts.IfStatement): YieldingRun {
  const test = yieldingCondition(context, node.expression);
  const then = yieldingStatement(context, node.thenStatement);
  const otherwise = node.elseStatement === undefined ? undefined : yieldingStatement(context, node.elseStatement);
  return function* (frame) {
    if (yield* test(frame)) return yield* then(frame);
    return otherwise === undefined ? undefined : yield* otherwise(frame);
  };
}

function expressionStatement(context: Context, node: ts.ExpressionStatement): YieldingRun {
  const code = yieldingExpression(context, node.expression);
  return function* (frame) {
    yield* code(frame);
    return undefined;
  };
}

function returnStatement(context: Context, node: ts.ReturnStatement): YieldingRun {
  const { machine } = context.unit;
  const code = yieldingExpression(context, node.expression!);
  return function* (frame) {
    const value = yield* code(frame);
    machine.returned = value;
    return RETURN;
  };
}

function throwStatement(context: Context, node: ts.ThrowStatement): YieldingRun {
  const site = siteOf(context, node);
  const code = yieldingExpression(context, node.expression);
  return function* (frame) {
    throw new Thrown(yield* code(frame), site);
  };
}

function labeled(context: Context, node: ts.LabeledStatement): YieldingRun {
  const label = node.label.text;
  const run = yieldingStatement({ ...context, labels: [...context.labels, label] }, node.statement);
  return function* (frame) {
    const signal = yield* run(frame);
    return endsAtLabel(signal, label) ? undefined : signal;
  };
}

function tryStatement(context: Context, node: ts.TryStatement): YieldingRun {
  const attempt = block(context, node.tryBlock);
  const guarded = node.catchClause === undefined ? attempt : withCatch(context, attempt, node.catchClause);
  if (node.finallyBlock === undefined) return guarded;
  const { machine, regions } = context.unit;
  const last = block(context, node.finallyBlock);
  return function* (frame) {
    let signal: Signal | undefined;
    try {
      signal = yield* guarded(frame);
    } catch (error) {
      // The block runs for the end that a generator's `return` forces, too.
      const thrown = error instanceof ForcedReturn ? error : caught(machine, error);
      if (thrown === undefined) throw error;
      backToResumption(machine, regions);
      const jump = yield* last(frame);
      if (jump !== undefined) return jump;
      throw thrown;
    }
    const { returned } = machine;
    const jump = yield* last(frame);
    if (jump !== undefined) return jump;
    machine.returned = returned;
    return signal;
  };
}

function withCatch(context: Context, attempt: YieldingRun, clause: ts.CatchClause): YieldingRun {
  const { machine, regions } = context.unit;
  const { body, open, write } = catchParts(context, clause);
  hoistDeclarations(body.scope, clause.block.statements);
  const handle = yieldingBlock({ ...body, labels: [] }, clause.block.statements);
  return function* (frame) {
    let value: Value;
    try {
      return yield* attempt(frame);
    } catch (error) {
      const thrown = caught(machine, error);
      if (thrown === undefined) throw error;
      backToResumption(machine, regions);
      ({ value } = thrown);
    }
    const inner = open(frame);
    write(inner, value);
    return yield* handle(inner);
  };
}

function switchStatement(context: Context, node: ts.SwitchStatement): YieldingRun {
  const { machine } = context.unit;
  const subject = yieldingExpression(context, node.expression);
  const inner = blockAround(context, node.caseBlock);
  inner.context.scope.isJumpedInto = true;
  for (const clause of node.caseBlock.clauses) hoistDeclarations(inner.context.scope, clause.statements);
  const clauses = node.caseBlock.clauses.map((clause) => ({
    test: ts.isCaseClause(clause) ? yieldingExpression(inner.context, clause.expression) : undefined,
    run: yieldingBlock(inner.context, clause.statements),
  }));
  return function* (outer) {
    const value = yield* subject(outer);
    const frame = inner.open(outer);
    let start = -1;
    for (const [index, { test }] of clauses.entries()) {
      if (test === undefined || !strictlyEqual(machine, value, yield* test(frame))) continue;
      start = index;
      break;
    }
    if (start < 0) start = clauses.findIndex(({ test }) => test === undefined);
    if (start < 0) return undefined;
    for (const { run } of clauses.slice(start)) {
      const signal = yield* run(frame);
      if (signal === BREAK) return undefined;
      if (signal !== undefined) return signal;
    }
    return undefined;
  };
}

/** Get back from an exception to the calls and regions that were open when the generator was last resumed. */
function backToResumption(machine: Machine, regions: Regions): void {
  backTo(machine, regions, machine.resumedAt);
}

function classDeclaration(context: Context, node: ts.ClassDeclaration): YieldingRun {
  return afterOperands(context, classOperands(node), (inner) => statement(inner, node));
}

const compilers = new Map<ts.SyntaxKind, (context: Context, node: never) => YieldingRun>([
  [SyntaxKind.Block, block],
  [
    SyntaxKind.VariableStatement,
    (context: Context, node: ts.VariableStatement) => variables(context, node.declarationList),
  ],
  [SyntaxKind.ExpressionStatement, expressionStatement],
  [SyntaxKind.IfStatement, ifStatement],
  [SyntaxKind.ReturnStatement, returnStatement],
  [SyntaxKind.ThrowStatement, throwStatement],
  [SyntaxKind.LabeledStatement, labeled],
  [SyntaxKind.WhileStatement, whileLoop],
  [SyntaxKind.DoStatement, whileLoop],
  [SyntaxKind.ForStatement, forLoop],
  [SyntaxKind.ForOfStatement, forOfLoop],
  [SyntaxKind.ForInStatement, forInLoop],
  [SyntaxKind.TryStatement, tryStatement],
  [SyntaxKind.SwitchStatement, switchStatement],
  [SyntaxKind.ClassDeclaration, classDeclaration],
] as [ts.SyntaxKind, (context: Context, node: never) => YieldingRun][]);
