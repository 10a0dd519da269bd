/** The forward and the backward pass as steps that a person can follow: what each computes, and the sentence that says how. */
import type { EdgeView, NodeView, NumberText, ViewEdgeId, ViewModel, ViewNodeId } from "../model.ts";
import { numberText } from "../number.ts";
import { code } from "../words.ts";
import { tellingFormula } from "./factors.ts";

/** One product of the chain rule: the gradient of a user, times the partial on the edge to it. */
export interface Term {
  readonly edge: ViewEdgeId;
  /** The user, in formulas. */
  readonly user: string;
  readonly gradient: NumberText | undefined;
  readonly partial: NumberText;
  readonly product: NumberText | undefined;
}

/** One step of a pass. */
export interface PassStep {
  readonly pass: "forward" | "backward";
  /** The nodes that are computed, one except at the beginning. */
  readonly nodes: readonly ViewNodeId[];
  /** The edges that the step uses. */
  readonly edges: readonly ViewEdgeId[];
  /** With code in backticks. */
  readonly sentence: string;
  /** Backward: the products so far, the newest last; empty for the result and for nodes with several values. */
  readonly terms: readonly Term[];
  /** Backward: what the products so far add up to. */
  readonly total: NumberText | undefined;
  /** Whether the nodes' gradients are whole after the step. */
  readonly isWhole: boolean;
}

/** What is on the picture after a step. */
export interface PassState {
  readonly pass: "forward" | "backward";
  readonly now: ReadonlySet<ViewNodeId>;
  readonly nowEdges: ReadonlySet<ViewEdgeId>;
  readonly values: ReadonlySet<ViewNodeId>;
  readonly gradients: ReadonlySet<ViewNodeId>;
  readonly partials: ReadonlySet<ViewEdgeId>;
  /** Edges over which a gradient has come back. */
  readonly passed: ReadonlySet<ViewEdgeId>;
}

/** More users of one node are added in one step. */
const MOST_TERMS = 6;

/** Return the steps of both passes: inputs, each node with its partials, then back from the result; where paths meet, a step for each product. */
export function passSteps(model: ViewModel): PassStep[] {
  const order = model.nodes;
  const inputs = order.filter(isInput);
  const steps: PassStep[] = inputs.length === 0 ? [] : [inputStep(inputs)];
  for (const node of order) if (!isInput(node)) steps.push(forwardStep(model, node));
  if (model.details.every(({ gradient }) => gradient == null)) return steps;
  for (const node of backwardOrder(model)) steps.push(...backwardSteps(model, node));
  return steps;
}

/** Return what is known after the step with an index. */
export function passState(steps: readonly PassStep[], at: number): PassState | undefined {
  const current = steps[at];
  if (current === undefined) return undefined;
  const values = new Set<ViewNodeId>();
  const gradients = new Set<ViewNodeId>();
  const partials = new Set<ViewEdgeId>();
  const passed = new Set<ViewEdgeId>();
  for (const step of steps.slice(0, at + 1)) {
    if (step.pass === "forward") {
      for (const node of step.nodes) values.add(node);
      for (const edge of step.edges) partials.add(edge);
    } else {
      if (step.isWhole) for (const node of step.nodes) gradients.add(node);
      for (const edge of step.edges) passed.add(edge);
    }
  }
  const now = new Set(current.nodes);
  return { pass: current.pass, now, nowEdges: new Set(current.edges), values, gradients, partials, passed };
}

/** Return the place of a step in its pass, counted from 1, and how many the pass has. */
export function placeInPass(
  steps: readonly PassStep[],
  at: number,
): { readonly number: number; readonly count: number } {
  const pass = steps[at]?.pass;
  const same = steps.filter((step) => step.pass === pass);
  return { number: same.indexOf(steps[at]!) + 1, count: same.length };
}

function inputStep(inputs: readonly NodeView[]): PassStep {
  const listed = inputs.slice(0, MOST_TERMS).map(({ name, value }) => code(`${name} = ${value.short}`));
  const more = inputs.length - listed.length;
  const all = more > 0 ? [...listed, `${more} more`] : listed;
  const text = all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)!}`;
  return {
    pass: "forward",
    nodes: inputs.map(({ id }) => id),
    edges: [],
    sentence: `The ${inputs.length === 1 ? "input is" : "inputs are"} given: ${text}.`,
    terms: [],
    total: undefined,
    isWhole: false,
  };
}

function forwardStep(model: ViewModel, node: NodeView): PassStep {
  const edges = model.edges.filter((edge) => edge.to === node.id);
  const known = edges.filter(({ partial }) => partial.full !== "");
  const partials = known.slice(0, MOST_TERMS).map((edge) => code(partialText(edge)));
  const locals =
    partials.length === 0
      ? ""
      : ` Its local ${partials.length === 1 ? "derivative is" : "derivatives are"} ${listOf(partials)}.`;
  return {
    pass: "forward",
    nodes: [node.id],
    edges: edges.map(({ id }) => id),
    sentence: `${code(node.title)} gives ${code(node.value.short)}.${locals}`,
    terms: [],
    total: undefined,
    isWhole: false,
  };
}

/** `∂u/∂w = x = 3`: the formula only where it says more than the number. */
function partialText(edge: EdgeView): string {
  const { label, partial } = edge;
  const formula = tellingFormula(edge);
  const [name = ""] = label.full.split(" = ");
  return formula === "" ? label.full : `${name} = ${formula} = ${partial.short}`;
}

/** Nodes after all that use them: from the last to the first. Nodes without a path to the result have no part in it. */
function backwardOrder(model: ViewModel): NodeView[] {
  return model.nodes.filter((node) => node.gradient != null).reverse();
}

function backwardSteps(model: ViewModel, node: NodeView): PassStep[] {
  const uses = model.edges.filter((edge) => edge.from === node.id && userOf(model, edge)?.gradient != null);
  const base = { pass: "backward" as const, nodes: [node.id] };
  const whole = code(model.resultName);
  if (uses.length === 0) {
    const sentence = `The backward pass begins at ${whole}: it changes just as much as itself, so its gradient is 1.`;
    return [{ ...base, edges: [], sentence, terms: [], total: undefined, isWhole: true }];
  }
  const all = uses.map((edge) => termOf(model, edge));
  const isExact = all.every(({ product }) => product !== undefined) && all.length <= MOST_TERMS;
  if (!isExact) {
    const users = listOf(all.slice(0, MOST_TERMS).map(({ user }) => code(user)));
    const sentence = `${code(node.name)} is used by ${users}. Each hands back its gradients times the partials on its edge; the products are added.`;
    return [{ ...base, edges: uses.map(({ id }) => id), sentence, terms: [], total: undefined, isWhole: true }];
  }
  return all.map((term, index) => {
    const terms = all.slice(0, index + 1);
    const isWhole = index === all.length - 1;
    const total = isWhole ? (node.gradient ?? undefined) : sumOf(terms);
    return { ...base, edges: [term.edge], sentence: sentenceOf(node, all, index), terms, total, isWhole };
  });
}

function sentenceOf(node: NodeView, all: readonly Term[], index: number): string {
  const { user } = all[index]!;
  const name = code(node.name);
  if (all.length === 1)
    return `${name} is used by ${code(user)}, which hands back its gradient times the partial on the edge.`;
  if (index === 0)
    return `${name} is used by ${listOf(all.map((term) => code(term.user)))}. ${code(user)} hands back its gradient times the partial on its edge.`;
  if (index < all.length - 1) return `${code(user)} hands back its product too; it is added.`;
  return `${code(user)} hands back its product as well; the ${all.length === 2 ? "two" : String(all.length)} products are added.`;
}

function termOf(model: ViewModel, edge: EdgeView): Term {
  const user = userOf(model, edge);
  const gradient = user?.gradient ?? undefined;
  const product = Number(gradient?.full) * Number(edge.partial.full);
  const isKnown =
    edge.partial.full !== "" && gradient !== undefined && gradient.full !== "" && !gradient.full.includes("…");
  return {
    edge: edge.id,
    user: user?.name ?? edge.to,
    gradient,
    partial: edge.partial,
    product: isKnown ? numberText(product) : undefined,
  };
}

function userOf(model: ViewModel, edge: EdgeView): NodeView | undefined {
  return model.nodes.find((node) => node.id === edge.to);
}

function sumOf(terms: readonly Term[]): NumberText {
  return numberText(terms.reduce((total, { product }) => total + Number(product?.full), 0));
}

function isInput({ kind }: NodeView): boolean {
  return kind === "input" || kind === "inputs";
}

function listOf(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)!}`;
}
