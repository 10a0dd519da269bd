/** The page's entry: listens to the host, keeps the state, draws the panel. */
import { render } from "preact";
import type { FromWebview, Handlers, ToWebview } from "../protocol.ts";
import { passSteps } from "../view/details/passes.ts";
import type { SourceLink } from "../view/model.ts";
import type { Size } from "../view/picture/layout/fit.ts";
import type { Question } from "../view/question.ts";
import type { Actions } from "./actions/actions.ts";
import { hostActions } from "./actions/hostActions.ts";
import { inputActions } from "./actions/inputActions.ts";
import { tableActions } from "./actions/tableActions.ts";
import { toolActions } from "./actions/toolActions.ts";
import { Asking } from "./asking.ts";
import { runCommand } from "./commands.ts";
import type { VsCodeApi } from "./host.ts";
import { listenForIdleKeys } from "./idleKeys.ts";
import { afterGesture } from "./inputs/changes.ts";
import { Keeping } from "./keeping.ts";
import { checkMessage } from "./messages.ts";
import { Panel } from "./panel.tsx";
import type { KeptView } from "./picture/picture.tsx";
import { roomIn, stageIn } from "./room.ts";
import { sentenceOf, speaker } from "./speech.ts";
import { focusView, isViewFocused, stopOf } from "./state/focus.ts";
import { afterShow, modelOf, withSelection, withView, type Page } from "./state/page.ts";
import { keep, restore } from "./state/saved.ts";
import { nodesAt } from "./state/selection.ts";
import { withReply, type Tools } from "./state/tools.ts";

/** Milliseconds for which the page keeps its size before a new one is told: while one drags a border, nothing is folded. */
const RESIZED_AFTER = 150;

/** Holds the page's state for as long as the page lives; every change of it is drawn, kept and told to the host here. */
class App {
  private readonly api: VsCodeApi;
  private readonly root: HTMLElement;
  private readonly say: (sentence: string) => void;
  private readonly actions: Actions & Pick<ReturnType<typeof inputActions>, "take">;
  private page: Page;
  private camera: KeptView | undefined;
  private problem = "";
  private touched: SourceLink | undefined;
  private readonly asking = new Asking((message) => {
    this.post(message);
  });
  private readonly keeping = new Keeping(() => {
    const kept = keep(this.page, this.camera);
    if (kept !== undefined) this.api.setState(kept);
  });
  /** The room that the host was told of. */
  private room: Size | undefined;
  private resizing: ReturnType<typeof setTimeout> | undefined;

  constructor(api: VsCodeApi, root: HTMLElement, region: HTMLElement) {
    this.api = api;
    this.root = root;
    this.say = speaker(region);
    const restored = restore(api.getState());
    const isTableFirst =
      restored.page.shown === undefined && document.body.classList.contains("vscode-using-screen-reader");
    this.page = isTableFirst ? { ...restored.page, view: "table" } : restored.page;
    this.camera = restored.camera;
    this.actions = this.makeActions();
  }

  /** Draw what is known, listen, and tell the host so. */
  start(): void {
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      const message = checkMessage(event.data);
      if (message !== undefined) receive(this.handlers, message);
    });
    window.addEventListener("pagehide", this.keeping.now);
    listenForIdleKeys(this.root, {
      stop: () => (modelOf(this.page.shown) === undefined ? undefined : stopOf(this.page.view)),
      leave: this.actions.leave,
    });
    this.listenForGestures();
    window.addEventListener("resize", () => {
      clearTimeout(this.resizing);
      this.resizing = setTimeout(this.tellRoom, RESIZED_AFTER);
    });
    this.paint();
    this.tellRoom();
    this.post({ kind: "ready" });
  }

  /** The host folds what could not be read in the room that there is. */
  private readonly tellRoom = (): void => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    if (width === 0 || height === 0) return;
    const room = roomIn(stageIn({ width, height }), this.room);
    if (room === this.room) return;
    this.room = room;
    this.post({ kind: "room", room });
  };

  /** Notice when a person lets go of an input: what is done to it then is another step. */
  private listenForGestures(): void {
    const end = (): void => {
      this.update(afterGesture(this.page));
    };
    for (const kind of ["pointerup", "pointercancel", "focusout"]) window.addEventListener(kind, end);
    window.addEventListener("keyup", ({ key }) => {
      if (key.startsWith("Arrow")) end();
    });
  }

  private readonly handlers: Handlers<ToWebview> = {
    show: (message) => {
      this.problem = "";
      this.update(afterShow(this.page, message));
      this.say(sentenceOf(this.page));
    },
    busy: ({ busy }) => {
      this.update({ ...this.page, isBusy: busy });
    },
    point: ({ file, offset }) => {
      const marked = nodesAt(modelOf(this.page.shown), file, offset);
      // A cursor that stays in a statement marks the same nodes at every key.
      if (marked.join() !== this.page.marked.join()) this.update({ ...this.page, marked });
    },
    reply: ({ id, reply }) => {
      const asked = this.asking.answered(id);
      if (asked === undefined) return;
      const { question, changed, revision } = asked;
      if (question.kind === "descend" || question.kind === "random") this.actions.take(reply, changed);
      else if (reply.kind === "document") this.post({ kind: "copy", text: reply.text });
      else this.setTools(withReply(this.page.tools, question, reply, revision));
    },
    run: ({ command, node }) => {
      const { page, actions } = this;
      const model = modelOf(page.shown);
      const post = (message: FromWebview): void => {
        this.post(message);
      };
      if (model === undefined) post({ kind: "refuse", reason: "no-graph" });
      else void runCommand(command, node, { page, model, actions, post }).catch(this.onProblem);
    },
  };

  private update(next: Page): void {
    if (next === this.page) return;
    const isChoice = isAnotherChoice(this.page, next);
    this.page = next;
    const source = touchedSource(next);
    if (!isSamePlace(source, this.touched)) this.post({ kind: "touch", source });
    this.touched = source;
    if (isChoice) this.keeping.now();
    else this.keeping.soon();
    this.paint();
    this.asking.askOpen(this.page);
  }

  private setTools(change: Partial<Tools>): void {
    this.update({ ...this.page, tools: { ...this.page.tools, ...change } });
  }

  private paint(): void {
    const { page, actions, problem, camera } = this;
    if (page.shown !== undefined) document.querySelector("#first")?.remove();
    render(
      <Panel {...{ page, actions, problem, camera }} onView={this.onView} onProblem={this.onProblem} />,
      this.root,
    );
  }

  private readonly onView = (camera: KeptView): void => {
    this.camera = camera;
    this.keeping.soon();
  };

  private readonly onProblem = (error: unknown): void => {
    console.error(error);
    this.problem = "The picture could not be drawn; the numbers are in the table.";
    this.paint();
  };

  private post(message: FromWebview): void {
    this.api.postMessage(message);
  }

  private setView(view: Page["view"]): void {
    const wasFocused = isViewFocused();
    this.update(withView(this.page, view));
    if (wasFocused) focusView(view);
  }

  /** What actions of any kind work with. */
  private surroundings() {
    return {
      page: () => this.page,
      update: (page: Page) => {
        this.update(page);
      },
      post: (message: FromWebview) => {
        this.post(message);
      },
    };
  }

  private makeActions(): App["actions"] {
    const around = this.surroundings();
    const ask = (question: Question): void => {
      this.asking.ask(question, this.page);
    };
    return {
      select: (node) => {
        if (node !== this.page.selected || !this.page.isChosen) this.update(withSelection(this.page, node));
        const model = modelOf(this.page.shown);
        // An input that does not come into the region is shown where it is.
        if (node !== undefined && model?.inside != null && !model.nodes.some(({ id }) => id === node))
          this.actions.goOut(0);
      },
      point: (pointed) => {
        if (JSON.stringify(pointed) !== JSON.stringify(this.page.pointed)) this.update({ ...this.page, pointed });
      },
      choosePath: (path) => {
        this.update({ ...this.page, path });
      },
      toggleInputs: () => {
        this.update({ ...this.page, isInputsOpen: !this.page.isInputsOpen });
      },
      setView: (view) => {
        this.setView(view);
      },
      ...hostActions(around),
      ...inputActions({ ...around, ask }),
      ...tableActions({ ...around, ask }),
      ...toolActions({
        ...around,
        askAgain: (kind) => {
          this.asking.forget(kind);
        },
      }),
    };
  }
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
    case "reply":
      handlers.reply(message);
      return;
    case "run":
      handlers.run(message);
      return;
  }
}

/** What the editor should highlight: the node under the pointer or focus, else the one that a person selected. */
function touchedSource(page: Page): SourceLink | undefined {
  const model = modelOf(page.shown);
  const { stepping } = page.tools;
  const step = stepping && model && passSteps(model)[stepping.at];
  const chosen = step === undefined ? (page.isChosen ? page.selected : undefined) : step.nodes[0];
  const id = page.pointed?.kind === "node" ? page.pointed.node : chosen;
  return model?.nodes.find((node) => node.id === id)?.source;
}

/** Whether a person chose something, which is kept at once: a click on another tab may follow, and a page that is hidden is gone. */
function isAnotherChoice(before: Page, after: Page): boolean {
  return before.selected !== after.selected || before.view !== after.view || before.isInputsOpen !== after.isInputsOpen;
}

function isSamePlace(one: SourceLink | undefined, other: SourceLink | undefined): boolean {
  return one?.file === other?.file && one?.start === other?.start && one?.end === other?.end;
}

function addElement(id: string): HTMLElement {
  const element = document.createElement("div");
  element.id = id;
  document.body.append(element);
  return element;
}

document.body.dataset["vscodeContext"] = JSON.stringify({ webviewSection: "gradlens" });
const root = addElement("panel");
const region = addElement("speech");
region.setAttribute("aria-live", "polite");
new App(acquireVsCodeApi(), root, region).start();
