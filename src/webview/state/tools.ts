/** What is open in the panel beside the picture: an explanation, a pass, a search, a plot. Plain data and functions, no DOM. */
import { passSteps } from "../../view/details/passes.ts";
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import {
  inputId,
  type ArrayView,
  type Explanation,
  type FoundRows,
  type MatrixKind,
  type MatrixView,
  type PathList,
  type Plot,
  type Question,
  type Reply,
  type Surface,
} from "../../view/question.ts";
import { noWalking, walkingElsewhere, type Walking } from "../descend/walking.ts";
import type { KnownPart, TablePlace } from "./tableRows.ts";

/** Inputs that a table of derivatives has room for. */
const MOST_WANTED = 8;

/** Where a person is in the two passes. */
export interface Stepping {
  /** Index in the steps of both passes. */
  readonly at: number;
  readonly isPlaying: boolean;
  /** Steps in a second. */
  readonly speed: number;
  /** The name of the statement that was unfolded for it, and is folded afterwards. */
  readonly unfolded: string | undefined;
}

/** What the host has answered, as far as it is still about what is on show. */
export interface Replies {
  readonly explanation: Explanation | undefined;
  readonly plot: Plot | undefined;
  readonly surface: Surface | undefined;
  readonly matrix: MatrixView | undefined;
  readonly tag: string | undefined;
  readonly arrays: Readonly<Record<string, ArrayView>>;
  readonly paths: PathList | undefined;
  /** Rows of a table of which the model has not all. */
  readonly part: KnownPart | undefined;
  readonly found: FoundRows | undefined;
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
  /** The second input of the plot, by its name. */
  readonly plotAcross: string | undefined;
  /** The table of derivatives that is open. */
  readonly matrix: MatrixKind | undefined;
  /** Inputs that a person wants to be in it, the newest first. */
  readonly wantedInputs: readonly string[];
  readonly openArrays: readonly string[];
  readonly walking: Walking;
  /** The node whose paths are listed beyond the largest. */
  readonly openPaths: ViewNodeId | undefined;
  readonly table: TablePlace;
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
  plotAcross: undefined,
  matrix: undefined,
  wantedInputs: [],
  openArrays: [],
  walking: noWalking,
  openPaths: undefined,
  table: { order: "steps", from: 0 },
  replies: {
    explanation: undefined,
    plot: undefined,
    surface: undefined,
    matrix: undefined,
    tag: undefined,
    arrays: {},
    paths: undefined,
    part: undefined,
    found: undefined,
  },
};

/** Return what is still open when another model comes: of another function only what is no answer about the old one; of another region not what is about nodes. */
export function toolsAfter(tools: Tools, model: ViewModel, isSameFunction: boolean, isSamePicture: boolean): Tools {
  const table = { ...tools.table, from: 0 };
  if (!isSameFunction)
    return { ...noTools, isPlotOpen: tools.isPlotOpen, walking: walkingElsewhere(tools.walking), table };
  if (!isSamePicture)
    return { ...withoutRows(tools), table, explaining: undefined, stepping: undefined, isOnlyPath: false };
  const { explaining, stepping } = tools;
  const isThere =
    model.nodes.some(({ id }) => id === explaining) ||
    model.inputs.some(({ name, node }) => node == null && inputId(name) === explaining);
  return {
    ...tools,
    matrix: isMatrixFor(tools.matrix, model) ? tools.matrix : undefined,
    explaining: isThere ? explaining : undefined,
    stepping: stepping && steppingIn(model, stepping),
    table: tools.table.from < model.rowCounts.all ? tools.table : table,
  };
}

/** Without what was answered about the table of another picture. */
function withoutRows(tools: Tools): Tools {
  return { ...tools, replies: { ...tools.replies, part: undefined, found: undefined } };
}

/** Where one is in the passes of another model; undefined if it has none. */
function steppingIn(model: ViewModel, stepping: Stepping): Stepping | undefined {
  const count = passSteps(model).length;
  return count > 0 ? { ...stepping, at: Math.min(stepping.at, count - 1) } : undefined;
}

/** Return the node that the step on show is about; undefined without one, and for the inputs, which are several. */
export function stepNode({ stepping }: Pick<Tools, "stepping">, model: ViewModel): ViewNodeId | undefined {
  const nodes = stepping && passSteps(model)[stepping.at]?.nodes;
  return nodes?.length === 1 ? nodes[0] : undefined;
}

/** Return the inputs that can be the second of a plot. */
export function acrossInputs(model: ViewModel, input: string): readonly string[] {
  const others = model.inputs.filter(
    ({ name, kind, gradient }) => name !== input && kind === "number" && gradient != null,
  );
  return others.map(({ name }) => name);
}

/** Return the name of the selected input if the result can be drawn along it. */
export function plottedInput(model: ViewModel, selected: ViewNodeId | undefined): string | undefined {
  return model.inputs.find(
    ({ node, kind, gradient }) => node === selected && node != null && kind === "number" && gradient != null,
  )?.name;
}

/** Whether there is such a table of a model: second derivatives of a result with a gradient, all derivatives of several results. */
export function isMatrixFor(kind: MatrixKind | undefined, model: ViewModel): boolean {
  const hasGradient = model.inputs.some(({ gradient }) => gradient != null);
  return kind !== undefined && hasGradient && (kind === "hessian" || model.outputs.length > 1);
}

/** Return the tools after a node was selected: a table takes an input in, and gives way to any other node. */
export function toolsAfterSelection(
  tools: Tools,
  model: ViewModel | undefined,
  selected: ViewNodeId | undefined,
): Tools {
  if (tools.matrix === undefined || selected === undefined) return tools;
  const names = model?.inputs.filter(({ node }) => node === selected).map(({ name }) => name) ?? [];
  if (names.length === 0) return { ...tools, matrix: undefined };
  return { ...tools, wantedInputs: [...new Set([...names, ...tools.wantedInputs])].slice(0, MOST_WANTED) };
}

/** Whether the code does not say the inputs on show. */
export function isWritable(model: ViewModel): boolean {
  return model.inputs.some(({ source }) => source === "panel" || source === "assumed");
}

/** Return the tools with an answer about a revision of the page, or without one where there was nothing to say. */
export function withReply(tools: Tools, question: Question, reply: Reply, revision: number): Tools {
  const { replies } = tools;
  switch (question.kind) {
    case "explain": {
      const explanation = reply.kind === "explain" ? reply.explanation : undefined;
      // Nobody waits for an answer that does not come.
      const explaining = explanation === undefined ? undefined : tools.explaining;
      return { ...tools, explaining, replies: { ...replies, explanation } };
    }
    case "plot":
      return { ...tools, replies: { ...replies, plot: reply.kind === "plot" ? reply.plot : undefined } };
    case "surface":
      return { ...tools, replies: { ...replies, surface: reply.kind === "surface" ? reply.surface : undefined } };
    case "matrix":
      return { ...tools, replies: { ...replies, matrix: reply.kind === "matrix" ? reply.matrix : undefined } };
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
    // What this gives goes to other programs.
    case "document":
      return tools;
    case "paths":
      return { ...tools, replies: { ...replies, paths: reply.kind === "paths" ? reply.list : undefined } };
    case "rows": {
      const part = reply.kind === "rows" ? { ...reply.part, revision } : undefined;
      return { ...tools, replies: { ...replies, part } };
    }
    case "find":
      return { ...tools, replies: { ...replies, found: reply.kind === "find" ? reply.found : undefined } };
    default:
      return question satisfies never;
  }
}
