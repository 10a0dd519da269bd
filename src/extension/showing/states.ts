/** What a panel shows for each way in which a call of the engine can end. */
import * as vscode from "vscode";
import type { FunctionInfo, Outcome, ViewAnswer } from "../../engine/request.ts";
import type { FindingView } from "../../view/model.ts";
import type { SealedModel } from "../../view/sealed.ts";
import { fileName, linkOf, suggestionsOf } from "../editor/links.ts";
import type { Result, Showing } from "./showing.ts";

/** What is known besides the outcome. */
export interface Situation {
  readonly showing: Showing;
  readonly document: vscode.TextDocument;
  /** Return the last whole picture of a function of the document. */
  readonly lastGood: (name: string) => SealedModel | undefined;
}

/** Return what to show; undefined to leave everything as it is. */
export function resultOf(outcome: Outcome<ViewAnswer>, situation: Situation): Result | undefined {
  switch (outcome.kind) {
    case "dropped":
      return undefined;
    case "restarted":
      return notCurrent(finding(situation, "engine/restarted", outcome.message), undefined, situation);
    case "failed":
      return failed(situation.showing, outcome.message);
    case "answered":
      return resultOfAnswer(outcome.answer, situation);
    default:
      return outcome satisfies never;
  }
}

/** Return what to show after a mistake of ours. */
export function failed(showing: Showing, message: string): Result {
  return { state: { kind: "failed", title: titleOf(showing), message }, function: showing.function, stamp: undefined };
}

/** Return what to show for a file that cannot be read: what is on screen, with the reason why it stays as it is. */
export function unreadable({ state, function: shown }: Showing, uri: vscode.Uri): Result {
  const file = uri.toString();
  const message = vscode.l10n.t("The file `{0}` cannot be read.", fileName(file));
  const reason: FindingView = {
    code: "view/unreadable",
    severity: "info",
    message,
    help: "",
    source: { file, start: 0, end: 0, line: 1 },
  };
  if (state.kind === "graph") return { state: { ...state, outdated: reason }, function: shown, stamp: undefined };
  return {
    state: { kind: "rejected", title: shown?.name ?? "", findings: [reason], partial: undefined },
    function: shown,
    stamp: undefined,
  };
}

/** Return a finding of ours about the function that a panel shows. */
export function finding(
  { showing, document }: Pick<Situation, "showing" | "document">,
  code: string,
  message: string,
): FindingView {
  const source = linkOf(document, showing.function?.namePlace ?? { start: 0, end: 0 });
  return { code, severity: "info", message, help: "", source };
}

function resultOfAnswer(answer: ViewAnswer, situation: Situation): Result | undefined {
  const { showing, document } = situation;
  switch (answer.kind) {
    case "none": {
      if (showing.pinned && showing.function !== undefined) {
        const message = vscode.l10n.t("`{0}` is no longer in the file.", showing.function.name);
        return notCurrent(finding(situation, "view/gone", message), undefined, situation);
      }
      return {
        state: { kind: "empty", suggestions: suggestionsOf(document, answer.functions) },
        function: undefined,
        stamp: undefined,
      };
    }
    case "broken":
      return notCurrent(answer.finding, answer.function, situation);
    case "view":
      return resultOfModel(answer, situation);
    case "same":
      return undefined;
    default:
      return answer satisfies never;
  }
}

function resultOfModel(answer: Extract<ViewAnswer, { readonly kind: "view" }>, situation: Situation): Result {
  const { model, function: shown, stamp } = answer;
  const [first, ...others] = model.errors;
  if (model.hasResult || first === undefined)
    return { state: { kind: "graph", model, outdated: undefined }, function: shown, stamp };
  // Nothing was traced at all, as when a name is half typed: the last picture says more.
  if (!model.hasNodes) return notCurrent(first, shown, situation);
  return {
    state: { kind: "rejected", title: shown.name, findings: [first, ...others], partial: model },
    function: shown,
    stamp,
  };
}

/** The last good picture with the reason why there is no newer one; without a picture, the reason alone. */
function notCurrent(reason: FindingView, broken: FunctionInfo | undefined, situation: Situation): Result {
  const { showing, document, lastGood } = situation;
  const file = document.uri.toString();
  const shown = broken ?? (showing.function?.place.file === file ? showing.function : undefined);
  const name = shown?.name ?? shownName(showing);
  const model = name === undefined ? undefined : (lastGood(name) ?? shownModel(showing, name, file));
  if (model !== undefined)
    return { state: { kind: "graph", model, outdated: reason }, function: shown, stamp: undefined };
  return {
    state: { kind: "rejected", title: name ?? "", findings: [reason], partial: undefined },
    function: shown,
    stamp: undefined,
  };
}

/** The picture that is on screen already, for instance one that was restored. */
function shownModel({ state }: Showing, name: string, file: string): SealedModel | undefined {
  return state.kind === "graph" && state.model.title === name && state.model.file === file ? state.model : undefined;
}

function shownName({ state, subject }: Showing): string | undefined {
  if (state.kind === "graph") return state.model.title;
  return subject?.target.kind === "name" ? subject.target.name : undefined;
}

/** Return what a panel's tab is named after; empty if it shows no function. */
export function titleOf(showing: Showing): string {
  return showing.function?.name ?? shownName(showing) ?? "";
}
