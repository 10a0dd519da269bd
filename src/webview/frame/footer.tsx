/** The last line: graph or table, the size, and whether the gradients have been checked. */
import type { ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import type { Page } from "../state/page.ts";
import { Icon } from "./icon.tsx";

const VIEWS = [
  { view: "graph", title: "Graph" },
  { view: "table", title: "Table" },
] as const;

/** The lowest part of the panel. */
export function Footer({
  page,
  model,
  actions,
}: {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}) {
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    actions.setView(page.view === "graph" ? "table" : "graph");
    const other = [...(event.currentTarget as HTMLElement).children].find((child) => child !== document.activeElement);
    if (other instanceof HTMLElement) other.focus();
  };
  return (
    <footer class="foot">
      <div class="views" role="tablist" aria-label="View" onKeyDown={turn}>
        {VIEWS.map(({ view, title }) => (
          <button
            key={view}
            type="button"
            role="tab"
            id={`tab-${view}`}
            title={page.view === view ? undefined : `Show the ${title} (T)`}
            aria-selected={page.view === view}
            aria-controls="view"
            tabIndex={page.view === view ? 0 : -1}
            onClick={() => {
              actions.setView(view);
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <div class="status">
        <span title={sizeOf(page, model)}>{sizeOf(page, model)}</span>
        <Checked checked={model.checked} />
      </div>
    </footer>
  );
}

function Checked({ checked }: { readonly checked: boolean | undefined }) {
  if (checked == null) return null;
  return checked ? (
    <span class="ok" title="Central differences confirm every gradient.">
      <Icon name="check" />
      <span>
        <span class="word">gradients </span>checked
      </span>
    </span>
  ) : (
    <span class="ok" title="Central differences do not confirm every gradient.">
      <Icon name="warning" />
      <span>
        <span class="word">gradients </span>differ
      </span>
    </span>
  );
}

/** Edges say nothing about a table; there its rows are counted. */
function sizeOf(page: Page, model: ViewModel): string {
  if (page.view === "graph") return model.size;
  const { all, inputs } = model.rowCounts;
  return `${counted(all - inputs, "step")}, ${counted(inputs, "input")}`;
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
