/** The whole panel: which part stands where in every state. */
import { useMemo } from "preact/hooks";
import { passSteps } from "../view/details/passes.ts";
import type { ViewModel } from "../view/model.ts";
import type { Actions } from "./actions/actions.ts";
import { Details } from "./details/details.tsx";
import { Bar, saysWhatIsFolded } from "./frame/bar.tsx";
import { Busy } from "./frame/busy.tsx";
import { Crumbs } from "./frame/crumbs.tsx";
import { Find } from "./frame/find.tsx";
import { Footer } from "./frame/footer.tsx";
import { Head } from "./frame/head.tsx";
import { KeyboardHelp } from "./frame/help.tsx";
import { Empty, Failed, Rejected } from "./frame/notices.tsx";
import { panelMenu } from "./menu.ts";
import { Picture, type KeptView } from "./picture/picture.tsx";
import { modelOf, type Page } from "./state/page.ts";
import { Transport } from "./stepping.tsx";
import { StepTable } from "./table/table.tsx";

/** What the panel needs to be drawn. */
export interface PanelProps {
  readonly page: Page;
  readonly actions: Actions;
  /** What went wrong while drawing; empty if nothing did. */
  readonly problem: string;
  readonly camera: KeptView | undefined;
  readonly onView: (kept: KeptView) => void;
  readonly onProblem: (error: unknown) => void;
}

/** The panel. */
export function Panel(props: PanelProps) {
  const { page, actions } = props;
  const { shown } = page;
  const model = modelOf(shown);
  // A picture that gives way to a message stays out of sight: its function may come back, as it was looked at.
  const kept = model ?? page.left;
  return (
    <>
      {page.isBusy && <Busy actions={actions} />}
      {kept !== undefined && <Whole {...props} model={kept} isHidden={model === undefined} />}
      {shown?.kind === "empty" && <Empty shown={shown} isFirst={page.isFirst} actions={actions} />}
      {shown?.kind === "failed" && <Failed shown={shown} actions={actions} />}
      {shown?.kind === "rejected" && model === undefined && <Rejected shown={shown} page={page} actions={actions} />}
    </>
  );
}

type WholeProps = PanelProps & { readonly model: ViewModel; readonly isHidden: boolean };

/** Everything around a picture, which stays in its place in every state that has one. */
function Whole(props: WholeProps) {
  const { page, model, actions } = props;
  const isOutdated = page.shown?.kind === "graph" && page.shown.outdated != null;
  const isStale = isOutdated || !page.isFresh;
  const { tools } = page;
  const { stepping } = tools;
  const isStepping = stepping !== undefined;
  const steps = useMemo(() => (isStepping ? passSteps(model) : []), [model, isStepping]);
  const classes = [
    "panel",
    ...(isStale ? ["stale"] : []),
    ...(stepping === undefined ? [] : ["stepping"]),
    ...(tools.isPlotOpen && tools.plotAcross !== undefined ? ["mapped"] : []),
  ];
  return (
    <div
      class={classes.join(" ")}
      data-vscode-context={panelMenu(page, model)}
      hidden={props.isHidden}
      onKeyDown={(event) => {
        onPanelKey(event, props, steps.length);
      }}
    >
      <Head page={page} model={model} actions={actions} />
      <div
        class={pictureClass(page, model)}
        id="view"
        role="tabpanel"
        aria-labelledby={`tab-${page.view}`}
        onKeyDown={(event) => {
          if (page.view === "table" && (event.key === "t" || event.key === "T") && !event.ctrlKey && !event.metaKey)
            actions.setView("graph");
        }}
      >
        <div class="graphbox" hidden={page.view !== "graph"}>
          <Picture {...props} kept={props.camera} />
        </div>
        {page.view === "table" && <StepTable page={page} model={model} actions={actions} />}
        <Find tools={tools} model={model} actions={actions} />
        {tools.isHelpOpen && <KeyboardHelp actions={actions} />}
        <Crumbs model={model} actions={actions} />
        {page.shown !== undefined && <Bar shown={page.shown} page={page} problem={props.problem} actions={actions} />}
      </div>
      {stepping !== undefined && <Transport steps={steps} stepping={stepping} actions={actions} />}
      <Details page={page} model={model} actions={actions} />
      <Footer page={page} model={model} actions={actions} />
    </div>
  );
}

/** Keys that mean the same everywhere in the panel: the search, the way back in the inputs, and while stepping the steps. */
function onPanelKey(event: KeyboardEvent, props: WholeProps, count: number): void {
  const { page, actions } = props;
  const { stepping } = page.tools;
  const isBack = historyKey(event);
  if (isBack !== undefined) {
    if (isBack) actions.undoInputs();
    else actions.redoInputs();
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f") {
    actions.find(page.tools.find ?? "");
  } else if (isWayOut(event) && props.model.inside != null) {
    actions.goOut(props.model.inside.length - 1);
  } else if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  } else if (stepping !== undefined && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    const by = event.key === "ArrowLeft" ? -1 : 1;
    const at = Math.max(0, Math.min(count - 1, stepping.at + by));
    actions.step({ ...stepping, at, isPlaying: false });
  } else if (stepping !== undefined && event.key === "Escape") {
    actions.step(undefined);
  } else if (event.key === "Escape") {
    escape(props);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** Whether a key takes the last change of an input back (true) or brings it again; undefined for other keys and elsewhere. */
function historyKey({ target, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean | undefined {
  if (!(ctrlKey || metaKey) || altKey || !(target instanceof Element) || target.closest(".inputs, .plot") === null)
    return undefined;
  const letter = key.toLowerCase();
  if (letter === "y" && !shiftKey) return false;
  return letter === "z" ? !shiftKey : undefined;
}

/** What stays above the picture takes its place from it; messages that come and go lie over it, so that nothing moves. */
function pictureClass({ shown }: Page, model: ViewModel): string {
  if (model.inside != null) return "picture entered";
  return shown?.kind === "graph" && saysWhatIsFolded(model) ? "picture under-bar" : "picture";
}

/** One thing at a time: what is open, then the selection's own path, then what was entered, then back to the editor. */
function escape({ page, model, actions }: WholeProps): void {
  const { tools } = page;
  if (tools.isHelpOpen) actions.toggleHelp();
  else if (tools.find !== undefined) actions.find(undefined);
  else if (tools.explaining !== undefined) actions.explain(undefined);
  else if (tools.matrix !== undefined) actions.toggleMatrix(undefined);
  else if (tools.isOnlyPath) actions.showOnly(undefined);
  else if (model.inside != null) actions.goOut(model.inside.length - 1);
  else actions.leave();
}

/** The keys that go back in a browser. */
function isWayOut({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || isTyping(target)) return false;
  return altKey ? key === "ArrowLeft" : key === "Backspace";
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
