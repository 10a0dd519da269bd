/** Every recorded step as a real table, equal in rank to the graph. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { NumberText, RowView, ViewModel, ViewNodeId } from "../view/model.ts";
import type { Actions } from "./actions/actions.ts";
import { SourceButton } from "./frame/words.tsx";
import type { Page } from "./state/page.ts";

/** In which order rows stand. */
type Order = "steps" | "gradient";

/** The table view. */
export function StepTable({
  page,
  model,
  actions,
}: {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}) {
  const [order, setOrder] = useState<Order>("steps");
  const box = useRef<HTMLDivElement>(null);
  const found = page.foundRow === undefined ? undefined : model.rows[page.foundRow];
  const selected = useMemo(() => found ?? rowOf(model, page.selected), [model, page.selected, found]);
  useEffect(() => {
    if (found !== undefined) box.current?.querySelector("tr.selected")?.scrollIntoView({ block: "center" });
  }, [found]);
  const rows = useMemo(() => (order === "steps" ? model.rows : bySize(model.rows)), [model, order]);
  const body = useMemo(
    () =>
      rows.map((row) => (
        <Row key={model.rows.indexOf(row)} row={row} isSelected={row === selected} actions={actions} />
      )),
    [rows, selected, actions],
  );
  return (
    <div
      ref={box}
      class="tablebox"
      tabIndex={-1}
      onKeyDown={(event) => {
        walk(event);
      }}
    >
      <table class="steps">
        <TableHead
          isBySize={order === "gradient"}
          onSort={() => {
            setOrder(order === "gradient" ? "steps" : "gradient");
          }}
        />
        <tbody>{body}</tbody>
      </table>
    </div>
  );
}

function TableHead({ isBySize, onSort }: { readonly isBySize: boolean; readonly onSort: () => void }) {
  return (
    <thead>
      <tr>
        <th scope="col" aria-label="Number">
          #
        </th>
        <th scope="col">Step</th>
        <th scope="col" class="r">
          Line
        </th>
        <th scope="col" class="r">
          Value
        </th>
        <th scope="col" class="r" aria-sort={isBySize ? "descending" : "none"}>
          <button type="button" title={isBySize ? "Sort by Step" : "Sort by Size of Gradient"} onClick={onSort}>
            Gradient{isBySize ? " ↓" : ""}
          </button>
        </th>
        <td class="barcol" />
        <th scope="col">Used by</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: RowView;
  readonly isSelected: boolean;
  readonly actions: Actions;
}

function Row({ row, isSelected, actions }: RowProps) {
  const select = (): void => {
    if (row.node != null) actions.select(row.node);
  };
  return (
    <tr
      class={isSelected ? "selected" : undefined}
      aria-current={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onClick={select}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
        event.preventDefault();
        if (event.key === "Enter") actions.open(row.source);
        else select();
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) select();
      }}
    >
      <Cells row={row} actions={actions} />
    </tr>
  );
}

function Cells({ row, actions }: { readonly row: RowView; readonly actions: Actions }) {
  const { line } = row.source;
  const hasBar = row.gradient != null && row.magnitude > 0;
  return (
    <>
      <td class="n">{row.step}</td>
      <td>
        <StepName row={row} />
      </td>
      <td class="r">
        <SourceButton source={row.source} text={String(line)} label={`Go to line ${line}`} actions={actions} />
      </td>
      <td class="r">
        <Decimal value={row.value} />
      </td>
      <td class="r g">{row.gradient != null && <Decimal value={row.gradient} />}</td>
      <td class="barcol" aria-hidden="true">
        {hasBar && <span class="mag" style={{ width: `${Math.max(2, Math.round(row.magnitude * 100))}%` }} />}
      </td>
      <td class="us">{row.usedBy}</td>
    </>
  );
}

function StepName({ row }: { readonly row: RowView }) {
  if (row.step == null) {
    return (
      <>
        <b>{row.name}</b>{" "}
        <span class="kind">{row.formula === "" || row.formula === row.name ? "input" : row.formula}</span>
      </>
    );
  }
  if (row.name === "" || row.name === row.formula) return <>{row.formula}</>;
  return (
    <>
      <b>{row.name}</b> = {row.formula}
    </>
  );
}

/** A number whose decimal point stands below the others'. */
function Decimal({ value }: { readonly value: NumberText }) {
  const point = value.short.indexOf(".");
  const whole = point < 0 ? value.short : value.short.slice(0, point);
  return (
    <span class="dec" title={value.full}>
      <span class="i">{whole}</span>
      <span class="fr">{point < 0 ? "" : value.short.slice(point)}</span>
    </span>
  );
}

/** The row that stands for a node: the step that gave it its name, else the last one in it. */
function rowOf(model: ViewModel, node: ViewNodeId | undefined): RowView | undefined {
  if (node === undefined) return undefined;
  const rows = model.rows.filter((row) => row.node === node);
  const name = model.nodes.find((each) => each.id === node)?.name;
  return rows.find((row) => row.name === name) ?? rows.at(-1);
}

function bySize(rows: readonly RowView[]): RowView[] {
  return [...rows].sort((one, other) => other.magnitude - one.magnitude);
}

/** Arrow keys go from row to row; focus selects. */
function walk(event: KeyboardEvent): void {
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("tbody tr")];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined || rows[to] === undefined) return;
  event.preventDefault();
  rows[to].focus();
}
