/** The calls, loops and rounds of a run as a list that is in order and in a tree. */
import { REGION_CALL, type Regions, type Sites } from "../interpreter/recording.ts";
import { ts } from "../parse.ts";
import type { Place } from "../span.ts";
import { distinctName } from "../text/calledName.ts";
import type { Region } from "../trace.ts";

class LazyRegion implements Region {
  readonly kind: Region["kind"];
  readonly start: number;
  readonly end: number;
  readonly parent: number;
  private readonly node: ts.Node;
  private readonly uri: string;

  constructor(kind: Region["kind"], node: ts.Node, uri: string, start: number, end: number, parent: number) {
    this.kind = kind;
    this.node = node;
    this.uri = uri;
    this.start = start;
    this.end = end;
    this.parent = parent;
  }

  get name(): string {
    return this.kind === "call" ? distinctName(this.node) : loopKeyword(this.node);
  }

  get place(): Place {
    return { file: this.uri, start: this.node.getStart(), end: this.node.end };
  }
}

/** A loop whose rounds are being listed. */
interface OpenLoop {
  readonly region: number;
  readonly index: number;
  readonly end: number;
  /** The rounds that are not listed yet: places in the sorted list of their starts. */
  next: number;
  readonly last: number;
  /** The list's index of the newest listed round, which is the parent of what follows. */
  round: number;
}

/** List the regions of a run, without the call of the traced function itself, which is region `root`. */
export function regionsOf(regions: Regions, sites: Sites, length: number, root: number): Region[] {
  return new Lister(regions, sites, length, root).list();
}

class Lister {
  private readonly regions: Regions;
  private readonly sites: Sites;
  private readonly length: number;
  private readonly root: number;
  private readonly out: Region[] = [];
  /** The place of each region in the list. */
  private readonly places: Int32Array;
  private readonly roundOffsets: Int32Array;
  private readonly roundStarts: Int32Array;
  private readonly open: OpenLoop[] = [];

  constructor(regions: Regions, sites: Sites, length: number, root: number) {
    this.regions = regions;
    this.sites = sites;
    this.length = length;
    this.root = root;
    this.places = new Int32Array(regions.length).fill(-1);
    this.roundOffsets = new Int32Array(regions.length + 1);
    this.roundStarts = new Int32Array(regions.rounds);
    this.groupRounds();
  }

  list(): Region[] {
    const { regions, sites } = this;
    for (let region = 0; region < regions.length; region++) {
      const start = regions.startOf(region);
      // Regions begin in order; those behind the end of a tape that was cut have nothing to show.
      if (start >= this.length) break;
      if (region === this.root) continue;
      this.listRoundsBefore(start);
      const parent = this.parentOf(regions.parentOf(region));
      const end = this.endOf(region, parent);
      const site = regions.siteOf(region);
      const kind = regions.kindOf(region) === REGION_CALL ? "call" : "loop";
      const made = new LazyRegion(kind, sites.nodes[site]!, sites.uris[site]!, start, end, parent);
      this.places[region] = this.out.push(made) - 1;
      if (kind === "loop") this.openLoop(region, end);
    }
    this.listRoundsBefore(Infinity);
    return this.out;
  }

  /** Sort the starts of rounds by their loops, keeping their order. */
  private groupRounds(): void {
    const { regions, roundOffsets, roundStarts } = this;
    for (let i = 0; i < regions.rounds; i++) roundOffsets[regions.roundLoops[i]! + 1]!++;
    for (let i = 0; i < regions.length; i++) roundOffsets[i + 1]! += roundOffsets[i]!;
    const next = roundOffsets.slice();
    for (let i = 0; i < regions.rounds; i++) roundStarts[next[regions.roundLoops[i]!]!++] = regions.roundStarts[i]!;
  }

  private openLoop(region: number, end: number): void {
    const index = this.places[region]!;
    const next = this.roundOffsets[region]!;
    this.open.push({ region, index, end, next, last: this.roundOffsets[region + 1]!, round: index });
  }

  /** List the rounds that begin at or before a step; loops that end there are done. */
  private listRoundsBefore(start: number): void {
    for (let inner = this.open.length - 1; inner >= 0; inner--) {
      const loop = this.open[inner]!;
      if (loop.end > start) break;
      this.listRounds(loop, Infinity);
      this.open.pop();
    }
    for (const loop of this.open) this.listRounds(loop, start);
  }

  private listRounds(loop: OpenLoop, start: number): void {
    const { roundStarts, regions, sites } = this;
    const site = regions.siteOf(loop.region);
    while (loop.next < loop.last && roundStarts[loop.next]! <= start) {
      const from = roundStarts[loop.next++]!;
      const to = loop.next < loop.last ? Math.min(roundStarts[loop.next]!, loop.end) : loop.end;
      if (to <= from) continue;
      const made = new LazyRegion("round", sites.nodes[site]!, sites.uris[site]!, from, to, loop.index);
      loop.round = this.out.push(made) - 1;
    }
  }

  private parentOf(parent: number): number {
    if (parent < 0 || parent === this.root) return -1;
    return this.open.findLast(({ region }) => region === parent)?.round ?? this.places[parent]!;
  }

  private endOf(region: number, parent: number): number {
    const end = this.regions.endOf(region);
    return Math.min(this.length, end >= 0 ? end : (this.out[parent]?.end ?? this.length));
  }
}

function loopKeyword(node: ts.Node): string {
  if (ts.isWhileStatement(node)) return "while";
  return ts.isDoStatement(node) ? "do" : "for";
}
