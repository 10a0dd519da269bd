/** Second derivatives, or the derivatives of all results, as a heat map: pointing at an entry says what it means and lights its inputs. */
import { useRef, useState } from "preact/hooks";
import type { MatrixCell, MatrixRow, MatrixView } from "../../view/question.ts";
import type { Actions } from "../actions/actions.ts";
import { IconButton } from "../frame/icon.tsx";
import { Words } from "../frame/words.tsx";

/** An entry's place. */
interface At {
  readonly row: number;
  readonly column: number;
}

const MOVES: Readonly<Record<string, (at: At, matrix: MatrixView) => At>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns.length - 1 }),
};

interface MatrixProps {
  readonly matrix: MatrixView;
  readonly actions: Actions;
}

/** The table with the meaning of one entry beside it. */
export function Matrix({ matrix, actions }: MatrixProps) {
  const [chosen, setChosen] = useState<At>();
  const box = useRef<HTMLDivElement>(null);
  const at = chosen !== undefined && cellAt(matrix, chosen) !== undefined ? chosen : strongest(matrix);
  const cell = cellAt(matrix, at);
  const choose = (next: At): void => {
    if (next.row !== at.row || next.column !== at.column) setChosen(next);
    actions.point({ kind: "nodes", nodes: nodesOf(matrix, next) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = MOVES[event.key]?.(at, matrix);
    if (next === undefined || cellAt(matrix, next) === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(next);
    box.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <div
      class="matrix"
      ref={box}
      onKeyDown={onKeyDown}
      onPointerLeave={() => {
        actions.point(undefined);
      }}
    >
      <Entries matrix={matrix} at={at} choose={choose} actions={actions} />
      <div class="meaning">
        <Title matrix={matrix} actions={actions} />
        {cell !== undefined && <Meaning cell={cell} />}
        {matrix.notes.map((note) => (
          <p key={note} class="dim">
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}

function Title({ matrix, actions }: MatrixProps) {
  return (
    <div class="dhead explained">
      <h2>
        <Words text={matrix.title} />
      </h2>
      <IconButton
        icon="close"
        label="Close (Esc)"
        onClick={() => {
          actions.toggleMatrix(undefined);
        }}
      />
    </div>
  );
}

function Meaning({ cell }: { readonly cell: MatrixCell }) {
  return (
    <p class="say">
      <span class="entry">
        {cell.name} <span class="eq">=</span>{" "}
        <b class="num g" title={cell.value.full}>
          {cell.value.six}
        </b>
      </span>
      <Words text={cell.sentence} />
    </p>
  );
}

interface EntriesProps extends MatrixProps {
  readonly at: At;
  readonly choose: (at: At) => void;
}

function Entries({ matrix, at, choose, actions }: EntriesProps) {
  return (
    <div class="entries">
      <table role="grid" aria-label={matrix.title.replaceAll("`", "")}>
        <thead>
          <tr>
            <td class="corner">{matrix.kind === "hessian" ? "∂²" : "∂"}</td>
            {matrix.columns.map(({ name }, column) => (
              <th key={name} scope="col" class={column === at.column ? "on" : undefined} title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, index) => (
            <tr key={row.name} class={row.isChosen ? "chosen" : undefined}>
              <RowHead row={row} isOn={index === at.row} actions={actions} />
              {row.cells.map((cell, column) => (
                <Entry
                  key={cell.name}
                  cell={cell}
                  place={{ row: index, column }}
                  isOn={index === at.row && column === at.column}
                  choose={choose}
                  onClick={() => {
                    if (row.output != null && !row.isChosen) actions.chooseOutput(row.output);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The name of a row; of an output, the button that chooses it. */
function RowHead({
  row,
  isOn,
  actions,
}: {
  readonly row: MatrixRow;
  readonly isOn: boolean;
  readonly actions: Actions;
}) {
  const { output } = row;
  return (
    <th scope="row" class={isOn ? "on" : undefined} title={row.name}>
      {output == null ? (
        row.name
      ) : (
        <button
          type="button"
          aria-pressed={row.isChosen}
          title={`Differentiate ${row.name}`}
          onClick={() => {
            actions.chooseOutput(output);
          }}
        >
          {row.name}
        </button>
      )}
    </th>
  );
}

interface EntryProps {
  readonly cell: MatrixCell;
  readonly place: At;
  readonly isOn: boolean;
  readonly choose: (at: At) => void;
  readonly onClick: () => void;
}

function Entry({ cell, place, isOn, choose, onClick }: EntryProps) {
  const show = (): void => {
    choose(place);
  };
  const kink = cell.isKink ? " This entry passes a kink." : "";
  return (
    <td
      class={isOn ? "num on" : "num"}
      style={{ "--strength": String(cell.strength) }}
      tabIndex={isOn ? 0 : -1}
      data-at={`${place.row} ${place.column}`}
      aria-label={`${cell.value.short}. ${cell.sentence.replaceAll("`", "")}${kink}`}
      onPointerEnter={show}
      onFocus={show}
      onClick={() => {
        show();
        onClick();
      }}
    >
      {cell.isKink && <span class="at-kink" aria-hidden="true" />}
      {cell.value.short}
    </td>
  );
}

function cellAt(matrix: MatrixView, { row, column }: At): MatrixCell | undefined {
  return matrix.rows[row]?.cells[column];
}

/** The entry that is explained until another is pointed at: the largest, of several results that of the chosen one. */
function strongest(matrix: MatrixView): At {
  let best: At = {
    row: Math.max(
      0,
      matrix.rows.findIndex(({ isChosen }) => isChosen),
    ),
    column: 0,
  };
  for (const [row, { cells, isChosen, output }] of matrix.rows.entries()) {
    if (output != null && !isChosen) continue;
    for (const [column, { strength }] of cells.entries())
      if (strength > cellAt(matrix, best)!.strength) best = { row, column };
  }
  return best;
}

/** The nodes of the picture that an entry is about. */
function nodesOf(matrix: MatrixView, { row, column }: At): string[] {
  const nodes = [matrix.rows[row]?.node, matrix.columns[column]?.node];
  return nodes.filter((node): node is string => node != null);
}
