/** A row of the table: one recorded step or input. */
import type { NumberText, RowView } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { SourceButton } from "../frame/words.tsx";

interface RowProps {
  readonly row: RowView;
  /** Where the row stands in the order on show, from 0. */
  readonly position: number;
  readonly isSelected: boolean;
  readonly menu: string | undefined;
  readonly actions: Actions;
}

/** One row; a click selects its node, Enter goes to its source. */
export function Row({ row, position, isSelected, menu, actions }: RowProps) {
  const select = (): void => {
    if (row.node != null) actions.select(row.node);
  };
  return (
    <tr
      class={isSelected ? "selected" : undefined}
      aria-current={isSelected}
      // The heads are the first row.
      aria-rowindex={position + 2}
      data-position={position}
      data-vscode-context={menu}
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
