/** How large a picture will be, told from its texts and edges without drawing it: right enough to choose how to draw. */
import type { NodeView, ViewEdgeId, ViewModel, ViewNodeId } from "../../model.ts";
import { edgeLabel, labelLines, labelRows } from "../mermaid.ts";
import type { Size } from "./fit.ts";
import { oddMiddle } from "./items.ts";
import { ranksIn, type Outline } from "./layers.ts";
import type { Manner } from "./manner.ts";
import { boxSize, MARGIN, spacingOf } from "./spacing.ts";

/** What the stylesheet and Mermaid make of a character, and of the room for a label on an edge. */
const CHARACTER = 7.23;
const LABEL_CHARACTER = 6.62;
const LABEL_ROW = 16;

/** What an estimate needs to know of a picture. */
export interface Contents {
  readonly outline: Outline;
  readonly boxes: ReadonlyMap<ViewNodeId, Size>;
  /** Return how many characters are written on an edge. */
  readonly lettersOn: (edge: ViewEdgeId) => number;
}

/** Return about how large the picture of a model will be. */
export function estimatedSize(model: ViewModel, manner: Manner): Size {
  const letters = new Map(model.edges.map((edge) => [edge.id, edgeLabel(edge, manner.notation).length]));
  const boxes = new Map(model.nodes.map((node) => [node.id, estimatedBox(node, manner)]));
  return sizeOfContents({ outline: model, boxes, lettersOn: (edge) => letters.get(edge)! }, manner);
}

/** Return about how large a picture with such contents will be. */
export function sizeOfContents({ outline, boxes, lettersOn }: Contents, manner: Manner): Size {
  const { direction } = manner;
  const { nodeGap, edgeGap, rankGap } = spacingOf(manner);
  const ranks = ranksIn(outline, manner, boxes);
  const count = Math.max(0, ...ranks.values()) + 1;
  const across = new Float64Array(2 * count - 1);
  const along = new Float64Array(2 * count - 1);
  for (const node of outline.nodes) {
    const { width, height } = boxes.get(node.id)!;
    const at = 2 * ranks.get(node.id)!;
    across[at]! += nodeGap + (direction === "LR" ? height : width);
    along[at] = Math.max(along[at]!, direction === "LR" ? width : height);
  }
  for (const edge of outline.edges) {
    const [from, to] = [2 * (ranks.get(edge.from) ?? 0), 2 * (ranks.get(edge.to) ?? 0)];
    const length = lettersOn(edge.id) * LABEL_CHARACTER;
    const middle = oddMiddle(from, to);
    for (let at = from + 1; at < to; at++) {
      const isLabel = at === middle && length > 0;
      if (isLabel) along[at] = Math.max(along[at]!, direction === "LR" ? length : LABEL_ROW);
      if (isLabel) across[at]! += nodeGap + (direction === "LR" ? LABEL_ROW : length);
      else if (at % 2 === 0) across[at]! += edgeGap;
    }
  }
  const main = along.reduce((sum, size) => sum + size, 0) + (count - 1) * rankGap + 2 * MARGIN;
  const cross = Math.max(...across) - nodeGap + 2 * MARGIN;
  return direction === "LR" ? { width: main, height: cross } : { width: cross, height: main };
}

function estimatedBox(node: NodeView, manner: Manner): Size {
  const rows = labelRows(labelLines(node, manner.notation));
  return boxOf(node.kind, Math.max(...rows.map(({ length }) => length)), rows.length, manner);
}

/** Return about how large a box around so many rows of so many characters is. */
export function boxOf(kind: NodeView["kind"], letters: number, rows: number, manner: Manner): Size {
  const spacing = spacingOf(manner);
  return boxSize({ kind }, { width: letters * CHARACTER, height: rows * spacing.row }, spacing);
}
