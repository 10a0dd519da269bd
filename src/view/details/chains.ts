/** The path of a picture that leads from a step through a chosen one to the result. */
import { share } from "../../autodiff/sweep.ts";
import type { NodeId } from "../../autodiff/tape.ts";
import type { PathView, ViewEdgeId } from "../model.ts";
import { numberText } from "../number.ts";
import { edgeId } from "../picture/nodes.ts";
import type { Picture } from "../picture/picture.ts";
import { pathsTo } from "./paths.ts";

/** A path, and the edge of it that stands for the reason. */
export interface CausedPath {
  readonly path: PathView | undefined;
  readonly cause: ViewEdgeId | undefined;
}

/** Return the path from a step through a reason to the result: what is before the reason as it was found, what is behind it by the largest products. */
export function chainThrough(
  picture: Picture,
  node: NodeId,
  cause: { readonly way: readonly NodeId[] } | undefined,
  digits: number,
): CausedPath {
  const { division, links, parts, result } = picture;
  const owners = (cause?.way ?? [node]).map((step) => division.owner[step]!);
  const stops = owners.filter((part, index) => part >= 0 && part !== owners[index - 1]);
  const before = linksBetween(picture, stops);
  if (before === undefined) return { path: undefined, cause: undefined };
  const behind = pathsTo(result, parts.length, links, 1)[stops.at(-1)!]?.largest[0]?.edges ?? [];
  const edges = [...before, ...behind];
  const last = cause === undefined ? undefined : (before.at(-1) ?? edges[0]);
  return { path: pathView(picture, edges, digits), cause: last === undefined ? undefined : edgeId(last) };
}

function linksBetween({ links }: Picture, stops: readonly number[]): number[] | undefined {
  const found: number[] = [];
  for (const [index, to] of stops.entries()) {
    if (index === 0) continue;
    const link = links.findIndex((each) => each.from === stops[index - 1] && each.to === to);
    if (link < 0) return undefined;
    found.push(link);
  }
  return found;
}

function pathView(picture: Picture, edges: readonly number[], digits: number): PathView | undefined {
  if (edges.length === 0) return undefined;
  const partials = edges.map((edge) => picture.links[edge]!.partial);
  const product = partials.reduceRight<number>((total, partial) => share(total, partial ?? NaN), 1);
  return {
    via: "",
    edges: edges.map(edgeId).reverse().join(" "),
    product: numberText(product, digits),
    percent: 100,
  };
}
