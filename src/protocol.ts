/** The messages between the extension host and the panel's page. Types only; messages are whole snapshots, so losing or repeating one is harmless. */
import type { Changed } from "./view/changed.ts";
import type { FindingView, SourceLink, ViewModel, ViewNodeId } from "./view/model.ts";
import type { FoldChoice } from "./view/options.ts";
import type { Size } from "./view/picture/layout/fit.ts";
import type { Question, Reply } from "./view/question.ts";
import type { KeptModel, SealedModel } from "./view/sealed.ts";

/** A function of a file that the panel can show. */
export interface FunctionLink {
  readonly name: string;
  readonly signature: string;
  readonly source: SourceLink;
}

/** What the panel shows. Exactly one of these at any time. The host has the model sealed, the page has it open and keeps it as a text. */
export type PanelState<Model = SealedModel> =
  /** Nothing to show; `suggestions` are functions of the file that would work. */
  | { readonly kind: "empty"; readonly suggestions: readonly FunctionLink[] }
  /** `outdated` says why the picture is older than the text, if it is. */
  | { readonly kind: "graph"; readonly model: Model; readonly outdated: FindingView | undefined }
  /** No value could be computed; `partial` is what could be traced before that. */
  | {
      readonly kind: "rejected";
      readonly title: string;
      readonly findings: readonly [FindingView, ...FindingView[]];
      readonly partial: Model | undefined;
    }
  /** A mistake of ours. */
  | { readonly kind: "failed"; readonly title: string; readonly message: string };

/** What the panel shows, as the page draws it. */
export type OpenState = PanelState<ViewModel>;

/** What the panel shows, as it is kept. */
export type KeptState = PanelState<KeptModel>;

/** What people start outside of the page, in a menu or by a command, and the page does. */
export const PAGE_COMMANDS = [
  "goToSource",
  "copyValue",
  "copyGradient",
  "explain",
  "onlyThisPath",
  "toggleFold",
  "foldAround",
  "turn",
  "enter",
  "goOut",
  "stepThrough",
  "find",
  "toggleView",
  "plot",
  "descend",
  "randomPoint",
  "hessian",
  "jacobian",
  "resetInputs",
  "undoInputs",
  "redoInputs",
  "copyMermaid",
  "copyTable",
  "copyCsv",
  "copyLatex",
  "copySvg",
  "saveSvg",
  "savePng",
  "keyboardHelp",
] as const;

/** One of them. */
export type PageCommand = (typeof PAGE_COMMANDS)[number];

/** Why the page cannot do what it was asked to. */
export const REFUSALS = [
  "no-graph",
  "no-node",
  "no-gradient",
  "several-values",
  "no-fold",
  "no-around",
  "no-inside",
  "not-inside",
  "no-plot",
  "no-hessian",
  "no-jacobian",
  "no-steps",
  "no-inputs",
  "no-change",
  "no-picture",
] as const;

/** One of the reasons. */
export type Refusal = (typeof REFUSALS)[number];

/** How a person wants every panel to look. */
export interface Look {
  /** `auto` is from left to right, and from top to bottom where the panel is narrow or the picture larger that way. */
  readonly direction: "auto" | "leftToRight" | "topToBottom";
  /** What a new panel shows first; `auto` is the table where a screen reader is in use. */
  readonly view: "auto" | "graph" | "table";
}

/** From the host to the page. */
export type ToWebview =
  /** Replaces everything. Sent on `ready` and on every new revision. */
  | {
      readonly kind: "show";
      readonly revision: number;
      readonly state: PanelState;
      readonly pinned: boolean;
      /** The name of the function's file, while the editor shows another one; missing otherwise. */
      readonly from?: string | undefined;
      /** Missing as long as nothing is chosen. */
      readonly look?: Look | undefined;
      /** Whether this person has not seen a graph yet. */
      readonly isFirst?: boolean | undefined;
    }
  /** Work takes longer than a blink; the picture stays as it is. */
  | { readonly kind: "busy"; readonly busy: boolean }
  /** Where the editor's cursor is: an offset of a file's text. Must not move the view unless none of the nodes there is visible. */
  | { readonly kind: "point"; readonly file: string; readonly offset: number }
  /** The answer to `ask` with the same number. */
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply }
  /** Do something with a node; undefined for the selected one. */
  | { readonly kind: "run"; readonly command: PageCommand; readonly node: ViewNodeId | undefined };

/** From the page to the host. */
export type FromWebview =
  /** The page listens; answered by `show`. */
  | { readonly kind: "ready" }
  /** The user asked for a place of the source; may move the editor's cursor and the focus. */
  | { readonly kind: "open"; readonly source: SourceLink }
  /** The pointer or the selection is on these places; highlights only, must never scroll or focus. */
  | { readonly kind: "touch"; readonly source: SourceLink | undefined }
  /** All inputs of the function on show that are changed, for as long as the panel lives; what is missing is as the code says. */
  | { readonly kind: "setInputs"; readonly changed: Changed }
  /** Differentiate another number of the result. */
  | { readonly kind: "chooseOutput"; readonly key: string }
  | { readonly kind: "pin"; readonly pinned: boolean }
  /** The room that the page has for the picture. */
  | { readonly kind: "room"; readonly room: Size }
  /** Answered by `reply` with the same number. */
  | { readonly kind: "ask"; readonly id: number; readonly question: Question }
  /** Write the inputs on show into the code, and take the panel's changes back. */
  | { readonly kind: "writeInputs" }
  /** Fold and unfold against the rule; undefined lets the rule decide again. */
  | { readonly kind: "fold"; readonly folding: FoldChoice | undefined }
  | { readonly kind: "copy"; readonly text: string }
  /** What was asked for by a command cannot be done. */
  | { readonly kind: "refuse"; readonly reason: Refusal }
  /** Save a picture where the user says; `base64` for bytes. */
  | { readonly kind: "save"; readonly name: string; readonly content: string; readonly encoding: "text" | "base64" }
  /** Give the focus back to the editor. */
  | { readonly kind: "leave" }
  /** Let the function on show run longer, for as long as the panel lives. */
  | { readonly kind: "allowMore" }
  /** Give up what takes long. */
  | { readonly kind: "stop" }
  /** Show what the documentation says of a finding. */
  | { readonly kind: "openHelp"; readonly code: string }
  /** Try once more after an error of ours. */
  | { readonly kind: "retry" }
  /** Tell the people who make this of the error on show. */
  | { readonly kind: "report" }
  /** Show the first steps. */
  | { readonly kind: "openWalkthrough" };

/** What the page keeps over tab switches and reloads, and what the host gets back to restore a panel. */
export interface SavedState {
  readonly state: KeptState;
  readonly pinned: boolean;
}

/** One function per kind of message, so that a forgotten message does not compile. */
export type Handlers<M extends { readonly kind: string }> = {
  readonly [K in M["kind"]]: (message: Extract<M, { readonly kind: K }>) => void;
};
