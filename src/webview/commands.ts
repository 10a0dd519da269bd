/** What menus, commands and keys start in the page. */
import type { FromWebview, PageCommand } from "../protocol.ts";
import { latexOf, mermaidDocument, tableCsv, tableMarkdown } from "../view/documents.ts";
import type { ViewModel, ViewNodeId } from "../view/model.ts";
import type { Actions } from "./actions.ts";
import type { Page } from "./page.ts";
import { pictureAsPng, pictureAsSvg } from "./picture/pictureFile.ts";

/** What a command works with. */
export interface CommandSurroundings {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
  readonly post: (message: FromWebview) => void;
}

/** Run a command for a node; a command that has nothing to work on does nothing. */
export async function runCommand(
  command: PageCommand,
  node: ViewNodeId | undefined,
  around: CommandSurroundings,
): Promise<void> {
  const { page, model, actions, post } = around;
  const view = model.nodes.find(({ id }) => id === (node ?? page.selected));
  const copy = (text: string): void => {
    if (text !== "") post({ kind: "copy", text });
  };
  switch (command) {
    case "goToSource":
      if (view !== undefined) actions.open(view.source);
      return;
    case "copyValue":
      copy(view?.value.full ?? "");
      return;
    case "copyGradient":
      copy(view?.gradient?.full ?? "");
      return;
    case "explain":
      if (view !== undefined) actions.explain(view.id);
      return;
    case "onlyThisPath":
      if (view !== undefined) actions.showOnly(view.id);
      return;
    case "toggleFold":
      if (view !== undefined) actions.toggleFold(view.id);
      return;
    case "stepThrough":
      actions.startStepping();
      return;
    case "find":
      actions.find("");
      return;
    case "toggleView":
      actions.setView(page.view === "graph" ? "table" : "graph");
      return;
    case "plot":
      if (view !== undefined) actions.select(view.id);
      actions.togglePlot(true);
      return;
    case "keyboardHelp":
      actions.toggleHelp();
      return;
    case "copyMermaid":
      copy(mermaidDocument(model));
      return;
    case "copyTable":
      copy(tableMarkdown(model));
      return;
    case "copyCsv":
      copy(tableCsv(model));
      return;
    case "copyLatex":
      copy(view === undefined ? "" : latexOf(model, view.id));
      return;
    case "copySvg":
      copy(pictureAsSvg());
      return;
    case "saveSvg":
      post({ kind: "save", name: `${fileName(model)}.svg`, content: pictureAsSvg(), encoding: "text" });
      return;
    case "savePng":
      post({ kind: "save", name: `${fileName(model)}.png`, content: await pictureAsPng(), encoding: "base64" });
      return;
    default:
      command satisfies never;
  }
}

function fileName({ title }: ViewModel): string {
  const name = title.replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return name === "" ? "graph" : name;
}
