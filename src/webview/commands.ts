/** What menus, commands and keys start in the page. */
import type { FromWebview, PageCommand } from "../protocol.ts";
import { latexOf, mermaidDocument } from "../view/documents/documents.ts";
import type { NodeView, ViewModel, ViewNodeId } from "../view/model.ts";
import type { Actions } from "./actions/actions.ts";
import { drawnDirection } from "./picture/drawing.ts";
import { pictureAsPng, pictureAsSvg } from "./picture/pictureFile.ts";
import type { Page } from "./state/page.ts";

/** What a command works with. */
export interface CommandSurroundings {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
  readonly post: (message: FromWebview) => void;
}

/** A command that is run: what it is run with, and the node that it is about. */
interface Run extends CommandSurroundings {
  readonly view: NodeView | undefined;
}

/** Run a command for a node; a command that has nothing to work on does nothing. */
export async function runCommand(
  command: PageCommand,
  node: ViewNodeId | undefined,
  around: CommandSurroundings,
): Promise<void> {
  const { page, model } = around;
  const view = model.nodes.find(({ id }) => id === (node ?? page.selected));
  await COMMANDS[command]({ ...around, view });
}

const COMMANDS: Readonly<Record<PageCommand, (run: Run) => unknown>> = {
  goToSource: ({ view, actions }) => {
    if (view !== undefined) actions.open(view.source);
  },
  explain: ({ view, actions }) => {
    if (view !== undefined) actions.explain(view.id);
  },
  onlyThisPath: ({ view, actions }) => {
    if (view !== undefined) actions.showOnly(view.id);
  },
  toggleFold: ({ view, actions }) => {
    if (view !== undefined) actions.toggleFold(view.id);
  },
  foldAround: ({ view, actions }) => {
    if (view !== undefined) actions.foldAround(view.id);
  },
  turn: ({ actions }) => {
    actions.turn(drawnDirection());
  },
  enter: ({ view, actions }) => {
    if (view !== undefined) actions.enter(view.id);
  },
  goOut: ({ model, actions }) => {
    actions.goOut((model.inside?.length ?? 0) - 1);
  },
  plot: ({ view, actions }) => {
    if (view !== undefined) actions.select(view.id);
    actions.openPlot();
  },
  resetInputs: ({ actions }) => {
    actions.resetInputs();
  },
  descend: ({ page, actions }) => {
    if (!page.isInputsOpen) actions.toggleInputs();
    actions.setWalking({ isOpen: true });
    document.querySelector<HTMLElement>(".descend button")?.focus();
  },
  randomPoint: ({ actions }) => {
    actions.randomPoint();
  },
  undoInputs: ({ actions }) => {
    actions.undoInputs();
  },
  redoInputs: ({ actions }) => {
    actions.redoInputs();
  },
  hessian: ({ page, actions }) => {
    if (page.tools.matrix !== "hessian") actions.toggleMatrix("hessian");
  },
  jacobian: ({ page, actions }) => {
    if (page.tools.matrix !== "jacobian") actions.toggleMatrix("jacobian");
  },
  stepThrough: ({ actions }) => {
    actions.startStepping();
  },
  find: ({ actions }) => {
    actions.find("");
  },
  toggleView: ({ page, actions }) => {
    actions.setView(page.view === "graph" ? "table" : "graph");
  },
  keyboardHelp: ({ actions }) => {
    actions.toggleHelp();
  },
  copyValue: (run) => {
    copy(run, run.view?.value.full);
  },
  copyGradient: (run) => {
    copy(run, run.view?.gradient?.full);
  },
  copyMermaid: (run) => {
    copy(run, mermaidDocument(run.model));
  },
  copyTable: ({ actions }) => {
    actions.copyTable("markdown");
  },
  copyCsv: ({ actions }) => {
    actions.copyTable("csv");
  },
  copyLatex: (run) => {
    copy(run, run.view && latexOf(run.model, run.view.id));
  },
  copySvg: (run) => {
    copy(run, pictureAsSvg());
  },
  saveSvg: (run) => {
    save(run, "svg", pictureAsSvg());
  },
  savePng: async (run) => {
    save(run, "png", await pictureAsPng());
  },
};

function copy({ post }: Run, text: string | undefined): void {
  if (text !== undefined && text !== "") post({ kind: "copy", text });
}

/** Nothing is saved while the table hides the picture. */
function save({ model, post }: Run, kind: "svg" | "png", content: string): void {
  const encoding = kind === "svg" ? "text" : "base64";
  if (content !== "") post({ kind: "save", name: `${fileName(model)}.${kind}`, content, encoding });
}

function fileName({ title }: ViewModel): string {
  const name = title.replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return name === "" ? "graph" : name;
}
