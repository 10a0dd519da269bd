/** Why a gradient is what it is: one to three sentences, the step that is the reason, and the path through it. */
import { OPERATIONS } from "../../autodiff/operations.ts";
import { operandsOf, type NodeId } from "../../autodiff/tape.ts";
import type { Lines } from "../findings.ts";
import { linesOf } from "../findings.ts";
import type { ViewNodeId } from "../model.ts";
import { formulaOf, siteOf } from "../names.ts";
import { counted, countText, rounded, signedText } from "../number.ts";
import { nodeId, wordsOf } from "../picture/nodes.ts";
import type { Part } from "../picture/parts.ts";
import type { Picture } from "../picture/picture.ts";
import { inputId, type Explanation, type Reason, type Said } from "../question.ts";
import { code, gradientSentence } from "../words.ts";
import { chainThrough } from "./chains.ts";
import type { Found, Ground, TapeEdge } from "./reasons.ts";
import { cancelling, groundFrom, shareOf, steepestFactor, wildFactor, wildValue, zeroFactor } from "./reasons.ts";

/** The branch in which an input is used, and that was not taken. */
export interface UntakenBranch {
  readonly place: { readonly file: string; readonly start: number; readonly end: number };
  /** `x > 0`; empty for a branch without a condition of its own. */
  readonly condition: string;
  /** What the condition was: `true`. */
  readonly value: string;
}

/** How an explanation is to be made. */
export interface ExplainOptions {
  readonly digits: number;
  /** Return the branch that an input without effect is used in, if that is why it has none. */
  readonly branchOf: (input: string) => UntakenBranch | undefined;
}

/** Gradients from here on are called huge. */
const HUGE = 1e6;

/** What everything in this file works with. */
interface Case {
  readonly picture: Picture;
  readonly part: Part;
  readonly index: number;
  /** The step that is asked about: of several, the one with the largest gradient. */
  readonly node: NodeId;
  readonly name: string;
  readonly gradient: number;
  readonly lines: Lines;
  readonly digits: number;
}

/** A reason before its path is drawn. */
interface Answer {
  readonly reason: Reason;
  readonly said: readonly Said[];
  readonly cause: Found | undefined;
}

/** Explain the gradient of a node; undefined if the picture has no such node or no result. */
export function explain(picture: Picture, id: ViewNodeId, options: ExplainOptions): Explanation | undefined {
  const index = picture.parts.findIndex((part) => nodeId(part) === id);
  const part = picture.parts[index];
  if (picture.output === undefined) return undefined;
  if (part === undefined) return unused(picture, id, options);
  const words = wordsOf(picture);
  const node = largestOf(picture, part);
  const lines = linesOf(picture.trace.texts);
  const gradient = picture.gradients?.[node] ?? 0;
  const name = part.outputs.length === 1 ? words[index]!.name : picture.naming.callOf(node);
  const { digits } = options;
  const asked: Case = { picture, part, index, node, name, gradient, lines, digits };
  const isNeeded = picture.gradients !== undefined && picture.division.reach.needed[node] === 1;
  const answer = isNeeded ? withPath(asked) : withoutPath(asked, options);
  const chain = isNeeded ? chainThrough(picture, node, answer.cause, digits) : undefined;
  return {
    node: id,
    reason: answer.reason,
    question: isNeeded
      ? `Why is the gradient of ${code(name)} ${signedText(gradient, digits).short}?`
      : `Why does ${code(name)} have no effect?`,
    said: answer.said,
    cause: answer.cause === undefined ? undefined : chain?.cause,
    path: chain?.path,
  };
}

/** An input that no step uses is in no picture; it is asked about by its name. */
function unused(picture: Picture, id: ViewNodeId, options: ExplainOptions): Explanation | undefined {
  const input = picture.trace.inputs.find(({ name }) => inputId(name) === id);
  if (input === undefined) return undefined;
  const { name } = input;
  const { reason, said } = withoutPath({ picture, name, lines: linesOf(picture.trace.texts) }, options);
  return {
    node: id,
    reason,
    question: `Why does ${code(name)} have no effect?`,
    said,
    cause: undefined,
    path: undefined,
  };
}

function withoutPath(
  { picture, name, lines }: Pick<Case, "picture" | "name" | "lines">,
  { branchOf }: ExplainOptions,
): Answer {
  const whole = code(picture.naming.result);
  const branch = branchOf(name);
  if (branch === undefined) {
    const said = [{ text: `${code(name)} has no effect on ${whole}: no step that leads to it uses ${code(name)}.` }];
    return { reason: "no-path", said, cause: undefined };
  }
  const because = branch.condition === "" ? "" : ` (${code(branch.condition)} is ${branch.value})`;
  const said = [
    { text: `${code(name)} is used only in the branch on ` },
    lineOf(lines, branch.place),
    { text: `, which is not taken for these inputs${because}.` },
  ];
  return { reason: "branch", said, cause: undefined };
}

function withPath(asked: Case): Answer {
  const { picture, node, gradient } = asked;
  const { trace, gradients, division } = picture;
  const ground = groundFrom(trace.tape, node, division.reach.needed, gradients!);
  if (!Number.isFinite(gradient)) return wild(asked, ground);
  if (gradient === 0) return zero(asked, ground);
  const opposed = cancelling(ground, node);
  if (opposed !== undefined) return cancels(asked, ground, opposed.node, opposed.shares);
  const kink = kinkOnWay(asked, ground);
  if (kink !== undefined) return kink;
  const steepest = steepestFactor(ground, node);
  if (Math.abs(gradient) >= HUGE && steepest !== undefined) return huge(asked, steepest);
  return plain(asked, ground, steepest);
}

/** NaN or infinite: the first step whose slope is infinite or whose value is none. */
function wild(asked: Case, ground: Ground): Answer {
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
function zero(asked: Case, ground: Ground): Answer {
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

function cancels(asked: Case, ground: Ground, node: NodeId, shares: readonly TapeEdge[]): Answer {
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
function kinkOnWay(asked: Case, ground: Ground): Answer | undefined {
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
    ...(kink?.right === undefined ? [] : [`to the right ${rounded(kink.right, digits)}`]),
  ];
  const both = sides.length === 0 ? "" : ` ${capital(sides.join(", "))}.`;
  const at = operandText(asked, from);
  return [
    ...stepSaid(asked, { to }),
    { text: ` has no derivative at ${at}; the graph uses ${rounded(partial, digits)}.${both}` },
  ];
}

function huge(asked: Case, found: Found): Answer {
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
function plain(asked: Case, ground: Ground, steepest: Found | undefined): Answer {
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

/** Most terms of a sum that are written out. */
const MOST_TERMS = 4;

/** `+0.62, −0.4 and −0.2`: the largest first, and of many the others in one. */
function termsText(terms: readonly number[], digits: number): string {
  const sorted = terms.toSorted((one, other) => Math.abs(other) - Math.abs(one));
  const count = sorted.length > MOST_TERMS ? MOST_TERMS - 1 : sorted.length;
  const texts = sorted.slice(0, count).map((term) => signedText(term, digits).short);
  const others = sorted.slice(count);
  if (others.length > 0) {
    const rest = others.reduce((sum, term) => sum + term, 0);
    texts.push(`${signedText(rest, digits).short} from ${countText(others.length)} more`);
  }
  return `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)!}`;
}

/** `max(0, v)` on line 5. */
function stepSaid({ picture, lines }: Case, { to }: Pick<TapeEdge, "to">): Said[] {
  return [{ text: `${code(formulaOf(picture.trace, to))} on ` }, lineAt(picture, to, lines)];
}

/** `v = −6`. */
function operandText({ picture, digits }: Case, node: NodeId): string {
  return code(`${picture.naming.callOf(node)} = ${rounded(picture.trace.tape.value[node]!, digits)}`);
}

function lineAt({ trace }: Picture, node: NodeId, lines: Lines): Said {
  return lineOf(lines, siteOf(trace, node) ?? trace.function.namePlace);
}

function lineOf(lines: Lines, place: { readonly file: string; readonly start: number; readonly end: number }): Said {
  const source = lines.link(place);
  return { text: `line ${source.line}`, source };
}

function largestOf({ gradients }: Picture, { outputs }: Part): NodeId {
  const size = (node: NodeId): number => Math.abs(gradients?.[node] ?? 0);
  return outputs.reduce((most, node) => (size(node) > size(most) ? node : most));
}

function numberWord(count: number): string {
  return ["no", "one", "two", "three", "four", "five", "six"][count] ?? String(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
