/** One picture: the text goes to Mermaid, what comes back is taken apart into the nodes and edges that the page works with. */
import mermaid from "mermaid";
import type { ViewEdgeId, ViewModel, ViewNodeId } from "../../view/model.ts";
import type { Size } from "../../view/picture/layout/fit.ts";
import { edgeLengths } from "../../view/picture/layout/layers.ts";
import type { Direction, Manner } from "../../view/picture/layout/manner.ts";
import { boxSize, MARGIN, spacingOf } from "../../view/picture/layout/spacing.ts";
import { isBare, labelLines, mermaidText, type Notation } from "../../view/picture/mermaid.ts";
import { freePlace } from "./freePlace.ts";
import type { Point } from "./geometry.ts";
import { knowLabels } from "./knownLabels.ts";
import { labelSizes } from "./labelSizes.ts";
import { laidOut } from "./laid.ts";
import { titleWidths, widened, type Widths } from "./reserve.ts";
import { routeEdges } from "./routes.ts";
import { hiddenLabel, shapeEdge, shapeNode, type EdgeShape, type NodeShape } from "./shapes.ts";

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
  readonly nodes: ReadonlyMap<ViewNodeId, NodeShape>;
  readonly edges: ReadonlyMap<ViewEdgeId, EdgeShape>;
}

/** How a picture is to be drawn. */
export interface DrawingOptions extends Manner {
  readonly widths: Widths;
  /** The editor's font. */
  readonly fontFamily: string;
}

let count = 0;
/** How Mermaid was last told to draw. */
let configured = "";

/** Tell Mermaid how to draw. */
function configure(fontFamily: string, manner: Manner): void {
  const spacing = spacingOf(manner);
  const { padding, nodeGap, edgeGap, rankGap } = spacing;
  const key = JSON.stringify([fontFamily, spacing]);
  if (key === configured) return;
  configured = key;
  const flowchart = {
    curve: "linear" as const,
    useMaxWidth: false,
    nodeSpacing: nodeGap,
    rankSpacing: rankGap,
    // Known to our bundle of Mermaid only.
    edgeSpacing: edgeGap,
    padding,
    diagramPadding: MARGIN,
    wrappingWidth: 1000,
    minNodeWidth: 0,
  };
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    suppressErrorRendering: true,
    layout: "dagre",
    look: "classic",
    theme: "base",
    htmlLabels: true,
    markdownAutoWrap: false,
    maxTextSize: 200_000,
    maxEdges: 1000,
    fontFamily,
    themeVariables: { fontSize: "12px" },
    flowchart,
  });
}

/** Draw a tiny picture, so that the first real one is as quick as the next. */
export async function warmUp(fontFamily: string, backstage: HTMLElement): Promise<void> {
  configure(fontFamily, { notation: "full", direction: "LR", within: undefined });
  const sizes = new Map(["n1", "e1", "n2"].map((id) => [id, { width: 20, height: 16 }]));
  await render('flowchart LR\nn1(["a"]) e1@-->|"b"| n2("c")', sizes, backstage);
  backstage.replaceChildren();
}

/** Return the picture of a model; `backstage` is an element of the page that is not shown, in which Mermaid draws it. */
export async function draw(model: ViewModel, options: DrawingOptions, backstage: HTMLElement): Promise<Drawing> {
  const wide = widened(model, options);
  const sizes = labelSizes(wide, options);
  configure(options.fontFamily, options);
  const lengths = edgeLengths(wide, options, boxSizes(wide, options, sizes));
  await render(mermaidText(wide, { ...options, lengths }), sizes, backstage);
  const svg = backstage.querySelector("svg");
  if (svg === null) throw new Error("Mermaid drew no picture.");
  try {
    return takeApart(svg, model, options, sizes);
  } finally {
    backstage.replaceChildren();
  }
}

function boxSizes({ nodes }: ViewModel, manner: Manner, labels: ReadonlyMap<string, Size>): Map<ViewNodeId, Size> {
  return new Map(nodes.map((node) => [node.id, boxSize(node, labels.get(node.id)!, spacingOf(manner))]));
}

/** Have a text drawn whose labels have the given sizes; the container keeps the picture as elements, see mermaidBundle.mjs. */
async function render(text: string, sizes: ReadonlyMap<string, Size>, backstage: HTMLElement): Promise<void> {
  backstage.dataset["keepsPicture"] = "";
  knowLabels(backstage, sizes);
  // A fresh id: Mermaid removes what it finds under the id that it is given, which would be the picture on show.
  await mermaid.render(freshId(), text, backstage);
}

/** Return the direction of the picture on the page. */
export function drawnDirection(): Direction {
  const manner = document.querySelector<SVGElement>(".stage svg")?.dataset["manner"] ?? "";
  return manner.endsWith("TB") ? "TB" : "LR";
}

function freshId(): string {
  count += 1;
  return `picture${count}`;
}

function takeApart(
  svg: SVGSVGElement,
  model: ViewModel,
  options: DrawingOptions,
  sizes: ReadonlyMap<string, Size>,
): Drawing {
  const { direction, notation, within, widths } = options;
  const laid = laidOut(svg, model, options, sizes);
  const nodes = new Map<ViewNodeId, NodeShape>();
  for (const node of model.nodes) {
    const { group, box } = laid.nodes.get(node.id)!;
    nodes.set(node.id, shapeNode(group, node, box, labelLines(node, notation)));
  }
  const routed = routeEdges(
    laid.edges.map(({ edge, bends, label }) => ({
      id: edge.id,
      from: nodes.get(edge.from)!.box,
      to: nodes.get(edge.to)!.box,
      bends,
      label,
    })),
    direction,
  );
  const edges = new Map<ViewEdgeId, EdgeShape>();
  const boxes = [...nodes.values()].map(({ box }) => box);
  for (const { edge, path, group } of laid.edges) {
    const route = routed.get(edge.id)!;
    const shape = shapeEdge(path, group, route);
    const place = (): Point => freePlace(route.middles, boxes, direction);
    edges.set(edge.id, isBare(notation) ? hiddenLabel(svg, edge, shape, place()) : shape);
  }
  const { width, height } = extentOf([
    ...boxes,
    ...laid.edges.flatMap(({ bends, label }) => [...bends, ...(label === undefined ? [] : [label])]),
  ]);
  prepare(svg, { width, height });
  svg.dataset["manner"] = `${notation} ${direction}`;
  const titles = titleWidths(model, notation);
  return { svg, width, height, topology: model.topology, direction, notation, within, widths, titles, nodes, edges };
}

/** Return how far boxes and points reach from the picture's upper left corner, and a margin; the layout leaves one there, too. */
function extentOf(parts: readonly (Point & Partial<Size>)[]): Size {
  const right = parts.map(({ x, width = 0 }) => x + width / 2);
  const bottom = parts.map(({ y, height = 0 }) => y + height / 2);
  return { width: Math.max(0, ...right) + MARGIN, height: Math.max(0, ...bottom) + MARGIN };
}

function prepare(svg: SVGSVGElement, { width, height }: Size): void {
  for (const attribute of ["aria-roledescription", "style"]) svg.removeAttribute(attribute);
  svg.setAttribute("role", "group");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
}
