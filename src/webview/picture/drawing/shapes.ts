/** Nodes and edges in our own lines: shape says the kind, words say the marks; colours are the stylesheet's. */
import type { EdgeView, Mark, NodeView, ViewEdgeId } from "../../../view/model.ts";
import type { Size } from "../../../view/picture/layout/fit.ts";
import type { Box, NodeBox, Point } from "../../../view/picture/layout/geometry.ts";
import { STEP } from "../../../view/picture/layout/spacing.ts";
import type { LabelLine } from "../../../view/picture/mermaid.ts";
import { nodeMenu } from "../../menu.ts";
import type { Route } from "./routes.ts";
import { svgElement } from "./svgElement.ts";

/** A node on the page. */
export interface NodeShape {
  readonly group: SVGGElement;
  readonly box: NodeBox;
  readonly lines: HTMLElement;
  readonly marks: SVGGElement;
}

/** An edge on the page; `label` is undefined if it has none. */
export interface EdgeShape {
  readonly path: SVGPathElement;
  readonly label: SVGGElement | undefined;
  readonly text: HTMLElement | undefined;
}

const LINE_CLASS = { title: "l1", value: "l2", gradient: "l3", count: "l4" } as const;
/** So many sheets are behind a node that stands for several. */
const SHEETS = 2;
const CORNER = 5;
/** Room for a label that was not measured; it may be wider. */
const LABEL = { width: 80, height: 16 };
const MARKS = ["kink", "not-finite", "zero", "cut"] as const satisfies readonly Mark[];
const WEIGHTS = [0, 1, 2, 3] as const satisfies readonly EdgeView["weight"][];

/** Make a node with its outlines, and a label of a size. */
export function shapeNode(node: NodeView, box: NodeBox, size: Size, lines: readonly LabelLine[]): NodeShape {
  const { id, kind } = node;
  const group = svgElement("g", {
    class: `node ${kind}`,
    transform: `translate(${box.x},${box.y})`,
    "data-node": id,
    role: "img",
    tabindex: -1,
  });
  const block = document.createElement("div");
  block.className = "nodeLabel";
  const label = svgElement("g", { class: "label", "aria-hidden": "true" });
  label.append(labelBox(size, block));
  const marks = svgElement("g", { class: "marks", transform: `translate(${box.width / 2 - 6},${-box.height / 2})` });
  group.append(...outlines(node, box), label, marks);
  const shape = { group, box, lines: block, marks };
  writeNode(shape, node, lines);
  return shape;
}

/** What a label is written in, its middle in the middle of its group. */
function labelBox({ width, height }: Size, block: HTMLElement): SVGForeignObjectElement {
  const foreign = svgElement("foreignObject", { x: -width / 2, y: -height / 2, width, height });
  foreign.append(block);
  return foreign;
}

/** Set an attribute unless it says so already: the browser looks at whatever is written, changed or not. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Put a node's texts, marks, menu and spoken name in place. `whole` is the first line before it was cut; empty if it was not. */
export function writeNode(shape: NodeShape, node: NodeView, lines: readonly LabelLine[], whole = ""): void {
  const { group } = shape;
  shape.lines.classList.toggle(
    "paired",
    lines.some(({ isBeside }) => isBeside),
  );
  if (shape.lines.childElementCount !== lines.length) {
    shape.lines.replaceChildren(...lines.map(() => document.createElement("span")));
  }
  lines.forEach((line, index) => {
    const span = shape.lines.children[index] as HTMLElement;
    if (span.className !== LINE_CLASS[line.role]) span.className = LINE_CLASS[line.role];
    if (span.textContent !== line.text) span.textContent = line.text;
    if (line.role === "title" && span.title !== whole) span.title = whole;
  });
  setAttribute(group, "aria-label", node.label);
  setAttribute(group, "data-vscode-context", nodeMenu(node));
  for (const mark of MARKS) group.classList.toggle(mark, node.marks.includes(mark));
  writeMarks(shape.marks, node.marks);
}

/** Make an edge along its route; its label is of a size, or it has none. */
export function shapeEdge({ id }: EdgeView, route: Route, size: Size | undefined): EdgeShape {
  const path = svgElement("path", {
    class: "flowchart-link",
    d: route.path,
    "data-id": id,
    "marker-end": "url(#arrow)",
  });
  if (size === undefined || route.label === undefined) return { path, label: undefined, text: undefined };
  return { path, ...edgeLabelAt(id, route.label, size, "label") };
}

/** Give an edge that has no room for a label one that is seen only while the edge stands out. */
export function hiddenLabel({ id }: EdgeView, { path }: EdgeShape, at: Point): EdgeShape {
  return { path, ...edgeLabelAt(id, at, LABEL, "label hidden") };
}

function edgeLabelAt(id: ViewEdgeId, at: Point, size: Size, name: string): Required<Omit<EdgeShape, "path">> {
  const block = document.createElement("div");
  block.className = "edgeLabel";
  const text = document.createElement("span");
  text.className = "labelBkg";
  block.append(text);
  const label = svgElement("g", { class: name, transform: `translate(${at.x},${at.y})`, "data-id": id });
  label.append(labelBox(size, block));
  return { label, text };
}

/** Put an edge's text and thickness in place. `text` is what its label reads, `whole` what pointing at it tells. */
export function writeEdge(shape: EdgeShape, edge: EdgeView, text: string): void {
  for (const weight of WEIGHTS) shape.path.classList.toggle(`w${weight}`, weight === edge.weight);
  if (shape.text === undefined) return;
  if (shape.text.textContent !== text) shape.text.textContent = text;
  const title = edge.formula === "" ? edge.label.full : `${edge.label.full} (${edge.formula})`;
  if (shape.text.title !== title) shape.text.title = title;
}

/** The end of a line whose arrowhead is at its other end. */
export const REST = "arrow-rest";

/** The arrowheads of all edges, in the colour of their lines: the way values go, and the way gradients come back. */
export function arrowDefinition(): SVGSVGElement {
  const svg = svgElement("svg", { class: "definitions", "aria-hidden": "true", width: 0, height: 0 });
  const marker = svgElement("marker", {
    id: "arrow",
    viewBox: "0 0 8 8",
    refX: 0.5,
    refY: 4,
    markerWidth: 8,
    markerHeight: 8,
    markerUnits: "userSpaceOnUse",
    orient: "auto",
  });
  marker.append(svgElement("path", { class: "arrow", d: "M0 0L8 4L0 8z" }));
  const back = marker.cloneNode(true) as SVGMarkerElement;
  back.id = "arrow-back";
  back.setAttribute("orient", "auto-start-reverse");
  back.setAttribute("refX", "7.5");
  // Where an arrowhead has been the line goes on, as wide as it is, below the node.
  const rest = svgElement("marker", { id: REST, refX: 0, refY: 0.5, markerWidth: 8, markerHeight: 1, orient: "auto" });
  rest.append(svgElement("rect", { class: "arrow", width: 8, height: 1 }));
  svg.append(marker, back, rest);
  return svg;
}

/** Return how far the sheets behind a node stand out above it. */
export function sheetsAbove({ kind }: NodeView): number {
  return hasSheets(kind) ? SHEETS * STEP : 0;
}

function hasSheets(kind: NodeView["kind"]): boolean {
  return kind !== "result" && kind !== "step" && kind !== "input";
}

function outlines(node: NodeView, box: NodeBox): SVGElement[] {
  const radius = box.isStadium ? box.height / 2 : CORNER;
  const ring = rect("ring", box, radius + STEP, STEP);
  const outline = rect("label-container", box, radius, 0);
  if (node.kind === "result") return [ring, outline, rect("double", box, CORNER - 2, -STEP)];
  if (!hasSheets(node.kind)) return [ring, outline];
  const sheets = Array.from({ length: SHEETS }, (_, index) => {
    const sheet = rect("sheet", box, radius, 0);
    const far = (SHEETS - index) * STEP;
    sheet.setAttribute("transform", `translate(${far},${-far})`);
    return sheet;
  });
  return [...sheets, ring, outline];
}

function rect(name: string, box: Box, radius: number, grow: number): SVGRectElement {
  const width = box.width + 2 * grow;
  const height = box.height + 2 * grow;
  return svgElement("rect", { class: name, x: -width / 2, y: -height / 2, width, height, rx: Math.max(0, radius) });
}

/** A sign a mark, from right to left; the node's spoken name says the same in words. */
function writeMarks(group: SVGGElement, marks: readonly Mark[]): void {
  const signs = marks.flatMap((mark) => (mark === "zero" ? [] : [mark]));
  if (group.dataset["marks"] === signs.join(" ")) return;
  group.dataset["marks"] = signs.join(" ");
  group.replaceChildren(...signs.map((mark, index) => badge(mark, -index * 18)));
}

/** A bent line for a kink, `!` for a number that is not finite, `…` for what was cut off. */
function badge(mark: Exclude<Mark, "zero">, x: number): SVGGElement {
  const group = svgElement("g", { class: `mark ${mark}`, transform: `translate(${x},0)` });
  group.append(svgElement("circle", { r: 7 }));
  if (mark === "kink") {
    group.append(svgElement("path", { d: "M-4 2H0L3.5 -3" }));
  } else {
    const sign = svgElement("text", { y: 3.5, "text-anchor": "middle" });
    sign.textContent = mark === "cut" ? "…" : "!";
    group.append(sign);
  }
  return group;
}
