/** Finds out whether an input is without effect because the branch that uses it was not taken. */
import { parse, placeOf, ts } from "./parse.ts";
import type { Place } from "./span.ts";
import { functionAt } from "./text/functions.ts";
import { notation } from "./text/notation.ts";
import type { Trace } from "./trace.ts";

/** A branch that was not taken. */
export interface Untaken {
  readonly place: Place;
  /** The condition in mathematical notation: `x > 0`; empty for a branch without a condition of its own. */
  readonly condition: string;
  /** What the condition was: `true`. */
  readonly value: string;
}

/** Return the branch around the uses of an input, if none of them was evaluated in an observed run. */
export function untakenBranch(trace: Trace, input: string): Untaken | undefined {
  const { file, start } = trace.function.namePlace;
  const text = trace.texts.get(file);
  if (text === undefined) return undefined;
  const found = functionAt(parse(file, text), start);
  const root = /^[^.[]*/u.exec(input)![0];
  const reads = found === undefined ? [] : readsOf(found.node, root);
  const branches = reads.map((read) => branchAround(read, found!.node));
  const [first] = branches;
  if (first === undefined || branches.some((branch) => branch === undefined || wasTaken(trace, branch.body)))
    return undefined;
  const condition = first.condition === undefined ? "" : notation(first.condition);
  return { place: placeOf(first.body), condition, value: first.condition === undefined ? "" : valueOf(trace, first) };
}

interface Branch {
  readonly body: ts.Node;
  readonly condition: ts.Expression | undefined;
  /** What the condition must be for the branch to be taken. */
  readonly wanted: boolean;
}

function readsOf(within: ts.Node, name: string): ts.Identifier[] {
  const reads: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    const isDeclared = ts.isParameter(node.parent) || ts.isBindingElement(node.parent);
    if (ts.isIdentifier(node) && node.text === name && !isDeclared && !isMember(node)) reads.push(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(within, visit);
  return reads;
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** The innermost branch around a node, inside of a function. */
function branchAround(node: ts.Node, within: ts.Node): Branch | undefined {
  for (let at = node; at !== within; at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent) && at !== parent.expression) {
      return { body: at, condition: parent.expression, wanted: at === parent.thenStatement };
    }
    if (ts.isConditionalExpression(parent) && at !== parent.condition) {
      return { body: at, condition: parent.condition, wanted: at === parent.whenTrue };
    }
    if (ts.isBinaryExpression(parent) && at === parent.right && isShortCircuit(parent.operatorToken.kind)) {
      return {
        body: at,
        condition: parent.left,
        wanted: parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken,
      };
    }
    if (ts.isCaseOrDefaultClause(parent)) return { body: parent, condition: undefined, wanted: true };
  }
  return undefined;
}

function isShortCircuit(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

function wasTaken(trace: Trace, body: ts.Node): boolean {
  const { file, start, end } = placeOf(body);
  return trace.evaluations.some(({ site }) => {
    const place = trace.sites[site];
    return place?.file === file && start <= place.start && place.end <= end;
  });
}

/** What the condition was, as far as it was seen; a branch that was not taken tells it too. */
function valueOf(trace: Trace, { condition, wanted }: Branch): string {
  const { file, start, end } = placeOf(condition!);
  const seen = trace.evaluations.find(({ site }) => {
    const place = trace.sites[site];
    return place?.file === file && place.start === start && place.end === end;
  });
  return seen?.text === "true" || seen?.text === "false" ? seen.text : String(!wanted);
}
