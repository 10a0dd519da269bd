/** What menus, commands and keys start in the page. */
import type { FromWebview, PageCommand, Refusal } from "../protocol.ts";
import { passSteps } from "../view/details/passes.ts";
import { latexOf, mermaidDocument } from "../view/documents/documents.ts";
import type { NodeView, NumberText, ViewModel, ViewNodeId } from "../view/model.ts";
import type { MatrixKind } from "../view/question.ts";
import type { Actions } from "./actions/actions.ts";
import { movableInputs } from "./descend/walking.ts";
import { drawnDirection } from "./picture/drawing/drawing.ts";
import { pictureAsPng, pictureAsSvg } from "./picture/file/pictureFile.ts";
import type { Page } from "./state/page.ts";
import { isMatrixFor, plottedInput, stepNode } from "./state/tools.ts";

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
  /** Whether it was run on that node, rather than with it selected. */
  readonly isAbout: boolean;
}

/** Run a command for a node, or for the one that the details are about; one that has nothing to work on is answered by the reason. */
export async function runCommand(
  command: PageCommand,
  node: ViewNodeId | undefined,
  around: CommandSurroundings,
): Promise<void> {
  const { page, model, post } = around;
  const view = model.nodes.find(({ id }) => id === (node ?? stepNode(page.tools, model) ?? page.selected));
  const reason = (await COMMANDS[command]({ ...around, view, isAbout: node !== undefined })) ?? undefined;
  if (reason !== undefined) post({ kind: "refuse", reason });
}

/** Do something, or return why it cannot be done. */
type Command = (run: Run) => Refusal | undefined | Promise<Refusal | undefined>;

const COMMANDS: Readonly<Record<PageCommand, Command>> = {
  goToSource: withNode(({ view, actions }) => {
    actions.open(view.source);
    return undefined;
  }),
  explain: ({ view, isAbout, page, model, actions }) => {
    const { explaining } = page.tools;
    // An input that is in no picture cannot be selected: while it is explained, it is what one is at.
    const isUnused = !isAbout && explaining !== undefined && model.nodes.every(({ id }) => id !== explaining);
    const node = isUnused ? explaining : view?.id;
    if (node === undefined) return "no-node";
    actions.explain(node);
    return undefined;
  },
  onlyThisPath: withNode(({ view, actions }) => {
    actions.showOnly(view.id);
    return undefined;
  }),
  toggleFold: withNode(({ view, actions }) => {
    actions.toggleFold(view.id);
    return undefined;
  }),
  foldAround: withNode(({ view, actions }) => {
    actions.foldAround(view.id);
    return undefined;
  }),
  turn: always(({ actions }) => {
    actions.turn(drawnDirection());
  }),
  enter: withNode(({ view, actions }) => {
    actions.enter(view.id);
    return undefined;
  }),
  goOut: ({ model, actions }) => {
    const depth = model.inside?.length ?? 0;
    if (depth === 0) return "not-inside";
    actions.goOut(depth - 1);
    return undefined;
  },
  plot: ({ view, model, actions }) => {
    if (plottedInput(model, view?.id) === undefined) return "no-plot";
    actions.select(view?.id);
    actions.openPlot();
    return undefined;
  },
  resetInputs: ({ page, actions }) => {
    if (Object.keys(page.changed).length === 0) return "no-change";
    actions.resetInputs();
    return undefined;
  },
  descend: ({ page, model, actions }) => {
    if (movableInputs(model).length === 0) return "no-inputs";
    if (!page.isInputsOpen) actions.toggleInputs();
    actions.setWalking({ isOpen: true });
    document.querySelector<HTMLElement>(".descend button")?.focus();
    return undefined;
  },
  randomPoint: ({ model, actions }) => {
    if (movableInputs(model).length === 0) return "no-inputs";
    actions.randomPoint();
    return undefined;
  },
  undoInputs: ({ page, actions }) => {
    if (page.history.past.length === 0) return "no-change";
    actions.undoInputs();
    return undefined;
  },
  redoInputs: ({ page, actions }) => {
    if (page.history.future.length === 0) return "no-change";
    actions.redoInputs();
    return undefined;
  },
  hessian: (run) => openMatrix(run, "hessian"),
  jacobian: (run) => openMatrix(run, "jacobian"),
  stepThrough: ({ model, actions }) => {
    if (passSteps(model).length === 0) return "no-steps";
    actions.startStepping();
    return undefined;
  },
  find: always(({ actions }) => {
    actions.find("");
  }),
  toggleView: always(({ page, actions }) => {
    actions.setView(page.view === "graph" ? "table" : "graph");
  }),
  keyboardHelp: always(({ actions }) => {
    actions.toggleHelp();
  }),
  copyValue: withNode((run) => copyNumber(run, run.view.value)),
  copyGradient: withNode((run) => (run.view.gradient == null ? "no-gradient" : copyNumber(run, run.view.gradient))),
  copyMermaid: (run) => copy(run, mermaidDocument(run.model), "no-graph"),
  copyTable: always(({ actions }) => {
    actions.copyTable("markdown");
  }),
  copyCsv: always(({ actions }) => {
    actions.copyTable("csv");
  }),
  copyLatex: withNode((run) => copy(run, latexOf(run.model, run.view.id), "no-gradient")),
  copySvg: (run) => copy(run, pictureAsSvg(), "no-picture"),
  saveSvg: (run) => save(run, "svg", pictureAsSvg()),
  savePng: async (run) => save(run, "png", await pictureAsPng()),
};

/** A command that can be carried out whatever is on show. */
function always(act: (run: Run) => void): Command {
  return (run) => {
    act(run);
    return undefined;
  };
}

/** A command that works with a node. */
function withNode(act: (run: Run & { readonly view: NodeView }) => Refusal | undefined): Command {
  return ({ view, ...run }) => (view === undefined ? "no-node" : act({ ...run, view }));
}

function openMatrix({ page, model, actions }: Run, kind: MatrixKind): Refusal | undefined {
  if (!isMatrixFor(kind, model)) return isMatrixFor("hessian", model) ? `no-${kind}` : "no-inputs";
  if (page.tools.matrix !== kind) actions.toggleMatrix(kind);
  return undefined;
}

/** Several values are no number that could be copied. */
function copyNumber(run: Run & { readonly view: NodeView }, text: NumberText): Refusal | undefined {
  return run.view.kind === "inputs" || (Number.isNaN(Number(text.full)) && text.full !== "NaN")
    ? "several-values"
    : copy(run, text.full, "no-node");
}

function copy({ post }: Run, text: string, otherwise: Refusal): Refusal | undefined {
  if (text === "") return otherwise;
  post({ kind: "copy", text });
  return undefined;
}

/** Nothing is saved while the table hides the picture. */
function save({ model, post }: Run, kind: "svg" | "png", content: string): Refusal | undefined {
  if (content === "") return "no-picture";
  const encoding = kind === "svg" ? "text" : "base64";
  post({ kind: "save", name: `${fileName(model)}.${kind}`, content, encoding });
  return undefined;
}

function fileName({ title }: ViewModel): string {
  const name = title.replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return name === "" ? "graph" : name;
}
