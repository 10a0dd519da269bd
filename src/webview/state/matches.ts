/** What a search finds: nodes by their texts, and steps that the picture folds away. */
import { rowText, searchText } from "../../view/documents/search.ts";
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import type { FoundRows } from "../../view/question.ts";
import { hasAllRows } from "./tableRows.ts";

/** Something that was found: a node, or a row of the table that is inside one. */
export interface Match {
  readonly node: ViewNodeId | undefined;
  /** Index of the row; undefined for what the picture itself says. */
  readonly row: number | undefined;
}

/** What a text is found in, and how many more of it there is than can be gone through. */
export interface Matches {
  readonly all: readonly Match[];
  readonly more: number;
}

/**
 * Return what a text is found in: nodes first, then steps that no node of the picture names. Undefined as long as the rows are
 * not known: of a long table they are looked through elsewhere.
 */
export function matchesOf(model: ViewModel, text: string, found: FoundRows | undefined): Matches | undefined {
  const wanted = searchText(text);
  if (wanted === "") return { all: [], more: 0 };
  const nodes = model.nodes.filter((node) =>
    searchText(`${node.name} ${node.whole ?? node.title} ${node.value.short}`).includes(wanted),
  );
  const known = hasAllRows(model) ? rowsWith(model, wanted) : found?.text === text ? found : undefined;
  if (known === undefined) return undefined;
  const seen = new Set(nodes.map(({ id }) => id));
  const rows = known.rows.flatMap(({ node, row }): Match[] =>
    node != null && seen.has(node) ? [] : [{ node: node ?? undefined, row }],
  );
  const all = [...nodes.map(({ id }): Match => ({ node: id, row: undefined })), ...rows];
  return { all, more: known.count - known.rows.length };
}

function rowsWith(model: ViewModel, wanted: string): Pick<FoundRows, "rows" | "count"> {
  const found = model.rows.filter(({ name, formula }) => rowText(name, formula).includes(wanted));
  return { rows: found.map(({ index, node }) => ({ row: index, node })), count: found.length };
}
