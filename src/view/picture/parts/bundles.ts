/** Inputs that stand beside each other and are used by one statement each: one node where there is no room for all of them. */
import { eachOperand, type NodeId } from "../../../autodiff/tape.ts";
import type { Trace } from "../../../language/trace.ts";

/** An input that can be folded with others. */
interface Member {
  readonly node: NodeId;
  readonly name: string;
}

/** Return the name of the bundle that each input is in: of the inputs that `isFree` allows and one part alone uses, those whose parts are equally far from the start. `owner` has the part of each step. */
export function inputBundles(
  { tape, inputs }: Trace,
  owner: Int32Array,
  isFree: (node: NodeId) => boolean,
): ReadonlyMap<NodeId, string> {
  const users = new Map<NodeId, Set<number>>();
  for (const { node } of inputs) if (node !== undefined && isFree(node)) users.set(node, new Set());
  const ranks = new Map<number, number>();
  for (let node = 0; node < tape.length; node++) {
    const part = owner[node]!;
    if (part < 0) continue;
    eachOperand(tape, node, (operand) => {
      users.get(operand)?.add(part);
      if (owner[operand] !== part) ranks.set(part, Math.max(ranks.get(part) ?? 0, rankOf(ranks, owner[operand]!) + 1));
    });
  }
  const bundles = new Map<number, Member[]>();
  for (const { node, name } of inputs) {
    const [user, ...others] = [...(users.get(node ?? -1) ?? [])];
    if (node === undefined || user === undefined || others.length > 0) continue;
    const rank = rankOf(ranks, user);
    bundles.set(rank, [...(bundles.get(rank) ?? []), { node, name }]);
  }
  return new Map([...bundles.values()].filter(({ length }) => length > 1).flatMap(named));
}

/** Tell the name of a bundle from that of an array. */
export function isBundle(name: string): boolean {
  return name.includes(" ");
}

function rankOf(ranks: ReadonlyMap<number, number>, part: number): number {
  return ranks.get(part) ?? 0;
}

function named(members: readonly Member[]): [NodeId, string][] {
  const [first, last] = [members[0]!.name, members.at(-1)!.name];
  const name = members.length === 2 ? `${first}, ${last}` : `${first} … ${last}`;
  return members.map(({ node }) => [node, name]);
}
