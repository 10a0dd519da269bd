/** A picture as text for other programs: Mermaid that draws itself anywhere, and LaTeX. */
import { factorsOf } from "../details/factors.ts";
import type { NumberText, ViewModel, ViewNodeId } from "../model.ts";
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

/** Return the derivation of a node's gradient in LaTeX, or the gradient alone where its paths are not known; empty if there is none to derive. */
export function latexOf(model: ViewModel, id: ViewNodeId): string {
  const node = model.nodes.find((each) => each.id === id);
  const details = model.details.find((each) => each.node === id);
  if (node === undefined || node.kind === "result" || details?.gradient == null || !isNumber(details.gradient))
    return "";
  const paths = details.paths.filter(({ edges }) => edges !== "");
  const products = paths.map((path) => factorsOf(model, path));
  const left = partial(products[0]?.[0]?.of ?? model.resultName, node.name);
  const symbols = products.map((factors) => factors.map(({ of, by }) => partial(of, by)).join(" \\cdot "));
  const numbers = products.map((factors, path) =>
    factors.map(({ value }, index) => inParentheses(number(value), path + index > 0)).join(" \\cdot "),
  );
  const isAll = details.pathCount === String(paths.length);
  const sum = (terms: readonly string[]): string => `${terms.join(" + ")}${isAll ? "" : " + \\cdots"}`;
  // A line that repeats the one before it says nothing.
  const lines = products.length === 0 ? [] : [sum(symbols), sum(numbers)];
  const all = [left, ...lines, number(details.gradient)].filter((line, index, before) => line !== before[index - 1]);
  const [first = "", second = "", ...others] = all;
  return `\\begin{aligned}\n${[`${first} &= ${second}`, ...others.map((line) => `&= ${line}`)].join(" \\\\\n")}\n\\end{aligned}\n`;
}

/** Whether a text is one number: several are a range. */
function isNumber({ full }: NumberText): boolean {
  return full !== "" && !full.includes("…");
}

function partial(of: string, by: string): string {
  return `\\frac{\\partial ${nameOf(of)}}{\\partial ${nameOf(by)}}`;
}

/** One letter is italic, a word is upright, a name with an index gets it below the line; what is no name stands in parentheses. */
function nameOf(name: string): string {
  const [, base = name, digits = "", keys = ""] = /^(\p{L}+)([\d₀-₉]*)((?:\[\d+\])*)$/u.exec(name) ?? [];
  const index = [plainDigits(digits), ...(keys.match(/\d+/gu) ?? [])].filter((part) => part !== "").join(",");
  const written = writtenName(base);
  return index === "" ? written : `${written}_{${index}}`;
}

function writtenName(name: string): string {
  if (/^[A-Za-z]$/u.test(name)) return name;
  if (/^[\w.[\]]+$/u.test(name)) return `\\mathrm{${escaped(name)}}`;
  const text = `\\text{${escaped(name)}}`;
  return /^[\p{L}\p{N}_$.[\]]+$/u.test(name) ? text : `\\left(${text}\\right)`;
}

/** Digits below the line as digits: the index puts them there. */
function plainDigits(text: string): string {
  return text.replace(/[₀-₉]/gu, (digit) => String(digit.charCodeAt(0) - "₀".charCodeAt(0)));
}

function escaped(text: string): string {
  return text.replace(/[\\{}$&#_%^~]/gu, (character) =>
    character === "\\" ? "\\textbackslash{}" : `\\${character}${"^~".includes(character) ? "{}" : ""}`,
  );
}

/** A negative factor behind a sign stands in parentheses. */
function inParentheses(text: string, isBehind: boolean): string {
  return isBehind && text.startsWith("-") ? `\\left(${text}\\right)` : text;
}

/** `1.2e−5` becomes `1.2 \cdot 10^{-5}`. */
function number({ short }: NumberText): string {
  const plain = short.replaceAll("−", "-").replace(/^\+/u, "").replace("∞", "\\infty").replace("NaN", "\\mathrm{NaN}");
  const [mantissa = "", exponent] = plain.split("e");
  return exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${exponent.replace("+", "")}}`;
}
