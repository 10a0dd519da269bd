/** One picture: the text goes to Mermaid, what comes back is taken apart into the nodes and edges that the page works with. */
import mermaid from "mermaid";
import type { EdgeView, NodeView, ViewEdgeId, ViewModel, ViewNodeId } from "../../view/model.ts";
import { isBare, labelLines, mermaidText, type Notation } from "../../view/picture/mermaid.ts";
import type { Box, Direction, NodeBox, Point } from "./geometry.ts";
import type { Manner } from "./manner.ts";
import { titleWidths, widened, type Widths } from "./reserve.ts";
import { routeEdges, type LaidEdge } from "./routes.ts";
import { hiddenLabel, shapeEdge, shapeNode, sheetsAbove, type EdgeShape, type NodeShape } from "./shapes.ts";
import { spacingOf } from "./spacing.ts";

/** A picture, not yet or already on the page. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  readonly topology: string;
  readonly direction: Direction;
  readonly notation: Notation;
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

/** Space around the nodes for lines and rings that reach over them. */
const MARGIN = 8;
let count = 0;
/** How Mermaid was last told to draw. */
let configured = "";

/** Mermaid waits for the next frame at each of its measurements, four of them a picture; the end of the current task does as well. */
function measureWithoutWaiting(): void {
  const { fastdom } = window as { readonly fastdom?: { raf: (flush: () => void) => void } };
  if (fastdom === undefined) return;
  const { port1, port2 } = new MessageChannel();
  let flushes: (() => void)[] = [];
  port1.onmessage = () => {
    const due = flushes;
    flushes = [];
    for (const flush of due) flush();
  };
  fastdom.raf = (flush) => {
    flushes.push(flush);
    port2.postMessage(undefined);
  };
}

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
export async function warmUp(fontFamily: string, measure: HTMLElement): Promise<void> {
  measureWithoutWaiting();
  configure(fontFamily, { notation: "full", direction: "LR" });
  await mermaid.render(freshId(), 'flowchart LR\nn1(["a"]) e1@-->|"b"| n2("c")', measure);
  measure.replaceChildren();
}

/** Return the picture of a model; `measure` is an element of the page, out of sight, in which labels have their real size. */
export async function draw(model: ViewModel, options: DrawingOptions, measure: HTMLElement): Promise<Drawing> {
  const text = mermaidText(widened(model, options), options);
  configure(options.fontFamily, options);
  // A fresh id: Mermaid removes what it finds under the id that it is given, which would be the picture on show.
  // The container keeps the picture as elements that are laid out already; see mermaidBundle.mjs.
  measure.dataset["keepsPicture"] = "";
  measure.dataset["notation"] = options.notation;
  await mermaid.render(freshId(), text, measure);
  const svg = measure.querySelector("svg");
  if (svg === null) throw new Error("Mermaid drew no picture.");
  try {
    return takeApart(svg, model, options);
  } finally {
    measure.replaceChildren();
  }
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

function takeApart(svg: SVGSVGElement, model: ViewModel, options: DrawingOptions): Drawing {
  const found = groupsById(svg);
  // All measuring first, all writing afterwards: the page is laid out once.
  const measured = model.nodes.map((node) => ({ node, ...measureNode(node, found.nodes) }));
  const laid = model.edges.map((edge) => ({ edge, ...measureEdge(edge, found) }));
  const { width, height } = svg.viewBox.baseVal;
  svg.querySelectorAll("style, defs, marker, linearGradient").forEach((each) => {
    each.remove();
  });
  const nodes = new Map<ViewNodeId, NodeShape>();
  for (const { node, group, box } of measured) {
    nodes.set(node.id, shapeNode(group, node, box, labelLines(node, options.notation)));
  }
  const edges = new Map<ViewEdgeId, EdgeShape>();
  const routed = routeEdges(
    laid.map((each) => laidEdge(each, nodes)),
    options.direction,
  );
  for (const { edge, path, label } of laid) {
    const route = routed.get(edge.id)!;
    const shape = shapeEdge(path, label, route);
    if (isBare(options.notation)) {
      // Mermaid makes a label of nothing, too.
      found.labels.get(edge.id)?.parentElement?.remove();
      edges.set(edge.id, hiddenLabel(svg, edge, shape, route));
    } else {
      edges.set(edge.id, shape);
    }
  }
  prepare(svg, width, height);
  svg.dataset["manner"] = `${options.notation} ${options.direction}`;
  const { direction, notation, widths } = options;
  const titles = titleWidths(model, options.notation);
  return { svg, width, height, topology: model.topology, direction, notation, widths, titles, nodes, edges };
}

function prepare(svg: SVGSVGElement, width: number, height: number): void {
  for (const attribute of ["aria-roledescription", "style"]) svg.removeAttribute(attribute);
  svg.setAttribute("role", "group");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
}

interface Found {
  readonly nodes: ReadonlyMap<ViewNodeId, SVGGElement>;
  readonly paths: ReadonlyMap<string, SVGPathElement>;
  readonly labels: ReadonlyMap<string, SVGGElement>;
}

function groupsById(svg: SVGSVGElement): Found {
  const nodes = new Map<ViewNodeId, SVGGElement>();
  for (const group of svg.querySelectorAll<SVGGElement>("g.node")) {
    // `picture3-flowchart-n12-7`: the last number is Mermaid's own.
    nodes.set(/-flowchart-(.+)-\d+$/.exec(group.id)?.[1] ?? group.id, group);
  }
  const byEdge = <E extends SVGElement>(selector: string): Map<string, E> =>
    new Map([...svg.querySelectorAll<E>(selector)].map((each) => [each.dataset["id"] ?? "", each]));
  return { nodes, paths: byEdge("path.flowchart-link"), labels: byEdge("g.edgeLabel g.label") };
}

/** What our bundle of Mermaid leaves at an outline; to measure it again would have the picture laid out. */
interface Measured {
  readonly measuredBounds?: DOMRect;
}

function measureNode(node: NodeView, groups: Found["nodes"]): { group: SVGGElement; box: NodeBox } {
  const group = groups.get(node.id);
  const outline = group?.querySelector<SVGGraphicsElement & Measured>(".label-container");
  if (group === undefined || outline == null) throw new Error(`The picture lacks the node ${node.id}.`);
  const { width, height } = outline.measuredBounds ?? outline.getBBox();
  return {
    group,
    box: {
      ...translation(group),
      width,
      height,
      isStadium: node.kind === "input" || node.kind === "inputs",
      above: sheetsAbove(node),
    },
  };
}

interface MeasuredEdge {
  readonly edge: EdgeView;
  readonly path: SVGPathElement;
  readonly bends: readonly Point[];
  readonly label: SVGGElement | undefined;
  readonly labelBox: Box | undefined;
}

function measureEdge(edge: EdgeView, found: Found): Omit<MeasuredEdge, "edge"> {
  const path = found.paths.get(edge.id);
  if (path === undefined) throw new Error(`The picture lacks the edge ${edge.id}.`);
  const bends = pointsOf(path).slice(1, -1);
  const group = found.labels.get(edge.id);
  const outer = group?.parentElement;
  const foreign = group?.querySelector("foreignObject");
  const width = Number(foreign?.getAttribute("width") ?? 0);
  const height = Number(foreign?.getAttribute("height") ?? 0);
  // An empty label is as wide as its padding, and Mermaid leaves it anywhere.
  if (group === undefined || !(outer instanceof SVGGElement) || width === 0 || height === 0) {
    return { path, bends, label: undefined, labelBox: undefined };
  }
  return { path, bends, label: group, labelBox: { ...translation(outer), width, height } };
}

function laidEdge(measured: MeasuredEdge, nodes: ReadonlyMap<ViewNodeId, NodeShape>): LaidEdge {
  const { edge, bends, labelBox } = measured;
  return { id: edge.id, from: nodes.get(edge.from)!.box, to: nodes.get(edge.to)!.box, bends, label: labelBox };
}

/** Mermaid keeps the layout's points beside the path. */
function pointsOf(path: SVGPathElement): Point[] {
  const text = path.dataset["points"];
  return text === undefined ? [] : (JSON.parse(atob(text)) as Point[]);
}

function translation(group: SVGGElement): Point {
  const [, x = "0", y = "0"] =
    /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(group.getAttribute("transform") ?? "") ?? [];
  return { x: Number(x), y: Number(y) };
}
