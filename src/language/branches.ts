/** Finds out whether an input is without effect because the run never came to where it is used. */
import { parse, placeOf, ts } from "./parse.ts";
import type { Place } from "./span.ts";
import { functionAt } from "./text/functions.ts";
import { notation } from "./text/notation.ts";
import type { Trace } from "./trace.ts";

/** Why a run did not come to a place: the branch around it was not taken, or something before it was that leads away. */
export interface Unreached {
  readonly kind: "branch" | "jump";
  /** The branch, or the statement that leads away. */
  readonly place: Place;
  /** The word of the statement that leads away: `return`; empty for a branch. */
  readonly word: string;
  /** The condition in mathematical notation: `x > 0`; empty for what has no condition of its own. */
  readonly condition: string;
  /** What the condition was: `true`. */
  readonly value: string;
}

/** Return why none of the uses of an input was come to in an observed run; undefined if one was, or if there is none. */
export function unreachedUse(trace: Trace, input: string): Unreached | undefined {
  const { file, start } = trace.function.namePlace;
  const text = trace.texts.get(file);
  if (text === undefined) return undefined;
  const found = functionAt(parse(file, text), start);
  if (found === undefined) return undefined;
  const run = new Run(trace, file);
  const uses = usesOf(found.node, input);
  if (uses.length === 0 || uses.some((use) => run.cameTo(use))) return undefined;
  const reasons = uses.map((use) => reasonFor(run, use, found.node));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** Tell whether an input is read anywhere in a function, come to or not. */
export function isRead(within: ts.Node, input: string): boolean {
  return usesOf(within, input).length > 0;
}

/** What a run has evaluated in a file. */
class Run {
  private readonly seen: readonly { readonly start: number; readonly end: number; readonly text: () => string }[];

  constructor(trace: Trace, file: string) {
    this.seen = trace.evaluations.flatMap((evaluation) => {
      const place = trace.sites[evaluation.site];
      if (place?.file !== file) return [];
      return [{ start: place.start, end: place.end, text: (): string => evaluation.text }];
    });
  }

  /** Whether anything in a piece of syntax was evaluated. */
  cameTo(node: ts.Node): boolean {
    const { start, end } = placeOf(node);
    return this.seen.some((each) => start <= each.start && each.end <= end);
  }

  /** What an expression was last, as text; undefined if it was not seen. */
  valueOf(node: ts.Expression): string | undefined {
    const { start, end } = placeOf(node);
    return this.seen.find((each) => each.start === start && each.end === end)?.text();
  }
}

/** The places that may use an input: `p.w`, and `p` as a whole, but not `p.x`. */
function usesOf(within: ts.Node, input: string): ts.Node[] {
  const [root = "", ...keys] = [...input.matchAll(/[^.[\]]+/gu)].map(([key]) => key);
  const named = identifiersOf(within).get(root) ?? [];
  return named.flatMap((node) => memberOf(node, keys) ?? []).sort((one, other) => one.pos - other.pos);
}

const identifiers = new WeakMap<ts.Node, ReadonlyMap<string, readonly ts.Identifier[]>>();

/** The identifiers inside a node that may read a variable, by their names; looked for once, because a function may have thousands of inputs. */
function identifiersOf(within: ts.Node): ReadonlyMap<string, readonly ts.Identifier[]> {
  const known = identifiers.get(within);
  if (known !== undefined) return known;
  const found = new Map<string, ts.Identifier[]>();
  const pending: ts.Node[] = [within];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const isDeclared = ts.isParameter(node.parent) || ts.isBindingElement(node.parent);
    if (ts.isIdentifier(node) && !isDeclared && !isMember(node)) {
      const named = found.get(node.text);
      if (named === undefined) found.set(node.text, [node]);
      else named.push(node);
    }
    ts.forEachChild(node, (child) => void pending.push(child));
  }
  identifiers.set(within, found);
  return found;
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** The expression that reads a member, as far as it says which; undefined if it reads another one. */
function memberOf(object: ts.Expression, keys: readonly string[]): ts.Node | undefined {
  let at: ts.Node = object;
  for (const key of keys) {
    const { parent } = at;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === at) {
      if (parent.name.text !== key) return undefined;
    } else if (ts.isElementAccessExpression(parent) && parent.expression === at) {
      if (!ts.isStringLiteralLike(parent.argumentExpression) && !ts.isNumericLiteral(parent.argumentExpression))
        return at;
      if (parent.argumentExpression.text !== key) return undefined;
    } else return at;
    at = parent;
  }
  return at;
}

/** From the function inwards, the first thing that kept the run from coming to a use. */
function reasonFor(run: Run, use: ts.Node, within: ts.Node): Unreached | undefined {
  const chain: ts.Node[] = [];
  for (let at = use; at !== within; at = at.parent) chain.unshift(at);
  for (const at of chain) {
    if (run.cameTo(at)) continue;
    // What stands in a function that was not called is no branch that was not taken.
    if (at.parent !== within && ts.isFunctionLike(at.parent)) return undefined;
    const jump = jumpBefore(run, at);
    if (jump !== undefined) return jump;
    const branch = branchOf(at);
    if (branch === undefined) continue;
    const { condition, wanted } = branch;
    const value = condition === undefined ? "" : (run.valueOf(condition) ?? String(!wanted));
    return { kind: "branch", place: placeOf(at), word: "", condition: textOf(condition), value };
  }
  return undefined;
}

function textOf(condition: ts.Expression | undefined): string {
  return condition === undefined ? "" : notation(condition);
}

/** The texts of the values that a branch takes for false. */
const FALSY = new Set(["false", "0", "-0", "NaN", "undefined", "null", "''", '""', "0n"]);

interface Branch {
  readonly condition: ts.Expression | undefined;
  /** What the condition must be for the branch to be taken. */
  readonly wanted: boolean;
}

/** What a node hangs on, if it is a branch of what it stands in. */
function branchOf(node: ts.Node): Branch | undefined {
  const { parent } = node;
  if (ts.isIfStatement(parent) && node !== parent.expression)
    return { condition: parent.expression, wanted: node === parent.thenStatement };
  if (ts.isConditionalExpression(parent) && node !== parent.condition)
    return { condition: parent.condition, wanted: node === parent.whenTrue };
  if (ts.isBinaryExpression(parent) && node === parent.right && isShortCircuit(parent.operatorToken.kind))
    return { condition: parent.left, wanted: parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken };
  return ts.isCaseOrDefaultClause(node) ? { condition: undefined, wanted: true } : undefined;
}

function isShortCircuit(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

/** The jump in the statements before a statement that the run has taken, so that it did not come to this one. */
function jumpBefore(run: Run, statement: ts.Node): Unreached | undefined {
  const { parent } = statement;
  if (!ts.isBlock(parent) && !ts.isCaseOrDefaultClause(parent)) return undefined;
  const { statements } = parent;
  const index = statements.indexOf(statement as ts.Statement);
  for (const before of statements.slice(0, Math.max(0, index)).reverse()) {
    if (!run.cameTo(before)) continue;
    const jump = jumpsOut(before).find((each) => conditionsTo(each, before).every((one) => held(run, one)));
    if (jump === undefined) return undefined;
    const own = conditionsTo(jump, before).find(({ condition }) => condition !== undefined);
    const word = jump.getFirstToken()!.getText();
    const value = own?.condition === undefined ? "" : (run.valueOf(own.condition) ?? String(own.wanted));
    return { kind: "jump", place: placeOf(jump), word, condition: textOf(own?.condition), value };
  }
  return undefined;
}

/** The branches that must be taken to come to a jump, the innermost first. */
function conditionsTo(jump: ts.Node, within: ts.Node): Branch[] {
  const conditions: Branch[] = [];
  for (let at = jump; at !== within; at = at.parent) {
    const branch = branchOf(at);
    if (branch !== undefined) conditions.push(branch);
  }
  return conditions;
}

function held(run: Run, { condition, wanted }: Branch): boolean {
  if (condition === undefined) return true;
  const value = run.valueOf(condition);
  return value === undefined || FALSY.has(value) !== wanted;
}

/** The statements in a statement that lead out of it. */
function jumpsOut(statement: ts.Node): ts.Node[] {
  const jumps: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpression(node) || ts.isFunctionLike(node)) return;
    const leaves = ts.isReturnStatement(node) || ts.isThrowStatement(node);
    if (leaves || (ts.isBreakOrContinueStatement(node) && !targetOf(node, statement))) jumps.push(node);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return jumps;
}

/** Whether what a `break` or `continue` leaves stands in a statement. */
function targetOf(jump: ts.BreakOrContinueStatement, within: ts.Node): boolean {
  for (let at = jump.parent; ; at = at.parent) {
    if (jump.label !== undefined) {
      if (ts.isLabeledStatement(at) && at.label.text === jump.label.text) return true;
    } else if (ts.isIterationStatement(at, false) || (ts.isBreakStatement(jump) && ts.isSwitchStatement(at)))
      return true;
    if (at === within) return false;
  }
}
