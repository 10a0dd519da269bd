/** What a person folds and unfolds against the rule: calls and loops by names that stay the same while numbers and lines change. */
import { calledText } from "../../../language/text/functionNames.ts";
import type { Trace } from "../../../language/trace.ts";
import { cut } from "../../names.ts";
import type { FoldChoice } from "../../options.ts";
import { endsAndMiddle, type Folding } from "./folding.ts";
import type { Part } from "./parts.ts";

/** More rounds behind each other cannot be read at once. */
const MOST_BEHIND = 12;

/** In longer runs regions have no names: counting them would cost more than the picture. */
const MOST_REGIONS = 20_000;

/** The names of regions: `call neuron 3` is the third call of `neuron`. */
export interface RegionNames {
  /** Return the name of one folded node: of a region, or of several that follow each other. */
  readonly nameOf: (regions: readonly number[]) => string;
}

/** Return the names of the regions of a run; undefined if there are too many. */
export function regionNames({ regions }: Trace): RegionNames | undefined {
  if (regions.length > MOST_REGIONS) return undefined;
  const counts = new Map<string, number>();
  const names = regions.map(({ kind, name }) => {
    const base = `${kind} ${name}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return `${base} ${count}`;
  });
  return {
    nameOf: (group) => (group.length === 1 ? names[group[0]!]! : `${names[group[0]!]!} and ${group.length - 1} more`),
  };
}

/** Return a folding as a person wants it: what they opened shows what is directly in it, what they closed is one node. */
export function withChoice(trace: Trace, folding: Folding, choice: FoldChoice | undefined): Folding {
  const names = choice === undefined || isNothing(choice) ? undefined : regionNames(trace);
  if (choice === undefined || names === undefined) return folding;
  const open = new Set(choice.open);
  const closed = closedRegions(trace, names, new Set(choice.closed));
  const kept: (readonly number[])[] = [];
  const pending = [...folding.groups];
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    if (!open.has(names.nameOf(group))) kept.push(group);
    else if (group.length > 1) pending.push(...group.map((region) => [region]));
    else pending.push(...opened(trace, group[0]!, (region) => open.has(names.nameOf([region]))));
  }
  const isInClosed = (group: readonly number[]): boolean => closed.some((region) => contains(trace, region, group[0]!));
  const groups = [...kept.filter((group) => !isInClosed(group)), ...closed.map((region) => [region])];
  const isFolded = (region: number): boolean =>
    kept.some((group) => group.some((each) => each !== region && contains(trace, each, region)));
  const arrays = new Map([...folding.arrays].filter(([, name]) => !open.has(arrayKey(name))));
  return {
    groups: groups.filter((group) => group.length > 1 || !closed.includes(group[0]!) || !isFolded(group[0]!)),
    arrays,
  };
}

/** What is directly in something that was opened; of many rounds, all between the first and the last stay together until they are opened too. */
function opened(trace: Trace, parent: number, isOpen: (region: number) => boolean): (readonly number[])[] {
  const children = childrenOf(trace, parent);
  const isMany = children.length > MOST_BEHIND && children.every((region) => trace.regions[region]!.kind === "round");
  if (isMany && !children.some(isOpen)) return endsAndMiddle(children);
  return children.map((region) => [region]);
}

/** Return the name under which a folded array of inputs is opened. */
export function arrayKey(name: string): string {
  return `array ${name}`;
}

/** Return for each part the region that could be drawn in its place: the innermost around a single step. */
export function regionsAround({ regions }: Trace, parts: readonly Part[]): (number | undefined)[] {
  const around = parts.map((): number | undefined => undefined);
  if (regions.length > MOST_REGIONS) return around;
  for (const [index, { start, end }] of regions.entries()) {
    if (end - start < 2) continue;
    for (let at = firstFrom(parts, start); at < parts.length && parts[at]!.node < end; at++) around[at] = index;
  }
  return around;
}

/** Return a region's name as a person reads it: `neuron(…)`, with its number if there are several. */
export function regionTitle(name: string): string {
  const [, kind = "", rest = ""] = /^(\S+) (.*)$/u.exec(name) ?? [];
  if (kind === "steps") return cut(rest);
  if (kind === "array") return rest;
  const [, what = rest, number = "1", more = ""] = /^(.*?) (\d+)( and \d+ more)?$/u.exec(rest) ?? [];
  const count = (number === "1" ? "" : ` ${number}`) + more;
  if (kind === "block") return `${what}, part ${number}${more}`;
  const title = kind === "call" ? calledText(what) : kind === "round" ? `${what}, round` : `${what} loop`;
  return title + count;
}

function closedRegions(trace: Trace, names: RegionNames, closed: ReadonlySet<string>): number[] {
  // A region that holds nothing is around the picture or elsewhere: one has entered something.
  const wanted = trace.regions.flatMap(({ start, end }, index) =>
    end > start && closed.has(names.nameOf([index])) ? [index] : [],
  );
  return wanted.filter((region) => !wanted.some((other) => other !== region && contains(trace, other, region)));
}

function childrenOf({ regions }: Trace, parent: number): number[] {
  return regions.flatMap((region, index) => (region.parent === parent && region.end - region.start > 1 ? [index] : []));
}

function contains({ regions }: Trace, outer: number, inner: number): boolean {
  for (let at = inner; at >= 0; at = regions[at]!.parent) if (at === outer) return true;
  return false;
}

function isNothing({ open, closed }: FoldChoice): boolean {
  return open.length === 0 && closed.length === 0;
}

/** The first part whose step is not before a step; parts are in the order of their steps. */
function firstFrom(parts: readonly Part[], node: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.node < node) low = middle + 1;
    else high = middle;
  }
  return low;
}
