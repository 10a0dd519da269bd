/** What the page shows and how that changes: plain data and functions, no DOM. */
import type { KeptState, Look, OpenState, ToWebview } from "../../protocol.ts";
import type { NodeDetails, NodeView, PathView, ViewEdgeId, ViewModel, ViewNodeId } from "../../view/model.ts";
import type { Direction } from "../../view/picture/layout/manner.ts";
import type { Explanation } from "../../view/question.ts";
import { afterModel, firstChanges, noChanges, type Changes } from "../inputs/changes.ts";
import { keptState, openState } from "../messages.ts";
import { firstNode, keptSelection } from "./selection.ts";
import { rowOf, ROWS_SHOWN, rowsAround } from "./tableRows.ts";
import { noTools, toolsAfter, toolsAfterSelection, type Tools } from "./tools.ts";

/** What the pointer or the focus is on. */
export type Pointed =
  | { readonly kind: "node"; readonly node: ViewNodeId }
  | { readonly kind: "nodes"; readonly nodes: readonly ViewNodeId[] }
  | { readonly kind: "edge"; readonly edge: ViewEdgeId }
  | { readonly kind: "path"; readonly path: number };

/** Everything that decides what is drawn. */
export interface Page extends Changes {
  /** Undefined until there is something to show. */
  readonly shown: OpenState | undefined;
  /** The same as it came, to be kept as it is. */
  readonly received: KeptState | undefined;
  /** While no picture is on show, the model of the last one: its function may come back. */
  readonly left: ViewModel | undefined;
  readonly revision: number;
  /** False while what is shown comes from an earlier life of the page and has not been confirmed. */
  readonly isFresh: boolean;
  readonly isPinned: boolean;
  /** Whether this person has not seen a graph yet. */
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  /** The name of the function's file, while the editor shows another one. */
  readonly from: string | undefined;
  readonly selected: ViewNodeId | undefined;
  /** Whether a person chose the selection; only then the editor is told. */
  readonly isChosen: boolean;
  /** The chosen row of several paths; undefined for the largest. */
  readonly path: number | undefined;
  readonly pointed: Pointed | undefined;
  /** Nodes whose source the editor's cursor is in. */
  readonly marked: readonly ViewNodeId[];
  readonly view: "graph" | "table";
  readonly direction: Look["direction"];
  /** The direction into which this panel's pictures were turned by hand. */
  readonly turned: Direction | undefined;
  readonly isInputsOpen: boolean;
  /** The row of the table that a search has found. */
  readonly foundRow: number | undefined;
  /** What is open beside the picture. */
  readonly tools: Tools;
}

/** The page before the first message. */
export const blankPage: Page = {
  shown: undefined,
  received: undefined,
  left: undefined,
  revision: -1,
  isFresh: false,
  isPinned: false,
  isFirst: false,
  isBusy: false,
  from: undefined,
  selected: undefined,
  isChosen: false,
  path: undefined,
  pointed: undefined,
  marked: [],
  view: "graph",
  direction: "auto",
  turned: undefined,
  isInputsOpen: false,
  foundRow: undefined,
  tools: noTools,
  ...noChanges,
};

/** Return the model on show: the graph's, or what could be traced of a rejected function. */
export function modelOf(shown: OpenState | undefined): ViewModel | undefined {
  if (shown?.kind === "graph") return shown.model;
  if (shown?.kind === "rejected") return shown.partial ?? undefined;
  return undefined;
}

/** Return a text that is equal for two models of the same function. */
function functionKey(model: ViewModel | undefined): string {
  return model === undefined ? "" : `${model.file}#${model.title}`;
}

/** Return a text that is equal for two pictures of the same function, or of the same region in it. */
export function pictureKey(model: ViewModel): string {
  return JSON.stringify([functionKey(model), ...(model.inside ?? []).map(({ name }) => name)]);
}

/** Return the page after a `show`; an older revision than the one on show changes nothing, nor does a model that cannot be drawn. */
export function afterShow(page: Page, message: Extract<ToWebview, { kind: "show" }>): Page {
  if (page.isFresh && message.revision < page.revision) return page;
  const received = keptState(message.state);
  const shown = openState(received);
  if (shown === undefined) return page;
  const before = modelOf(page.shown) ?? page.left;
  const model = modelOf(shown);
  const next: Page = {
    ...page,
    shown,
    received,
    left: model === undefined ? before : undefined,
    revision: message.revision,
    isFresh: true,
    isPinned: message.pinned,
    isFirst: message.isFirst ?? false,
    isBusy: false,
    from: message.from ?? undefined,
    pointed: undefined,
    ...lookOf(page, message.look ?? undefined),
  };
  if (model === undefined) return next;
  const isSameFunction = functionKey(before) === functionKey(model);
  const isSamePicture = before !== undefined && pictureKey(before) === pictureKey(model);
  const tools = toolsAfter(page.tools, model, isSameFunction, isSamePicture);
  if (!isSameFunction) {
    const selected = firstNode(model);
    return { ...next, tools, selected, isChosen: false, path: undefined, marked: [], ...firstChanges(model) };
  }
  const selected = keptSelection(page.selected, before, model);
  const isKept = selected === page.selected;
  return {
    ...next,
    tools,
    selected,
    isChosen: page.isChosen && isKept,
    path: isKept ? page.path : undefined,
    ...afterModel(page, model),
  };
}

/** The direction that was chosen, and in a new panel the view. */
function lookOf({ shown, view }: Page, look: Look | undefined): Pick<Page, "direction" | "view"> {
  const first = shown === undefined && look !== undefined && look.view !== "auto" ? look.view : view;
  return { direction: look?.direction ?? "auto", view: first };
}

/** Return the page with another node selected, or none. */
export function withSelection(page: Page, selected: ViewNodeId | undefined): Page {
  const { tools } = page;
  const isOnlyPath = tools.isOnlyPath && selected !== undefined;
  const explaining = tools.explaining === selected ? selected : undefined;
  const next = toolsAfterSelection({ ...tools, explaining, isOnlyPath }, modelOf(page.shown), selected);
  return { ...page, selected, isChosen: selected !== undefined, path: undefined, foundRow: undefined, tools: next };
}

/** Return the page with the graph or the table in front; the table begins where the selected step is. */
export function withView(page: Page, view: Page["view"]): Page {
  const model = modelOf(page.shown);
  const { table } = page.tools;
  const row = model && rowOf(model, page.selected);
  const isThere = row === undefined || (row >= table.from && row < table.from + ROWS_SHOWN);
  if (view !== "table" || page.view === view || isThere || table.order !== "steps") return { ...page, view };
  const from = rowsAround(row, model?.rowCounts.all ?? 0);
  return { ...page, view, tools: { ...page.tools, table: { ...table, from } } };
}

/** Return the selected node's view and details. */
export function selectionOf(page: Page): { node: NodeView; details: NodeDetails | undefined } | undefined {
  const model = modelOf(page.shown);
  const node = model?.nodes.find((each) => each.id === page.selected);
  if (node === undefined) return undefined;
  return { node, details: model?.details.find((each) => each.node === node.id) };
}

/** Return the paths that are listed of the selected node: the largest, or more where somebody asked for them. */
export function shownPaths({ tools }: Page, details: NodeDetails): readonly PathView[] {
  const list = tools.replies.paths;
  const isOpen = tools.openPaths === details.node && list?.node === details.node;
  return (isOpen ? list.paths : details.paths).filter((path) => path.edges !== "");
}

/** Return the index of the path that is lit: the chosen one, else the one that is explained, else the largest. */
export function litPath(page: Page, paths: readonly PathView[]): number {
  if (page.pointed?.kind === "path" && page.pointed.path < paths.length) return page.pointed.path;
  if (page.path !== undefined && page.path < paths.length) return page.path;
  const explained = explainedPath(page, paths);
  if (explained !== undefined) return explained;
  return paths.reduce((best, path, index) => ((path.percent ?? 0) > (paths[best]!.percent ?? 0) ? index : best), 0);
}

/** Return the explanation on show, if it is about the node that is explained now. */
export function explanationOf({ tools }: Page): Explanation | undefined {
  const { explanation } = tools.replies;
  return tools.stepping === undefined && explanation?.node === tools.explaining ? explanation : undefined;
}

/** Return the index of the path with the reason of the explanation on show, where it is one of several that are listed. */
export function explainedPath(page: Page, paths: readonly PathView[]): number | undefined {
  const edges = explanationOf(page)?.path?.edges;
  const index = paths.length > 1 ? paths.findIndex((path) => path.edges === edges) : -1;
  return index < 0 ? undefined : index;
}
