/** What is open in the panel beside the picture: an explanation, a pass, a search, a plot. Plain data and functions, no DOM. */
import type { ViewModel, ViewNodeId } from "../view/model.ts";
import { passSteps } from "../view/passes.ts";
import { inputId, type ArrayView, type Explanation, type Plot, type Question, type Reply } from "../view/question.ts";
import { noWalking, walkingElsewhere, type Walking } from "./walking.ts";

/** Where a person is in the two passes. */
export interface Stepping {
  /** Index in the steps of both passes. */
  readonly at: number;
  readonly isPlaying: boolean;
  /** Steps in a second. */
  readonly speed: number;
}

/** What the host has answered, as far as it is still about what is on show. */
export interface Replies {
  readonly explanation: Explanation | undefined;
  readonly plot: Plot | undefined;
  readonly tag: string | undefined;
  readonly arrays: Readonly<Record<string, ArrayView>>;
}

/** Everything that is open. */
export interface Tools {
  readonly explaining: ViewNodeId | undefined;
  readonly stepping: Stepping | undefined;
  readonly isOnlyPath: boolean;
  /** The text that is looked for; undefined while the search is closed. */
  readonly find: string | undefined;
  readonly isHelpOpen: boolean;
  readonly isPlotOpen: boolean;
  readonly openArrays: readonly string[];
  readonly walking: Walking;
  readonly replies: Replies;
}

/** Nothing open. */
export const noTools: Tools = {
  explaining: undefined,
  stepping: undefined,
  isOnlyPath: false,
  find: undefined,
  isHelpOpen: false,
  isPlotOpen: false,
  openArrays: [],
  walking: noWalking,
  replies: { explanation: undefined, plot: undefined, tag: undefined, arrays: {} },
};

/** Return what is still open when another model comes: of another function only what is no answer about the old one; of another region not what is about nodes. */
export function toolsAfter(tools: Tools, model: ViewModel, isSameFunction: boolean, isSamePicture: boolean): Tools {
  if (!isSameFunction) return { ...noTools, isPlotOpen: tools.isPlotOpen, walking: walkingElsewhere(tools.walking) };
  if (!isSamePicture) return { ...tools, explaining: undefined, stepping: undefined, isOnlyPath: false };
  const { explaining, stepping } = tools;
  const isThere =
    model.nodes.some(({ id }) => id === explaining) ||
    model.inputs.some(({ name, node }) => node == null && inputId(name) === explaining);
  const count = passSteps(model).length;
  return {
    ...tools,
    explaining: isThere ? explaining : undefined,
    stepping: stepping && count > 0 ? { ...stepping, at: Math.min(stepping.at, count - 1) } : undefined,
  };
}

/** Return the questions whose answers are to be on show. */
export function questionsOf(
  tools: Tools,
  model: ViewModel,
  selected: ViewNodeId | undefined,
  isInputsOpen: boolean,
): Question[] {
  const questions: Question[] = [];
  if (tools.explaining !== undefined) questions.push({ kind: "explain", node: tools.explaining });
  const input = plottedInput(model, selected);
  if (tools.isPlotOpen && input !== undefined) questions.push({ kind: "plot", input });
  if (isInputsOpen && isWritable(model)) questions.push({ kind: "tag" });
  for (const name of tools.openArrays) questions.push({ kind: "array", input: name });
  return questions;
}

/** Return the name of the selected input if the result can be drawn along it. */
export function plottedInput(model: ViewModel, selected: ViewNodeId | undefined): string | undefined {
  return model.inputs.find(
    ({ node, kind, gradient }) => node === selected && node != null && kind === "number" && gradient != null,
  )?.name;
}

/** Whether the code does not say the inputs on show. */
export function isWritable(model: ViewModel): boolean {
  return model.inputs.some(({ source }) => source === "panel" || source === "assumed");
}

/** Return the tools with an answer, or without one where there was nothing to say. */
export function withReply(tools: Tools, question: Question, reply: Reply): Tools {
  const { replies } = tools;
  switch (question.kind) {
    case "explain": {
      const explanation = reply.kind === "explain" ? reply.explanation : undefined;
      return { ...tools, replies: { ...replies, explanation } };
    }
    case "plot":
      return { ...tools, replies: { ...replies, plot: reply.kind === "plot" ? reply.plot : undefined } };
    case "tag":
      return { ...tools, replies: { ...replies, tag: reply.kind === "tag" ? reply.tag : undefined } };
    case "array": {
      const others = Object.entries(replies.arrays).filter(([name]) => name !== question.input);
      const arrays = Object.fromEntries(reply.kind === "array" ? [...others, [question.input, reply.array]] : others);
      return { ...tools, replies: { ...replies, arrays } };
    }
    // What these give is a change of inputs.
    case "descend":
    case "random":
      return tools;
    default:
      return question satisfies never;
  }
}
