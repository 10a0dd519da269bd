/** Models as the engine would send them, made from a few lines each: values and partials are given, gradients and paths follow from them. */
import type { PanelState, ToWebview } from "../../src/protocol.ts";
import type {
  EdgeView,
  FindingView,
  Mark,
  NodeDetails,
  NodeView,
  PathView,
  SourceLink,
  ViewModel,
} from "../../src/view/model.ts";
import { numberText, signedText } from "../../src/view/number.ts";
import { sealed } from "../../src/view/sealed.ts";

/** A node: id, name, title, value, line. Inputs have no title of their own. */
interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly formula?: string;
  readonly value: number;
  readonly line: number;
  readonly marks?: readonly Mark[];
}

/** A graph in the order of its steps; the last node is the result. */
export interface Graph {
  readonly title: string;
  readonly parameters: readonly string[];
  readonly nodes: readonly GraphNode[];
  /** From, to, partial. */
  readonly edges: readonly (readonly [string, string, number])[];
  readonly rows?: ViewModel["rows"];
  readonly size?: string;
  readonly changed?: readonly string[];
  readonly assumed?: readonly string[];
  readonly findings?: readonly FindingView[];
}

/** Return the place of a line. */
export function place(line: number): SourceLink {
  return { file: "file:///lecture.ts", start: line * 100, end: line * 100 + 10, line };
}

/** Return a finding. */
export function finding(message: string, line: number, severity: FindingView["severity"] = "error"): FindingView {
  return { code: "test/finding", severity, message, help: "", source: place(line) };
}

/** Return a `show` message. */
export function show(state: PanelState, revision = 1, pinned = false): ToWebview {
  return { kind: "show", revision, state, pinned };
}

/** Return the state that shows a graph. */
export function graphState(model: ViewModel, outdated?: FindingView): PanelState {
  return { kind: "graph", model: sealed(model), outdated };
}

/** Return the model of a graph. */
export function modelOf(graph: Graph): ViewModel {
  const result = graph.nodes.at(-1)!;
  const gradients = gradientsOf(graph);
  const largest = Math.max(...graph.edges.map(([, to, partial]) => Math.abs((gradients.get(to) ?? 0) * partial)));
  const edges = graph.edges.map((edge, index) => edgeOf(graph, edge, index, gradients, largest));
  const inputs = graph.nodes.filter((node) => node.formula === undefined);
  return {
    title: graph.title,
    signature: `${graph.title}(${graph.parameters.join(", ")})`,
    file: "file:///lecture.ts",
    resultName: result.name,
    result: numberText(result.value),
    outputs: [{ name: result.name, key: "", value: numberText(result.value) }],
    output: 0,
    inputs: inputs.map((node) => ({
      name: node.name,
      value: numberText(node.value),
      gradient: signedText(gradients.get(node.id) ?? 0),
      gradientName: `∂${result.name}/∂${node.name}`,
      kind: "number",
      source: graph.changed?.includes(node.name) ? "panel" : graph.assumed?.includes(node.name) ? "assumed" : "at",
      node: node.id,
    })),
    nodes: graph.nodes.map((node, index) => nodeOf(graph, node, index, gradients)),
    edges,
    details: graph.nodes.map((node) => detailsOf(graph, node, edges, gradients)),
    rows: graph.rows ?? rowsOf(graph, gradients),
    rowCounts: { all: graph.rows?.length ?? graph.nodes.length, inputs: inputs.length },
    findings: graph.findings ?? [],
    size: graph.size ?? `${graph.nodes.length - inputs.length} steps, ${graph.edges.length} edges`,
    checked: true,
    ...(graph.changed === undefined ? {} : { changed: changesOf(graph) }),
    topology: JSON.stringify([graph.nodes.map(({ id }) => id), graph.edges.map(([from, to]) => [from, to])]),
  };
}

function changesOf({ nodes, changed = [] }: Graph): Record<string, string> {
  return Object.fromEntries(changed.map((name) => [name, String(nodes.find((node) => node.name === name)!.value)]));
}

function gradientsOf(graph: Graph): Map<string, number> {
  const gradients = new Map([[graph.nodes.at(-1)!.id, 1]]);
  for (const node of [...graph.nodes].reverse()) {
    for (const [from, to, partial] of graph.edges) {
      if (to === node.id) gradients.set(from, (gradients.get(from) ?? 0) + (gradients.get(to) ?? 0) * partial);
    }
  }
  return gradients;
}

function nodeOf(graph: Graph, node: GraphNode, index: number, gradients: ReadonlyMap<string, number>): NodeView {
  const result = graph.nodes.at(-1)!;
  const gradient = gradients.get(node.id) ?? 0;
  const title = node.formula === undefined ? node.name : `${node.name} = ${node.formula}`;
  const marks: Mark[] = gradient === 0 ? ["zero"] : [];
  return {
    id: node.id,
    kind: node === result ? "result" : node.formula === undefined ? "input" : "step",
    name: node.name,
    title,
    value: numberText(node.value),
    gradient: signedText(gradient),
    gradientLine: {
      full: `∂${result.name}/∂${node.name} = ${numberText(gradient).short}`,
      short: `∂ ${signedText(gradient).short}`,
    },
    countLine: "",
    marks: [...marks, ...(node.marks ?? [])],
    source: place(node.line),
    row: index,
    label: `${title}, value ${node.value}, gradient ${gradient}. Node ${index + 1} of ${graph.nodes.length}.`,
  };
}

function edgeOf(
  graph: Graph,
  [from, to, partial]: Graph["edges"][number],
  index: number,
  gradients: ReadonlyMap<string, number>,
  largest: number,
): EdgeView {
  const share = Math.abs((gradients.get(to) ?? 0) * partial) / (largest === 0 ? 1 : largest);
  const name = (id: string): string => graph.nodes.find((node) => node.id === id)!.name;
  return {
    id: `e${index + 1}`,
    from,
    to,
    partial: numberText(partial),
    label: {
      full: `∂${name(to)}/∂${name(from)} = ${numberText(partial).short}`,
      short: `× ${numberText(partial).short}`,
    },
    formula: "",
    weight: share === 0 ? 0 : share < 0.1 ? 1 : share < 0.5 ? 2 : 3,
  };
}

function detailsOf(
  graph: Graph,
  node: GraphNode,
  edges: readonly EdgeView[],
  gradients: ReadonlyMap<string, number>,
): NodeDetails {
  const result = graph.nodes.at(-1)!;
  const name = (id: string): string => graph.nodes.find((each) => each.id === id)!.name;
  const walks = (from: string): EdgeView[][] =>
    from === result.id
      ? [[]]
      : edges.filter((edge) => edge.from === from).flatMap((edge) => walks(edge.to).map((rest) => [edge, ...rest]));
  const products = walks(node.id).map((walk) => walk.reduce((product, edge) => product * Number(edge.partial.full), 1));
  const total = products.reduce((sum, product) => sum + Math.abs(product), 0);
  const paths = walks(node.id).map((walk, index): PathView => ({
    via: name(walk[0]?.to ?? result.id),
    edges: walk
      .map((edge) => edge.id)
      .reverse()
      .join(" "),
    product: numberText(products[index]!),
    percent: total === 0 ? 0 : Math.round((100 * Math.abs(products[index]!)) / total),
  }));
  const gradient = gradients.get(node.id) ?? 0;
  return {
    node: node.id,
    kind: node === result ? "result" : node.formula === undefined ? "input" : "step",
    sentence:
      node === result
        ? `\`${node.name}\` is the result, so its own gradient is 1.`
        : `Raising \`${node.name}\` a little ${gradient < 0 ? "lowers" : "raises"} \`${result.name}\` ${numberText(Math.abs(gradient)).short} times as much.`,
    paths: node === result ? [] : paths,
    pathCount: String(paths.length),
    gradient: signedText(gradient),
  };
}

function rowsOf(graph: Graph, gradients: ReadonlyMap<string, number>): ViewModel["rows"] {
  const largest = Math.max(...[...gradients.values()].map(Math.abs));
  let step = 0;
  return graph.nodes.map((node, index) => ({
    index,
    step: node.formula === undefined ? undefined : (step += 1),
    name: node.name,
    formula: node.formula ?? "",
    source: place(node.line),
    value: numberText(node.value),
    gradient: signedText(gradients.get(node.id) ?? 0),
    magnitude: Math.abs(gradients.get(node.id) ?? 0) / largest,
    usedBy: graph.edges
      .filter(([from]) => from === node.id)
      .map(([, to]) => graph.nodes.find((each) => each.id === to)!.name)
      .join(", "),
    node: node.id,
  }));
}

/** The lecture's activation at any point. */
export function activation(w = 2, x = 3, b = 1, options: Partial<Graph> = {}): ViewModel {
  const u = w * x;
  const v = u + b;
  return modelOf({
    title: "activation",
    parameters: ["w", "x", "b"],
    nodes: [
      { id: "n0", name: "w", value: w, line: 2 },
      { id: "n1", name: "x", value: x, line: 2 },
      { id: "n2", name: "b", value: b, line: 2 },
      { id: "n3", name: "u", formula: "w · x", value: u, line: 3 },
      { id: "n4", name: "v", formula: "u + b", value: v, line: 4 },
      { id: "n5", name: "a", formula: "max(0, v)", value: Math.max(0, v), line: 5 },
    ],
    edges: [
      ["n0", "n3", x],
      ["n1", "n3", w],
      ["n3", "n4", 1],
      ["n2", "n4", 1],
      ["n4", "n5", v > 0 ? 1 : 0],
    ],
    ...options,
  });
}

/** The lecture's weight sharing at w = 0.5, x = 2, y = 1. */
export function weightSharing(): ViewModel {
  const [w, x, y] = [0.5, 2, 1];
  const a1 = Math.tanh(w * x);
  const a2 = Math.max(0, w * x);
  const o = a1 + a2;
  const slope = 1 - a1 * a1;
  return modelOf({
    title: "loss",
    parameters: ["w", "x", "y"],
    nodes: [
      { id: "n0", name: "w", value: w, line: 2 },
      { id: "n1", name: "x", value: x, line: 2 },
      { id: "n2", name: "y", value: y, line: 2 },
      { id: "n4", name: "a1", formula: "tanh(w · x)", value: a1, line: 3 },
      { id: "n6", name: "a2", formula: "max(0, w · x)", value: a2, line: 4 },
      { id: "n7", name: "o", formula: "a1 + a2", value: o, line: 5 },
      { id: "n9", name: "loss", formula: "(o − y)²", value: (o - y) ** 2, line: 6 },
    ],
    edges: [
      ["n0", "n4", x * slope],
      ["n1", "n4", w * slope],
      ["n0", "n6", x],
      ["n1", "n6", w],
      ["n4", "n7", 1],
      ["n6", "n7", 1],
      ["n7", "n9", 2 * (o - y)],
      ["n2", "n9", -2 * (o - y)],
    ],
    size: "7 steps, shown as 4 statements",
  });
}

/** A perceptron with two inputs and two hidden layers of two units: a picture that does not fit in full notation. */
export function perceptron(): ViewModel {
  const layers = [["x1", "x2"], ["h1", "h2"], ["g1", "g2"], ["o"]];
  const nodes: GraphNode[] = [];
  const edges: [string, string, number][] = [];
  for (const name of layers[0]!) nodes.push({ id: name, name, value: 1, line: 2 });
  for (let layer = 1; layer < layers.length; layer += 1) {
    for (const [index, name] of layers[layer]!.entries()) {
      for (const [from, operand] of layers[layer - 1]!.entries()) {
        const weight = `w${layer}${index + 1}${from + 1}`;
        nodes.push({ id: weight, name: weight, value: 0.5, line: 2 });
        edges.push([weight, name, 1], [operand, name, 0.5]);
      }
      nodes.push({ id: name, name, formula: "σ(…)", value: 0.73, line: layer + 3 });
    }
  }
  return modelOf({ title: "perceptron", parameters: ["x1", "x2", "w"], nodes, edges });
}
