/** The page's entry: listens to the host, keeps the state, draws the panel. */
import { render } from "preact";
import type { FromWebview, Handlers, ToWebview } from "../protocol.ts";
import type { InputView, SourceLink } from "../view/model.ts";
import type { Actions } from "./actions.ts";
import type { VsCodeApi } from "./host.ts";
import { checkMessage } from "./messages.ts";
import { afterInput, afterShow, modelOf, withSelection, type Page } from "./page.ts";
import { Panel } from "./panel.tsx";
import type { KeptView } from "./picture/picture.tsx";
import { keep, restore } from "./saved.ts";
import { sentenceOf, speaker } from "./speech.ts";

const SAVE_AFTER = 250;

/** Start the page in an element of the document. */
function start(api: VsCodeApi, root: HTMLElement, region: HTMLElement): void {
  let { page, camera } = restore(api.getState());
  let problem = "";
  let touched: SourceLink | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  const say = speaker(region);

  const save = (): void => {
    clearTimeout(saving);
    saving = undefined;
    const kept = keep(page, camera);
    if (kept !== undefined) api.setState(kept);
  };
  const saveSoon = (): void => {
    saving ??= setTimeout(save, SAVE_AFTER);
  };
  const post = (message: FromWebview): void => {
    api.postMessage(message);
  };
  const update = (next: Page): void => {
    if (next === page) return;
    page = next;
    const source = touchedSource(page);
    if (!isSamePlace(source, touched)) post({ kind: "touch", source });
    touched = source;
    saveSoon();
    paint();
  };
  const onView = (kept: KeptView): void => {
    camera = kept;
    saveSoon();
  };
  const onProblem = (error: unknown): void => {
    console.error(error);
    problem = "The picture could not be drawn; the numbers are in the table.";
    paint();
  };
  const actions = actionsOf(() => page, update, post);
  const paint = (): void => {
    render(<Panel {...{ page, actions, problem, camera, onView, onProblem }} />, root);
  };
  const handlers: Handlers<ToWebview> = {
    show: (message) => {
      problem = "";
      update(afterShow(page, message));
      say(sentenceOf(page));
    },
    busy: ({ busy }) => {
      update({ ...page, isBusy: busy });
    },
    point: ({ nodes }) => {
      update({ ...page, marked: nodes });
    },
  };

  if (page.shown === undefined && document.body.classList.contains("vscode-using-screen-reader"))
    page = { ...page, view: "table" };
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const message = checkMessage(event.data);
    if (message !== undefined) receive(handlers, message);
  });
  window.addEventListener("pagehide", save);
  document.body.dataset["vscodeContext"] = JSON.stringify({ webviewSection: "gradlens" });
  paint();
  post({ kind: "ready" });
}

function receive(handlers: Handlers<ToWebview>, message: ToWebview): void {
  switch (message.kind) {
    case "show":
      handlers.show(message);
      return;
    case "busy":
      handlers.busy(message);
      return;
    case "point":
      handlers.point(message);
      return;
  }
}

function actionsOf(page: () => Page, update: (next: Page) => void, post: (message: FromWebview) => void): Actions {
  return {
    select: (node) => {
      if (node !== page().selected || !page().isChosen) update(withSelection(page(), node));
    },
    point: (pointed) => {
      if (JSON.stringify(pointed) !== JSON.stringify(page().pointed)) update({ ...page(), pointed });
    },
    choosePath: (path) => {
      update({ ...page(), path });
    },
    open: (source) => {
      post({ kind: "open", source });
    },
    setInput: (input, text) => {
      update(afterInput(page(), input, text));
      post({ kind: "setInput", name: input.name, value: text === undefined ? undefined : literal(input, text) });
    },
    chooseOutput: (key) => {
      post({ kind: "chooseOutput", key });
    },
    toggleInputs: () => {
      update({ ...page(), isInputsOpen: !page().isInputsOpen });
    },
    setView: (view) => {
      update({ ...page(), view });
    },
    togglePin: () => {
      post({ kind: "pin", pinned: !page().isPinned });
    },
    retry: () => {
      post({ kind: "retry" });
    },
  };
}

/** What the editor should highlight: the node under the pointer or focus, else the one that a person selected. */
function touchedSource(page: Page): SourceLink | undefined {
  const id = page.pointed?.kind === "node" ? page.pointed.node : page.isChosen ? page.selected : undefined;
  return modelOf(page.shown)?.nodes.find((node) => node.id === id)?.source;
}

function isSamePlace(one: SourceLink | undefined, other: SourceLink | undefined): boolean {
  return one?.file === other?.file && one?.start === other?.start && one?.end === other?.end;
}

function literal(input: InputView, text: string): string {
  return input.kind === "string" ? JSON.stringify(text) : text;
}

const [root, region] = ["panel", "speech"].map((id) => {
  const element = document.createElement("div");
  element.id = id;
  document.body.append(element);
  return element;
});
region!.setAttribute("aria-live", "polite");
start(acquireVsCodeApi(), root!, region!);
