/** What a node's first line reads before it was cut. */
import type { NodeView, ViewModel } from "../../view/model.ts";

/** Return the whole first line of a node of which `shown` is on show; empty if nothing of it was cut. */
export function wholeTitle(model: ViewModel, node: NodeView, shown: string): string {
  if (!shown.endsWith("…")) return "";
  if (!node.title.endsWith("…")) return node.title;
  const row = model.rows.findLast((each) => each.node === node.id && each.name === node.name) ?? lastRow(model, node);
  if (row === undefined || row.formula === "") return "";
  return row.name === "" || row.name === row.formula ? row.formula : `${row.name} = ${row.formula}`;
}

function lastRow(model: ViewModel, node: NodeView): ViewModel["rows"][number] | undefined {
  return model.rows.findLast((each) => each.node === node.id);
}
