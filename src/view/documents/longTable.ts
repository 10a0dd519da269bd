/** What is asked about a table of which the page has only the first rows: where a text is in it, and all of it. */
import type { Lines } from "../findings.ts";
import type { RowView } from "../model.ts";
import { formulaOf } from "../names.ts";
import { nodeId } from "../picture/nodes.ts";
import type { FoundRows, TableFormat } from "../question.ts";
import { rowViews, type Table } from "./rows.ts";
import { rowText, searchText } from "./search.ts";
import { tableText } from "./tableText.ts";

/** Rows that an answer names; nobody walks through more. */
const MOST_FOUND = 1000;
/** More rows are no text that another program would take. */
const MOST_WRITTEN = 100_000;
/** Rows that are in memory at once while a table is written. */
const ROWS_AT_ONCE = 5000;

/** Return the rows of a table that a text is in. */
export function foundRows({ picture, nodes, inputs }: Table, text: string): FoundRows {
  const { trace, naming, division } = picture;
  const wanted = searchText(text);
  // Rounds of a loop have the same formulas.
  const isIn = new Map<string, boolean>();
  const rows: FoundRows["rows"][number][] = [];
  let count = 0;
  for (const [row, node] of nodes.entries()) {
    const name = naming.nameOf(node) ?? "";
    const formula = row < inputs ? "" : formulaOf(trace, node);
    const key = `${name} ${formula}`;
    const isFound = isIn.get(key) ?? rowText(name, formula).includes(wanted);
    isIn.set(key, isFound);
    if (!isFound) continue;
    count++;
    const part = division.parts[division.owner[node]!];
    if (rows.length < MOST_FOUND) rows.push({ row, node: part === undefined ? undefined : nodeId(part) });
  }
  return { text, rows, count };
}

/** Return a whole table as a text; of a very long one as much as can be used, and how much more there is. */
export function wholeTable(table: Table, format: TableFormat, lines: Lines, digits: number): string {
  const count = Math.min(table.nodes.length, MOST_WRITTEN);
  function* rows(): Generator<RowView> {
    for (let from = 0; from < count; from += ROWS_AT_ONCE)
      yield* rowViews(table, { order: "steps", from, count: Math.min(ROWS_AT_ONCE, count - from) }, lines, digits);
  }
  return tableText(rows(), format, table.nodes.length - count);
}
