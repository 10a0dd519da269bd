/** What there is to say of inputs that have no path to the result, and of decisions that stand on the edge. */
import { eachOperand, type NodeId, type Tape } from "../../autodiff/tape.ts";
import type { Finding } from "../finding.ts";
import { ts } from "../parse.ts";
import type { Input, Output } from "../trace.ts";
import { movedSteps, sourcesOf } from "./deciding.ts";
import { fill, MOST, placeAt, type Report } from "./findings.ts";

/** What is known of a run and of its function. */
export interface Effects {
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  /** 1 for steps on which decisions hang. */
  readonly deciding: Uint8Array;
  /** Tell whether the function reads an input somewhere, come to or not. */
  readonly isRead: (input: string) => boolean;
}

/** Return what a run's inputs do not do, and the comparisons of equal numbers that the gradient hangs on. */
export function effectFindings(report: Report, effects: Effects): Finding[] {
  const { inputs, outputs } = effects;
  const { tape } = report.machine;
  const paths = pathsTo(outputs, tape);
  const isMoved = outputs.length === 0 ? undefined : movedSteps(tape, inputs, paths.leads);
  return [...ties(report, inputs, isMoved), ...(outputs.length === 0 ? [] : withoutPath(effects, paths))];
}

/** For every step, whether a path leads from it to a number of the result, and whether any step uses it. */
interface Paths {
  readonly leads: Uint8Array;
  readonly isOperand: Uint8Array;
}

function pathsTo(outputs: readonly Output[], tape: Tape): Paths {
  const leads = new Uint8Array(tape.length);
  const isOperand = new Uint8Array(tape.length);
  for (const { node } of outputs) if (node !== undefined) leads[node] = 1;
  let node = tape.length - 1;
  const look = (operand: NodeId): void => {
    isOperand[operand] = 1;
    if (leads[node] === 1) leads[operand] = 1;
  };
  for (; node >= 0; node--) eachOperand(tape, node, look);
  return { leads, isOperand };
}

/**
 * The comparisons of equal numbers, but for those that only count: the ends of loops and of recursions that inputs without
 * a path decide. No gradient on show hangs on these.
 */
function ties(report: Report, inputs: readonly Input[], isMoved: Uint8Array | undefined): Finding[] {
  const text =
    "`{code}` compares two equal numbers, so the function may have no derivative here; the gradient is that of the branch taken.";
  const isTurned = turning(report, inputs);
  return [...report.machine.ties]
    .filter(
      ([site, nodes]) =>
        isMoved === undefined ||
        nodes.some((node) => isMoved[node] === 1) ||
        !(endsLoop(report.sites.nodes[site]) || isTurned(site, nodes)),
    )
    .map(([site]) => ({
      code: "kink/comparison",
      severity: "warning",
      message: fill(report, text, site),
      place: placeAt(report, site),
    }));
}

/**
 * Whether a comparison came out both ways for numbers that hang on the same input, as the one that ends a recursion does:
 * then both branches were taken with that input, and it has no path to the result in either.
 */
function turning({ machine }: Report, inputs: readonly Input[]): (site: number, nodes: readonly NodeId[]) => boolean {
  const { tape, decisions } = machine;
  let sources: Int32Array | undefined;
  return (site, nodes) => {
    sources ??= sourcesOf(tape, inputs);
    const outcomes = new Map<string, Set<number>>();
    const keyOf = (node: NodeId): string => (sources![node]! >= 0 ? `input ${sources![node]!}` : `step ${node}`);
    decisions.eachTagged(site, tape, (node, outcome) => {
      const key = keyOf(node);
      outcomes.set(key, (outcomes.get(key) ?? new Set()).add(outcome));
    });
    return nodes.every((node) => outcomes.get(keyOf(node))?.size === 2);
  };
}

/** Whether an expression is a loop's condition, or a part of it. */
function endsLoop(expression: ts.Node | undefined): boolean {
  if (expression === undefined) return false;
  let node = expression;
  while (ts.isParenthesizedExpression(node.parent) || ts.isBinaryExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isForStatement(parent)) return parent.condition === node;
  return (ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node;
}

function withoutPath({ inputs, deciding, isRead }: Effects, { leads, isOperand }: Paths): Finding[] {
  return inputs
    .filter(({ node }) => node !== undefined && leads[node] === 0)
    .slice(0, MOST)
    .map(({ name, node, place }): Finding => {
      if (deciding[node!] === 1) {
        const message = `\`${name}\` has no gradient: it decides what is computed, but no step of the result computes with it.`;
        return { code: "input/deciding", severity: "info", message, place };
      }
      const why = isOperand[node!] === 1 ? "no path leads from it to there" : "no step uses it";
      const where = isOperand[node!] !== 1 && isRead(name) ? " for these inputs" : "";
      const message = `\`${name}\` has no effect on the result${where}: ${why}.`;
      return { code: "input/unused", severity: "info", message, place };
    });
}
