/** How large the labels of a picture are, told from their texts: to lay them out for that would take longer than all the rest of a drawing. */
import type { ViewEdgeId, ViewModel, ViewNodeId } from "../../../view/model.ts";
import type { Size } from "../../../view/picture/layout/fit.ts";
import { spacingOf } from "../../../view/picture/layout/spacing.ts";
import { edgeLabel, labelLines, labelRows } from "../../../view/picture/mermaid.ts";
import type { DrawingOptions } from "./prepared.ts";

/** As the stylesheet has it: titles are bold, and every row is measured as if it were one. */
const NODE_FONT = "600 12px";
const EDGE_FONT = "600 11px";
const EDGE_ROW = 16;
/** Beside an edge's text, where its background reaches over it. */
const EDGE_PADDING = 2;
/** Texts whose widths are kept. */
const MOST_WIDTHS = 500;

const context = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

/** The sizes of labels in pixels; edges without a text are left out. */
export interface LabelSizes {
  readonly nodes: ReadonlyMap<ViewNodeId, Size>;
  readonly edges: ReadonlyMap<ViewEdgeId, Size>;
}

/** Return the sizes of all labels. */
export function labelSizes(model: ViewModel, options: DrawingOptions): LabelSizes {
  const { notation, fontFamily } = options;
  const { row } = spacingOf(options);
  const nodes = new Map<ViewNodeId, Size>();
  for (const node of model.nodes) {
    const rows = labelRows(labelLines(node, notation));
    const width = Math.max(...rows.map((text) => widthOf(text, `${NODE_FONT} ${fontFamily}`)));
    nodes.set(node.id, { width, height: rows.length * row });
  }
  const edges = new Map<ViewEdgeId, Size>();
  for (const edge of model.edges) {
    const text = edgeLabel(edge, notation);
    if (text === "") continue;
    const width = widthOf(text, `${EDGE_FONT} ${fontFamily}`) + 2 * EDGE_PADDING;
    edges.set(edge.id, { width, height: EDGE_ROW });
  }
  return { nodes, edges };
}

function widthOf(text: string, font: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (context === null) throw new Error("The page cannot measure texts.");
  context.font = font;
  const { width } = context.measureText(text);
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
}
