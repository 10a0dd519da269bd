/** Room for numbers to come: a label is measured as wide as the longest text it has had, so that a changing number does not change its box. */
import type { ViewModel } from "../../view/model.ts";
import { labelLines, type Notation } from "../../view/picture/mermaid.ts";

/** Characters a label has room for, by node and edge id. */
export type Widths = ReadonlyMap<string, number>;

/** Return the characters that the numbers of every label need now. */
export function neededWidths(model: ViewModel, notation: Notation): Map<string, number> {
  const widths = new Map<string, number>();
  for (const node of model.nodes) {
    const numbers = labelLines(node, notation).filter(({ role }) => role !== "title");
    widths.set(node.id, Math.max(0, ...numbers.map((line) => line.text.length)));
  }
  for (const edge of model.edges) widths.set(edge.id, edge.label[notation].length);
  return widths;
}

/** Return the characters of every node's title. Titles keep no room: a name changes seldom, and then for good. */
export function titleWidths({ nodes }: ViewModel): Map<string, number> {
  return new Map(nodes.map(({ id, title }) => [id, title.length]));
}

/** What a picture was measured for. */
export interface Room {
  readonly widths: Widths;
  readonly titles: Widths;
}

/** Say how titles are to the boxes around them: some longer than their box, some box wider than anything in it, or neither. */
export function titleFit({ widths, titles }: Room, model: ViewModel): "fits" | "narrow" | "wide" {
  let fit: "fits" | "wide" = "fits";
  for (const { id, title } of model.nodes) {
    const width = widths.get(id) ?? 0;
    const drawn = Math.max(width, titles.get(id) ?? 0);
    const needed = Math.max(width, title.length);
    if (needed > drawn) return "narrow";
    if (needed < drawn) fit = "wide";
  }
  return fit;
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
