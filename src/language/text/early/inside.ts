/** What stands around the parts of a piece of syntax. */
import { ts } from "../../parse.ts";
import { boundIdentifiers, hasModifier, namesIn, type Around, type Names, type Report } from "./around.ts";
import { declare, declareAll, declareList, declareParameters } from "./declarations.ts";
import { privateNamesOf } from "./privateNames.ts";

const NO_LABELS: ReadonlyMap<string, boolean> = new Map();
const { SyntaxKind } = ts;

/** What a function body begins with, whatever is around it. */
const BODY = {
  isParameterOf: undefined,
  canBreak: false,
  canContinue: false,
  labels: NO_LABELS,
} as const;

/** What is around a file's statements. */
export function aroundFile(
  file: ts.SourceFile,
  traits: { readonly isStrict: boolean; readonly isModule: boolean; readonly isCommonJs: boolean },
  report: Report,
): Around {
  const { isStrict, isModule, isCommonJs } = traits;
  const around: Around = {
    ...BODY,
    isStrict,
    isModule,
    waiting: "top",
    isGenerator: false,
    canReturn: isCommonJs,
    canCallSuper: false,
    canReadSuper: false,
    hasNewTarget: isCommonJs,
    lacksArguments: false,
    privates: undefined,
    names: namesIn(undefined, { isFunction: true, joinsFunctions: !isModule }),
  };
  declareAll(around.names, file.statements, around, report);
  return around;
}

/** What is around the children of a node, where that is the same for all of them. */
export function aroundChildren(node: ts.Node, around: Around, report: Report): Around {
  switch (node.kind) {
    case SyntaxKind.Block:
      // The statements of a function's body and of a `catch` share the names of their parameters.
      return ts.isFunctionLike(node.parent) ||
        ts.isCatchClause(node.parent) ||
        ts.isClassStaticBlockDeclaration(node.parent)
        ? around
        : inBlock(around, (node as ts.Block).statements, report);
    case SyntaxKind.ModuleBlock:
      return inNamespace(node as ts.ModuleBlock, around, report);
    case SyntaxKind.CaseBlock: {
      const statements = (node as ts.CaseBlock).clauses.flatMap((clause) => [...clause.statements]);
      return { ...inBlock(around, statements, report), canBreak: true };
    }
    case SyntaxKind.CatchClause:
      return inCatch(node as ts.CatchClause, around, report);
    case SyntaxKind.ForStatement:
    case SyntaxKind.ForInStatement:
    case SyntaxKind.ForOfStatement:
      return inLoop(around, (node as ts.ForStatement).initializer, report);
    case SyntaxKind.WhileStatement:
    case SyntaxKind.DoStatement:
      return { ...around, canBreak: true, canContinue: true };
    case SyntaxKind.LabeledStatement:
      return inLabel(node as ts.LabeledStatement, around);
    default:
      return around;
  }
}

function inBlock(around: Around, statements: readonly ts.Statement[], report: Report): Around {
  const names = namesIn(around.names, { isFunction: false, joinsFunctions: false });
  declareAll(names, statements, around, report);
  return { ...around, names };
}

function inNamespace({ statements }: ts.ModuleBlock, around: Around, report: Report): Around {
  const names = namesIn(undefined, { isFunction: true, joinsFunctions: false });
  const inner = { ...around, ...BODY, canReturn: false, names };
  declareAll(names, statements, inner, report);
  return inner;
}

function inCatch(node: ts.CatchClause, around: Around, report: Report): Around {
  const names = namesIn(around.names, { isFunction: false, joinsFunctions: false });
  const { variableDeclaration } = node;
  if (variableDeclaration !== undefined)
    for (const identifier of boundIdentifiers(variableDeclaration.name)) declare(names, identifier, "caught", report);
  declareAll(names, node.block.statements, around, report);
  return { ...around, names };
}

function inLoop(around: Around, initializer: ts.ForInitializer | undefined, report: Report): Around {
  const inner = { ...around, canBreak: true, canContinue: true };
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return inner;
  const names = namesIn(around.names, { isFunction: false, joinsFunctions: false });
  declareList(names, initializer, report);
  return { ...inner, names };
}

function inLabel(node: ts.LabeledStatement, around: Around): Around {
  let labelled: ts.Statement = node.statement;
  while (ts.isLabeledStatement(labelled)) labelled = labelled.statement;
  return {
    ...around,
    labels: new Map([...around.labels, [node.label.text, ts.isIterationStatement(labelled, false)]]),
  };
}

/** What is around the parameters and the body of a function. */
export function aroundFunction(
  node: ts.FunctionLikeDeclaration,
  around: Around,
  report: Report,
): { readonly parameters: Around; readonly body: Around } {
  const { body } = node;
  const asks = body !== undefined && ts.isBlock(body) && asksForStrict(body.statements);
  const isStrict = around.isStrict || asks;
  const names = namesIn(around.names, { isFunction: true, joinsFunctions: true });
  declareParameters(names, node, isStrict, report);
  const inner = { ...(ts.isArrowFunction(node) ? around : ownFunction(node, around)), ...BODY, names, isStrict };
  const isAsync = hasModifier(node, SyntaxKind.AsyncKeyword);
  const isGenerator = "asteriskToken" in node && node.asteriskToken !== undefined;
  const made: Around = { ...inner, canReturn: true, waiting: isAsync ? "allowed" : "forbidden", isGenerator };
  if (body !== undefined && ts.isBlock(body)) declareAll(names, body.statements, made, report);
  const isParameterOf = isGenerator ? "generator" : isAsync ? "async" : undefined;
  return { parameters: { ...made, isParameterOf }, body: made };
}

/** What a function with its own `this` changes. */
function ownFunction(node: ts.FunctionLikeDeclaration, around: Around): Around {
  const isMember = !ts.isFunctionDeclaration(node) && !ts.isFunctionExpression(node);
  const isConstructor = ts.isConstructorDeclaration(node) && !hasModifier(node, SyntaxKind.StaticKeyword);
  return {
    ...around,
    hasNewTarget: true,
    lacksArguments: false,
    canReadSuper: isMember,
    canCallSuper: isConstructor && isDerived(node.parent),
  };
}

/** Whether a class extends another one. */
function isDerived(node: ts.ClassLikeDeclaration): boolean {
  return node.heritageClauses?.some(({ token }) => token === SyntaxKind.ExtendsKeyword) === true;
}

/** Whether statements begin with "use strict". */
export function asksForStrict(statements: readonly ts.Statement[]): boolean {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false;
    if (statement.expression.getText().slice(1, -1) === "use strict") return true;
  }
  return false;
}

/** What is around the parts of a class. */
export function aroundClass(node: ts.ClassLikeDeclaration, around: Around): Around {
  return { ...around, isStrict: true, privates: { names: privateNamesOf(node), parent: around.privates } };
}

/** What is around the value of a field, and around the statements of a static block. */
export function aroundInitialiser(
  around: Around,
  block: ts.ClassStaticBlockDeclaration | undefined,
  report: Report,
): Around {
  const names: Names = namesIn(around.names, { isFunction: true, joinsFunctions: true });
  const inner: Around = {
    ...around,
    ...BODY,
    names,
    waiting: "forbidden",
    isGenerator: false,
    canReturn: false,
    canCallSuper: false,
    canReadSuper: true,
    hasNewTarget: true,
    lacksArguments: true,
  };
  if (block !== undefined) declareAll(names, block.body.statements, inner, report);
  return inner;
}
