/** The paths of the chain rule through a picture: counted exactly, the largest listed, never all of them enumerated. */
import { share } from "../../autodiff/sweep.ts";

/** An edge as the paths see it; nodes are numbers that grow along every edge. */
export interface Step {
  readonly from: number;
  readonly to: number;
  /** Undefined where an end has several values. */
  readonly partial: number | undefined;
}

/** A path from a node to the result. */
export interface Chain {
  /** Indices of its edges, from the node to the result. */
  readonly edges: readonly number[];
  readonly product: number;
}

/** All that is known of the paths from one node to the result. */
export interface Paths {
  /** The chains with the largest products, in the order of the edges. */
  readonly largest: readonly Chain[];
  /** Undefined if a path passes an edge without a partial. */
  readonly count: bigint | undefined;
  /** The sum of the magnitudes of all products. */
  readonly total: number;
  /** The sum of all products, which is the gradient. */
  readonly sum: number;
}

/** A chain as an edge and the chain behind it. */
interface Linked {
  readonly edge: number;
  readonly rest: Linked | undefined;
  readonly product: number;
}

/** A sum of products may be off by this part of the sum of their magnitudes. */
const ROUNDING = 1e-14;

const NONE: Paths = { largest: [], count: 0n, total: 0, sum: 0 };

/** Return the paths from each of `count` nodes to `result`, with at most `most` of them listed. */
export function pathsTo(result: number, count: number, edges: readonly Step[], most: number): Paths[] {
  const leaving = Array.from({ length: count }, (): number[] => []);
  for (const [index, edge] of edges.entries()) leaving[edge.from]?.push(index);
  const chains = Array.from({ length: count }, (): readonly (Linked | undefined)[] => []);
  const paths = Array.from({ length: count }, () => NONE);
  for (let node = count - 1; node >= 0; node--) {
    if (node === result) {
      chains[node] = [undefined];
      paths[node] = { largest: [{ edges: [], product: 1 }], count: 1n, total: 1, sum: 1 };
      continue;
    }
    const out = leaving[node]!.filter((index) => paths[edges[index]!.to]!.count !== 0n);
    if (out.length === 0) continue;
    const best = extend(out, edges, chains, most);
    chains[node] = best;
    paths[node] = {
      largest: best.map(unlink),
      count: sum(out.map((index) => countBehind(edges[index]!, paths))),
      total: out.reduce((total, index) => total + magnitude(edges[index]!.partial) * paths[edges[index]!.to]!.total, 0),
      sum: out.reduce((total, index) => total + share(paths[edges[index]!.to]!.sum, edges[index]!.partial ?? NaN), 0),
    };
  }
  return paths;
}

/** Return what the paths that are not listed add up to; what is left of rounding is nothing. */
export function restOf({ largest, total, sum: whole }: Paths): number {
  const rest = largest.reduce((left, { product }) => left - product, whole);
  return Math.abs(rest) <= ROUNDING * total ? 0 : rest;
}

/** Return the part that a product has in the sum of the magnitudes of all of them, in percent; undefined where there is none. */
export function percentOf(product: number, total: number): number | undefined {
  const part = Math.round((100 * Math.abs(product)) / total);
  return Number.isFinite(part) ? part : undefined;
}

/** The largest chains that begin with one of the edges, in the order of the edges. */
function extend(
  out: readonly number[],
  edges: readonly Step[],
  chains: readonly (readonly (Linked | undefined)[])[],
  most: number,
): Linked[] {
  const candidates = out.flatMap((edge) => {
    const { to, partial } = edges[edge]!;
    return chains[to]!.map((rest) => ({ edge, rest, product: share(rest?.product ?? 1, partial ?? NaN) }));
  });
  if (candidates.length <= most) return candidates;
  const order = new Map(candidates.map((chain, index) => [chain, index]));
  const largest = candidates.toSorted((one, other) => size(other.product) - size(one.product)).slice(0, most);
  return largest.sort((one, other) => order.get(one)! - order.get(other)!);
}

function unlink(chain: Linked): Chain {
  const edges: number[] = [];
  for (let link: Linked | undefined = chain; link !== undefined; link = link.rest) edges.push(link.edge);
  return { edges, product: chain.product };
}

function countBehind(edge: Step, paths: readonly Paths[]): bigint | undefined {
  return edge.partial === undefined ? undefined : paths[edge.to]!.count;
}

function sum(counts: readonly (bigint | undefined)[]): bigint | undefined {
  let total = 0n;
  for (const count of counts) {
    if (count === undefined) return undefined;
    total += count;
  }
  return total;
}

function magnitude(partial: number | undefined): number {
  return partial === undefined || Number.isNaN(partial) ? 0 : Math.abs(partial);
}

/** Products that are not numbers come first: they are what a person must see. */
function size(product: number): number {
  return Number.isNaN(product) ? Infinity : Math.abs(product);
}
