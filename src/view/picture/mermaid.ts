/** The picture as Mermaid flowchart text: structure, labels and classes; colours and widths are the stylesheet's. */
import type { EdgeView, NodeView, ViewModel } from "../model.ts";
import { cut } from "../names.ts";

/**
 * How much a picture writes, from the most to the least. Full: `∂u/∂w = 3` on edges and `∂a/∂u = 1` in nodes; short: `× 3` and `∂ +1`;
 * compact: the same with short titles, and value and gradient in one row; bare: as compact, with edges that say their partial only when they stand out;
 * slim: as bare, with the gradient below the value, for nodes that stand beside each other where there is little width.
 */
export const NOTATIONS = ["full", "short", "compact", "bare", "slim"] as const;

/** One of them. */
export type Notation = (typeof NOTATIONS)[number];

/** Tell whether edges say their partial only when they stand out. */
export function isBare(notation: Notation): boolean {
  return notation === "bare" || notation === "slim";
}

/** Longest title in compact notation. */
const SHORT_TITLE = 16;
/** Of what was folded, of which there are few: a name and a count. */
const SHORT_GROUP = 18;
/** Fewer characters behind a name, with the sign between, say nothing: ` = si…`. */
const LEAST_FORMULA = 8;

/** Between two lines of a label that stand in one row. Not plain spaces: Mermaid makes one of them. */
export const BESIDE = "\u00a0\u00a0";

/** How the text is to be made. */
export interface MermaidOptions {
  readonly notation: Notation;
  readonly direction: "LR" | "TB";
}

/** A line of a node's label; the role says how it is styled. */
export interface LabelLine {
  readonly role: "title" | "value" | "gradient" | "count";
  readonly text: string;
  /** Whether it stands in the same row as the line before. */
  readonly isBeside: boolean;
}

/**
 * Return the flowchart of a model.
 *
 * Node and edge ids are the model's; every node has its kind as class and one more per mark. Mermaid passes no class on to edges.
 */
export function mermaidText(model: ViewModel, options: MermaidOptions): string {
  const lines = [`flowchart ${options.direction}`];
  for (const node of model.nodes) lines.push(nodeText(node, options.notation));
  for (const edge of model.edges) lines.push(edgeText(edge, options));
  for (const node of model.nodes) for (const mark of node.marks) lines.push(`class ${node.id} ${mark}`);
  return lines.join("\n") + "\n";
}

/** Lines of labels, by notation: whoever measures, draws and patches a picture asks for them. */
const knownLines = new WeakMap<NodeView, Partial<Record<Notation, readonly LabelLine[]>>>();

/** Return the lines of a node's label from top to bottom, without those that are empty. */
export function labelLines(node: NodeView, notation: Notation): readonly LabelLine[] {
  let known = knownLines.get(node);
  if (known === undefined) knownLines.set(node, (known = {}));
  return (known[notation] ??= linesOf(node, notation));
}

function linesOf(node: NodeView, notation: Notation): LabelLine[] {
  const isSmall = notation !== "full" && notation !== "short";
  const gradient = node.gradientLine[notation === "full" ? "full" : "short"];
  // Of several values there is a range, which fills a row.
  const isBeside = isSmall && notation !== "slim" && !/ (?:…|of) /u.test(gradient);
  const lines: LabelLine[] = [
    { role: "title", text: isSmall ? shortTitle(node) : node.title, isBeside: false },
    { role: "value", text: node.value.short, isBeside: false },
    { role: "gradient", text: gradient, isBeside },
    // That a node stands for many is seen by its sheets; the last one may stand for all that follows.
    { role: "count", text: isSmall && node.kind !== "result" ? "" : node.countLine, isBeside: false },
  ];
  return lines.filter((line) => line.text !== "");
}

/** The title as far as it fits; the name alone where too little of what it stands for would be left. */
function shortTitle({ kind, name, title: whole }: NodeView): string {
  const title = whole.replace(/, rounds 1 … ([\d,]+)$/u, ", $1 rounds");
  const short = cut(title, kind === "group" ? SHORT_GROUP : SHORT_TITLE);
  const isNamed = title.startsWith(`${name} = `);
  return short !== title && isNamed && short.length < name.length + LEAST_FORMULA ? cut(name, SHORT_TITLE) : short;
}

/** Return what stands in each row of a label. */
export function labelRows(lines: readonly LabelLine[]): string[] {
  const rows: string[] = [];
  for (const { text, isBeside } of lines) {
    if (isBeside && rows.length > 0) rows.push(`${rows.pop()!}${BESIDE}${text}`);
    else rows.push(text);
  }
  return rows;
}

/** Return what is written on an edge; empty for nothing. */
export function edgeLabel({ label }: EdgeView, notation: Notation): string {
  return notation === "full" ? label.full : isBare(notation) ? "" : label.short;
}

/** Return what an edge says while it stands out: between the nodes of a bare picture there is room for one number, and none for a range. */
export function litLabel(edge: EdgeView, notation: Notation): string {
  if (!isBare(notation)) return edgeLabel(edge, notation);
  return edge.label.short.includes("…") ? "" : edge.label.short.replace("× ", "×");
}

/** Return a text as it must be written inside a quoted Mermaid label so that it is shown unchanged and does nothing else. */
export function escapeLabel(text: string): string {
  let escaped = "";
  for (const character of text) escaped += escapeCharacter(character);
  return escaped === "" ? " " : escaped;
}

function nodeText(node: NodeView, notation: Notation): string {
  const label = labelRows(labelLines(node, notation)).map(escapeLabel).join("<br/>");
  const isInput = node.kind === "input" || node.kind === "inputs";
  const shape = isInput ? `(["${label}"])` : `("${label}")`;
  return `${node.id}${shape}:::${node.kind}`;
}

function edgeText(edge: EdgeView, { notation }: MermaidOptions): string {
  const label = edgeLabel(edge, notation);
  const text = label === "" ? "" : `|"${escapeLabel(label)}"|`;
  return `${edge.from} ${edge.id}@-->${text} ${edge.to}`;
}

/** Mermaid reads these again after decoding them, as placeholder, formula, icon or line break. */
const READ_AGAIN = "¶$:\\";
/** Stands behind those, invisible, and keeps Mermaid from finding a pair or a prefix. */
const WORD_JOINER = "\u2060";
const PLAIN = /^[\p{L}\p{N} .,_+=()]$/u;
const CONTROL = /^[\u0000-\u001f\u007f-\u009f\ufffe\uffff]$/u;
const BIDI = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]$/u;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === "\n") return "<br/>";
  if (character === "\t") return "#160;#160;";
  if (CONTROL.test(character) || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  if (BIDI.test(character)) return "␣";
  if (character === "\ufb02") return "fl";
  if (PLAIN.test(character)) return character;
  return `#${code};${READ_AGAIN.includes(character) ? WORD_JOINER : ""}`;
}
