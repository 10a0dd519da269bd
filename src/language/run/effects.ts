/** What there is to say of inputs that have no path to the result, and of decisions that stand on the edge. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Finding } from "../finding.ts";
import { ts } from "../parse.ts";
import type { Input, Output } from "../trace.ts";
import { movedSteps, sourcesOf } from "./deciding.ts";
import { fill, MOST, placeAt, type Report } from "./findings.ts";
import { pathsTo, type Paths } from "./paths.ts";

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
  const edges = edgesOf(report, inputs, outputs.length === 0 ? undefined : paths);
  return [...edges.ties, ...edges.counts, ...(outputs.length === 0 ? [] : withoutPath(effects, paths))];
}

/** What stands on the edge of a branch. */
interface Edges {
  readonly ties: readonly Finding[];
  readonly counts: readonly Finding[];
}

/**
 * The comparisons of equal numbers, but for those whose numbers stand still, and for those that only count: the ends of
 * loops and of recursions that inputs without a path decide. No gradient on show hangs on these. Whole numbers that end
 * loops and are computed with, too, count rounds, and are told as that.
 */
function edgesOf(report: Report, inputs: readonly Input[], paths: Paths | undefined): Edges {
  const { tape, ties } = report.machine;
  const isTurned = turning(report, inputs);
  const moves = movedSteps(tape, inputs);
  const used =
    paths &&
    movedSteps(
      tape,
      inputs.filter(({ node }) => node !== undefined && paths.leads[node] === 1),
    );
  const countedBy = counting(report, inputs);
  const found: Finding[] = [];
  const counts = new Map<Input, Finding>();
  for (const [site, nodes] of ties) {
    if (!nodes.some((node) => moves[node] === 1)) continue;
    const isEnd = endsLoop(report.sites.nodes[site]);
    if (used !== undefined && !nodes.some((node) => used[node] === 1) && (isEnd || isTurned(site, nodes))) continue;
    const counted = isEnd ? countedBy(nodes) : undefined;
    if (counted === undefined) found.push(tieFinding(report, site));
    else counts.set(counted, countFinding(counted));
  }
  return { ties: found, counts: [...counts.values()] };
}

function tieFinding(report: Report, site: number): Finding {
  const text =
    "`{code}` compares two equal numbers, so the function may have no derivative here; the gradient is that of the branch taken.";
  return {
    code: "kink/comparison",
    severity: "warning",
    message: fill(report, text, site),
    place: placeAt(report, site),
  };
}

function countFinding({ name, place }: Input): Finding {
  const message = `\`${name}\` also decides how often a loop is run; its gradient is that of the computation with as many rounds as now.`;
  return { code: "input/deciding", severity: "info", message, place };
}

/** Tells the input that some steps count with: the only one that they hang on, if it and they are whole numbers. */
function counting({ machine: { tape } }: Report, inputs: readonly Input[]) {
  let sources: Int32Array | undefined;
  return (nodes: readonly NodeId[]): Input | undefined => {
    sources ??= sourcesOf(tape, inputs);
    const [source] = nodes.map((node) => sources![node]!);
    const input = inputs[source ?? -1];
    if (input === undefined || !Number.isInteger(input.value)) return undefined;
    const areAll = nodes.every((node) => sources![node] === source && Number.isInteger(tape.value[node]));
    return areAll ? input : undefined;
  };
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
