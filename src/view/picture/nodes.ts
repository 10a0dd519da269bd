/** Nodes and edges of the picture with their words. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Lines } from "../findings.ts";
import type { EdgeView, Mark, NodeView, SourceLink, ViewEdgeId, ViewNodeId } from "../model.ts";
import { cut, derivative, fits, formulaOf, siteOf } from "../names.ts";
import { counted, numberText, plainText, rangeText, signedText } from "../number.ts";
import { spoken, spokenNumber } from "../words.ts";
import { groupWords } from "./groups.ts";
import type { Outer } from "./inside.ts";
import { partialFormulas } from "./partialFormulas.ts";
import type { Part } from "./parts/parts.ts";
import { arrayKey, regionNames, regionsAround, type RegionNames } from "./parts/regions.ts";
import { stepsKey } from "./parts/steps.ts";
import { CUTS, KINKED, type Link, type Picture } from "./picture.ts";

/** Most users that a node's spoken name lists. */
const MOST_USERS = 4;

/** The texts of one part. */
export interface PartWords {
  readonly name: string;
  /** The first line before it is cut. */
  readonly title: string;
  readonly countLine: string;
  /** What the details call it: `input`, `step`, `call`. */
  readonly kind: string;
}

/** Return the id of a part's node. */
export function nodeId(part: Part): ViewNodeId {
  return `n${part.node}`;
}

/** Return the id of an edge, by its index in the picture. */
export function edgeId(index: number): ViewEdgeId {
  return `e${index}`;
}

/** Return the texts of every part. */
export function wordsOf(picture: Picture): PartWords[] {
  return picture.parts.map((part, index) => {
    if (part.array !== undefined) {
      return { name: part.array, title: part.array, countLine: "", kind: counted(part.outputs.length, "input") };
    }
    if (part.regions.length > 0) return groupWords(picture, part, index === picture.result);
    const name = picture.naming.callOf(part.node);
    if (part.node === picture.entered?.inside.exit) {
      const behind = stepsBehind(picture.entered);
      return { name, title: name, countLine: `outside, ${counted(behind, "step")}`, kind: "result" };
    }
    const kind = index === picture.result ? "result" : isInput(picture, part) ? "input" : "step";
    return { name, title: titleOf(picture, part, kind), countLine: "", kind };
  });
}

/** How many of the steps behind the region lead to the result. */
function stepsBehind({ inside, whole }: NonNullable<Picture["entered"]>): number {
  return whole.division.reach.needed.subarray(inside.end).reduce((count, flag) => count + flag, 0);
}

/** Return the nodes of a picture. */
export function nodeViews(
  picture: Picture,
  words: readonly PartWords[],
  lines: Lines,
  digits: number,
  rowOf: (node: NodeId) => number | undefined,
): NodeView[] {
  const stepNumbers = picture.parts.map((part) => (isInput(picture, part) || part.array !== undefined ? 0 : 1));
  const steps = stepNumbers.reduce<number>((total, one) => total + one, 0);
  const names = regionNames(picture.trace);
  const around = regionsAround(picture.trace, picture.parts);
  const counts = stepCounts(picture);
  const users = usersOf(picture, words);
  let step = 0;
  return picture.parts.map((part, index) => {
    step += stepNumbers[index]!;
    const { title, name, countLine, kind } = words[index]!;
    const view = {
      ...numbersOf(picture, part, name, digits),
      id: nodeId(part),
      kind: viewKind(picture, part, index),
      name,
      title: cut(title),
      ...(fits(title) ? {} : { whole: title }),
      row: rowOf(part.node),
      countLine,
      marks: marksOf(picture, part, index),
      source: sourceOf(picture, part.node, lines),
      ...foldNames(picture, part, around[index], names),
      ...(isStatement(picture, part) && counts[index]! > 1 ? { unfolds: stepsKey(picture.trace, part.node) } : {}),
      ...enterName(picture, part, names),
    };
    const place = stepNumbers[index] === 1 ? ` Step ${step} of ${steps}.` : "";
    const called = kind === "step" ? spoken(title) : `${spoken(title)}, ${kind}`;
    const said = [called, ...spokenNumbers(view, part, kind), ...usedBy(users[index]!)].join(", ");
    return { ...view, label: `${said}.${place}` };
  });
}

/** The names of what uses each part. */
function usersOf({ parts, links }: Picture, words: readonly PartWords[]): string[][] {
  const users = parts.map((): string[] => []);
  for (const { from, to } of links) users[from]!.push(words[to]!.name);
  return users;
}

/** How many steps each part has. */
function stepCounts({ parts, division: { owner, reach } }: Picture): Int32Array {
  const counts = new Int32Array(parts.length);
  for (let node = 0; node < owner.length; node++) {
    const part = owner[node]!;
    if (part >= 0 && reach.needed[node] === 1) counts[part] = counts[part]! + 1;
  }
  return counts;
}

function isStatement(picture: Picture, part: Part): boolean {
  return part.regions.length === 0 && part.array === undefined && !isInput(picture, part);
}

/** By which name a node is unfolded, or what is around it is folded. */
function foldNames(
  { trace, division }: Picture,
  { node, regions, array }: Part,
  around: number | undefined,
  names: RegionNames | undefined,
): Pick<NodeView, "folds" | "unfolds"> {
  if (array !== undefined) return { unfolds: arrayKey(array) };
  const statement = regions.length === 0 ? division.unfolded.get(node) : undefined;
  if (statement !== undefined) return { folds: statement };
  if (names === undefined) return {};
  const outer = regions.length > 0 ? trace.regions[regions[0]!]!.parent : (around ?? -1);
  return {
    ...(regions.length > 0 ? { unfolds: names.nameOf(regions) } : {}),
    ...(outer < 0 ? {} : { folds: names.nameOf([outer]) }),
  };
}

/** By which name a node is entered: what follows must lead to a result, for its gradient to come back. */
function enterName({ output }: Picture, { regions }: Part, names: RegionNames | undefined): Pick<NodeView, "enters"> {
  if (regions.length === 0 || names === undefined || output?.node === undefined) return {};
  return { enters: names.nameOf(regions) };
}

/** Return the edges of a picture. */
export function edgeViews(picture: Picture, words: readonly PartWords[], digits: number): EdgeView[] {
  const { parts, links } = picture;
  const finite = links.map((link) => link.share).filter((share) => Number.isFinite(share));
  const largest = finite.reduce((most, share) => Math.max(most, share), 0);
  const formulas = partialFormulas(picture);
  return links.map((link, index) => {
    const { from, to, partial } = link;
    const text = partial === undefined ? plainText("") : numberText(partial, digits);
    const name = derivative(words[to]!.name, words[from]!.name);
    const label =
      partial === undefined ? rangeLabel(link, digits) : { full: `${name} = ${text.short}`, short: `× ${text.short}` };
    return {
      id: edgeId(index),
      from: nodeId(parts[from]!),
      to: nodeId(parts[to]!),
      partial: text,
      label,
      formula: formulas[index]!,
      weight: picture.gradients === undefined ? 1 : weightOf(link.share, largest),
    };
  });
}

/** Return where a step is in the text; an input is where its parameter is. */
export function sourceOf({ trace, inputs }: Picture, node: NodeId, lines: Lines): SourceLink {
  const place = inputs.get(node)?.place ?? siteOf(trace, node) ?? trace.function.namePlace;
  return lines.link(place);
}

/** Tell whether a part is a single input. */
function isInput({ inputs }: Picture, part: Part): boolean {
  return part.array === undefined && inputs.has(part.node);
}

function titleOf(picture: Picture, part: Part, kind: string): string {
  const { trace, naming, entered, division } = picture;
  const name = naming.nameOf(part.node);
  const outer = entered?.inside.outer.get(part.node);
  if (outer !== undefined && outer.name !== name) return `${name ?? ""} = ${outer.name}`;
  const isWhole = kind === "result" && division.unfolded.get(part.node) === undefined;
  const formula = (isWhole ? returnedFormula(picture) : undefined) ?? formulaOf(trace, part.node);
  if (name === undefined) return formula;
  return kind === "input" || formula === "" || formula === name ? name : `${name} = ${formula}`;
}

/** What the function returns as a whole, as written: what computed it may stand in a function that it calls. Undefined if it has a name. */
function returnedFormula({ trace, output }: Picture): string | undefined {
  const { taken, place } = trace.function;
  if (output?.node === undefined || output.name !== "" || taken === undefined) return undefined;
  if (trace.names.get(output.node) !== undefined) return undefined;
  const { start, end } = taken.expression;
  return trace.sites.find((site) => site.file === place.file && site.start === start && site.end === end)?.formula;
}

function viewKind(picture: Picture, part: Part, index: number): NodeView["kind"] {
  if (index === picture.result) return "result";
  if (part.array !== undefined) return "inputs";
  if (part.regions.length > 0) return "group";
  return isInput(picture, part) ? "input" : "step";
}

/** The value, the gradient and the line that names the gradient. */
function numbersOf(
  { trace, gradients, naming, output, division, entered }: Picture,
  { outputs, node, array }: Part,
  name: string,
  digits: number,
): Pick<NodeView, "value" | "gradient" | "gradientLine"> {
  const isNeeded = output !== undefined && division.reach.needed[node] === 1;
  const noEffect = output === undefined || isNeeded ? "" : trace.deciding[node] === 1 ? "only decides" : "no effect";
  if (outputs.length > 1) {
    const value = plainText(counted(outputs.length, array === undefined ? "value" : "input"));
    if (gradients === undefined)
      return { value, gradient: undefined, gradientLine: { full: noEffect, short: noEffect } };
    const text = rangeOf(outputs, gradients, digits);
    return { value, gradient: plainText(text), gradientLine: { full: `∂ ${text}`, short: `∂ ${text}` } };
  }
  const value = numberText(trace.tape.value[node]!, digits);
  if (gradients === undefined || !isNeeded) {
    return { value, gradient: undefined, gradientLine: { full: noEffect, short: noEffect } };
  }
  const gradient = gradients[node]!;
  const signed = signedText(gradient, digits);
  const part = partText(entered?.inside.outer.get(node), gradient, digits);
  const full = part === "" ? `${derivative(naming.result, name)} = ${numberText(gradient, digits).short}` : `∂ ${part}`;
  return { value, gradient: signed, gradientLine: { full, short: `∂ ${part === "" ? signed.short : part}` } };
}

/** What of a gradient comes back through the region that was entered: `+1.5 of +4.3`; empty if it is all of it. */
function partText(outer: Outer | undefined, gradient: number, digits: number): string {
  if (outer === undefined) return "";
  const [own, all] = [signedText(gradient, digits).short, signedText(outer.gradient, digits).short];
  return own === all ? "" : `${own} of ${all}`;
}

/** Return the range of the gradients of some steps; one that is not a number makes the whole range so. */
export function rangeOf(nodes: readonly NodeId[], gradients: Float64Array, digits: number): string {
  let low = Infinity;
  let high = -Infinity;
  for (const node of nodes) {
    low = Math.min(low, gradients[node]!);
    high = Math.max(high, gradients[node]!);
  }
  return rangeText(low, high, digits);
}

function marksOf({ trace, gradients, specials, division }: Picture, part: Part, index: number): Mark[] {
  const numbers = part.outputs.flatMap((node) => [trace.tape.value[node]!, gradients?.[node] ?? 0]);
  const isZero = part.outputs.every((node) => division.reach.needed[node] === 0 || gradients?.[node] === 0);
  const marks: Mark[] = [];
  if ((specials[index]! & KINKED) !== 0) marks.push("kink");
  if (numbers.some((number) => !Number.isFinite(number))) marks.push("not-finite");
  if (isZero) marks.push("zero");
  if ((specials[index]! & CUTS) !== 0) marks.push("cut");
  return marks;
}

function weightOf(share: number, largest: number): EdgeView["weight"] {
  if (share === 0) return 0;
  if (!Number.isFinite(share) || share >= largest / 2) return 3;
  return share >= largest / 10 ? 2 : 1;
}

/** Between parts with several values there are many partials: `× −0.568 … +0.8`. */
function rangeLabel({ low, high }: Link, digits: number): EdgeView["label"] {
  const range = rangeText(low, high, digits);
  const text = `× ${range.includes("…") ? range : range.replace("+", "")}`;
  return { full: text, short: text };
}

function spokenNumbers({ value, gradient }: Pick<NodeView, "value" | "gradient">, part: Part, kind: string): string[] {
  const said = part.outputs.length === 1 ? [`value ${spokenNumber(value.short)}`] : [value.short];
  if (gradient !== undefined) said.push(`gradient ${spokenNumber(gradient.short)}`);
  return said.filter((text) => text !== kind);
}

function usedBy(users: readonly string[]): string[] {
  if (users.length === 0) return [];
  const shown = users.slice(0, MOST_USERS).map(spoken).join(" and ");
  const more = users.length - MOST_USERS;
  return [`used by ${shown}${more > 0 ? ` and ${more} more` : ""}`];
}
