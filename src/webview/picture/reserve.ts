/** Room for numbers to come: a label is measured as wide as the longest text it has had, so that a changing number does not change its box. */
import type { ViewModel } from "../../view/model.ts";
import { labelLines, type Notation } from "../../view/picture/mermaid.ts";

/** Characters a label has room for, by node and edge id. */
export type Widths = ReadonlyMap<string, number>;

/** Return the characters that every label needs now. */
export function neededWidths(model: ViewModel, notation: Notation): Map<string, number> {
  const widths = new Map<string, number>();
  for (const node of model.nodes) {
    widths.set(node.id, Math.max(...labelLines(node, notation).map((line) => line.text.length)));
  }
  for (const edge of model.edges) widths.set(edge.id, edge.label[notation].length);
  return widths;
}

/** Return for every label the larger of two widths; labels that `needed` does not have are left out. */
export function larger(needed: Widths, had: Widths): Map<string, number> {
  return new Map([...needed].map(([id, width]) => [id, Math.max(width, had.get(id) ?? 0)]));
}

/** Say whether some label needs more room than there is. */
export function isTooNarrow(widths: Widths, needed: Widths): boolean {
  return [...needed].some(([id, width]) => width > (widths.get(id) ?? 0));
}

/** Return the model with labels as wide as asked for. For measuring only: the real texts are put in afterwards. */
export function widened(
  model: ViewModel,
  options: { readonly notation: Notation; readonly widths: Widths },
): ViewModel {
  const { notation, widths } = options;
  const wide = (id: string, text: string): string => (text === "" ? "" : text.padEnd(widths.get(id) ?? 0, "0"));
  return {
    ...model,
    nodes: model.nodes.map((node) => {
      const value = { ...node.value, short: wide(node.id, node.value.short) };
      return { ...node, value };
    }),
    edges: model.edges.map((edge) => ({
      ...edge,
      label: { ...edge.label, [notation]: wide(edge.id, edge.label[notation]) },
    })),
  };
}
