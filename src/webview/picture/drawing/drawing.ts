/** One picture: nodes, edges and labels as elements of the page, where the layout says. */
import type { NodeView, ViewEdgeId, ViewModel, ViewNodeId } from "../../../view/model.ts";
import type { Size } from "../../../view/picture/layout/fit.ts";
import { along, type NodeBox } from "../../../view/picture/layout/geometry.ts";
import type { Direction } from "../../../view/picture/layout/manner.ts";
import { isBare, labelLines, mermaidText, type Notation } from "../../../view/picture/mermaid.ts";
import { drawFlowchart, type Read } from "./flowchart.ts";
import { freePlace } from "./freePlace.ts";
import type { Prepared } from "./prepared.ts";
import { titleWidths, type Widths } from "./reserve.ts";
import { routeEdges, type LaidEdge } from "./routes.ts";
import { hiddenLabel, shapeEdge, shapeNode, sheetsAbove, type EdgeShape, type NodeShape } from "./shapes.ts";
import { svgElement } from "./svgElement.ts";

/** A picture, not yet or already on the page. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  readonly topology: string;
  readonly direction: Direction;
  readonly notation: Notation;
  readonly within: number | undefined;
  /** How many characters every label has room for. */
  readonly widths: Widths;
  /** How many characters every node's title had. */
  readonly titles: Widths;
  /** Where nodes stand across the graph, by their names. */
  readonly places: ReadonlyMap<string, number>;
  readonly nodes: ReadonlyMap<ViewNodeId, NodeShape>;
  readonly edges: ReadonlyMap<ViewEdgeId, EdgeShape>;
}

/** Draw a tiny picture, so that the first real one is as quick as the next. */
export async function warmUp(backstage: HTMLElement): Promise<void> {
  await drawFlowchart('flowchart LR\nn1(["a"]) e1@-->|"b"| n2("c")', backstage, () => undefined);
  backstage.replaceChildren();
}

/** Return the picture of a model; `backstage` is an element of the page that is not shown, in which it is drawn. */
export async function draw(model: ViewModel, prepared: Prepared, backstage: HTMLElement): Promise<Drawing> {
  let drawing: Drawing | undefined;
  await drawFlowchart(mermaidText(model, prepared.options), backstage, (svg, read) => {
    checkRead(model, read);
    drawing = paint(svg, model, prepared);
  });
  backstage.replaceChildren();
  if (drawing === undefined) throw new Error("Mermaid drew no picture.");
  return drawing;
}

/** Return the direction of the picture on the page. */
export function drawnDirection(): Direction {
  const manner = document.querySelector<SVGElement>(".stage svg")?.dataset["manner"] ?? "";
  return manner.endsWith("TB") ? "TB" : "LR";
}

/** Throw an error if Mermaid has read a text otherwise than it was meant. */
function checkRead({ nodes, edges }: ViewModel, read: Read): void {
  const isWhole = nodes.length === read.nodes.size && edges.length === read.edges.size;
  if (isWhole && nodes.every(({ id }) => read.nodes.has(id)) && edges.every(({ id }) => read.edges.has(id))) return;
  throw new Error("Mermaid has read another picture than was written.");
}

function paint(svg: SVGSVGElement, model: ViewModel, prepared: Prepared): Drawing {
  const { options, labels, layout } = prepared;
  const { direction, notation, within, widths } = options;
  const nodes = new Map<ViewNodeId, NodeShape>();
  for (const node of model.nodes) {
    const size = labels.nodes.get(node.id)!;
    nodes.set(node.id, shapeNode(node, nodeBox(node, prepared), size, labelLines(node, notation)));
  }
  const boxes = [...nodes.values()].map(({ box }) => box);
  const routes = routeEdges(
    model.edges.map(({ id, from, to }): LaidEdge => {
      const [label, size] = [layout.labels.get(id), labels.edges.get(id)];
      return {
        id,
        from: nodes.get(from)!.box,
        to: nodes.get(to)!.box,
        bends: layout.bends.get(id)!,
        label: label === undefined || size === undefined ? undefined : { ...label, ...size },
      };
    }),
    direction,
  );
  const around = { nodes: boxes, direction, width: layout.width, height: layout.height };
  const edges = new Map<ViewEdgeId, EdgeShape>();
  for (const edge of model.edges) {
    const route = routes.get(edge.id)!;
    const shape = shapeEdge(edge, route, labels.edges.get(edge.id));
    edges.set(edge.id, isBare(notation) ? hiddenLabel(edge, shape, freePlace(route.middles, around)) : shape);
  }
  const edgeLabels = [...edges.values()].flatMap(({ label }) => label ?? []);
  const parts = [
    layer([...edges.values()].map(({ path }) => path)),
    // What is seen only while it stands out is in front of the nodes then.
    ...(isBare(notation) ? [] : [layer(edgeLabels)]),
    layer([...nodes.values()].map(({ group }) => group)),
    ...(isBare(notation) ? [layer(edgeLabels)] : []),
  ];
  frame(svg, parts, layout);
  svg.dataset["manner"] = `${notation} ${direction}`;
  const { topology } = model;
  const { width, height } = layout;
  const titles = titleWidths(model, notation);
  const places = new Map(
    model.nodes.map(({ id, name }) => [name, along(layout.nodes.get(id)!, direction).cross] as const),
  );
  return { svg, width, height, topology, direction, notation, within, widths, titles, places, nodes, edges };
}

function nodeBox(node: NodeView, { boxes, layout }: Prepared): NodeBox {
  const isStadium = node.kind === "input" || node.kind === "inputs";
  return { ...layout.nodes.get(node.id)!, ...boxes.get(node.id)!, isStadium, above: sheetsAbove(node) };
}

function layer(parts: readonly SVGElement[]): SVGGElement {
  const group = svgElement("g", {});
  group.append(...parts);
  return group;
}

/** Put the parts of a picture into its frame, in place of what Mermaid has put there. */
function frame(svg: SVGSVGElement, parts: readonly SVGElement[], { width, height }: Size): void {
  for (const attribute of ["aria-roledescription", "style"]) svg.removeAttribute(attribute);
  svg.setAttribute("role", "group");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.replaceChildren(...parts);
}
