/** What a person can do with what is open beside the picture. */
import type { FromWebview } from "../../protocol.ts";
import { passSteps } from "../../view/details/passes.ts";
import type { ViewNodeId } from "../../view/model.ts";
import type { Question } from "../../view/question.ts";
import { focusView } from "../state/focus.ts";
import { foldingAfter, foldingInside, foldingOpened, foldingWithout, onlyStatement } from "../state/folds.ts";
import { modelOf, withSelection, type Page } from "../state/page.ts";
import { rowsAround, type TablePlace } from "../state/tableRows.ts";
import { isMatrixFor, type Tools } from "../state/tools.ts";
import type { Actions } from "./actions.ts";

/** What these actions work with. */
export interface ToolSurroundings {
  /** Return the page as it is now. */
  readonly page: () => Page;
  readonly update: (page: Page) => void;
  readonly post: (message: FromWebview) => void;
  /** Have a question asked once more. */
  readonly askAgain: (kind: Question["kind"]) => void;
}

type NodeActions = Pick<Actions, "explain" | "showOnly" | "togglePaths">;
type FoldActions = Pick<Actions, "toggleFold" | "foldAround" | "unfoldAll" | "undoFold" | "enter" | "goOut">;
type OpeningActions = Pick<Actions, "openPlot" | "togglePlot" | "plotAcross" | "toggleMatrix" | "toggleArray">;
type PanelActions = Pick<Actions, "startStepping" | "step" | "find" | "show" | "toggleHelp" | "turn">;

/** Return the actions. */
export function toolActions(around: ToolSurroundings): NodeActions & FoldActions & PanelActions & OpeningActions {
  return { ...nodeActions(around), ...foldActions(around), ...panelActions(around), ...openingActions(around) };
}

function nodeActions({ page, update, askAgain }: ToolSurroundings): NodeActions {
  return {
    explain: (node) => {
      const isNode = modelOf(page().shown)?.nodes.some(({ id }) => id === node) === true;
      const next = isNode && node !== page().selected ? withSelection(page(), node) : page();
      const { replies } = next.tools;
      const explanation = replies.explanation?.node === node ? replies.explanation : undefined;
      askAgain("explain");
      update({
        ...next,
        tools: { ...next.tools, explaining: node, stepping: undefined, replies: { ...replies, explanation } },
      });
    },
    showOnly: (node) => {
      const next = node === undefined || node === page().selected ? page() : withSelection(page(), node);
      const isSame = next === page() && next.tools.isOnlyPath;
      update({ ...next, tools: { ...next.tools, isOnlyPath: node !== undefined && !isSame } });
    },
    togglePaths: (node) => {
      const { openPaths, replies } = page().tools;
      const tools = { ...page().tools, openPaths: openPaths === node ? undefined : node };
      askAgain("paths");
      update({ ...page(), path: undefined, tools: { ...tools, replies: { ...replies, paths: undefined } } });
    },
  };
}

function foldActions({ page, post }: ToolSurroundings): FoldActions {
  const fold = (node: ViewNodeId, isAround: boolean): void => {
    const model = modelOf(page().shown);
    const folding = model && foldingAfter(model, node, { isAround });
    if (folding !== undefined) post({ kind: "fold", folding });
    else post({ kind: "refuse", reason: isAround ? "no-around" : "no-fold" });
  };
  return {
    toggleFold: (node) => {
      fold(node, false);
    },
    foldAround: (node) => {
      fold(node, true);
    },
    unfoldAll: () => {
      const model = modelOf(page().shown);
      if (model !== undefined) post({ kind: "fold", folding: foldingOpened(model) });
    },
    undoFold: (name) => {
      const folding = modelOf(page().shown)?.folding;
      post({ kind: "fold", folding: folding == null ? undefined : foldingWithout(folding, name) });
    },
    enter: (node) => {
      const model = modelOf(page().shown);
      const name = model?.nodes.find(({ id }) => id === node)?.enters;
      if (model === undefined || name == null) {
        post({ kind: "refuse", reason: "no-inside" });
        return;
      }
      const inside = [...(model.inside ?? []).map((crumb) => crumb.name), name];
      post({ kind: "fold", folding: foldingInside(model, inside) });
    },
    goOut: (depth) => {
      const model = modelOf(page().shown);
      const names = (model?.inside ?? []).map(({ name }) => name);
      if (model !== undefined && depth >= 0 && depth < names.length)
        post({ kind: "fold", folding: foldingInside(model, names.slice(0, depth)) });
    },
  };
}

function panelActions({ page, update, post }: ToolSurroundings): PanelActions {
  const setTools = (change: Partial<Tools>): void => {
    update({ ...page(), tools: { ...page().tools, ...change } });
  };
  return {
    startStepping: () => {
      const model = modelOf(page().shown);
      if (model === undefined || passSteps(model).length === 0) return;
      const statement = onlyStatement(model);
      const stepping = { at: 0, isPlaying: false, speed: 1, unfolded: statement?.unfolds ?? undefined };
      update({ ...page(), view: "graph", tools: { ...page().tools, explaining: undefined, stepping } });
      const folding = statement && foldingAfter(model, statement.id, { isAround: false });
      if (folding !== undefined) post({ kind: "fold", folding });
    },
    step: (stepping) => {
      const folding = modelOf(page().shown)?.folding;
      const unfolded = page().tools.stepping?.unfolded;
      setTools({ stepping });
      if (stepping === undefined && unfolded !== undefined && folding != null)
        post({ kind: "fold", folding: foldingWithout(folding, unfolded) });
    },
    find: (find) => {
      setTools({ find });
      if (find === undefined) focusView(page().view);
    },
    show: ({ node, row }) => {
      const next = node === undefined ? page() : withSelection(page(), node);
      const { tools } = next;
      const count = modelOf(next.shown)?.rowCounts.all ?? 0;
      const table: TablePlace = row === undefined ? tools.table : { order: "steps", from: rowsAround(row, count) };
      update({
        ...next,
        tools: { ...tools, table },
        view: row === undefined ? "graph" : "table",
        foundRow: row,
        marked: node === undefined ? next.marked : [node],
      });
    },
    turn: (drawn) => {
      const turned = page().turned === undefined ? (drawn === "LR" ? "TB" : "LR") : undefined;
      update({ ...page(), turned });
    },
    toggleHelp: () => {
      setTools({ isHelpOpen: !page().tools.isHelpOpen });
    },
  };
}

/** What stands in the place of the details gives way to the plot, which stands beside them. */
const besidePlot = { explaining: undefined, matrix: undefined, wantedInputs: [] };

/** What opens and closes pictures and tables. */
function openingActions({ page, update }: ToolSurroundings): OpeningActions {
  const setTools = (change: Partial<Tools>): void => {
    update({ ...page(), tools: { ...page().tools, ...change } });
  };
  return {
    openPlot: () => {
      setTools({ isPlotOpen: true, ...besidePlot });
    },
    togglePlot: () => {
      const { isPlotOpen, explaining, matrix } = page().tools;
      const isInSight = isPlotOpen && explaining === undefined && matrix === undefined;
      setTools({ isPlotOpen: !isInSight, ...besidePlot });
    },
    plotAcross: (input) => {
      setTools({ plotAcross: input });
    },
    toggleMatrix: (kind) => {
      const model = modelOf(page().shown);
      const isClosing = kind === undefined || kind === page().tools.matrix;
      if (isClosing) setTools({ matrix: undefined, wantedInputs: [] });
      else if (model !== undefined && isMatrixFor(kind, model)) setTools({ matrix: kind, explaining: undefined });
    },
    toggleArray: (input) => {
      const { openArrays } = page().tools;
      const isOpen = openArrays.includes(input);
      setTools({ openArrays: isOpen ? openArrays.filter((each) => each !== input) : [...openArrays, input] });
    },
  };
}
