/** How much space a picture takes around its texts and between its nodes: less where it says less. */
import type { NodeView } from "../../model.ts";
import { isBare } from "../mermaid.ts";
import type { Size } from "./fit.ts";
import type { Manner } from "./manner.ts";

/** Pixels; the stylesheet has the same heights of rows. */
export interface Spacing {
  /** Height of a row of a node's label. */
  readonly row: number;
  /** Between a node's label and its outline, at each side. */
  readonly padding: number;
  /** Between nodes of one rank, and around an edge that passes a rank. */
  readonly nodeGap: number;
  readonly edgeGap: number;
  /** Between two ranks. */
  readonly rankGap: number;
}

/** Between two outlines of a node: a result's second line, a folded region's sheets. */
export const STEP = 3;

/** Space at every side of a picture, for lines and rings that reach over its nodes. */
export const MARGIN = 8;

const ROOMY = { row: 18, padding: 8, nodeGap: 12, edgeGap: 20 } as const;
const TIGHT = { row: 16, padding: 5, nodeGap: 8, edgeGap: 8 } as const;
/** Between two ranks with the labels of edges in the middle: beside them from left to right, above and below them from top to bottom. */
const ROOMY_RANKS = { LR: 36, TB: 28 } as const;
const TIGHT_RANKS = { LR: 28, TB: 28 } as const;
/** Room for a label that is seen only while its edge stands out: for most of its width, or for its height. */
const BARE_RANKS = { LR: 36, TB: 22 } as const;

/** Return the space that a manner takes. */
export function spacingOf({ notation, direction }: Pick<Manner, "notation" | "direction">): Spacing {
  if (isBare(notation)) return { ...TIGHT, rankGap: BARE_RANKS[direction] };
  if (notation === "compact") return { ...TIGHT, rankGap: TIGHT_RANKS[direction] };
  return { ...ROOMY, rankGap: ROOMY_RANKS[direction] };
}

/** Return how large the box around a node's label is. */
export function boxSize({ kind }: Pick<NodeView, "kind">, label: Size, { padding }: Spacing): Size {
  if (kind === "input" || kind === "inputs") return stadiumSize(label, padding);
  const beside = kind === "result" ? 2 * STEP : 0;
  return { width: label.width + 2 * padding + beside, height: label.height + 2 * padding };
}

/** A stadium's round ends leave no room for the corners of its label: it is wider by what they take there, and never round as a whole. */
function stadiumSize(label: Size, padding: number): Size {
  const height = label.height + padding;
  const corners = height - Math.sqrt(height ** 2 - label.height ** 2);
  return { width: Math.max(1.5 * height, label.width + padding + Math.max(height / 4, corners)), height };
}
