/** What a person can do in the page; components call these and change nothing themselves. */
import type { InputView, SourceLink, ViewNodeId } from "../../view/model.ts";
import type { Direction } from "../../view/picture/layout/manner.ts";
import type { MatrixKind, RowOrder, TableFormat } from "../../view/question.ts";
import type { Walking } from "../descend/walking.ts";
import type { Match } from "../state/matches.ts";
import type { Page, Pointed } from "../state/page.ts";
import type { Stepping } from "../state/tools.ts";

/** One function per thing that can be done. */
export interface Actions {
  readonly select: (node: ViewNodeId | undefined) => void;
  readonly point: (pointed: Pointed | undefined) => void;
  readonly choosePath: (path: number) => void;
  /** List all paths of a node that can be listed, or the largest alone again. */
  readonly togglePaths: (node: ViewNodeId) => void;
  readonly open: (source: SourceLink) => void;
  /** `text` is the value as a TypeScript literal; undefined takes the change back. */
  readonly setInput: (input: Pick<InputView, "name">, text: string | undefined) => void;
  /** Give several inputs values at once, as one gesture. */
  readonly moveInputs: (values: Readonly<Record<string, string>>) => void;
  /** Take all changes of inputs back. */
  readonly resetInputs: () => void;
  /** Walk down the gradient so many steps. */
  readonly walk: (steps: number) => void;
  readonly setWalking: (change: Partial<Pick<Walking, "isOpen" | "rate" | "steps" | "resting">>) => void;
  /** Give all inputs that are differentiated by other values near their size. */
  readonly randomPoint: () => void;
  readonly undoInputs: () => void;
  readonly redoInputs: () => void;
  readonly chooseOutput: (key: string) => void;
  readonly toggleInputs: () => void;
  readonly setView: (view: Page["view"]) => void;
  readonly togglePin: () => void;
  readonly retry: () => void;
  readonly report: () => void;
  readonly openWalkthrough: () => void;
  /** Let the function run longer. */
  readonly allowMore: () => void;
  /** Give up what takes long. */
  readonly stop: () => void;
  /** Show what a finding means and what to write instead. */
  readonly openHelp: (code: string) => void;
  /** Explain a node's gradient; undefined closes the explanation. */
  readonly explain: (node: ViewNodeId | undefined) => void;
  /** Dim what is not between a node and the result, or show everything again. */
  readonly showOnly: (node: ViewNodeId | undefined) => void;
  /** Open a folded node, or fold the call or loop around a step. */
  readonly toggleFold: (node: ViewNodeId) => void;
  /** Fold what is around a node, folded or not. */
  readonly foldAround: (node: ViewNodeId) => void;
  /** Draw the picture the other way than it is drawn, or again as the settings say. */
  readonly turn: (drawn: Direction) => void;
  /** Open every part that is folded. */
  readonly unfoldAll: () => void;
  /** Fold again what was opened, or open what was folded; without a name all of it. */
  readonly undoFold: (name?: string) => void;
  /** Show only the inside of a folded call, loop or round. */
  readonly enter: (node: ViewNodeId) => void;
  /** Leave what was entered, down to so many regions. */
  readonly goOut: (depth: number) => void;
  readonly startStepping: () => void;
  /** Be at another step, or play; undefined ends it. */
  readonly step: (stepping: Stepping | undefined) => void;
  /** Look for a text; undefined closes the search. */
  readonly find: (text: string | undefined) => void;
  /** Show something that was found. */
  readonly show: (match: Match) => void;
  /** Have the rows in the page around one that is seen now, by its place in their order. */
  readonly scrollTable: (seen: number) => void;
  readonly sortTable: (order: RowOrder) => void;
  readonly copyTable: (format: TableFormat) => void;
  readonly toggleHelp: () => void;
  readonly openPlot: () => void;
  readonly togglePlot: () => void;
  /** Plot over a second input, too; undefined for none. */
  readonly plotAcross: (input: string | undefined) => void;
  /** Open a table of derivatives, or close it; undefined closes whichever is open. */
  readonly toggleMatrix: (kind: MatrixKind | undefined) => void;
  readonly toggleArray: (input: string) => void;
  readonly writeInputs: () => void;
  readonly copy: (text: string) => void;
  /** Give the focus back to the editor. */
  readonly leave: () => void;
}
