/** The inside of a call, a loop or a round as a run of its own: what comes in are its inputs, all that follows is one last step. */
import { INPUT } from "../../autodiff/operations/operations.ts";
import { share } from "../../autodiff/sweep.ts";
import { ABSENT, eachOperand, MANY, operandsOf, Tape, type NodeId } from "../../autodiff/tape.ts";
import type { Input, NodeNames, Output, Region, Trace } from "../../language/trace.ts";
import { siteOf, type Naming } from "../names.ts";
import { groupWords } from "./groups.ts";
import { regionNames, regionTitle, type RegionNames } from "./parts/regions.ts";

/** Stands for all steps behind the region in the column of operations; the table has no such row. */
const OUTSIDE = 255;

/** One region on the way in. */
export interface Crumb {
  /** By which the region is entered. */
  readonly name: string;
  /** `neuron(…) 3`. */
  readonly title: string;
}

/** What is known outside of a number that comes in. */
export interface Outer {
  /** What it is called there. */
  readonly name: string;
  /** Its whole gradient, of which a part comes back through the region. */
  readonly gradient: number;
}

/** A region seen from inside. Steps keep their numbers, so that a node is the same inside and outside. */
export interface Inside {
  readonly crumbs: readonly Crumb[];
  /** The steps from `start` to before `end`, as a run that ends in the result. */
  readonly trace: Trace;
  readonly output: Output;
  readonly start: NodeId;
  readonly end: NodeId;
  /** By the numbers that come in. */
  readonly outer: ReadonlyMap<NodeId, Outer>;
  /** The step that stands for all that follows; undefined if the result is inside. */
  readonly exit: NodeId | undefined;
}

/** The whole run, as far as the inside is made from it. */
export interface Around {
  readonly trace: Trace;
  readonly naming: Naming;
  readonly output: Output | undefined;
  readonly gradients: Float64Array | undefined;
  /** 1 for the steps that lead to the result. */
  readonly needed: Uint8Array;
}

/** Return the inside of the last of some regions, each in the one before; those that the run does not have, and what is in them, are left out. */
export function insideOf(around: Around, names: readonly string[]): Inside | undefined {
  const known = names.length === 0 ? undefined : regionNames(around.trace);
  if (known === undefined) return undefined;
  const crumbs: Crumb[] = [];
  let span: Span | undefined;
  for (const name of names) {
    const next = spanOf(around.trace, regionsCalled(around.trace, known, name));
    if (next === undefined || (span !== undefined && !isWithin(next, span)) || !leadsOn(around, next)) break;
    crumbs.push({ name, title: titleOf(around, next, name) });
    span = next;
  }
  return span && enter(around, span, crumbs);
}

/** The steps of regions that follow each other. */
interface Span {
  readonly start: NodeId;
  readonly end: NodeId;
  readonly group: readonly number[];
}

function spanOf({ regions }: Trace, group: readonly number[]): Span | undefined {
  const [first, last] = [regions[group[0] ?? -1], regions[group.at(-1) ?? -1]];
  return first && last && { start: first.start, end: last.end, group };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The regions of one folded node by its name: one, or several that follow each other. */
function regionsCalled(trace: Trace, names: RegionNames, name: string): readonly number[] {
  const { regions } = trace;
  const [, first = name, more = "0"] = /^(.*) and (\d+) more$/u.exec(name) ?? [];
  const at = regions.findIndex((_, index) => names.nameOf([index]) === first);
  if (at < 0) return [];
  const group = [at];
  for (let index = at + 1; index < regions.length && group.length <= Number(more); index++) {
    const last = regions[group.at(-1)!]!;
    const { start, kind, name: what } = regions[index]!;
    if (start === last.end && kind === last.kind && what === last.name) group.push(index);
  }
  return group.length === Number(more) + 1 ? group : [];
}

/** A call is known by its function; a loop by what it computes. */
function titleOf(around: Around, span: Span, name: string): string {
  const { trace, naming } = around;
  if (trace.regions[span.group[0]!]!.kind === "call") return regionTitle(name);
  const outputs = [...totalsOutside(around, span).keys()];
  const node = outputs.at(-1) ?? span.end - 1;
  return groupWords({ trace, naming }, { node, outputs, regions: span.group, array: undefined }, false).title;
}

/** Whether something in the region leads to the result. */
function leadsOn({ needed, output }: Around, { start, end }: Span): boolean {
  if (output?.node === undefined) return false;
  for (let node = start; node < end; node++) if (needed[node] === 1) return true;
  return false;
}

function enter(around: Around, span: Span, crumbs: readonly Crumb[]): Inside {
  const { trace, naming } = around;
  const { start, end } = span;
  const isIn = (node: NodeId): boolean => node >= start && node < end;
  const output = around.output!.node!;
  const exit = isIn(output) ? undefined : output;
  const incoming = incomingNodes(around, span);
  const { inputs, outer } = inputsOf(around, incoming, span);
  const names: NodeNames = { get: (node) => (isIn(node) ? trace.names.get(node) : undefined) };
  const place = siteOf(trace, output) ?? trace.function.namePlace;
  const sites = [
    ...trace.sites,
    { ...place, formula: naming.result, statement: { start: place.start, end: place.end }, operands: [] },
  ];
  const inner: Trace = {
    ...trace,
    function: { ...trace.function, returned: naming.result },
    tape: innerTape(around, span, incoming, exit),
    inputs,
    outputs: [{ ...around.output!, path: [], name: "" }],
    sites,
    names,
    regions: innerRegions(trace, span),
    kinks: trace.kinks.filter(({ node }) => isIn(node)),
  };
  return { crumbs, trace: inner, output: inner.outputs[0]!, start, end, outer, exit };
}

/** The numbers from outside that needed steps of the region use, and the arguments of the run that stand in it. */
function incomingNodes({ trace, needed }: Around, { start, end }: Span): ReadonlySet<NodeId> {
  const given = new Set(trace.inputs.map(({ node }) => node));
  const incoming = new Set<NodeId>();
  const look = (operand: NodeId): void => {
    if (operand < start || given.has(operand)) incoming.add(operand);
  };
  for (let node = start; node < end; node++) if (needed[node] === 1) eachOperand(trace.tape, node, look);
  return new Set([...incoming].sort((one, other) => one - other));
}

/** The tape with the same numbers: what comes in depends on nothing, and the exit on what the region hands out, with exact totals. */
function innerTape(around: Around, span: Span, incoming: ReadonlySet<NodeId>, exit: NodeId | undefined): Tape {
  const { tape, sites } = around.trace;
  const { length } = tape;
  const inner = new Tape(0);
  inner.length = length;
  inner.op = tape.op.slice(0, length);
  inner.a = tape.a.slice(0, length);
  inner.b = tape.b.slice(0, length);
  inner.da = tape.da.slice(0, length);
  inner.db = tape.db;
  inner.value = tape.value;
  inner.tag = tape.tag.slice(0, length);
  inner.extraLength = tape.extraLength;
  inner.extraNode = tape.extraNode;
  inner.extraPartial = tape.extraPartial;
  for (const node of incoming) {
    inner.op[node] = INPUT;
    inner.a[node] = ABSENT;
    inner.b[node] = ABSENT;
  }
  if (exit === undefined) return inner;
  const totals = totalsOutside(around, span);
  inner.extraLength += totals.size;
  inner.extraNode = new Int32Array(inner.extraLength);
  inner.extraNode.set(tape.extraNode.subarray(0, tape.extraLength));
  inner.extraNode.set([...totals.keys()], tape.extraLength);
  inner.extraPartial = new Float64Array(inner.extraLength);
  inner.extraPartial.set(tape.extraPartial.subarray(0, tape.extraLength));
  inner.extraPartial.set([...totals.values()], tape.extraLength);
  inner.op[exit] = OUTSIDE;
  inner.a[exit] = tape.extraLength;
  inner.b[exit] = MANY;
  inner.da[exit] = totals.size;
  inner.tag[exit] = sites.length;
  return inner;
}

/** By each step that is used outside: the derivative of the result by it along all ways that leave the region at once, added up in the order of the sweep. */
function totalsOutside({ trace, output, gradients, needed }: Around, { start, end }: Span): Map<NodeId, number> {
  const totals = new Map<NodeId, number>();
  let user = output?.node ?? -1;
  const look = (operand: NodeId, partial: number): void => {
    if (operand < start || operand >= end) return;
    totals.set(operand, (totals.get(operand) ?? 0) + share(gradients?.[user] ?? 0, partial));
  };
  for (; user >= end; user--) if (needed[user] === 1) eachOperand(trace.tape, user, look);
  return new Map([...totals].sort(([one], [other]) => one - other));
}

/** The same regions; those around the inside, and those elsewhere, hold nothing and are no file's. */
function innerRegions({ regions, function: { place } }: Trace, { group }: Span): Region[] {
  const isInner = new Uint8Array(regions.length);
  return regions.map((region, index) => {
    if (group.includes(region.parent) || isInner[region.parent] === 1) isInner[index] = 1;
    return isInner[index] === 1 ? region : { ...region, start: 0, end: 0, place };
  });
}

function inputsOf(
  { trace, naming, gradients }: Around,
  incoming: ReadonlySet<NodeId>,
  span: Span,
): { readonly inputs: readonly Input[]; readonly outer: ReadonlyMap<NodeId, Outer> } {
  const given = new Map(trace.inputs.map((input) => [input.node, input]));
  const inner = namesInside(trace, incoming, span);
  const counts = new Map<string, number>();
  for (const name of inner.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const outer = new Map<NodeId, Outer>();
  const inputs = [...incoming].map((node): Input => {
    const own = naming.callOf(node);
    const input = given.get(node);
    const name = inner.get(node) ?? own;
    const isClear = counts.get(name) === 1 && name !== naming.result;
    outer.set(node, { name: own, gradient: gradients?.[node] ?? 0 });
    return {
      name: isClear ? name : own,
      path: isClear && name !== own ? [0] : (input?.path ?? [0, ...indicesOf(own)]),
      value: trace.tape.value[node]!,
      node,
      source: input?.source ?? "call",
      place: input?.place ?? siteOf(trace, node) ?? trace.function.namePlace,
    };
  });
  return { inputs, outer };
}

/** What the code inside calls each number that comes in: by the one variable that it reads it from, or of several by the parameter. */
function namesInside(trace: Trace, incoming: ReadonlySet<NodeId>, { start, end, group }: Span): Map<NodeId, string> {
  const read = new Map<NodeId, Set<string>>();
  for (let node = start; node < end; node++) {
    const operands = operandsOf(trace.tape, node);
    if (!operands.some((operand) => operand.kind === "node" && incoming.has(operand.node))) continue;
    const texts = trace.sites[trace.tape.tag[node]!]?.operands ?? [];
    for (const [index, operand] of operands.entries()) {
      if (operand.kind === "constant" || !incoming.has(operand.node)) continue;
      const names = read.get(operand.node) ?? new Set();
      read.set(operand.node, names.add(texts.length === operands.length ? texts[index]! : ""));
    }
  }
  const parameters = parameterList(trace, trace.regions[group[0]!]!);
  const isParameter = (name: string): boolean =>
    new RegExp(`(?:^|[,{[(.])\\s*${name.replaceAll("$", "\\$")}\\s*(?:[?:,=)\\]}]|$)`, "u").test(parameters);
  const names = new Map<NodeId, string>();
  for (const [node, texts] of read) {
    const variables = [...texts].filter((text) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text));
    const own = texts.size === 1 ? variables : variables.filter(isParameter);
    if (own.length === 1) names.set(node, own[0]!);
  }
  return names;
}

/** What stands between the parentheses of a called function; empty for a loop. */
function parameterList({ texts }: Trace, { kind, place: { file, start, end } }: Region): string {
  const text = kind === "call" ? (texts.get(file)?.slice(start, end) ?? "") : "";
  const alone = /^(?:async\s+)?([\p{L}\p{N}_$]+)\s*=>/u.exec(text)?.[1];
  if (alone !== undefined) return alone;
  const from = text.indexOf("(");
  let depth = 0;
  for (let at = from; at >= 0 && at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return text.slice(from + 1, at);
  }
  return "";
}

function indicesOf(name: string): number[] {
  return Array.from(name.matchAll(/\[(\d+)\]/gu), ([, index]) => Number(index));
}
