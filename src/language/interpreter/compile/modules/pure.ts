/** Variables of a module whose initial values may be made when they are first read, because their authors call the making pure. */
import { ts } from "../../../parse.ts";
import { TDZ, type Value } from "../../values/values.ts";
import type { Context, Run } from "../context.ts";
import { namedExpression } from "../expressions/expressions.ts";
import { boundNames } from "../variables/hoisting.ts";
import { grown, type Frame } from "../variables/scope.ts";

const { SyntaxKind } = ts;

/** What bundlers take for the promise that a call may be left out where its value is not used. */
const PROMISE = /\/\*\s*[#@]__PURE__\s*\*\//;

/** A variable that is declared with a call that is promised to be pure. */
export interface PureVariable {
  readonly name: ts.Identifier;
  readonly initializer: ts.Expression;
}

/**
 * The variables of one module that are set when they are first read. While a statement of the module runs, those that are
 * declared after it are not set, as if all were set in the order of the text.
 */
export class PureVariables {
  private readonly context: Context;
  private readonly statements: ReadonlyMap<ts.Statement, readonly PureVariable[]>;
  private readonly frame: () => Frame;
  /** Where the statement that runs begins. */
  private position = Infinity;

  constructor(context: Context, statements: ReadonlyMap<ts.Statement, readonly PureVariable[]>, frame: () => Frame) {
    this.context = context;
    this.statements = statements;
    this.frame = frame;
  }

  /** The variables of a statement; none if it runs like any other. */
  variables(node: ts.Statement): readonly PureVariable[] {
    return this.statements.get(node) ?? [];
  }

  /** Run a statement so that it finds unset what is declared after it. */
  inOrder(node: ts.Statement, run: Run): Run {
    if (this.statements.size === 0) return run;
    return (frame) => this.at(node.pos, () => run(frame));
  }

  /** Reads a variable. */
  reader({ name, initializer }: PureVariable): () => Value {
    const { machine } = this.context.unit;
    const isVar = (ts.getCombinedNodeFlags(initializer.parent) & ts.NodeFlags.BlockScoped) === 0;
    let value: Value = TDZ;
    return () => {
      if (value !== TDZ) return value;
      if (initializer.pos >= this.position) {
        if (isVar) return undefined;
        throw machine.error("ReferenceError", `Cannot access '${name.text}' before initialization`);
      }
      const { site } = machine;
      const make = namedExpression(this.context, initializer, name.text);
      value = this.at(initializer.pos, () => make(grown(this.context, this.frame())));
      machine.site = site;
      return value;
    };
  }

  private at<Result>(position: number, work: () => Result): Result {
    const before = this.position;
    this.position = position;
    try {
      return work();
    } finally {
      this.position = before;
    }
  }
}

/** Return the statements of a file that only declare such variables, none of which is assigned anywhere else, with what they declare. */
export function pureStatements(file: ts.SourceFile): ReadonlyMap<ts.Statement, readonly PureVariable[]> {
  const found = new Map<ts.Statement, readonly PureVariable[]>();
  if (!PROMISE.test(file.text)) return found;
  const assigned = assignedNames(file);
  const declared = new Set<string>();
  for (const statement of file.statements) {
    const variables = ts.isVariableStatement(statement) ? pureVariables(statement) : undefined;
    if (variables === undefined) continue;
    const isOnce = variables.every(({ name }) => !assigned.has(name.text) && !declared.has(name.text));
    for (const { name } of variables) declared.add(name.text);
    if (isOnce) found.set(statement, variables);
  }
  return found;
}

function pureVariables({ declarationList }: ts.VariableStatement): PureVariable[] | undefined {
  const variables: PureVariable[] = [];
  for (const { name, initializer } of declarationList.declarations) {
    if (!ts.isIdentifier(name) || initializer === undefined || !isPromised(initializer)) return undefined;
    variables.push({ name, initializer });
  }
  return variables;
}

function isPromised(initializer: ts.Expression): boolean {
  if (!ts.isCallExpression(initializer) && !ts.isNewExpression(initializer)) return false;
  const { text } = initializer.getSourceFile();
  return PROMISE.test(text.slice(initializer.pos, initializer.getStart()));
}

/** The names that something other than their declaration may set; a name that is declared twice is one of them. */
function assignedNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const addAll = (target: ts.Node): void => {
    if (ts.isIdentifier(target)) names.add(target.text);
    else ts.forEachChild(target, addAll);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) addAll(node.left);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken)
        addAll(node.operand);
    } else if (ts.isForInStatement(node) || ts.isForOfStatement(node)) {
      const { initializer } = node;
      if (!ts.isVariableDeclarationList(initializer)) addAll(initializer);
      else for (const { name } of initializer.declarations) for (const { text } of boundNames(name)) names.add(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment;
}
