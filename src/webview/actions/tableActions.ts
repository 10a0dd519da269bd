/** What a person can do with the table. */
import { tableText } from "../../view/documents/tableText.ts";
import type { Question } from "../../view/question.ts";
import { modelOf } from "../state/page.ts";
import { hasAllRows, rowsAfter, type TablePlace } from "../state/tableRows.ts";
import type { Actions } from "./actions.ts";
import type { ToolSurroundings } from "./toolActions.ts";

/** What these actions work with. */
export interface TableSurroundings extends Pick<ToolSurroundings, "page" | "update" | "post"> {
  /** Ask something whose answer is taken as it comes. */
  readonly ask: (question: Question) => void;
}

/** Return the actions. */
export function tableActions({
  page,
  update,
  post,
  ask,
}: TableSurroundings): Pick<Actions, "scrollTable" | "sortTable" | "copyTable"> {
  const go = (table: TablePlace): void => {
    update({ ...page(), tools: { ...page().tools, table } });
  };
  return {
    scrollTable: (seen) => {
      const { table } = page().tools;
      const from = rowsAfter(table.from, seen, modelOf(page().shown)?.rowCounts.all ?? 0);
      if (from !== table.from) go({ ...table, from });
    },
    sortTable: (order) => {
      go({ order, from: 0 });
    },
    copyTable: (format) => {
      const model = modelOf(page().shown);
      if (model === undefined) return;
      if (hasAllRows(model)) post({ kind: "copy", text: tableText(model.rows, format) });
      else ask({ kind: "document", format });
    },
  };
}
