/** What the worker answers to the questions of a panel about the run that it shows. */
import { unreachedUse } from "../../language/branches.ts";
import type { Trace } from "../../language/trace.ts";
import { hessianView } from "../../view/derivatives/hessian.ts";
import { jacobianView } from "../../view/derivatives/jacobian.ts";
import { pathList } from "../../view/details/details.ts";
import { explain } from "../../view/details/explain.ts";
import { foundRows, wholeTable } from "../../view/documents/longTable.ts";
import { rowViews, tableOf } from "../../view/documents/rows.ts";
import { linesOf } from "../../view/findings.ts";
import { arrayView } from "../../view/inputs/arrays.ts";
import { chooseOutput } from "../../view/inputs/outputs.ts";
import { SHORT_DIGITS } from "../../view/number.ts";
import type { ViewOptions } from "../../view/options.ts";
import { pictureOf, type Picture } from "../../view/picture/picture.ts";
import type { Question, Reply } from "../../view/question.ts";
import type { RunAt } from "../check.ts";
import type { SourceText } from "../request.ts";
import { descend } from "./descend.ts";
import { plotAlong } from "./plot.ts";
import { randomPoint } from "./randomPoint.ts";
import { surfaceOver } from "./surface.ts";
import { writeInputs, type RunText } from "./writeInputs.ts";

/** The run that a question is about, and the ways to run more. */
export interface Asked {
  readonly source: SourceText;
  readonly trace: Trace;
  readonly options: ViewOptions;
  /** Run at other inputs. */
  readonly runAt: RunAt;
  /** Run another text of the file, with no input changed. */
  readonly runText: RunText;
}

/** Answer a question. */
export function replyTo(question: Question, asked: Asked): Reply {
  switch (question.kind) {
    case "explain":
      return explanation(question.node, asked);
    case "plot":
      return plot(question, asked);
    case "tag": {
      const written = writeInputs(asked.source, asked.trace, asked.runText);
      return written === undefined ? NONE : { kind: "tag", ...written };
    }
    case "array": {
      const array = arrayView(wholePicture(asked), question.input, digitsOf(asked));
      return array === undefined ? NONE : { kind: "array", array };
    }
    case "descend":
      return walk(question, asked);
    case "random": {
      const changed = randomPoint({ ...question, ...asked, output: outputOf(asked) });
      return changed === undefined ? NONE : { kind: "random", changed };
    }
    case "surface":
      return surface(question, asked);
    case "matrix": {
      const view = question.of === "hessian" ? hessianView : jacobianView;
      const matrix = view(wholePicture(asked), question.inputs, digitsOf(asked));
      return matrix === undefined ? NONE : { kind: "matrix", matrix };
    }
    case "paths": {
      const list = pathList(pictureFor(asked), question.node, digitsOf(asked));
      return list === undefined ? NONE : { kind: "paths", list };
    }
    case "rows": {
      const { order, from } = question;
      const range = { order, from, count: ROWS_AT_ONCE };
      const rows = rowViews(tableOf(pictureFor(asked)), range, linesOf(asked.trace.texts), digitsOf(asked));
      return { kind: "rows", part: { order, from, rows } };
    }
    case "find":
      return { kind: "find", found: foundRows(tableOf(pictureFor(asked)), question.text) };
    case "document": {
      const table = tableOf(pictureFor(asked));
      return {
        kind: "document",
        text: wholeTable(table, question.format, linesOf(asked.trace.texts), digitsOf(asked)),
      };
    }
    default:
      return question satisfies never;
  }
}

/** Rows of the table that are answered at once: some screens full. */
const ROWS_AT_ONCE = 200;
/** How long a walk down the gradient may take, in milliseconds; hovers wait for it. */
const MOST_TIME = 1500;
const NONE: Reply = { kind: "none" };

function explanation(node: string, asked: Asked): Reply {
  const unreached = (input: string): ReturnType<typeof unreachedUse> => unreachedUse(asked.trace, input);
  const found = explain(pictureFor(asked), node, { digits: digitsOf(asked), unreached });
  return found === undefined ? NONE : { kind: "explain", explanation: found };
}

function plot({ input, range }: Extract<Question, { kind: "plot" }>, asked: Asked): Reply {
  const { trace, runAt } = asked;
  const output = outputOf(asked);
  if (output === undefined) return NONE;
  const result = pictureFor(asked).naming.result;
  const made = plotAlong({ trace, output, input, range, result, digits: digitsOf(asked), runAt });
  return made === undefined ? NONE : { kind: "plot", plot: made };
}

function walk({ inputs, rate, steps }: Extract<Question, { kind: "descend" }>, asked: Asked): Reply {
  const { trace, runAt } = asked;
  const output = outputOf(asked);
  if (output === undefined) return NONE;
  const { result } = pictureFor(asked).naming;
  const end = Date.now() + MOST_TIME;
  const isLate = (): boolean => Date.now() > end;
  const descent = descend({ trace, output, inputs, rate, steps, result, digits: digitsOf(asked), runAt, isLate });
  return descent === undefined ? NONE : { kind: "descend", descent };
}

function surface({ inputs, ranges }: Extract<Question, { kind: "surface" }>, asked: Asked): Reply {
  const { trace, runAt } = asked;
  const output = outputOf(asked);
  if (output === undefined) return NONE;
  const result = pictureFor(asked).naming.result;
  const made = surfaceOver({ trace, output, inputs, ranges, result, digits: digitsOf(asked), runAt });
  return made === undefined ? NONE : { kind: "surface", surface: made };
}

function pictureFor(asked: Asked): Picture {
  const { reveal, folding } = asked.options;
  return pictureOf(asked.trace, outputOf(asked), reveal, folding);
}

/** The whole run, also where a region was entered: the head shows all inputs, and second derivatives look at every step. */
function wholePicture(asked: Asked): Picture {
  const picture = pictureFor(asked);
  return picture.entered?.whole ?? picture;
}

function outputOf({ trace, options }: Asked): Trace["outputs"][number] | undefined {
  return chooseOutput(trace, options.output) ?? trace.outputs[0];
}

function digitsOf({ options }: Asked): number {
  return options.digits ?? SHORT_DIGITS;
}
