/** What folded calls and loops are called. */
import type { NodeId } from "../../autodiff/tape.ts";
import { calledText } from "../../language/text/functionNames.ts";
import type { Region, Trace } from "../../language/trace.ts";
import { fits, siteOf, type Naming } from "../names.ts";
import { countText, counted } from "../number.ts";
import type { Part } from "./parts/parts.ts";

/** A run with the names of its steps. */
interface Named {
  readonly trace: Trace;
  readonly naming: Naming;
}

/** Return the texts of a folded part: `h2[2] = neuron(…)` and `call, 33 steps`. */
export function groupWords(
  named: Named,
  part: Part,
  isResult: boolean,
): { name: string; title: string; countLine: string; kind: string } {
  const { trace, naming } = named;
  const regions = part.regions.map((index) => trace.regions[index]!);
  const region = regions[0]!;
  const base = commonName(part.outputs, trace, naming);
  const name = part.outputs.length === 1 ? naming.nameOf(part.node) : undefined;
  const title = titleOf(named, part, region, region.kind === "call" ? (name ?? base) : (base ?? name));
  const kind = isResult ? "result" : region.kind === "block" ? "statements" : region.kind;
  return { name: name ?? title, title, countLine: countLine(trace, part.regions, regions), kind };
}

function titleOf(named: Named, part: Part, region: Region, name: string | undefined): string {
  const { trace } = named;
  const call = calledText(calleeOf(trace, region));
  if (part.regions.length > 1 && region.kind === "round") {
    const [first, last] = [part.regions[0]!, part.regions.at(-1)!].map((index) => roundNumber(trace, index));
    return `${name ?? region.name}, rounds ${first!} … ${last!}`;
  }
  if (part.regions.length > 1) return `${name ?? call}, ${countText(part.regions.length)} calls`;
  switch (region.kind) {
    case "call":
      return name === undefined ? call : `${name} = ${writtenCall(trace, part.node, region, name) ?? call}`;
    case "loop": {
      const rounds = roundsOf(trace, part.regions[0]!).length;
      return `${name ?? region.name}, ${rounds > 1 ? `rounds 1 … ${countText(rounds)}` : "loop"}`;
    }
    case "round":
      return `${name ?? region.name}, round ${roundNumber(trace, part.regions[0]!)}`;
    case "block":
      return blockTitle(named, region);
  }
}

/** The first and the last name that the statements of a block give: `t0 … t16`. */
function blockTitle({ trace, naming }: Named, { start, end, name }: Region): string {
  const isNamed = (node: NodeId): boolean => trace.names.get(node) !== undefined;
  let first = start;
  let last = end - 1;
  while (first < last && !isNamed(first)) first++;
  while (last > first && !isNamed(last)) last--;
  const names = [naming.nameOf(first), naming.nameOf(last)];
  return names.includes(undefined) ? name : [...new Set(names)].join(" … ");
}

/** The call as the code that names its value writes it, with its arguments if there is room: `cumulative(d1)`. */
function writtenCall(trace: Trace, node: NodeId, { place }: Region, name: string): string | undefined {
  const site = siteOf(trace, node);
  if (site === undefined) return undefined;
  const isInside = site.file === place.file && site.start >= place.start && site.end <= place.end;
  const callee = /^([\p{L}\p{N}_$.]+)\(.*\)$/u.exec(site.formula)?.[1];
  if (isInside || callee === undefined) return undefined;
  return fits(`${name} = ${site.formula}`) ? site.formula : `${callee}(…)`;
}

function calleeOf({ texts }: Trace, { name, place }: Region): string {
  const text = texts.get(place.file)?.slice(place.start, place.end) ?? "";
  return /^(?:(?:public|protected|private)\s+)?constructor\b|^(?:export\s+|default\s+|abstract\s+)*class\b/u.test(text)
    ? `new ${name}`
    : name;
}

/** The steps inside, as a product where all rounds or calls are equally long: `16 × 41 steps`. */
function countLine(trace: Trace, indices: readonly number[], regions: readonly Region[]): string {
  const first = regions[0]!;
  const isLoop = first.kind === "loop";
  const items = isLoop ? roundsOf(trace, indices[0]!) : regions;
  const sizes = items.map((region) => region.end - region.start);
  const steps = isLoop ? first.end - first.start : sizes.reduce((sum, size) => sum + size, 0);
  if (items.length > 1 && sizes.every((size) => size === sizes[0]) && steps === sizes[0]! * items.length) {
    return `${countText(items.length)} × ${counted(sizes[0]!, "step")}`;
  }
  return first.kind === "block" ? counted(steps, "step") : `${first.kind}, ${counted(steps, "step")}`;
}

function roundsOf(trace: Trace, loop: number): Region[] {
  return trace.regions.filter((region) => region.kind === "round" && region.parent === loop);
}

function roundNumber(trace: Trace, index: number): number {
  return roundsOf(trace, trace.regions[index]!.parent).indexOf(trace.regions[index]!) + 1;
}

/** The name that all these steps share when indices and keys are taken off: `h1` of `h1[0]` and `h1[1]`; `this` tells nothing. */
function commonName(nodes: readonly NodeId[], trace: Trace, naming: Naming): string | undefined {
  let common: string | undefined;
  for (const node of nodes) {
    const name = trace.names.get(node)?.name ?? naming.nameOf(node);
    const base = name?.replace(/[[.].*$/u, "");
    if (base === undefined || base === "this" || (common !== undefined && base !== common)) return undefined;
    common = base;
  }
  return common;
}
