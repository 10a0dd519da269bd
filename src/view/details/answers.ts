/** What is said of a gradient for each reason that it can have. */
import { OPERATIONS } from "../../autodiff/operations.ts";
import { operandsOf, type NodeId } from "../../autodiff/tape.ts";
import { formulaOf } from "../names.ts";
import { counted, rounded, signedText } from "../number.ts";
import type { Picture } from "../picture/picture.ts";
import type { Said } from "../question.ts";
import { code, gradientSentence } from "../words.ts";
import { capital, lineAt, numberWord, operandText, stepSaid, termsText, type Answer, type Case } from "./asked.ts";
import type { Found, Ground, TapeEdge } from "./reasons.ts";
import { cancelling, shareOf, wildFactor, wildValue, zeroFactor } from "./reasons.ts";

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
  const slopeText = Number.isNaN(partial) ? "no derivative" : "an infinite derivative";
  const end = Number.isNaN(gradient)
    ? "; with what it is multiplied by and added to, that is no number any more."
    : `, and all of it reaches ${code(name)}.`;
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
    said: [...stepSaid(asked, found.edge), { text: `${zeroReason(asked, found.edge)}${end}` }],
    cause: found,
  };
}

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

/** Huge: the steepest factor on the way. */
export function huge(asked: Case, found: Found): Answer {
  const { digits, picture, name } = asked;
  const { from, to, partial } = found.edge;
  const said = [
    {
      text: `A factor of ${rounded(partial, digits)} in the gradient of ${code(name)} arises in ${code(formulaOf(picture.trace, to))} on `,
    },
    lineAt(picture, to, asked.lines),
    { text: `, where ${operandText(asked, from)}.` },
  ];
  return { reason: "huge", said, cause: found };
}

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
