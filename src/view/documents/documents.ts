/** A picture as text for other programs: Mermaid that draws itself anywhere, and LaTeX. */
import { factorsOf } from "../details/factors.ts";
import type { Factor, NumberText, ViewModel, ViewNodeId } from "../model.ts";
import { mermaidText } from "../picture/mermaid.ts";

/** Pictures with more nodes are written in short notation, as the panel does where there is little room. */
const FULL_UP_TO = 12;

/** Colours that can be read on a white and on a black page; the panel's own come from the editor. */
const CLASSES = [
  "classDef default fill:#8881,stroke:#888,stroke-width:1px",
  "classDef input fill:#8881,stroke:#888,stroke-width:1px",
  "classDef inputs fill:#8881,stroke:#888,stroke-width:2px",
  "classDef step fill:#8881,stroke:#888,stroke-width:1px",
  "classDef group fill:#8882,stroke:#888,stroke-width:2px",
  "classDef result fill:#a371f722,stroke:#a371f7,stroke-width:3px",
  "classDef zero stroke-dasharray:4 3",
  "classDef kink stroke:#a371f7",
  "classDef cut stroke:#a371f7",
  "classDef not-finite stroke:#cf222e,stroke-width:2px",
];

/** Return the picture as a Markdown block of Mermaid that brings its own colours. */
export function mermaidDocument(model: ViewModel): string {
  const notation = model.nodes.length <= FULL_UP_TO ? "full" : "short";
  // Not every Mermaid that draws Markdown knows names of edges yet, and nothing here needs them.
  const text = mermaidText(model, { notation, direction: "LR" }).replace(/^(n\w+|result) e\d+@-->/gmu, "$1 -->");
  return `\`\`\`mermaid\n${text}${CLASSES.join("\n")}\n\`\`\`\n`;
}

/** Return the derivation of a node's gradient in LaTeX; empty if its paths are not known. */
export function latexOf(model: ViewModel, node: ViewNodeId): string {
  const details = model.details.find((each) => each.node === node);
  const paths = details?.paths.filter(({ edges }) => edges.length > 0) ?? [];
  const [first] = paths;
  if (details === undefined || first === undefined) return "";
  const products = paths.map((path) => factorsOf(model, path));
  const left = partial(products[0]![0]!.of, products[0]!.at(-1)!.by);
  const symbols = products.map((factors) => factors.map(({ of, by }) => partial(of, by)).join(" \\cdot "));
  const numbers = products.map((factors) => factors.map(numberFactor).join(" \\cdot "));
  const isAll = details.pathCount === String(paths.length);
  const rest = isAll ? "" : " + \\cdots";
  const total = number(details.gradient ?? first.product);
  const lines = [`${left} &= ${symbols.join(" + ")}${rest}`, `&= ${numbers.join(" + ")}${rest}`, `&= ${total}`];
  return `\\begin{aligned}\n${lines.join(" \\\\\n")}\n\\end{aligned}\n`;
}

function partial(of: string, by: string): string {
  return `\\frac{\\partial ${nameOf(of)}}{\\partial ${nameOf(by)}}`;
}

/** One letter is italic, a word is upright, a name with an index gets it below the line. */
function nameOf(name: string): string {
  const [, base = name, digits = "", keys = ""] = /^(\p{L}+)(\d*)((?:\[\d+\])*)$/u.exec(name) ?? [];
  const index = [digits, ...(keys.match(/\d+/gu) ?? [])].filter((part) => part !== "").join(",");
  const isLetter = /^[A-Za-z]$/u.test(base);
  const written = isLetter
    ? base
    : /^[A-Za-z]+$/u.test(base)
      ? `\\mathrm{${base}}`
      : `\\left(\\text{${escaped(base)}}\\right)`;
  return index === "" ? written : `${written}_{${index}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\{}$&#_%^~]/gu, (character) =>
    character === "\\" ? "\\textbackslash{}" : `\\${character}${"^~".includes(character) ? "{}" : ""}`,
  );
}

function numberFactor({ value }: Factor, index: number): string {
  const text = number(value);
  return index > 0 && text.startsWith("-") ? `\\left(${text}\\right)` : text;
}

/** `1.2e−5` becomes `1.2 \cdot 10^{-5}`. */
function number({ short }: NumberText): string {
  const plain = short.replaceAll("−", "-").replace(/^\+/u, "").replace("∞", "\\infty").replace("NaN", "\\mathrm{NaN}");
  const [mantissa = "", exponent] = plain.split("e");
  return exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${exponent.replace("+", "")}}`;
}
