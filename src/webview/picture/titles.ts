/** What a node's first line reads before it was cut. */
import type { NodeView, ViewModel } from "../../view/model.ts";

/** Return the whole first line of a node whose title was cut; empty if nothing was. */
export function wholeTitle(model: ViewModel, node: NodeView): string {
  if (!node.title.endsWith("…")) return "";
  const row = model.rows.findLast((each) => each.node === node.id && each.name === node.name) ?? lastRow(model, node);
  if (row === undefined || row.formula === "") return "";
  return row.name === "" || row.name === row.formula ? row.formula : `${row.name} = ${row.formula}`;
}

function lastRow(model: ViewModel, node: NodeView): ViewModel["rows"][number] | undefined {
  return model.rows.findLast((each) => each.node === node.id);
}
