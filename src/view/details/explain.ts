/** Why a gradient is what it is: one to three sentences, the step that is the reason, and the path through it. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Unreached } from "../../language/branches.ts";
import { linesOf } from "../findings.ts";
import type { ViewNodeId } from "../model.ts";
import { signedText } from "../number.ts";
import { nodeId, wordsOf } from "../picture/nodes.ts";
import type { Part } from "../picture/parts/parts.ts";
import type { Picture } from "../picture/picture.ts";
import { CONSTANT_RESULT, inputId, type Explanation } from "../question.ts";
import { code, withoutPathSentence } from "../words.ts";
import { cancels, extreme, kinkOnWay, plain, wild, zero } from "./answers.ts";
import { lineOf, type Answer, type Case } from "./asked.ts";
import { chainThrough } from "./chains.ts";
import { cancelling, groundFrom, steepestWay } from "./reasons.ts";

/** How an explanation is to be made. */
export interface ExplainOptions {
  readonly digits: number;
  /** Return what kept the run from coming to where an input is used, if that is why it has no effect. */
  readonly unreached: (input: string) => Unreached | undefined;
}

/** Gradients from here on are called huge, and those up to its inverse tiny. */
const HUGE = 1e6;

/** Explain the gradient of a node; undefined if the picture has no such node or no result. */
export function explain(picture: Picture, id: ViewNodeId, options: ExplainOptions): Explanation | undefined {
  const index = picture.parts.findIndex((part) => nodeId(part) === id);
  const part = picture.parts[index];
  if (picture.output === undefined) return undefined;
  if (id === CONSTANT_RESULT) return constant(picture);
  if (part === undefined) return unused(picture, id, options);
  const words = wordsOf(picture);
  const node = largestOf(picture, part);
  const lines = linesOf(picture.trace.texts);
  const gradient = picture.gradients?.[node] ?? 0;
  const name = part.outputs.length === 1 ? words[index]!.name : picture.naming.callOf(node);
  const { digits } = options;
  const asked: Case = { picture, part, index, node, name, gradient, lines, digits };
  const isNeeded = picture.gradients !== undefined && picture.division.reach.needed[node] === 1;
  const isDeciding = picture.trace.deciding[node] === 1;
  const answer = isNeeded ? withPath(asked) : withoutPath(asked, isDeciding, options);
  const chain = isNeeded ? chainThrough(picture, node, answer.cause, digits) : undefined;
  return {
    node: id,
    reason: answer.reason,
    question: isNeeded
      ? `Why is the gradient of ${code(name)} ${signedText(gradient, digits).short}?`
      : withoutPathQuestion(name, isDeciding),
    said: answer.said,
    cause: answer.cause === undefined ? undefined : chain?.cause,
    path: chain?.path,
  };
}

/** A result that no step computes from an input. */
function constant(picture: Picture): Explanation {
  const said = [{ text: constantSentence(picture) }];
  const question = `Why does ${code(picture.naming.result)} have no gradient?`;
  return { node: CONSTANT_RESULT, reason: "no-path", question, said, cause: undefined, path: undefined };
}

/** Say why a result that is on no tape has no gradient. */
export function constantSentence({ inputs, trace, naming }: Picture): string {
  if (inputs.size === 0) return "No numeric input. Values are shown; there is no gradient.";
  const result = code(naming.result);
  return [...inputs.keys()].some((node) => trace.deciding[node] === 1)
    ? `${result} has no gradient: inputs decide which number it is, but no step computes it from them.`
    : `No input has an effect on ${result}.`;
}

/** An input that no step uses is in no picture; it is asked about by its name. */
function unused(picture: Picture, id: ViewNodeId, options: ExplainOptions): Explanation | undefined {
  const input = picture.trace.inputs.find(({ name }) => inputId(name) === id);
  if (input === undefined) return undefined;
  const { name } = input;
  const isDeciding = input.node !== undefined && picture.trace.deciding[input.node] === 1;
  const { reason, said } = withoutPath({ picture, name, lines: linesOf(picture.trace.texts) }, isDeciding, options);
  return {
    node: id,
    reason,
    question: withoutPathQuestion(name, isDeciding),
    said,
    cause: undefined,
    path: undefined,
  };
}

function withoutPathQuestion(name: string, isDeciding: boolean): string {
  return `Why does ${code(name)} have no ${isDeciding ? "gradient" : "effect"}?`;
}

function withoutPath(
  { picture, name, lines }: Pick<Case, "picture" | "name" | "lines">,
  isDeciding: boolean,
  { unreached }: ExplainOptions,
): Answer {
  const reason = unreached(name);
  if (reason === undefined) {
    const said = [{ text: withoutPathSentence(name, picture.naming.result, isDeciding) }];
    return { reason: "no-path", said, cause: undefined };
  }
  const { kind, word, place, condition, value } = reason;
  const because = condition === "" ? "" : ` (${code(condition)} is ${value})`;
  const said = [
    { text: `${code(name)} is used only ${kind === "branch" ? "in the branch" : `after the ${code(word)}`} on ` },
    lineOf(lines, place),
    { text: `, which is ${kind === "branch" ? "not taken" : "taken"} for these inputs${because}.` },
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
  const steepest = steepestWay(ground, node);
  const size = Math.abs(gradient);
  if ((size >= HUGE || size <= 1 / HUGE) && steepest !== undefined)
    return extreme(asked, size >= HUGE ? "huge" : "tiny", steepest);
  return plain(asked, ground, steepest?.largest);
}

function largestOf({ gradients }: Picture, { outputs }: Part): NodeId {
  const size = (node: NodeId): number => Math.abs(gradients?.[node] ?? 0);
  return outputs.reduce((most, node) => (size(node) > size(most) ? node : most));
}
