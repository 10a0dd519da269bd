/** What a run remembers beside its tape: places of the text, names of steps, calls and loops. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { ts } from "../parse.ts";
import type { NodeName, NodeNames } from "../trace.ts";

/** The places that a run has compiled, numbered in the order in which they were met. */
export class Sites {
  readonly nodes: ts.Node[] = [];
  readonly uris: string[] = [];
  private readonly known = new Map<ts.Node, number>();

  /** The number of a node's site. */
  of(node: ts.Node, uri: string): number {
    let site = this.known.get(node);
    if (site === undefined) {
      site = this.nodes.push(node) - 1;
      this.uris.push(uri);
      this.known.set(node, site);
    }
    return site;
  }
}

/** Bits of a packed name that hold the name's number plus one; the rank of the call that gave it stands above. */
const NAME_BITS = 24;
const NAME_MASK = (1 << NAME_BITS) - 1;
/** The rank of the outermost call; each call inside has the next lower one, down to 1. A step without a name has rank 0. */
const HIGHEST = 64;

/** Names of steps: a column beside the tape, so that naming costs an array write and no object. */
export class Names implements NodeNames {
  private readonly entries: { readonly name: string; readonly site: number; readonly isElement: boolean }[] = [];
  private packed = new Int32Array(1024);
  private indices = new Int32Array(0);

  /** Make a name that steps can be given; an element's name gets `[index]` at its end. */
  intern(name: string, site: number, isElement: boolean): number {
    return this.entries.push({ name, site, isElement }) - 1;
  }

  /** Name a step, unless a call nearer to the traced function has done so. */
  give(node: NodeId, name: number, depth: number): void {
    if (node >= this.packed.length) this.packed = grown(this.packed, node);
    const rank = depth < HIGHEST ? HIGHEST - depth : 1;
    if (this.packed[node]! >> NAME_BITS < rank) this.packed[node] = (rank << NAME_BITS) | (name + 1);
  }

  /** Name a step that became an array's element. */
  giveElement(node: NodeId, name: number, index: number, depth: number): void {
    this.give(node, name, depth);
    if ((this.packed[node]! & NAME_MASK) !== name + 1) return;
    if (node >= this.indices.length) this.indices = grown(this.indices, node);
    this.indices[node] = index;
  }

  get(node: NodeId): NodeName | undefined {
    const known = (this.packed[node] ?? 0) & NAME_MASK;
    if (known === 0) return undefined;
    const { name, site, isElement } = this.entries[known - 1]!;
    return { name: isElement ? `${name}[${this.indices[node]!}]` : name, site };
  }
}

/** Kinds of regions. */
export const REGION_CALL = 0;
export const REGION_LOOP = 1;

// Where the numbers of an entry stand. They are in one list, because code that writes into several has to look into each of them.
const WHAT = 0;
const START = 1;
const END = 2;
const PARENT = 3;
const ENTRY = 4;

/** Calls and loops as entries in a list, and where the rounds of the loops begin; what records no step leaves no entry. */
export class Regions {
  length = 0;
  /** The innermost open region; -1 outside of all. */
  current = -1;
  private entries = new Int32Array(64 * ENTRY);
  /** Rounds in the order in which they began: the loop's region, and the first step. A round ends where the next one begins. */
  rounds = 0;
  roundLoops = new Int32Array(64);
  roundStarts = new Int32Array(64);
  /** The last of the rounds; -1 if there is none. */
  private lastLoop = -1;
  private lastStart = -1;

  /** Whether a region is a call or a loop. */
  kindOf(region: number): number {
    return this.entries[region * ENTRY + WHAT]! & 1;
  }

  /** The place in the text of what a region is. */
  siteOf(region: number): number {
    return this.entries[region * ENTRY + WHAT]! >> 1;
  }

  /** The first step in a region. */
  startOf(region: number): NodeId {
    return this.entries[region * ENTRY + START]!;
  }

  /** The first step after a region; -1 if it is open. */
  endOf(region: number): NodeId {
    return this.entries[region * ENTRY + END]!;
  }

  /** The region around a region; -1 if there is none. */
  parentOf(region: number): number {
    return this.entries[region * ENTRY + PARENT]!;
  }

  /** Enter a region; the answer goes to `leave`. */
  enter(kind: number, site: number, start: NodeId): number {
    const region = this.length++;
    const at = region * ENTRY;
    if (at === this.entries.length) this.entries = grown(this.entries, at);
    const { entries } = this;
    entries[at + WHAT] = (site << 1) | kind;
    entries[at + START] = start;
    entries[at + END] = -1;
    entries[at + PARENT] = this.current;
    this.current = region;
    return region;
  }

  /** Begin a round of a loop. */
  round(loop: number, start: NodeId): void {
    if (start === this.lastStart && loop === this.lastLoop) return;
    const round = this.rounds++;
    if (round === this.roundLoops.length) this.growRounds();
    this.roundLoops[round] = this.lastLoop = loop | 0;
    this.roundStarts[round] = this.lastStart = start;
  }

  /** Leave a region. */
  leave(region: number, end: NodeId): void {
    const { entries } = this;
    const at = region * ENTRY;
    this.current = entries[at + PARENT]!;
    if (entries[at + START] !== end) {
      entries[at + END] = end;
      return;
    }
    this.length = region;
    while (this.rounds > 0 && this.roundLoops[this.rounds - 1]! >= region) this.rounds--;
    this.lastLoop = this.roundLoops[this.rounds - 1] ?? -1;
    this.lastStart = this.roundStarts[this.rounds - 1] ?? -1;
  }

  /** Leave the open regions inside `region`, because an exception has left them; -1 leaves all. */
  unwind(region: number, end: NodeId): void {
    while (this.current > region) this.leave(this.current, end);
  }

  /** Forget everything, for the next run. */
  reset(): void {
    this.length = 0;
    this.rounds = 0;
    this.lastLoop = this.lastStart = -1;
    this.current = -1;
  }

  private growRounds(): void {
    this.roundStarts = grown(this.roundStarts, this.rounds);
    this.roundLoops = grown(this.roundLoops, this.rounds);
  }
}

function grown(column: Int32Array, index: number): Int32Array<ArrayBuffer> {
  let capacity = Math.max(column.length, 1024);
  while (capacity <= index) capacity *= 2;
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}
