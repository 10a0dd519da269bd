/** How large a picture will be, told from its texts and edges without drawing it: right enough to choose how to draw. */
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import { edgeLabel, labelLines, labelRows, type Notation } from "../../view/picture/mermaid.ts";
import type { Size } from "./camera.ts";
import type { Direction } from "./geometry.ts";
import { spacingOf } from "./spacing.ts";

/** What the stylesheet and Mermaid make of a character, and of the room for a label on an edge. */
const CHARACTER = 7.23;
const LABEL_CHARACTER = 6.62;
const LABEL_ROW = 16;
const MARGIN = 16;

/** Return about how large the picture of a model will be. */
export function estimatedSize(model: ViewModel, notation: Notation, direction: Direction): Size {
  const { row, padding, nodeGap, edgeGap, rankGap } = spacingOf({ notation, direction });
  const ranks = ranksOf(model);
  const count = Math.max(0, ...ranks.values()) + 1;
  const across = new Float64Array(2 * count - 1);
  const along = new Float64Array(2 * count - 1);
  for (const node of model.nodes) {
    const rows = labelRows(labelLines(node, notation));
    const longest = Math.max(...rows.map(({ length }) => length));
    const height = rows.length * row + 2 * padding;
    const isRound = node.kind === "input" || node.kind === "inputs";
    const width = longest * CHARACTER + 2 * padding + (isRound ? height / 2 : 0);
    const at = 2 * ranks.get(node.id)!;
    across[at]! += nodeGap + (direction === "LR" ? height : width);
    along[at] = Math.max(along[at]!, direction === "LR" ? width : height);
  }
  for (const edge of model.edges) {
    const [from, to] = [2 * (ranks.get(edge.from) ?? 0), 2 * (ranks.get(edge.to) ?? 0)];
    const length = edgeLabel(edge, notation).length * LABEL_CHARACTER;
    const middle = (from + to) >> 1;
    for (let at = from + 1; at < to; at++) {
      const isLabel = at === middle && length > 0;
      if (isLabel) along[at] = Math.max(along[at]!, direction === "LR" ? length : LABEL_ROW);
      if (isLabel) across[at]! += nodeGap + (direction === "LR" ? LABEL_ROW : length);
      else if (at % 2 === 0) across[at]! += edgeGap;
    }
  }
  const main = along.reduce((sum, size) => sum + size, 0) + (count - 1) * rankGap + MARGIN;
  const cross = Math.max(...across) - nodeGap + MARGIN;
  return direction === "LR" ? { width: main, height: cross } : { width: cross, height: main };
}

/** The rank of each node: behind all its operands, and what has none straight before its first user. */
function ranksOf({ nodes, edges }: ViewModel): Map<ViewNodeId, number> {
  const ranks = new Map<ViewNodeId, number>(nodes.map(({ id }) => [id, 0]));
  const operands = new Map<ViewNodeId, ViewNodeId[]>(nodes.map(({ id }) => [id, []]));
  const users = new Map<ViewNodeId, ViewNodeId[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    operands.get(to)?.push(from);
    users.get(from)?.push(to);
  }
  // Nodes stand in the order of their steps, so that operands come first.
  for (const { id } of nodes) {
    ranks.set(id, Math.max(-1, ...operands.get(id)!.map((each) => ranks.get(each) ?? 0)) + 1);
  }
  for (const { id } of nodes) {
    const first = Math.min(...users.get(id)!.map((each) => ranks.get(each) ?? 0));
    if (operands.get(id)!.length === 0 && Number.isFinite(first)) ranks.set(id, Math.max(0, first - 1));
  }
  return ranks;
}
