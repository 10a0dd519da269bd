/** What the page asks the host for what is open in it. */
import { searchText } from "../../view/documents/search.ts";
import type { ViewModel } from "../../view/model.ts";
import { rangeAfter, type PlotRange } from "../../view/plotRange.ts";
import type { Plot, Question, Surface } from "../../view/question.ts";
import { numberOf } from "../inputs/slider.ts";
import type { Page } from "./page.ts";
import { hasAllRows, hasRowsAt } from "./tableRows.ts";
import { acrossInputs, isWritable, plottedInput } from "./tools.ts";

/** Return the questions whose answers are to be on show. */
export function questionsOf(page: Page, model: ViewModel): Question[] {
  if (!page.isFresh) return [];
  if (page.shown?.kind === "rejected") return tableQuestions(page, model);
  if (page.shown?.kind !== "graph" || page.shown.outdated != null) return [];
  return [...tableQuestions(page, model), ...resultQuestions(page, model)];
}

/** What is asked about a table of which the model has only the first rows. */
function tableQuestions({ view, tools }: Page, model: ViewModel): Question[] {
  if (hasAllRows(model)) return [];
  const questions: Question[] = [];
  if (view === "table" && !hasRowsAt(model, tools.table)) questions.push({ kind: "rows", ...tools.table });
  if (tools.find !== undefined && searchText(tools.find) !== "") questions.push({ kind: "find", text: tools.find });
  return questions;
}

/** What is asked about a run that has a result. */
function resultQuestions({ tools, selected, isInputsOpen, history }: Page, model: ViewModel): Question[] {
  const isMoving = history.gesture !== undefined;
  const questions: Question[] = [];
  if (tools.explaining !== undefined) questions.push({ kind: "explain", node: tools.explaining });
  const input = plottedInput(model, selected);
  if (tools.isPlotOpen && input !== undefined) {
    const across = acrossInputs(model, input).find((name) => name === tools.plotAcross);
    const { plot, surface } = tools.replies;
    questions.push(
      across === undefined
        ? plotQuestion(plot, model, input, isMoving)
        : surfaceQuestion(surface, model, [input, across], isMoving),
    );
  }
  if (tools.matrix !== undefined) questions.push({ kind: "matrix", of: tools.matrix, inputs: tools.wantedInputs });
  if (isInputsOpen && isWritable(model)) questions.push({ kind: "tag" });
  if (tools.openPaths !== undefined && tools.openPaths === selected)
    questions.push({ kind: "paths", node: tools.openPaths });
  for (const name of tools.openArrays) questions.push({ kind: "array", input: name });
  return questions;
}

/** The axis stands still while the input moves on it; it follows an input that has left its middle and was let go. */
function plotQuestion(shown: Plot | undefined, model: ViewModel, input: string, isMoving: boolean): Question {
  const range = shown?.input === input ? shown : undefined;
  const { low, high } = rangeAfter(range, valueOf(model, input), isMoving);
  return { kind: "plot", input, range: { low, high } };
}

function surfaceQuestion(
  shown: Surface | undefined,
  model: ViewModel,
  inputs: readonly [string, string],
  isMoving: boolean,
): Question {
  const isShown = shown?.inputs.join() === inputs.join();
  const range = (axis: 0 | 1): PlotRange => {
    const before = isShown ? { low: shown.low[axis], high: shown.high[axis] } : undefined;
    return rangeAfter(before, valueOf(model, inputs[axis]), isMoving);
  };
  return { kind: "surface", inputs, ranges: [range(0), range(1)] };
}

function valueOf({ inputs }: ViewModel, name: string): number {
  return numberOf(inputs.find((each) => each.name === name)?.value.full ?? "") ?? NaN;
}
