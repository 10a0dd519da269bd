/** The view model: everything that the panel shows of one trace. */
import { writtenName } from "../language/text/functionNames.ts";
import type { Trace } from "../language/trace.ts";
import { nodeDetails } from "./details/details.ts";
import { constantSentence } from "./details/explain.ts";
import { rowViews, stepCount, tableOf } from "./documents/rows.ts";
import { findingView, linesOf, type Lines } from "./findings.ts";
import { inputViews } from "./inputs/inputs.ts";
import { chooseOutput, outputKey } from "./inputs/outputs.ts";
import type { EdgeView, NodeDetails, NodeView, OutputView, ViewModel } from "./model.ts";
import { cut } from "./names.ts";
import { counted, countText, numberText, SHORT_DIGITS } from "./number.ts";
import type { ViewOptions } from "./options.ts";
import type { Crumb } from "./picture/inside.ts";
import { edgeViews, nodeViews, wordsOf } from "./picture/nodes.ts";
import { isBundle } from "./picture/parts/bundles.ts";
import { pictureOf, type Picture } from "./picture/picture.ts";
import { CONSTANT_RESULT } from "./question.ts";
import { spoken, spokenNumber } from "./words.ts";

/** Rows that travel with every model; further down a table nobody looks while typing. */
const FIRST_ROWS = 200;

/** Return what is shown of a trace. */
export function viewModel(trace: Trace, options: ViewOptions = {}): ViewModel {
  const digits = options.digits ?? SHORT_DIGITS;
  const output = chooseOutput(trace, options.output) ?? trace.outputs[0];
  const picture = pictureOf(trace, output, options.reveal, options.folding);
  const whole = picture.entered?.whole ?? picture;
  const crumbs = picture.entered?.inside.crumbs ?? [];
  const lines = linesOf(trace.texts);
  const table = tableOf(picture);
  const words = wordsOf(picture);
  const constant = constantResult(picture, lines, digits);
  const nodes = [...nodeViews(picture, words, lines, digits, (node) => table.places[node]), ...constant.nodes];
  const edges = edgeViews(picture, words, digits);
  return {
    title: trace.function.name,
    signature: `${writtenName(trace.function.name)}(${trace.function.parameters.join(", ")})`,
    file: trace.function.place.file,
    resultName: picture.naming.result,
    result: output === undefined ? undefined : numberText(output.value, digits),
    outputs: outputViews(whole, digits),
    output: output === undefined ? 0 : trace.outputs.indexOf(output),
    inputs: inputViews(whole, digits),
    nodes,
    edges,
    details: [...nodeDetails(picture, words, lines, digits), ...constant.details],
    rows: rowViews(table, { order: "steps", from: 0, count: options.rows ?? FIRST_ROWS }, lines, digits),
    rowCounts: { all: table.nodes.length, inputs: table.inputs },
    findings: trace.findings.map((finding) => findingView(finding, lines)),
    ...foldedOf(picture),
    size: sizeOf(picture),
    ...(crumbs.length === 0 ? {} : { inside: crumbs }),
    checked: options.checked,
    topology: topologyOf(nodes, edges),
    ...foldingOf(options, crumbs),
    ...(options.changed === undefined ? {} : { changed: options.changed }),
  };
}

/** What is folded by hand, without regions that have gone. */
function foldingOf({ folding }: ViewOptions, crumbs: readonly Crumb[]): Pick<ViewModel, "folding"> {
  if (folding === undefined) return {};
  const { open, closed } = folding;
  if (open.length + closed.length + crumbs.length === 0) return {};
  return { folding: crumbs.length === 0 ? { open, closed } : { open, closed, inside: crumbs.map(({ name }) => name) } };
}

function outputViews({ trace, naming }: Picture, digits: number): OutputView[] {
  return trace.outputs.map((output) => ({
    name: naming.nameOfOutput(output),
    key: outputKey(output),
    value: numberText(output.value, digits),
  }));
}

/** The node of a result that depends on no input: it is on no tape, but it is what the function returns. */
function constantResult(
  picture: Picture,
  lines: Lines,
  digits: number,
): { readonly nodes: readonly NodeView[]; readonly details: readonly NodeDetails[] } {
  const { output, trace, naming } = picture;
  if (output === undefined || output.node !== undefined) return { nodes: [], details: [] };
  const name = naming.result;
  const value = numberText(output.value, digits);
  const node: NodeView = {
    id: CONSTANT_RESULT,
    kind: "result",
    name,
    title: cut(name),
    value,
    gradient: undefined,
    gradientLine: { full: "", short: "" },
    countLine: "",
    marks: Number.isFinite(output.value) ? [] : ["not-finite"],
    source: lines.link(trace.function.namePlace),
    label: `${spoken(name)}, result, value ${spokenNumber(value.short)}.`,
  };
  const sentence = constantSentence(picture);
  const details = { node: node.id, kind: "result", sentence, paths: [], pathCount: "0", gradient: undefined };
  return { nodes: [node], details: [details] };
}

/** Say what is folded in a picture. */
function foldedOf(picture: Picture): Pick<ViewModel, "folded"> {
  const { parts, trace } = picture;
  const kinds = new Set(parts.flatMap(({ regions }) => regions.map((region) => trace.regions[region]!.kind)));
  const what = [
    ...(kinds.has("loop") || kinds.has("round") ? ["loop rounds"] : []),
    ...(kinds.has("call") ? ["calls"] : []),
    ...(parts.some(({ array }) => array !== undefined && !isBundle(array)) ? ["arrays"] : []),
    ...(parts.some(({ array }) => array !== undefined && isBundle(array)) ? ["inputs"] : []),
    ...(kinds.has("block") ? ["statements"] : []),
  ];
  const { hidden } = picture.division;
  const list = what.join(", ").replace(/, ([^,]*)$/u, " and $1");
  const said = [
    ...(what.length === 0 ? [] : [`${list} are folded`]),
    ...(hidden === 0 ? [] : [`${counted(hidden, "statement")} with small gradients left out`]),
  ];
  if (said.length === 0) return {};
  const steps = counted(stepCount(picture), "step");
  return { folded: `${steps}. Showing ${countText(parts.length)}: ${said.join(", ")}.` };
}

/** Say how large the run was, and what of it is drawn. */
function sizeOf(picture: Picture): string {
  const steps = stepCount(picture);
  const hasFolded = picture.parts.some(({ regions, array }) => regions.length > 0 || array !== undefined);
  const shown = picture.parts.filter((part) => !picture.inputs.has(part.node)).length;
  const more: string[] = [];
  if (hasFolded || picture.division.unfolded.size > 0) more.push(`shown as ${countText(picture.parts.length)}`);
  else if (shown === steps) more.push(counted(picture.links.length, "edge"));
  else more.push(`shown as ${counted(shown, "statement")}`);
  if (picture.hiddenLinks > 0) more.push(`${counted(picture.hiddenLinks, "small edge")} left out`);
  return [counted(steps, "step"), ...more].join(", ");
}

/** Ids, ends and which lines there are: nothing that another number or another name changes, since those are written in place. */
function topologyOf(nodes: readonly NodeView[], edges: readonly EdgeView[]): string {
  const boxes = nodes.map(({ id, kind, countLine, gradientLine }) => [
    id,
    kind,
    countLine === "",
    gradientLine.full === "",
  ]);
  return JSON.stringify([boxes, edges.map(({ from, to, label }) => [from, to, label.full === ""])]);
}
