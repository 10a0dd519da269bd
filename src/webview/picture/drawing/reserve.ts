/** Room for numbers to come: a label is measured as wide as the longest text it has had, so that a changing number does not change its box. */
import type { NodeView, ViewModel } from "../../../view/model.ts";
import { BESIDE, edgeLabel, labelLines, labelRows, type Notation } from "../../../view/picture/mermaid.ts";

/** Characters a label has room for, by node and edge id, and the rows of a node's label. */
export type Widths = ReadonlyMap<string, number>;

/** Return the characters that the numbers of every label need now. */
export function neededWidths(model: ViewModel, notation: Notation): Map<string, number> {
  const widths = new Map<string, number>();
  for (const node of model.nodes) {
    const rows = labelRows(labelLines(node, notation).filter(({ role }) => role !== "title"));
    widths.set(node.id, Math.max(0, ...rows.map((row) => row.length)));
    widths.set(`${node.id} rows`, rows.length);
  }
  for (const edge of model.edges) widths.set(edge.id, edgeLabel(edge, notation).length);
  return widths;
}

/** Return the characters of every node's title. Titles keep no room: a name changes seldom, and then for good. */
export function titleWidths({ nodes }: ViewModel, notation: Notation): Map<string, number> {
  return new Map(nodes.map((node) => [node.id, titleLength(node, notation)]));
}

function titleLength(node: NodeView, notation: Notation): number {
  return labelLines(node, notation).find(({ role }) => role === "title")?.text.length ?? 0;
}

/** What a picture was measured for. */
export interface Room {
  readonly widths: Widths;
  readonly titles: Widths;
  readonly notation: Notation;
}

/** Say how titles are to the boxes around them: some longer than their box, some box wider than anything in it, or neither. */
export function titleFit({ widths, titles, notation }: Room, model: ViewModel): "fits" | "narrow" | "wide" {
  let fit: "fits" | "wide" = "fits";
  for (const node of model.nodes) {
    const width = widths.get(node.id) ?? 0;
    const drawn = Math.max(width, titles.get(node.id) ?? 0);
    const needed = Math.max(width, titleLength(node, notation));
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
  return {
    ...model,
    nodes: model.nodes.map((node) => {
      const beside = labelLines(node, notation).find(({ isBeside }) => isBeside);
      const room = (widths.get(node.id) ?? 0) - (beside === undefined ? 0 : BESIDE.length + beside.text.length);
      return { ...node, value: { ...node.value, short: widenedText(node.value.short, room) } };
    }),
    edges: model.edges.map((edge) => {
      const text = widenedText(edgeLabel(edge, notation), widths.get(edge.id) ?? 0);
      return { ...edge, label: { full: text, short: text } };
    }),
  };
}

function widenedText(text: string, width: number): string {
  return text === "" ? "" : text.padEnd(width, "0");
}
