/** The numbers of an array as a small grid of fields. Arrow keys go from one to the next; Enter, a click or typing edits. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { NumberText } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { Words } from "../frame/words.tsx";
import type { Page } from "../state/page.ts";
import { problemOf, scrub, useDraft } from "./numberField.tsx";
import { numberOf, stepped } from "./slider.ts";

/** One number of the grid. */
interface Cell {
  readonly name: string;
  readonly value: NumberText;
  readonly gradient: NumberText | undefined;
}

/** The grid: a line for each inner array. */
export function ArrayGrid({
  name,
  rows,
  hidden = 0,
  page,
  actions,
}: {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden?: number;
  readonly page: Page;
  readonly actions: Actions;
}) {
  // One stop for the Tab key.
  const [stop, setStop] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const first = rows[0]?.[0]?.name;
  const isThere = rows.some((row) => row.some((cell) => cell.name === stop));
  const id = `problem of ${name}`;
  const box = useSeen();
  return (
    <div ref={box} class="gridbox">
      <div class="grid" role="group" aria-label={`Values of ${name}`}>
        {rows.map((row, index) => (
          <div class={isApart(rows, index) ? "gridrow apart" : "gridrow"} key={index}>
            {row.map((cell) => (
              <div class="gridcell" key={cell.name}>
                <CellField
                  cell={cell}
                  text={page.changed[cell.name] ?? cell.value.full}
                  isStop={cell.name === (isThere ? stop : first)}
                  problemId={id}
                  actions={actions}
                  onFocus={() => {
                    setStop(cell.name);
                  }}
                  onProblem={setProblem}
                />
                <span class="g">{cell.gradient?.short}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <p class="problem" id={id} role="status">
        {problem !== undefined && <Words text={problem} />}
      </p>
      {hidden > 0 && <p class="dim">{hidden} more are not listed.</p>}
    </div>
  );
}

/** What was just opened is scrolled into sight: what has the focus is in the same row. */
function useSeen(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current?.closest(".row")?.contains(document.activeElement) === true)
      current.scrollIntoView({ block: "nearest" });
  }, []);
  return box;
}

/** Whether another array of arrays begins with a row. */
function isApart(rows: readonly (readonly Cell[])[], index: number): boolean {
  const around = (row: readonly Cell[] | undefined): string | undefined =>
    row?.[0]?.name.replace(/(\[\d+\]){1,2}$/, "");
  return index > 0 && around(rows[index]) !== around(rows[index - 1]);
}

interface CellProps {
  readonly cell: Cell;
  readonly text: string;
  readonly isStop: boolean;
  readonly problemId: string;
  readonly actions: Actions;
  readonly onFocus: () => void;
  readonly onProblem: (sentence: string | undefined) => void;
}

function CellField({ cell, text, isStop, problemId, actions, onFocus, onProblem }: CellProps) {
  const [isFocused, setFocused] = useState(false);
  const isEditing = useRef(false);
  const draft = useDraft(text, (literal) => {
    actions.setInput(cell, literal);
  });
  const type = (typed: string): void => {
    draft.type(typed);
    onProblem(numberOf(typed) === undefined ? problemOf(typed, `\`${cell.name}\` = ${text}`) : undefined);
  };
  return (
    <input
      class="field num scrub"
      type="text"
      spellcheck={false}
      autocomplete="off"
      tabIndex={isStop ? 0 : -1}
      aria-label={`Value of ${cell.name}`}
      aria-invalid={draft.isWrong}
      aria-describedby={draft.isWrong ? problemId : undefined}
      title={`${cell.name} = ${cell.value.full}`}
      value={isFocused || draft.shown !== text ? draft.shown : restingText(cell, text)}
      onPointerDown={(event) => {
        isEditing.current = true;
        scrub(event, text, numberOf(text) ?? 0, type);
      }}
      onFocus={(event) => {
        setFocused(true);
        onFocus();
        if (!isEditing.current) event.currentTarget.select();
      }}
      onInput={(event) => {
        isEditing.current = true;
        type(event.currentTarget.value);
      }}
      onBlur={() => {
        setFocused(false);
        isEditing.current = false;
        draft.leave(false);
      }}
      onKeyDown={(event) => {
        onCellKey(event, isEditing, draft.shown, type, () => {
          draft.leave(true);
          onProblem(undefined);
        });
      }}
    />
  );
}

/** What a cell shows that is not looked at: few digits. */
function restingText({ value }: Cell, text: string): string {
  return text === value.full ? value.short.replaceAll("−", "-") : text;
}

/** While a cell is not edited, arrows go to the next one; while it is, they step the value. */
function onCellKey(
  event: KeyboardEvent,
  isEditing: { current: boolean },
  shown: string,
  type: (typed: string) => void,
  forget: () => void,
): void {
  const field = event.currentTarget as HTMLInputElement;
  const next = isEditing.current ? undefined : neighbour(field, event.key);
  const text = isEditing.current ? stepped(shown, event) : undefined;
  if (next !== undefined) next.focus();
  else if (text !== undefined) type(text);
  else if (event.key === "Enter" || event.key === "F2") {
    isEditing.current = !isEditing.current;
    if (isEditing.current) field.setSelectionRange(field.value.length, field.value.length);
    else field.select();
  } else if (event.key === "Escape" && isEditing.current) {
    forget();
    isEditing.current = false;
    field.select();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function neighbour(field: HTMLElement, key: string): HTMLElement | undefined {
  const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[key];
  const cell = field.parentElement!;
  const row = cell.parentElement!;
  if (by === undefined) return undefined;
  const [down, right] = by as [number, number];
  const at = (element: Element): number => [...element.parentElement!.children].indexOf(element);
  const { children } = row.parentElement!;
  const there =
    down !== 0 && children.length === 1 ? inNextLine(cell, down) : children[at(row) + down]?.children[at(cell) + right];
  return there?.querySelector("input") ?? field;
}

/** The cell above or below in the lines that a single row takes. */
function inNextLine(cell: HTMLElement, down: number): HTMLElement | undefined {
  const cells = [...cell.parentElement!.children] as HTMLElement[];
  const same = cells.filter(({ offsetLeft }) => offsetLeft === cell.offsetLeft);
  return same[same.indexOf(cell) + down];
}
