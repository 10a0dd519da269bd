/** The messages between the extension host and the panel's page. Types only; messages are whole snapshots, so losing or repeating one is harmless. */
import type { FindingView, SourceLink, ViewModel, ViewNodeId } from "./view/model.ts";

/** A function of a file that the panel can show. */
export interface FunctionLink {
  readonly name: string;
  readonly signature: string;
  readonly source: SourceLink;
}

/** What the panel shows. Exactly one of these at any time. */
export type PanelState =
  /** Nothing to show; `suggestions` are functions of the file that would work. */
  | { readonly kind: "empty"; readonly suggestions: readonly FunctionLink[] }
  /** `outdated` says why the picture is older than the text, if it is. */
  | { readonly kind: "graph"; readonly model: ViewModel; readonly outdated: FindingView | undefined }
  /** No value could be computed; `partial` is what could be traced before that. */
  | {
      readonly kind: "rejected";
      readonly title: string;
      readonly findings: readonly [FindingView, ...FindingView[]];
      readonly partial: ViewModel | undefined;
    }
  /** A mistake of ours. */
  | { readonly kind: "failed"; readonly title: string; readonly message: string };

/** From the host to the page. */
export type ToWebview =
  /** Replaces everything. Sent on `ready` and on every new revision. */
  | { readonly kind: "show"; readonly revision: number; readonly state: PanelState; readonly pinned: boolean }
  /** Work takes longer than a blink; the picture stays as it is. */
  | { readonly kind: "busy"; readonly busy: boolean }
  /** The editor's cursor is inside these nodes' source. Must not move the view unless none of them is visible. */
  | { readonly kind: "point"; readonly nodes: readonly ViewNodeId[] };

/** From the page to the host. */
export type FromWebview =
  /** The page listens; answered by `show`. */
  | { readonly kind: "ready" }
  /** The user asked for a place of the source; may move the editor's cursor and the focus. */
  | { readonly kind: "open"; readonly source: SourceLink }
  /** The pointer or the selection is on these places; highlights only, must never scroll or focus. */
  | { readonly kind: "touch"; readonly source: SourceLink | undefined }
  /** Change an input for as long as the panel lives; `value` undefined takes the change back. */
  | { readonly kind: "setInput"; readonly name: string; readonly value: string | undefined }
  /** Differentiate another number of the result. */
  | { readonly kind: "chooseOutput"; readonly key: string }
  | { readonly kind: "pin"; readonly pinned: boolean }
  /** Try once more after an error of ours. */
  | { readonly kind: "retry" };

/** What the page keeps over tab switches and reloads, and what the host gets back to restore a panel. */
export interface SavedState {
  readonly state: PanelState;
  readonly pinned: boolean;
}

/** One function per kind of message, so that a forgotten message does not compile. */
export type Handlers<M extends { readonly kind: string }> = {
  readonly [K in M["kind"]]: (message: Extract<M, { readonly kind: K }>) => void;
};
