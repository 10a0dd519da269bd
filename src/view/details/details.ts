/** What the details show of each node: a sentence, and the chain rule along the largest paths. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Lines } from "../findings.ts";
import type { NodeDetails, PathView, ViewNodeId } from "../model.ts";
import { formulaOf } from "../names.ts";
import { countText, numberText, plainText, signedText } from "../number.ts";
import { edgeId, nodeId, rangeOf, wordsOf, type PartWords } from "../picture/nodes.ts";
import type { Part } from "../picture/parts/parts.ts";
import type { Picture } from "../picture/picture.ts";
import type { PathList } from "../question.ts";
import { code, gradientSentence, kinkedSentence, kinkSentence, withoutPathSentence } from "../words.ts";
import { bentOf } from "./bent.ts";
import { membersOf, usesOf } from "./members.ts";
import { pathsTo, percentOf, restOf, type Chain, type Paths } from "./paths.ts";

/** Most paths that are listed for one node. */
const MOST_PATHS = 4;
/** Most paths that are listed for one node when somebody asks for more. */
export const MOST_LISTED = 100;
/** Chains with more factors are not written out: nobody reads them, and they would fill the model. */
const MOST_FACTORS = 60;

/** Return the details of every node of a picture. */
export function nodeDetails(
  picture: Picture,
  words: readonly PartWords[],
  lines: Lines,
  digits: number,
): NodeDetails[] {
  const { parts, links, result, gradients, hiddenLinks } = picture;
  const all = pathsTo(result, parts.length, links, MOST_PATHS);
  const bent = bentOf(picture);
  const members = membersOf(picture, words, lines, digits);
  return parts.map((part, index) => {
    const paths = all[index]!;
    const isKnown = gradients !== undefined && paths.count !== undefined && hiddenLinks === 0;
    const hasUses = gradients !== undefined && paths.count === undefined && hiddenLinks === 0;
    const isSingle = part.outputs.length === 1 && index !== result;
    const listed = members[index] ?? (hasUses && isSingle ? usesOf(picture, words, index, lines, digits) : undefined);
    return {
      node: nodeId(part),
      kind: words[index]!.kind,
      sentence:
        bent.has(part.node) && part.outputs.length === 1
          ? kinkedSentence(words[index]!.name, picture.naming.result, gradients![part.node]!, digits)
          : sentenceOf(picture, part, index, words[index]!, digits) +
            (hasUses && isSingle && listed === undefined ? throughSentence(picture, index, words) : ""),
      paths: isKnown && index !== result ? pathViews(picture, words, orderedForList(paths), digits) : [],
      pathCount: index === result ? "0" : isKnown ? String(paths.count) : "",
      gradient: gradientOf(picture, part, digits),
      ...(listed === undefined ? {} : { members: listed }),
    };
  });
}

function gradientOf(
  { gradients, division }: Picture,
  { node, outputs }: Part,
  digits: number,
): NodeDetails["gradient"] {
  if (gradients === undefined || division.reach.needed[node] === 0) return undefined;
  return outputs.length > 1 ? plainText(rangeOf(outputs, gradients, digits)) : signedText(gradients[node]!, digits);
}

/** Why a run has no number to differentiate. */
function withoutOutput(result: string | undefined): string {
  if (result === undefined) return "The run stopped before it came to a result";
  return result === "undefined" ? "The function returns nothing" : "The result has no number in it";
}

function sentenceOf(picture: Picture, part: Part, index: number, words: PartWords, digits: number): string {
  const { trace, gradients, naming, output, division, result } = picture;
  const whole = code(naming.result);
  if (output === undefined) return `${withoutOutput(trace.result)}, so there is no gradient.`;
  if (gradients === undefined || division.reach.needed[part.node] === 0) {
    return withoutPathSentence(words.name, naming.result, trace.deciding[part.node] === 1);
  }
  if (part.outputs.length > 1) {
    const largest = largestOf(part, gradients);
    const what = code(naming.callOf(largest));
    return `The largest gradient is that of ${what}. ${gradientSentence(naming.callOf(largest), naming.result, gradients[largest]!, digits)}`;
  }
  const kink = trace.kinks.find((one) => one.node === part.node);
  const sentence =
    index === result
      ? `${whole} is the result, so its own gradient is 1.`
      : gradientSentence(words.name, naming.result, gradients[part.node]!, digits) +
        outsideSentence(picture, part, words, digits);
  return kink === undefined
    ? sentence
    : `${sentence} ${kinkSentence(formulaOf(trace, part.node), kink.left, kink.right)}`;
}

/** What a number that comes in is outside, where more of its gradient may come from. */
function outsideSentence({ entered, gradients }: Picture, { node }: Part, { name }: PartWords, digits: number): string {
  const outer = entered?.inside.outer.get(node);
  if (outer === undefined) return "";
  const own = signedText(gradients![node]!, digits).short;
  const all = signedText(outer.gradient, digits).short;
  const part =
    own === all
      ? ""
      : ` ${outer.name === name ? "Its whole gradient" : "The whole gradient there"} is ${all}: it is used elsewhere too.`;
  return outer.name === name ? part : ` Outside it is ${code(outer.name)}.${part}`;
}

/** Where the factors of a gradient are that cannot be written as one product: its way leads through nodes with several values. */
function throughSentence({ parts, links }: Picture, index: number, words: readonly PartWords[]): string {
  const reached = new Set([index]);
  // Links stand in the order of the steps, so that one walk finds all that is behind.
  for (const { from, to } of links.toSorted((one, other) => one.from - other.from))
    if (reached.has(from)) reached.add(to);
  const through = [...reached].filter((each) => parts[each]!.outputs.length > 1).sort((one, other) => one - other);
  const [first, second, ...others] = through.map((each) => code(words[each]!.name));
  if (first === undefined) return "";
  if (second === undefined) return ` Its factors are inside ${first}, which has several values: unfold it to see them.`;
  const names = others.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${others.length} more`;
  return ` Its factors are inside ${names}, which have several values: unfold those to see them.`;
}

function largestOf(part: Part, gradients: Float64Array): NodeId {
  const size = (node: NodeId): number => Math.abs(gradients[node]!);
  return part.outputs.reduce((most, node) => (size(node) > size(most) ? node : most));
}

/** Return the paths of a node with the largest products first, more of them than the details show; undefined if they cannot be listed. */
export function pathList(picture: Picture, id: ViewNodeId, digits: number): PathList | undefined {
  const { parts, links, result, gradients, hiddenLinks } = picture;
  const index = parts.findIndex((part) => nodeId(part) === id);
  if (index < 0 || index === result || gradients === undefined || hiddenLinks > 0) return undefined;
  const found = pathsTo(result, parts.length, links, MOST_LISTED)[index]!;
  if (found.count === undefined) return undefined;
  const paths = largestFirst(found);
  const views = pathViews(picture, wordsOf(picture), paths, digits);
  if (views.length === 0) return undefined;
  const hidden = found.count - BigInt(views.length);
  return { node: id, paths: views, hidden: countText(hidden), rest: numberText(restOf(paths), digits) };
}

function largestFirst(paths: Paths): Paths {
  const size = ({ product }: Chain): number => (Number.isNaN(product) ? Infinity : Math.abs(product));
  return { ...paths, largest: paths.largest.toSorted((one, other) => size(other) - size(one)) };
}

/** Return paths as they are listed: all of them in the order of the code, some of them by their size, for which they were chosen. */
function orderedForList(paths: Paths): Paths {
  return paths.count !== undefined && paths.count > BigInt(paths.largest.length)
    ? largestFirst(paths)
    : zerosLast(paths);
}

/** Paths on which nothing comes back are listed last: they would push the others out of sight. */
function zerosLast(paths: Paths): Paths {
  const largest = paths.largest.toSorted((one, other) => Number(one.product === 0) - Number(other.product === 0));
  return { ...paths, largest };
}

function pathViews(picture: Picture, words: readonly PartWords[], paths: Paths, digits: number): PathView[] {
  if (paths.largest.some((chain) => chain.edges.length > MOST_FACTORS)) return [];
  const nodesOf = (chain: Chain): number[] => chain.edges.slice(0, -1).map((edge) => picture.links[edge]!.to);
  const through = paths.largest.length === 1 ? [[]] : paths.largest.map(nodesOf);
  const counts = new Map<number, number>();
  for (const own of through) for (const node of own) counts.set(node, (counts.get(node) ?? 0) + 1);
  return paths.largest.map((chain, index) => ({
    via: viaOf(through[index]!, counts, through.length, words),
    edges: chain.edges.map(edgeId).reverse().join(" "),
    product: numberText(chain.product, digits),
    percent: percentOf(chain.product, paths.total),
  }));
}

/** The first node that is on no other path; if there is none, all that are not on every path; empty for the only path and a direct edge. */
function viaOf(
  own: readonly number[],
  counts: ReadonlyMap<number, number>,
  paths: number,
  words: readonly PartWords[],
): string {
  if (paths === 1) return "";
  const unique = own.find((node) => counts.get(node) === 1);
  if (unique !== undefined) return words[unique]!.name;
  const some = own.filter((node) => counts.get(node)! < paths);
  return some.map((node) => words[node]!.name).join(", ");
}
