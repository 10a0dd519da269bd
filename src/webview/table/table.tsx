/** Every recorded step as a real table, equal in rank to the graph. */
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { menuOf } from "../menu.ts";
import type { Page } from "../state/page.ts";
import { rowOf, rowsShown, type ShownRows } from "../state/tableRows.ts";
import { Row } from "./row.tsx";
import { focusPosition, positionAfter, useScrolling } from "./scrolling.ts";

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
  const box = useRef<HTMLDivElement>(null);
  const { table: place, replies } = page.tools;
  const shown = useMemo(
    () => rowsShown(model, place, replies.part, page.revision),
    [model, place, replies.part, page.revision],
  );
  const selected = page.foundRow ?? rowOf(model, page.selected);
  const body = useMemo(() => bodyOf(model, shown, selected, actions), [model, shown, selected, actions]);
  const { before, after, onScroll } = useScrolling(box, shown, model.rowCounts.all, actions.scrollTable);
  const onKeyDown = useWalking(box, model.rowCounts.all, shown.rows, actions);
  useScrollToSelected(box, page, shown.rows);
  return (
    <div ref={box} class="tablebox" tabIndex={-1} onScroll={onScroll} onKeyDown={onKeyDown}>
      <table
        class={shown.isOld ? "steps old" : "steps"}
        aria-rowcount={model.rowCounts.all + 1}
        aria-busy={shown.isOld}
      >
        <TableHead
          isBySize={place.order === "gradient"}
          onSort={() => {
            box.current?.scrollTo({ top: 0 });
            actions.sortTable(place.order === "gradient" ? "steps" : "gradient");
          }}
        />
        <Space height={before} />
        <tbody>{body}</tbody>
        <Space height={after} />
      </table>
    </div>
  );
}

function bodyOf(model: ViewModel, { rows, from }: ShownRows, selected: number | undefined, actions: Actions) {
  return rows.map((row, index) => (
    <Row
      key={row.index}
      row={row}
      position={from + index}
      isSelected={row.index === selected}
      // A step that its statement's node stands for has other numbers than that.
      menu={rowOf(model, row.node ?? undefined) === row.index ? menuOf(model, row.node) : undefined}
      actions={actions}
    />
  ));
}

/** The room of rows that are not in the page. */
function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tbody class="space" aria-hidden="true">
      <tr>
        <td style={{ height: `${height}px` }} />
      </tr>
    </tbody>
  );
}

/** Keys that go from row to row; focus selects. A row that is not in the page yet gets the focus when it is. */
function useWalking(
  box: { readonly current: HTMLDivElement | null },
  count: number,
  rows: unknown,
  actions: Actions,
): (event: KeyboardEvent) => void {
  const wanted = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (wanted.current !== undefined && box.current !== null && focusPosition(box.current, wanted.current))
      wanted.current = undefined;
  }, [rows]);
  return (event) => {
    const to = positionAfter(event.key, count);
    if (to === undefined || box.current === null) return;
    event.preventDefault();
    if (focusPosition(box.current, to)) return;
    wanted.current = to;
    actions.scrollTable(to);
  };
}

/** The selected row comes into sight when the table opens, and when a search has found it. */
function useScrollToSelected(box: { readonly current: HTMLDivElement | null }, page: Page, rows: unknown): void {
  const { foundRow } = page;
  const reached = useRef<number | undefined>(undefined);
  useEffect(() => {
    const row = box.current?.querySelector("tr.selected");
    if (foundRow === undefined) {
      if (reached.current === undefined) row?.scrollIntoView({ block: "nearest" });
      reached.current = -1;
    } else if (reached.current !== foundRow && row != null) {
      row.scrollIntoView({ block: "center" });
      reached.current = foundRow;
    }
  }, [foundRow, rows]);
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
