/** The errors that JavaScript finds in a text before it runs anything, beyond those of the grammar, which the parser finds. */
import type { Finding } from "../../finding.ts";
import { isSloppyScript, placeOf, ts } from "../../parse.ts";
import { isAmbient, type Around, type Report } from "./around.ts";
import { checkAccessor, checkMembers, checkSuper } from "./classes.ts";
import { checkVar } from "./declarations.ts";
import { checkExports } from "./exports.ts";
import { aroundChildren, aroundClass, aroundFile, aroundFunction, aroundInitialiser, asksForStrict } from "./inside.ts";
import { checkAwait, checkBody, checkJump, checkLabel, checkReturn, checkTopLevel, checkYield } from "./jumps.ts";
import { checkPrivateMembers, checkPrivateName } from "./privateNames.ts";
import {
  checkDelete,
  checkDirective,
  checkIdentifier,
  checkMixing,
  checkNumber,
  checkRegularExpression,
  checkText,
} from "./strict.ts";
import {
  checkAssignment,
  checkHead,
  checkParameters,
  checkPattern,
  checkShorthand,
  checkStep,
  checkVariables,
} from "./targets.ts";

const { SyntaxKind } = ts;

/** How many errors of a text are told. */
const MOST = 50;

/** Find the early errors of a file. */
export function earlyErrors(file: ts.SourceFile): readonly Finding[] {
  const findings: Finding[] = [];
  const report: Report = (node, message, help) => {
    if (findings.length >= MOST) return;
    findings.push({ code: "syntax/error", severity: "error", message: `${message}.`, help, place: placeOf(node) });
  };
  const isCommonJs = /\.c[jt]s$/.test(file.fileName) || (isSloppyScript(file) && !file.fileName.endsWith(".mjs"));
  const isModule = ts.isExternalModule(file) || /\.m[jt]s$/.test(file.fileName);
  const isStrict = !isSloppyScript(file) || asksForStrict(file.statements);
  const top = aroundFile(file, { isStrict, isModule, isCommonJs }, report);
  checkExports(file, top, report);
  // Its own stack, because trees are deeper than the host's.
  const nodes: ts.Node[] = [];
  const places: Around[] = [];
  const push = (node: ts.Node | undefined, around: Around): void => {
    if (node === undefined || isWithoutErrors(node)) return;
    nodes.push(node);
    places.push(around);
  };
  for (const statement of file.statements) push(statement, top);
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) visit(node, places.pop()!, push, report);
  return findings;
}

/** Whether there is nothing to check in a node: a word of the grammar, or what is not there when the program runs. */
function isWithoutErrors(node: ts.Node): boolean {
  const { kind } = node;
  if (kind < SyntaxKind.FirstNode) return !checks.has(kind);
  if (kind >= SyntaxKind.FirstTypeNode && kind <= SyntaxKind.LastTypeNode) return true;
  switch (kind) {
    case SyntaxKind.InterfaceDeclaration:
    case SyntaxKind.TypeAliasDeclaration:
    case SyntaxKind.TypeParameter:
      return true;
    case SyntaxKind.VariableStatement:
    case SyntaxKind.FunctionDeclaration:
    case SyntaxKind.ClassDeclaration:
    case SyntaxKind.EnumDeclaration:
    case SyntaxKind.ModuleDeclaration:
    case SyntaxKind.PropertyDeclaration:
      return isAmbient(node);
    default:
      return false;
  }
}

type Push = (node: ts.Node | undefined, around: Around) => void;

function visit(node: ts.Node, around: Around, push: Push, report: Report): void {
  checks.get(node.kind)?.(node as never, around, report);
  if (ts.isFunctionLike(node)) {
    if ("body" in node && node.body !== undefined) visitFunction(node, around, push, report);
  } else if (ts.isClassLike(node)) visitClass(node, around, push);
  else if (ts.isPropertyDeclaration(node) && ts.isClassLike(node.parent)) {
    push(node.name, around);
    push(node.initializer, aroundInitialiser(around, undefined, report));
  } else if (ts.isClassStaticBlockDeclaration(node)) {
    push(node.body, aroundInitialiser(around, node, report));
  } else {
    const inner = aroundChildren(node, around, report);
    ts.forEachChild(node, (child) => {
      push(child, inner);
    });
  }
}

function visitFunction(node: ts.FunctionLikeDeclaration, around: Around, push: Push, report: Report): void {
  const { parameters, body } = aroundFunction(node, around, report);
  checkParameters(node, report);
  checkDirective(
    node,
    body.isStrict && node.body !== undefined && ts.isBlock(node.body) && asksForStrict(node.body.statements),
    report,
  );
  // A function expression's own name belongs to it; any other name, computed or declared, to what is around.
  push(node.name, ts.isFunctionExpression(node) ? body : around);
  for (const parameter of node.parameters) push(parameter, parameters);
  push(node.body, body);
}

function visitClass(node: ts.ClassLikeDeclaration, around: Around, push: Push): void {
  const inner = aroundClass(node, around);
  push(node.name, inner);
  // What a class extends does not see its private names yet.
  const outer = { ...inner, privates: around.privates };
  for (const clause of node.heritageClauses ?? [])
    if (clause.token === SyntaxKind.ExtendsKeyword) for (const { expression } of clause.types) push(expression, outer);
  for (const member of node.members) push(member, inner);
}

type Check<Node> = (node: Node, around: Around, report: Report) => void;

const checks = new Map<ts.SyntaxKind, Check<never>>([
  [SyntaxKind.Identifier, checkIdentifier],
  [SyntaxKind.NumericLiteral, checkNumber],
  [SyntaxKind.StringLiteral, checkText],
  [SyntaxKind.PrivateIdentifier, checkPrivateName],
  [SyntaxKind.SuperKeyword, checkSuper],
  [SyntaxKind.BreakStatement, checkJump],
  [SyntaxKind.ContinueStatement, checkJump],
  [SyntaxKind.LabeledStatement, checkLabel],
  [SyntaxKind.ReturnStatement, checkReturn],
  [SyntaxKind.YieldExpression, checkYield],
  [SyntaxKind.AwaitExpression, checkAwait],
  [SyntaxKind.DeleteExpression, checkDelete],
  [SyntaxKind.PrefixUnaryExpression, checkStep],
  [SyntaxKind.PostfixUnaryExpression, checkStep],
  [
    SyntaxKind.BinaryExpression,
    (node: ts.BinaryExpression, around: Around, report: Report) => {
      checkAssignment(node, around, report);
      checkMixing(node, report);
    },
  ],
  [
    SyntaxKind.ShorthandPropertyAssignment,
    (node: ts.ShorthandPropertyAssignment, _: Around, report: Report) => {
      checkShorthand(node, report);
    },
  ],
  [
    SyntaxKind.VariableDeclarationList,
    (node: ts.VariableDeclarationList, around: Around, report: Report) => {
      checkVariables(node, report);
      checkVar(around.names, node, report);
    },
  ],
  [SyntaxKind.ObjectBindingPattern, checkBinding],
  [SyntaxKind.ArrayBindingPattern, checkBinding],
  [SyntaxKind.ForOfStatement, checkFor],
  [SyntaxKind.ForInStatement, checkFor],
  [SyntaxKind.ForStatement, checkLoop],
  [SyntaxKind.WhileStatement, checkLoop],
  [SyntaxKind.DoStatement, checkLoop],
  [
    SyntaxKind.IfStatement,
    ({ thenStatement, elseStatement }: ts.IfStatement, around: Around, report: Report) => {
      checkBody(thenStatement, around, report, "if");
      if (elseStatement !== undefined) checkBody(elseStatement, around, report, "if");
    },
  ],
  [SyntaxKind.CaseBlock, checkCases],
  [SyntaxKind.RegularExpressionLiteral, checkRegularExpression],
  [SyntaxKind.ClassDeclaration, checkClass],
  [SyntaxKind.ClassExpression, checkClass],
  [SyntaxKind.GetAccessor, checkOfAccessor],
  [SyntaxKind.SetAccessor, checkOfAccessor],
  [SyntaxKind.MetaProperty, checkMeta],
  [SyntaxKind.ImportDeclaration, checkPlace],
  [SyntaxKind.ImportEqualsDeclaration, checkPlace],
  [SyntaxKind.ExportDeclaration, checkPlace],
  [SyntaxKind.ExportAssignment, checkPlace],
  [SyntaxKind.ModuleDeclaration, checkPlace],
] as [ts.SyntaxKind, Check<never>][]);

function checkBinding(node: ts.BindingPattern, _around: Around, report: Report): void {
  checkPattern(node, report);
}

function checkFor(node: ts.ForInOrOfStatement, around: Around, report: Report): void {
  checkHead(node, around, report);
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) checkAwait(node.awaitModifier, around, report);
  checkBody(node.statement, around, report, "loop");
}

function checkLoop(node: ts.IterationStatement, around: Around, report: Report): void {
  checkBody(node.statement, around, report, "loop");
}

function checkClass(node: ts.ClassLikeDeclaration, _around: Around, report: Report): void {
  checkMembers(node, report);
  checkPrivateMembers(node, report);
}

function checkCases({ clauses }: ts.CaseBlock, _around: Around, report: Report): void {
  const [, second] = clauses.filter((clause) => ts.isDefaultClause(clause));
  if (second !== undefined) report(second, "The `switch` has two `default`s", "Take one of the two away.");
}

function checkOfAccessor(node: ts.AccessorDeclaration, _around: Around, report: Report): void {
  checkAccessor(node, report);
}

function checkMeta(node: ts.MetaProperty, { hasNewTarget }: Around, report: Report): void {
  if (node.keywordToken === SyntaxKind.NewKeyword && !hasNewTarget)
    report(node, "`new.target` stands outside of a function", "Use it in a function that `new` can call.");
}

function checkPlace(node: ts.Node, _around: Around, report: Report): void {
  if (ts.isModuleDeclaration(node) && ts.isModuleDeclaration(node.parent)) return;
  checkTopLevel(node, report);
}
