/** How large the labels of a picture are, told from their texts: to lay them out for that would take longer than all the rest of a drawing. */
import type { ViewModel } from "../../view/model.ts";
import type { Size } from "../../view/picture/layout/fit.ts";
import { spacingOf } from "../../view/picture/layout/spacing.ts";
import { edgeLabel, labelLines, labelRows } from "../../view/picture/mermaid.ts";
import type { DrawingOptions } from "./drawing.ts";

/** As the stylesheet has it: titles are bold, and every row is measured as if it were one. */
const NODE_FONT = "600 12px";
const EDGE_FONT = "600 11px";
const EDGE_ROW = 16;
/** Beside an edge's text, where its background reaches over it. */
const EDGE_PADDING = 2;
/** What an edge without a text has. */
const NONE: Size = { width: 0, height: 0 };
/** Texts whose widths are kept. */
const MOST_WIDTHS = 500;

const context = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

/** Return the sizes of all labels in pixels, by the ids of nodes and edges. */
export function labelSizes(model: ViewModel, options: DrawingOptions): Map<string, Size> {
  const { notation, fontFamily } = options;
  const { row } = spacingOf(options);
  const sizes = new Map<string, Size>();
  for (const node of model.nodes) {
    const rows = labelRows(labelLines(node, notation));
    const width = Math.max(...rows.map((text) => widthOf(text, `${NODE_FONT} ${fontFamily}`)));
    sizes.set(node.id, { width, height: rows.length * row });
  }
  for (const edge of model.edges) {
    const text = edgeLabel(edge, notation);
    const width = widthOf(text, `${EDGE_FONT} ${fontFamily}`) + 2 * EDGE_PADDING;
    sizes.set(edge.id, text === "" ? NONE : { width, height: EDGE_ROW });
  }
  return sizes;
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
