/** The picture as Mermaid flowchart text: structure, labels and classes; colours and widths are the stylesheet's. */
import type { EdgeView, NodeView, ViewModel } from "../model.ts";

/** Full writes `∂u/∂w = 3` on edges and `∂a/∂u = 1` in nodes; short writes `× 3` and `∂ +1`. */
export type Notation = "full" | "short";

/** How the text is to be made. */
export interface MermaidOptions {
  readonly notation: Notation;
  readonly direction: "LR" | "TB";
}

/** A line of a node's label; the role says how it is styled. */
export interface LabelLine {
  readonly role: "title" | "value" | "gradient" | "count";
  readonly text: string;
}

/**
 * Return the flowchart of a model.
 *
 * Node and edge ids are the model's; every node has its kind as class and one more per mark. Mermaid passes no class on to edges.
 */
export function mermaidText(model: ViewModel, options: MermaidOptions): string {
  const lines = [`flowchart ${options.direction}`];
  for (const node of model.nodes) lines.push(nodeText(node, options.notation));
  for (const edge of model.edges) lines.push(edgeText(edge, options.notation));
  for (const node of model.nodes) for (const mark of node.marks) lines.push(`class ${node.id} ${mark}`);
  return lines.join("\n") + "\n";
}

/** Return the lines of a node's label from top to bottom, without those that are empty; patches use the same lines. */
export function labelLines(node: NodeView, notation: Notation): LabelLine[] {
  const lines: LabelLine[] = [
    { role: "title", text: node.title },
    { role: "value", text: node.value.short },
    { role: "gradient", text: node.gradientLine[notation] },
    { role: "count", text: node.countLine },
  ];
  return lines.filter((line) => line.text !== "");
}

/** Return a text as it must be written inside a quoted Mermaid label so that it is shown unchanged and does nothing else. */
export function escapeLabel(text: string): string {
  let escaped = "";
  for (const character of text) escaped += escapeCharacter(character);
  return escaped === "" ? " " : escaped;
}

function nodeText(node: NodeView, notation: Notation): string {
  const label = labelLines(node, notation)
    .map((line) => escapeLabel(line.text))
    .join("<br/>");
  const isInput = node.kind === "input" || node.kind === "inputs";
  const shape = isInput ? `(["${label}"])` : `("${label}")`;
  return `${node.id}${shape}:::${node.kind}`;
}

function edgeText(edge: EdgeView, notation: Notation): string {
  const label = edge.label[notation];
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
