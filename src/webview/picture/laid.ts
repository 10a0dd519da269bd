/** What Mermaid made of a picture: where nodes stand, and which points edges pass. */
import type { EdgeView, NodeView, ViewEdgeId, ViewModel, ViewNodeId } from "../../view/model.ts";
import type { Size } from "../../view/picture/layout/fit.ts";
import type { Manner } from "../../view/picture/layout/manner.ts";
import { MARGIN, spacingOf } from "../../view/picture/layout/spacing.ts";
import type { Box, NodeBox, Point } from "./geometry.ts";
import { sheetsAbove } from "./shapes.ts";
import { squeezed } from "./squeeze.ts";

/** A picture as it was laid out, not yet in our own lines. */
export interface Laid {
  readonly nodes: ReadonlyMap<ViewNodeId, DrawnNode>;
  readonly edges: readonly DrawnEdge[];
}

/** A node's group, and where it stands. */
export interface DrawnNode {
  readonly group: SVGGElement;
  readonly box: NodeBox;
}

/** An edge's path, and what it passes; without a text it has no label. */
export interface DrawnEdge {
  readonly edge: EdgeView;
  readonly path: SVGPathElement;
  readonly bends: readonly Point[];
  readonly group: SVGGElement | undefined;
  readonly label: Box | undefined;
}

/** Read what Mermaid drew; where its ranks are narrow, move together what it put apart. */
export function laidOut(svg: SVGSVGElement, model: ViewModel, manner: Manner, sizes: ReadonlyMap<string, Size>): Laid {
  const found = groupsById(svg);
  const nodes = new Map(model.nodes.map((node) => [node.id, laidNode(node, found.nodes)]));
  const edges = model.edges.map((edge) => ({ edge, ...laidEdge(edge, found, sizes) }));
  return manner.within === undefined ? { nodes, edges } : movedTogether({ nodes, edges }, manner);
}

function movedTogether({ nodes, edges }: Laid, manner: Manner): Laid {
  const boxes = new Map([...nodes].map(([id, { box }]) => [id, box]));
  const ways = edges.map(({ edge: { id, from, to }, bends }) => ({ id, from, to, bends }));
  const places = squeezed({ nodes: boxes, edges: ways }, { between: spacingOf(manner).nodeGap, side: MARGIN });
  const moved = new Map<ViewNodeId, DrawnNode>();
  for (const [id, { group, box }] of nodes) {
    const { x, y } = places.nodes.get(id)!;
    group.setAttribute("transform", `translate(${x},${y})`);
    moved.set(id, { group, box: { ...box, x, y } });
  }
  return { nodes: moved, edges: edges.map((each) => ({ ...each, bends: places.bends.get(each.edge.id)! })) };
}

interface Found {
  readonly nodes: ReadonlyMap<ViewNodeId, SVGGElement>;
  readonly paths: ReadonlyMap<string, SVGPathElement>;
  readonly labels: ReadonlyMap<ViewEdgeId, SVGGElement>;
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

/** What our bundle of Mermaid leaves at an outline. */
interface Measured {
  readonly measuredBounds?: Size;
}

function laidNode(node: NodeView, groups: Found["nodes"]): DrawnNode {
  const group = groups.get(node.id);
  const bounds = group?.querySelector<SVGGraphicsElement & Measured>(".label-container")?.measuredBounds;
  if (group === undefined || bounds === undefined) throw new Error(`The picture lacks the node ${node.id}.`);
  const { width, height } = bounds;
  const isStadium = node.kind === "input" || node.kind === "inputs";
  return { group, box: { ...translation(group), width, height, isStadium, above: sheetsAbove(node) } };
}

function laidEdge(edge: EdgeView, found: Found, sizes: ReadonlyMap<string, Size>): Omit<DrawnEdge, "edge"> {
  const path = found.paths.get(edge.id);
  if (path === undefined) throw new Error(`The picture lacks the edge ${edge.id}.`);
  const bends = pointsOf(path).slice(1, -1);
  const group = found.labels.get(edge.id);
  const place = group?.parentElement;
  const size = sizes.get(edge.id);
  if (group === undefined || !(place instanceof SVGGElement) || size === undefined || size.width === 0) {
    place?.remove();
    return { path, bends, group: undefined, label: undefined };
  }
  return { path, bends, group, label: { ...translation(place), ...size } };
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
