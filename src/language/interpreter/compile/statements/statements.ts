/** Statements: each becomes a closure that answers why it ended early, if it did. */
import { ts } from "../../../parse.ts";
import { strictlyEqual } from "../../rules/convert.ts";
import { Thrown, type Value } from "../../values/values.ts";
import { assignmentStatement } from "../assigning/assignment.ts";
import { bindingPattern } from "../assigning/patterns.ts";
import { classValue } from "../classes/classes.ts";
import { BREAK, CONTINUE, endsAtLabel, RETURN, Signal, type Context, type Run } from "../context.ts";
import { condition, expression, namedExpression } from "../expressions/expressions.ts";
import { brokenPart, siteOf, unsupported } from "../observe.ts";
import { isAssignmentOperator, withoutParentheses } from "../syntax.ts";
import { enumDeclaration } from "../typescript/enums.ts";
import { importAlias, namespaceDeclaration } from "../typescript/namespaces.ts";
import { hoistDeclarations, isAmbient } from "../variables/hoisting.ts";
import { storeStatement } from "../variables/store.ts";
import { initialise } from "../variables/variables.ts";
import { block, blockAround, hoistedFunction, isFunctionWithBody, statements } from "./blocks.ts";
import { resourceKeeper } from "./disposal.ts";
import { doLoop, forInLoop, forLoop, forOfLoop, whileLoop } from "./loops.ts";
import { tryStatement } from "./tries.ts";

const { SyntaxKind } = ts;

/** Compile one statement. */
export function statement(context: Context, node: ts.Statement): Run {
  const broken = brokenPart(context, node);
  if (broken !== undefined) return broken;
  const compile = compilers.get(node.kind);
  if (compile !== undefined) return compile(context, node as never);
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return () => undefined;
  return unsupported(
    context,
    node,
    "unsupported/syntax",
    "This statement is not supported yet",
    "Write it with simpler statements.",
  );
}

function variableStatement(context: Context, node: ts.VariableStatement): Run {
  if (isAmbient(node)) return () => undefined;
  return variableList(context, node.declarationList);
}

/** Compile the declarations of a `var`, `let` or `const`. */
export function variableList(context: Context, node: ts.VariableDeclarationList): Run {
  const runs = node.declarations.map((declaration) =>
    variable(context, declaration, (node.flags & ts.NodeFlags.BlockScoped) === 0),
  );
  if (runs.length === 1) return runs[0]!;
  return (frame) => {
    for (const run of runs) run(frame);
    return undefined;
  };
}

function variable(context: Context, node: ts.VariableDeclaration, isVar: boolean): Run {
  const { name, initializer } = node;
  if (initializer === undefined) {
    if (isVar || !ts.isIdentifier(name)) return () => undefined;
    const write = initialise(context, name, name);
    return storeStatement(write, () => undefined);
  }
  // What a namespace exports is a property, which names nothing.
  const isNaming = ts.isIdentifier(name) && context.scope.find(name.text)?.binding.owner === undefined;
  const value = isNaming ? namedExpression(context, initializer, name.text) : expression(context, initializer);
  const write = bindingPattern(context, name, initializer);
  const keep = resourceKeeper(context, node.parent as ts.VariableDeclarationList);
  if (keep === undefined) return storeStatement(write, value);
  return (frame) => {
    const resource = value(frame);
    keep(frame, resource);
    write(frame, resource);
    return undefined;
  };
}

function expressionStatement(context: Context, node: ts.ExpressionStatement): Run {
  const inner = withoutParentheses(node.expression);
  if (ts.isBinaryExpression(inner) && isAssignmentOperator(inner.operatorToken.kind)) {
    const assigned = assignmentStatement(context, inner);
    if (assigned !== undefined) return assigned;
  }
  const code = expression(context, node.expression);
  return (frame) => {
    code(frame);
    return undefined;
  };
}

function ifStatement(context: Context, node: ts.IfStatement): Run {
  const test = condition(context, node.expression);
  const then = statement(context, node.thenStatement);
  if (node.elseStatement === undefined) return (frame) => (test(frame) ? then(frame) : undefined);
  const otherwise = statement(context, node.elseStatement);
  return (frame) => (test(frame) ? then(frame) : otherwise(frame));
}

function returnStatement(context: Context, node: ts.ReturnStatement): Run {
  const { machine } = context.unit;
  if (node.expression === undefined)
    return () => {
      machine.returned = undefined;
      return RETURN;
    };
  const value = expression(context, node.expression);
  return (frame) => {
    machine.returned = value(frame);
    machine.returnedBy = node;
    return RETURN;
  };
}

function jump(_context: Context, node: ts.BreakOrContinueStatement): Run {
  const isBreak = node.kind === SyntaxKind.BreakStatement;
  if (node.label === undefined) {
    const signal = isBreak ? BREAK : CONTINUE;
    return () => signal;
  }
  const signal = new Signal(isBreak ? "break" : "continue", node.label.text);
  return () => signal;
}

function labeled(context: Context, node: ts.LabeledStatement): Run {
  const label = node.label.text;
  const run = statement({ ...context, labels: [...context.labels, label] }, node.statement);
  return (frame) => {
    const signal = run(frame);
    return endsAtLabel(signal, label) ? undefined : signal;
  };
}

function throwStatement(context: Context, node: ts.ThrowStatement): Run {
  const site = siteOf(context, node);
  const value = expression(context, node.expression);
  return (frame) => {
    throw new Thrown(value(frame), site);
  };
}

function switchStatement(context: Context, node: ts.SwitchStatement): Run {
  const { machine } = context.unit;
  const subject = expression(context, node.expression);
  const inner = blockAround(context, node.caseBlock);
  inner.context.scope.isJumpedInto = true;
  for (const clause of node.caseBlock.clauses) hoistDeclarations(inner.context.scope, clause.statements);
  const clauses = node.caseBlock.clauses.map((clause) => ({
    test: ts.isCaseClause(clause) ? expression(inner.context, clause.expression) : undefined,
    run: statements(
      inner.context,
      clause.statements.filter((part) => !ts.isFunctionDeclaration(part)),
    ),
  }));
  const functions = statements(
    inner.context,
    node.caseBlock.clauses.flatMap((clause) => clause.statements.filter(isFunctionWithBody)),
  );
  const fallback = clauses.findIndex(({ test }) => test === undefined);
  return (frame) => {
    const value: Value = subject(frame);
    const scope = inner.open(frame);
    functions(scope);
    const found = clauses.findIndex(({ test }) => test !== undefined && strictlyEqual(machine, value, test(scope)));
    const start = found >= 0 ? found : fallback;
    if (start < 0) return undefined;
    for (let i = start; i < clauses.length; i++) {
      const signal = clauses[i]!.run(scope);
      if (signal === BREAK) return undefined;
      if (signal !== undefined) return signal;
    }
    return undefined;
  };
}

function classDeclaration(context: Context, node: ts.ClassDeclaration): Run {
  if (node.name === undefined || isAmbient(node)) return () => undefined;
  return storeStatement(initialise(context, node.name, node.name), classValue(context, node, node.name.text));
}

const compilers = new Map<ts.SyntaxKind, (context: Context, node: never) => Run>([
  [SyntaxKind.Block, block],
  [SyntaxKind.VariableStatement, variableStatement],
  [SyntaxKind.ExpressionStatement, expressionStatement],
  [SyntaxKind.IfStatement, ifStatement],
  [SyntaxKind.ReturnStatement, returnStatement],
  [SyntaxKind.BreakStatement, jump],
  [SyntaxKind.ContinueStatement, jump],
  [SyntaxKind.LabeledStatement, labeled],
  [SyntaxKind.ThrowStatement, throwStatement],
  [SyntaxKind.SwitchStatement, switchStatement],
  [SyntaxKind.TryStatement, tryStatement],
  [SyntaxKind.WhileStatement, whileLoop],
  [SyntaxKind.DoStatement, doLoop],
  [SyntaxKind.ForStatement, forLoop],
  [SyntaxKind.ForOfStatement, forOfLoop],
  [SyntaxKind.ForInStatement, forInLoop],
  [SyntaxKind.ClassDeclaration, classDeclaration],
  [SyntaxKind.EnumDeclaration, enumDeclaration],
  [SyntaxKind.ModuleDeclaration, namespaceDeclaration],
  [SyntaxKind.ImportEqualsDeclaration, importAlias],
  [SyntaxKind.EmptyStatement, () => () => undefined],
  [SyntaxKind.DebuggerStatement, () => () => undefined],
  [
    SyntaxKind.FunctionDeclaration,
    (context: Context, node: ts.FunctionDeclaration) =>
      isFunctionWithBody(node) ? hoistedFunction(context, node) : () => undefined,
  ],
  [
    SyntaxKind.WithStatement,
    (context: Context, node: ts.Statement) =>
      unsupported(
        context,
        node,
        "unsupported/with",
        "`with` is not part of strict JavaScript",
        "Name the object's properties in full.",
      ),
  ],
] as [ts.SyntaxKind, (context: Context, node: never) => Run][]);
