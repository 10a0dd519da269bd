/** What the details list of a node that stands for many numbers, or is used by such: the largest of an array, the first and the last round of a loop, what each use hands back. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Trace } from "../../language/trace.ts";
import type { Lines } from "../findings.ts";
import type { MembersView, MemberView } from "../model.ts";
import { siteOf } from "../names.ts";
import { counted, countText, numberText, signedText } from "../number.ts";
import { sourceOf, type PartWords } from "../picture/nodes.ts";
import type { Part } from "../picture/parts/parts.ts";
import type { Picture } from "../picture/picture.ts";

/** So many numbers of an array are listed. */
const MOST_MEMBERS = 4;
/** So many uses of a number are listed. */
const MOST_USES = 5;
/** Most operands of a loop whose shares are listed. */
const MOST_OPERANDS = 3;

/** Return the lists, by part; undefined for a part that is one step or one call with one value. */
export function membersOf(
  picture: Picture,
  words: readonly PartWords[],
  lines: Lines,
  digits: number,
): (MembersView | undefined)[] {
  const largest = picture.parts.map((part) => (part.outputs.length > 1 ? largestOf(picture, part) : []));
  const users = firstUsers(picture, new Set(largest.flat()));
  return picture.parts.map((part, index) => {
    const loop = loopView(picture, words, { part, index, lines, digits });
    if (loop !== undefined) return loop;
    const rows = largest[index]!.map((node) => memberView(picture, words, node, users.get(node), lines, digits));
    return rows.length === 0 ? undefined : { title: `Largest of ${countText(part.outputs.length)}`, rows };
  });
}

/** Return what each use of a number hands back to it, the largest first: the sum where no paths can be told. Undefined for a single use. */
export function usesOf(
  picture: Picture,
  words: readonly PartWords[],
  index: number,
  lines: Lines,
  digits: number,
): MembersView | undefined {
  const uses = picture.links
    .filter(({ from }) => from === index)
    .toSorted((one, other) => sizeOf(other.passed) - sizeOf(one.passed));
  if (uses.length < 2) return undefined;
  const listed = uses.length > MOST_USES ? uses.slice(0, MOST_USES - 1) : uses;
  const rows = listed.map(({ to, passed }): MemberView => {
    const source = sourceOf(picture, picture.parts[to]!.node, lines);
    return { name: words[to]!.name, value: undefined, gradient: signedText(passed, digits), usedBy: "", source };
  });
  const others = uses.slice(listed.length);
  const rest = others.reduce((sum, { passed }) => sum + passed, 0);
  const more: MemberView[] =
    others.length === 0
      ? []
      : [
          {
            name: `${countText(others.length)} more`,
            value: undefined,
            gradient: signedText(rest, digits),
            usedBy: "",
            source: undefined,
          },
        ];
  return { title: `Sum over ${countText(uses.length)} uses`, rows: [...rows, ...more] };
}

function sizeOf(gradient: number): number {
  return Number.isNaN(gradient) ? Infinity : Math.abs(gradient);
}

function largestOf({ gradients }: Picture, { outputs }: Part): readonly NodeId[] {
  const size = (node: NodeId): number => sizeOf(gradients?.[node] ?? 0);
  return outputs.toSorted((one, other) => size(other) - size(one) || one - other).slice(0, MOST_MEMBERS);
}

/** The first step of another part that uses each of some numbers. */
function firstUsers({ trace, division }: Picture, wanted: ReadonlySet<NodeId>): Map<NodeId, NodeId> {
  const users = new Map<NodeId, NodeId>();
  if (wanted.size === 0) return users;
  let user = 0;
  const look = (operand: NodeId): void => {
    if (wanted.has(operand) && !users.has(operand) && division.owner[operand] !== division.owner[user])
      users.set(operand, user);
  };
  for (; user < trace.tape.length; user++) if (division.reach.needed[user] === 1) eachOperand(trace.tape, user, look);
  return users;
}

function memberView(
  picture: Picture,
  words: readonly PartWords[],
  node: NodeId,
  user: NodeId | undefined,
  lines: Lines,
  digits: number,
): MemberView {
  const { trace, gradients, naming, division } = picture;
  const place = user === undefined ? undefined : siteOf(trace, user);
  return {
    name: naming.callOf(node),
    value: numberText(trace.tape.value[node]!, digits),
    gradient: gradients === undefined ? undefined : signedText(gradients[node]!, digits),
    usedBy: user === undefined ? "" : (words[division.owner[user]!]?.name ?? ""),
    source: place === undefined ? sourceOf(picture, node, lines) : lines.link(place),
  };
}

/** The first and the last round of a loop, and what all rounds together pass back to each operand. */
function loopView(
  picture: Picture,
  words: readonly PartWords[],
  { part, index, lines, digits }: { part: Part; index: number; lines: Lines; digits: number },
): MembersView | undefined {
  const { trace, gradients } = picture;
  const loop = part.regions.length === 1 ? trace.regions[part.regions[0]!] : undefined;
  const rounds = loop?.kind === "loop" ? roundResults(trace, part.regions[0]!) : [];
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (rounds.length < 2 || first === undefined || last === undefined || gradients === undefined) return undefined;
  const row = (node: NodeId, round: number): MemberView => {
    const view = memberView(picture, words, node, undefined, lines, digits);
    return { ...view, name: `round ${countText(round)}: ${view.name}` };
  };
  const shares = picture.links.flatMap((link): MemberView[] => {
    if (link.to !== index || picture.parts[link.from]!.outputs.length > 1) return [];
    const passed = signedText(link.passed, digits);
    return [
      { name: `sum to ${words[link.from]!.name}`, value: undefined, gradient: passed, usedBy: "", source: undefined },
    ];
  });
  const rows = [row(first, 1), row(last, rounds.length), ...shares.slice(0, MOST_OPERANDS)];
  return { title: counted(rounds.length, "round"), rows };
}

/** What each round of a loop computes last, under a name if it gives one. */
function roundResults({ regions, names }: Trace, loop: number): NodeId[] {
  return regions.flatMap(({ kind, parent, start, end }) => {
    if (kind !== "round" || parent !== loop || end === start) return [];
    for (let node = end - 1; node >= start; node--) if (names.get(node) !== undefined) return [node];
    return [end - 1];
  });
}
