/** What a hover says of the expression under the pointer: value, gradient, why, and at which inputs. */
import { INPUT } from "../../autodiff/operations/operations.ts";
import { backward } from "../../autodiff/sweep.ts";
import { operandsOf, type NodeId } from "../../autodiff/tape.ts";
import type { Place, Span } from "../../language/span.ts";
import type { Evaluation, Trace } from "../../language/trace.ts";
import { edgesOf, factorsOf } from "../details/factors.ts";
import type { NodeDetails, PathView, ViewModel } from "../model.ts";
import { cut, derivative, formulaOf, namesOf, type Naming } from "../names.ts";
import { countText, numberText, rounded, SHORT_DIGITS } from "../number.ts";
import type { ViewOptions } from "../options.ts";
import { stepFormula } from "../picture/partialFormulas.ts";
import { viewModel } from "../viewModel.ts";
import { gradientSentence } from "../words.ts";
import { codeSpan, sentence } from "./markdown.ts";

/** A position in one of the texts of a trace. */
export interface HoverPosition {
  readonly file: string;
  readonly offset: number;
}

/** Markdown without HTML, and the expression that it is about. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** Most inputs that a hover lists. */
const MOST_INPUTS = 8;
/** Most paths that a hover writes out. */
const MOST_PATHS = 2;
/** Most partials that a hover lists. */
const MOST_PARTIALS = 4;
/** Longer runs are not drawn anew for a hover; it then has no chain. */
const MOST_REDRAWN = 20_000;
/** The link under every hover. */
const SHOW_GRAPH = "[Show Graph](command:gradlens.show)";

/** What the hover is about. */
interface Subject {
  readonly span: Span;
  /** As it is written in the text: `w`, `w · x`. */
  readonly text: string;
  readonly valueText: string;
  readonly value: number | undefined;
  readonly node: NodeId | undefined;
  readonly site: number | undefined;
}

/** Everything that the lines are made from. */
interface Context {
  readonly trace: Trace;
  readonly model: ViewModel;
  readonly naming: Naming;
  readonly options: ViewOptions;
  readonly digits: number;
}

/**
 * Return what to show at a position, undefined where nothing is known.
 *
 * `model` is the view of the same trace with the same options; the gradient of a step that it does not draw is found by drawing it.
 */
export function hoverMarkdown(
  trace: Trace,
  model: ViewModel,
  at: HoverPosition,
  options: ViewOptions = {},
): Hover | undefined {
  const naming = namesOf(trace, trace.outputs[model.output]);
  const context = { trace, model, naming, options, digits: options.digits ?? SHORT_DIGITS };
  const subject = expressionAt(context, at) ?? functionAt(context, at);
  if (subject === undefined) return undefined;
  const { span, node } = subject;
  if (node === undefined) return { span, markdown: valueSpan(context, subject) };
  const lines = [...activeLines(context, subject, node), inputsLine(model), SHOW_GRAPH];
  return { span, markdown: lines.filter((line) => line !== "").join("\n\n") };
}

/** The smallest evaluated expression around the offset; one that ends there counts if none begins there. */
function expressionAt({ trace }: Context, { file, offset }: HoverPosition): Subject | undefined {
  let best: Evaluation | undefined;
  let size = Infinity;
  for (const evaluation of trace.evaluations) {
    const site = trace.sites[evaluation.site]!;
    if (site.file !== file || offset < site.start || offset > site.end) continue;
    const own = site.end - site.start + (offset === site.end ? 0.5 : 0);
    if (own < size) [best, size] = [evaluation, own];
  }
  if (best === undefined) return undefined;
  // Functions and classes are no values that a gradient could be about.
  if (best.value === undefined && /^(?:\[(?:Function|class)|function\b|class\b)/u.test(best.text)) return undefined;
  const site = trace.sites[best.site]!;
  const text = best.name ?? site.formula;
  const { start, end } = site;
  return { span: { start, end }, text, valueText: best.text, value: best.value, node: best.node, site: best.site };
}

/** The function's own name stands for its result. */
function functionAt({ trace, model, naming }: Context, { file, offset }: HoverPosition): Subject | undefined {
  const { namePlace } = trace.function;
  const isInside = namePlace.file === file && offset >= namePlace.start && offset <= namePlace.end;
  const output = trace.outputs[model.output];
  if (!isInside || trace.result === undefined) return undefined;
  const span = { start: namePlace.start, end: namePlace.end };
  const valueText = output === undefined ? trace.result : String(output.value);
  return { span, text: naming.result, valueText, value: output?.value, node: output?.node, site: undefined };
}

function activeLines(context: Context, subject: Subject, node: NodeId): string[] {
  const { trace, naming, model, digits } = context;
  const output = trace.outputs[model.output]?.node;
  if (output === undefined) return [valueSpan(context, subject), ...partialLines(context, subject, node, undefined)];
  const gradients = backward(trace.tape, output);
  if (node === output)
    return [valueSpan(context, subject), ...gradientList(context), ...partialLines(context, subject, node, gradients)];
  const gradient = gradients[node]!;
  const name = derivative(naming.result, cut(subject.text));
  const drawn = drawnFor(context, node);
  const details = drawn?.details.find((one) => one.node === nodeName(node));
  return [
    `${valueSpan(context, subject)}  ${codeSpan(`${name} = ${rounded(gradient, digits)}`)}`,
    sentence(details?.sentence ?? gradientSentence(naming.callOf(node), naming.result, gradient, digits)),
    ...(drawn === undefined || details === undefined ? [] : chainLines(context, node, drawn, details)),
    ...partialLines(context, subject, node, gradients),
  ];
}

function partialLines(context: Context, subject: Subject, node: NodeId, gradients: Float64Array | undefined): string[] {
  return [partialsLine(context, subject, node), roundsLine(context, subject, node, gradients)].filter(
    (line) => line !== "",
  );
}

function valueSpan({ digits }: Context, { text, value, valueText }: Subject): string {
  const shown = value === undefined ? cut(valueText, 60) : rounded(value, digits);
  return codeSpan(`${cut(text, 40)} = ${shown}`);
}

/** The picture that a step has a node in: another one if the picture on show has folded it into a statement. */
function drawnFor({ trace, model, options }: Context, node: NodeId): ViewModel | undefined {
  if (model.nodes.some((one) => one.id === nodeName(node))) return model;
  return trace.tape.length > MOST_REDRAWN ? undefined : viewModel(trace, { ...options, reveal: node });
}

function nodeName(node: NodeId): string {
  return `n${node}`;
}

function gradientList({ model }: Context): string[] {
  const known = model.inputs.filter((input) => input.gradient !== undefined);
  if (known.length === 0) return [];
  const shown = known.slice(0, MOST_INPUTS).map((input) => {
    if (input.kind === "array") return codeSpan(`∂ by ${input.name}: ${input.gradient?.short ?? ""}`);
    return codeSpan(`${input.gradientName} = ${withoutPlus(input.gradient?.short ?? "")}`);
  });
  const more = known.length - shown.length;
  return [shown.join("  ") + (more > 0 ? ` and ${countText(more)} more` : "")];
}

/** The chain rule: one path as one product, two paths as two and their sum, more as the sum of the largest. */
function chainLines(
  { naming }: Context,
  node: NodeId,
  drawn: ViewModel,
  { paths, pathCount, gradient }: NodeDetails,
): string[] {
  const first = paths[0];
  if (first === undefined || gradient === undefined) return [];
  const total = derivative(naming.result, naming.callOf(node));
  if (pathCount === "1") {
    return edgesOf(first).length < 2 ? [] : [codeSpan(`${total} = ${productText(drawn, first)}`)];
  }
  const products = paths.map((path) => path.product.short);
  const isWhole = pathCount === String(paths.length);
  const addends = [...products, ...(isWhole ? [] : ["…"])].join(" + ").replaceAll("+ −", "− ");
  const sum = codeSpan(`${total} = ${addends} = ${withoutPlus(gradient.short)}`);
  if (paths.length > MOST_PATHS || !isWhole) return [`${sum} over ${pathCount} paths`];
  const each = paths.map(
    (path) => (path.via === "" ? "direct: " : `via ${codeSpan(path.via)}: `) + codeSpan(productText(drawn, path)),
  );
  return [...each, sum];
}

function productText(model: ViewModel, path: PathView): string {
  const { product } = path;
  const factors = factorsOf(model, path);
  const symbols = factors.map((factor) => derivative(factor.of, factor.by)).join(" · ");
  const numbers = factors.map((factor, index) => inProduct(factor.value.short, index)).join(" · ");
  return factors.length < 2 ? `${symbols} = ${product.short}` : `${symbols} = ${numbers} = ${product.short}`;
}

function inProduct(number: string, index: number): string {
  return index > 0 && number.startsWith("−") ? `(${number})` : number;
}

/** The partials of the step itself, for expressions that compute something: `∂(w · x)/∂w = x = 3`. */
function partialsLine({ trace, naming, digits }: Context, { site }: Subject, node: NodeId): string {
  if (site === undefined || trace.evaluations.every((one) => one.site !== site || one.name !== undefined)) return "";
  const operands = operandsOf(trace.tape, node).filter((operand) => operand.kind === "node");
  const nodes = [...new Set(operands.map((operand) => operand.node))];
  const of = trace.sites[trace.tape.tag[node]!]?.formula ?? "";
  const spans = nodes.slice(0, MOST_PARTIALS).map((by) => {
    const partial = operands.reduce((sum, operand) => sum + (operand.node === by ? operand.partial : 0), 0);
    const formula = stepFormula(trace, naming, node, by);
    const value = numberText(partial, digits).short;
    const name = derivative(cut(of), naming.nameOf(by) ?? cut(formulaOf(trace, by)));
    return codeSpan([name, ...(formula === "" || formula === value ? [] : [formula]), value].join(" = "));
  });
  return (
    spans.join("  ") + (nodes.length > MOST_PARTIALS ? ` and ${countText(nodes.length - MOST_PARTIALS)} more` : "")
  );
}

/** What an expression was that the run came to more than once. */
function roundsLine(
  { trace, digits }: Context,
  { site }: Subject,
  node: NodeId,
  gradients: Float64Array | undefined,
): string {
  const { tape, names, regions } = trace;
  const tag = tape.tag[node]!;
  const name = names.get(node)?.name;
  const place = trace.sites[tag];
  const isExpression = site === tag;
  if (place === undefined || site === undefined || (!isExpression && name === undefined)) return "";
  if (tape.op[node] === INPUT) return "";
  const steps: NodeId[] = [];
  for (let step = 0; step < tape.length; step++) {
    if (tape.tag[step] === tag && (isExpression || names.get(step)?.name === name)) steps.push(step);
  }
  if (steps.length < 2) return "";
  const valueOf = (step: NodeId): string => rounded(tape.value[step]!, digits);
  const isLoop = regions.some((region) => region.kind === "round" && encloses(region.place, place));
  const text = `${countText(steps.length)} ${isLoop ? "rounds" : "times"}: first ${valueOf(steps[0]!)}, last ${valueOf(steps.at(-1)!)}`;
  if (gradients === undefined) return text;
  const sum = steps.reduce((total, step) => total + gradients[step]!, 0);
  return `${text}, gradients sum to ${rounded(sum, digits)}`;
}

function encloses(outer: Place, inner: Place): boolean {
  return outer.file === inner.file && outer.start <= inner.start && outer.end >= inner.end;
}

function inputsLine({ inputs }: ViewModel): string {
  if (inputs.length === 0) return "";
  const shown = inputs.slice(0, MOST_INPUTS);
  const assumed = shown.filter((input) => input.source === "assumed");
  const points = shown.map((input) =>
    input.kind === "array" ? `${input.name}: ${input.value.short}` : `${input.name} = ${input.value.short}`,
  );
  const more = inputs.length > shown.length ? " …" : "";
  const names =
    assumed.length === shown.length ? "assumed" : `${assumed.map((input) => codeSpan(input.name)).join(", ")} assumed`;
  return `at ${codeSpan(points.join(", "))}${more}${assumed.length === 0 ? "" : ` (${names})`}`;
}

function withoutPlus(text: string): string {
  return text.replace(/^\+/, "");
}
