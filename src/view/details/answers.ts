/** What is said of a gradient for each reason that it can have. */
import { OPERATIONS } from "../../autodiff/operations/operations.ts";
import { operandsOf, type NodeId } from "../../autodiff/tape.ts";
import { formulaOf, siteOf } from "../names.ts";
import { counted, countText, rounded, signedText } from "../number.ts";
import type { Picture } from "../picture/picture.ts";
import type { Said } from "../question.ts";
import { code, gradientSentence } from "../words.ts";
import { capital, lineAt, numberWord, operandText, stepSaid, termsText, type Answer, type Case } from "./asked.ts";
import type { Found, Ground, Steepest, TapeEdge } from "./reasons.ts";
import { cancelling, otherZeros, shareOf, wildFactor, wildValue, zeroFactor } from "./reasons.ts";

/** NaN or infinite: the first step whose slope is infinite or whose value is none. */
export function wild(asked: Case, ground: Ground): Answer {
  const { picture, node, gradient, name, lines } = asked;
  const reason = Number.isNaN(gradient) ? "not-a-number" : "infinite";
  const value = wildValue(ground, node);
  const slope = wildFactor(ground, node);
  const isValueFirst = value !== undefined && (slope === undefined || value.way.length <= slope.way.length);
  const found = isValueFirst && Number.isNaN(picture.trace.tape.value[value.edge.to]!) ? value : (slope ?? value);
  if (found === undefined) {
    const text = `The shares that come back to ${code(name)} add up to more than a number can hold.`;
    return { reason, said: [{ text }], cause: undefined };
  }
  const { from, to, partial } = found.edge;
  const formula = code(formulaOf(picture.trace, to));
  const where = [{ text: `${formula} on ` }, lineAt(picture, to, lines)];
  const at = operandText(asked, from);
  if (found === value && found !== slope) {
    const what = rounded(picture.trace.tape.value[to]!, asked.digits);
    return {
      reason,
      said: [...where, { text: ` is ${what} at ${at}; nothing behind it has a gradient that is a number.` }],
      cause: found,
    };
  }
  const end = Number.isNaN(gradient)
    ? "; multiplied by and added to what follows, it becomes NaN."
    : `, and all of it reaches ${code(name)}.`;
  if (Math.abs(picture.trace.tape.value[to]!) === Infinity && Math.abs(partial) === Infinity)
    return {
      reason,
      said: [...where, { text: ` is infinite at ${at}, and so is its derivative${end}` }],
      cause: found,
    };
  const slopeText = Number.isNaN(partial) ? "no derivative" : "an infinite derivative";
  return { reason, said: [...where, { text: ` has ${slopeText} at ${at}${end}` }], cause: found };
}

/** Zero: a factor of 0, a kink at which 0 was chosen, or shares that cancel. */
export function zero(asked: Case, ground: Ground): Answer {
  const { picture, node, name } = asked;
  const found = zeroFactor(ground, node);
  if (found === undefined) {
    const opposed = cancelling(ground, node);
    if (opposed !== undefined) return cancels(asked, ground, opposed.node, opposed.shares);
    const text = `What comes back to ${code(name)} is too small for a number: it rounds to 0.`;
    return { reason: "zero", said: [{ text }], cause: undefined };
  }
  const kink = picture.trace.kinks.find((one) => one.node === found.edge.to);
  if (kink !== undefined) return { reason: "kink", said: kinkSaid(asked, found.edge), cause: found };
  const end = found.way.length > 2 ? " Every factor behind it is multiplied by this 0." : "";
  return {
    reason: "zero",
    said: [
      ...stepSaid(asked, found.edge),
      { text: `${zeroReason(asked, found.edge)}${end}` },
      ...othersSaid(asked, otherZeros(ground, node, found), found.edge.to),
    ],
    cause: found,
  };
}

/** Further steps that pass nothing on: with the first one mended, the gradient would still be 0 there. */
function othersSaid(asked: Case, others: readonly NodeId[], first: NodeId): Said[] {
  const { trace } = asked.picture;
  // One place of the text, however often it ran, is one reason.
  const placeOf = (node: NodeId): string => JSON.stringify([siteOf(trace, node)?.file, siteOf(trace, node)?.start]);
  const places = new Map(others.map((node) => [placeOf(node), node]));
  places.delete(placeOf(first));
  const named = [...places.values()].slice(0, MOST_OTHERS);
  if (named.length === 0) return [];
  const rest = places.size - named.length;
  const said: Said[] = [{ text: places.size === 1 ? " One more factor is 0: " : " More factors are 0: " }];
  for (const [index, to] of named.entries()) {
    if (index > 0) said.push({ text: rest === 0 && index === named.length - 1 ? " and " : ", " });
    said.push(...stepSaid(asked, { to }));
  }
  return [...said, { text: rest === 0 ? "." : ` and ${countText(rest)} more.` }];
}

/** Further reasons that are named. */
const MOST_OTHERS = 2;

/** Why a step passes nothing on, after its formula and its line. */
function zeroReason(asked: Case, { from, to }: TapeEdge): string {
  const { picture } = asked;
  const { tape } = picture.trace;
  const row = OPERATIONS[tape.op[to]!];
  const at = operandText(asked, from);
  if (row === undefined) return ` passes on nothing: what follows outside does not change with ${at}.`;
  if (row.cuts) return ` keeps only part of ${at}: a small change of it changes nothing.`;
  if (row.name === "max" || row.name === "min") {
    const chosen = rounded(tape.value[to]!, asked.digits);
    return ` passes on nothing, because ${at} is ${row.name === "max" ? "below" : "above"} ${chosen}.`;
  }
  const others = operandsOf(tape, to).filter((operand) => operand.kind === "constant" || operand.node !== from);
  const [other] = others;
  if (row.name === "multiply" && other !== undefined) {
    const factor =
      other.kind === "node" ? operandText(asked, other.node) : `the constant ${rounded(other.value, asked.digits)}`;
    return ` multiplies by ${factor}, so it passes on nothing to ${code(picture.naming.callOf(from))}.`;
  }
  return ` has the slope 0 at ${at}, so it passes on nothing.`;
}

/** Shares that are large and add up to little. */
export function cancels(asked: Case, ground: Ground, node: NodeId, shares: readonly TapeEdge[]): Answer {
  const { picture, digits, name } = asked;
  const what = code(node === asked.node ? name : picture.naming.callOf(node));
  const terms = termsText(
    shares.map((edge) => shareOf(ground, edge)),
    digits,
  );
  const text = `${capital(numberWord(shares.length))} uses of ${what} contribute ${terms}. Together that is ${signedText(ground.gradients[node]!, digits).short}.`;
  return { reason: "cancels", said: [{ text }], cause: undefined };
}

/** A kink through which a part of the gradient comes. */
export function kinkOnWay(asked: Case, ground: Ground): Answer | undefined {
  const kinks = new Set(asked.picture.trace.kinks.map(({ node }) => node));
  if (kinks.size === 0) return undefined;
  for (const edges of ground.users.values()) {
    const edge = edges.find(({ to }) => kinks.has(to) && ground.gradients[to] !== 0);
    if (edge === undefined) continue;
    return { reason: "kink", said: kinkSaid(asked, edge), cause: { edge, way: wayThrough(ground, asked.node, edge) } };
  }
  return undefined;
}

/** Some way from a step to an edge. */
function wayThrough(ground: Ground, from: NodeId, edge: TapeEdge): NodeId[] {
  const before = new Map<NodeId, NodeId | undefined>([[from, undefined]]);
  for (const node of before.keys()) {
    for (const { to } of ground.users.get(node) ?? []) if (!before.has(to)) before.set(to, node);
  }
  const way: NodeId[] = [edge.to];
  for (let at: NodeId | undefined = edge.from; at !== undefined; at = before.get(at)) way.push(at);
  return way.reverse();
}

function kinkSaid(asked: Case, { from, to, partial }: TapeEdge): Said[] {
  const { picture, digits } = asked;
  const kink = picture.trace.kinks.find((one) => one.node === to);
  const sides = [
    ...(kink?.left === undefined ? [] : [`to the left it is ${rounded(kink.left, digits)}`]),
    ...(kink?.right === undefined ? [] : [`to the right ${signedText(kink.right, digits).short}`]),
  ];
  const both = sides.length === 0 ? "" : ` ${capital(sides.join(", "))}.`;
  const at = operandText(asked, from);
  return [
    ...stepSaid(asked, { to }),
    { text: ` has no derivative at ${at}; the graph uses ${rounded(partial, digits)}.${both}` },
  ];
}

/** Huge or tiny: the one factor that makes it so, or how many on the steepest way do together. */
export function extreme(asked: Case, reason: "huge" | "tiny", { partials, largest, smallest }: Steepest): Answer {
  const { digits, picture, name, lines } = asked;
  const isHuge = reason === "huge";
  const found = isHuge ? largest : smallest;
  const { from, to, partial } = found.edge;
  const factor = rounded(partial, digits);
  const step = code(formulaOf(picture.trace, to));
  const line = lineAt(picture, to, lines);
  const many = partials.filter((one) => (isHuge ? Math.abs(one) > 1 : Math.abs(one) < 1)).length;
  const isOne = many < 2 || (isHuge ? Math.abs(partial) >= STEEP : Math.abs(partial) <= 1 / STEEP);
  const said: Said[] = isOne
    ? [
        { text: `A factor of ${factor} in the gradient of ${code(name)} arises in ${step} on ` },
        line,
        { text: `, where ${operandText(asked, from)}.` },
      ]
    : [
        {
          text: `${countText(many)} factors ${isHuge ? "above" : "below"} 1 are multiplied on the way to ${code(name)}. The ${isHuge ? "largest" : "smallest"} is ${factor}, from ${step} on `,
        },
        line,
        { text: "." },
      ];
  return { reason, said, cause: found };
}

/** A factor from here on, or up to its inverse, is the reason alone. */
const STEEP = 1000;

/** Nothing special: what it means, and where most of it comes from. */
export function plain(asked: Case, ground: Ground, steepest: Found | undefined): Answer {
  const { picture, node, index, name, gradient, digits, lines } = asked;
  if (index === picture.result) {
    const text = `${code(name)} is the result, and the result changes just as much as itself.`;
    return { reason: "plain", said: [{ text }], cause: undefined };
  }
  const said: Said[] = [{ text: gradientSentence(name, picture.naming.result, gradient, digits) }];
  if (steepest !== undefined && Math.abs(steepest.edge.partial) !== 1) {
    said.push({
      text: ` The largest factor on the way is ${rounded(steepest.edge.partial, digits)}, from ${code(formulaOf(picture.trace, steepest.edge.to))} on `,
    });
    said.push(lineAt(picture, steepest.edge.to, lines), { text: "." });
  }
  const shares = drawnShares(picture, ground, node);
  if (shares.length > 1)
    said.push({ text: ` It is the sum over ${counted(shares.length, "use")}: ${termsText(shares, digits)}.` });
  return { reason: "plain", said, cause: undefined };
}

/** What each node that uses a step hands back to it, as the picture draws them. */
function drawnShares({ division }: Picture, ground: Ground, node: NodeId): number[] {
  const byUser = new Map<number, number>();
  for (const edge of ground.users.get(node) ?? []) {
    const user = division.owner[edge.to]!;
    byUser.set(user, (byUser.get(user) ?? 0) + shareOf(ground, edge));
  }
  return [...byUser.values()];
}
