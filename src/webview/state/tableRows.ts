/** Which rows of the table are known, and which ones are on show: a long table comes in parts. Plain data and functions, no DOM. */
import type { RowView, ViewModel, ViewNodeId } from "../../view/model.ts";
import type { RowOrder, TablePart } from "../../view/question.ts";

/** Rows that are in the page at once: some screens full. */
export const ROWS_SHOWN = 200;
/** The rows on show begin at a multiple of this, so that scrolling a little changes nothing. */
const STRIDE = 50;

/** Where a person is in the table. */
export interface TablePlace {
  readonly order: RowOrder;
  /** The first row that is on show. */
  readonly from: number;
}

/** Rows that have come for a table of which the model has not all. */
export interface KnownPart extends TablePart {
  /** The revision of the page that they are of. */
  readonly revision: number;
}

/** Rows to be shown. */
export interface ShownRows {
  readonly from: number;
  readonly rows: readonly RowView[];
  /** Whether newer numbers are on show elsewhere, and those of the rows are on their way. */
  readonly isOld: boolean;
}

/** Whether a model has all rows of its table. */
export function hasAllRows(model: ViewModel): boolean {
  return model.rows.length === model.rowCounts.all;
}

/** Whether a model itself has the rows at a place of its table. */
export function hasRowsAt(model: ViewModel, { order, from }: TablePlace): boolean {
  return hasAllRows(model) || (order === "steps" && from + ROWS_SHOWN <= model.rows.length);
}

/** Return the rows at a place of the table as far as they are known. */
export function rowsShown(
  model: ViewModel,
  place: TablePlace,
  part: KnownPart | undefined,
  revision: number,
): ShownRows {
  const { order, from } = place;
  if (!hasRowsAt(model, place) && part?.order === order) return { ...part, isOld: part.revision !== revision };
  const isSorted = order === "gradient";
  if (isSorted && !hasAllRows(model)) return { from, rows: [], isOld: false };
  const rows = isSorted ? bySize(model.rows) : model.rows;
  return { from, rows: rows.slice(from, from + ROWS_SHOWN), isOld: false };
}

/** Return where the rows on show begin so that a row is among them, with as many before it as after it. */
export function rowsAround(row: number, count: number): number {
  const first = Math.floor((row - ROWS_SHOWN / 2) / STRIDE);
  const last = Math.ceil((count - ROWS_SHOWN) / STRIDE);
  return Math.max(0, Math.min(first, last)) * STRIDE;
}

/** Return where the rows on show begin after scrolling: as before, while what is seen stays away from their ends. */
export function rowsAfter(from: number, seen: number, count: number): number {
  const isInside = seen >= from + (from === 0 ? 0 : STRIDE / 2) && seen <= from + ROWS_SHOWN - 2 * STRIDE;
  const isAtEnd = from + ROWS_SHOWN >= count && seen >= from + STRIDE / 2;
  return isInside || isAtEnd ? from : rowsAround(seen + STRIDE / 2, count);
}

/** Return the row that stands for a node. */
export function rowOf(model: ViewModel, node: ViewNodeId | undefined): number | undefined {
  return model.nodes.find(({ id }) => id === node)?.row ?? undefined;
}

function bySize(rows: readonly RowView[]): RowView[] {
  return [...rows].sort((one, other) => other.magnitude - one.magnitude);
}
