/** The whole panel: which part stands where in every state. */
import type { ViewModel } from "../view/model.ts";
import type { Actions } from "./actions.ts";
import { Bar } from "./bar.tsx";
import { Details } from "./details.tsx";
import { Footer } from "./footer.tsx";
import { Head } from "./head.tsx";
import { Empty, Failed, Rejected } from "./notices.tsx";
import { modelOf, type Page } from "./page.ts";
import { Picture, type KeptView } from "./picture/picture.tsx";
import { StepTable } from "./table.tsx";

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
  return (
    <>
      {page.isBusy && <div class="busy" role="progressbar" aria-label="Computing" />}
      {model !== undefined && <Whole {...props} model={model} />}
      {shown?.kind === "empty" && <Empty shown={shown} actions={actions} />}
      {shown?.kind === "failed" && <Failed shown={shown} actions={actions} />}
      {shown?.kind === "rejected" && model === undefined && <Rejected shown={shown} page={page} actions={actions} />}
    </>
  );
}

/** Everything around a picture, which stays in its place in every state that has one. */
function Whole(props: PanelProps & { readonly model: ViewModel }) {
  const { page, model, actions } = props;
  const isOutdated = page.shown?.kind === "graph" && page.shown.outdated != null;
  const isStale = isOutdated || !page.isFresh;
  return (
    <div class={isStale ? "panel stale" : "panel"}>
      <Head page={page} model={model} actions={actions} />
      <div
        class="picture"
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
        {page.shown !== undefined && <Bar shown={page.shown} problem={props.problem} actions={actions} />}
      </div>
      <Details page={page} model={model} actions={actions} />
      <Footer page={page} model={model} actions={actions} />
    </div>
  );
}
