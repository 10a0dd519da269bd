/** The search: finds nodes by text, and steps that the picture folds away, which it shows in the table. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { rowText, searchText } from "../../view/documents/search.ts";
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import type { FoundRows } from "../../view/question.ts";
import type { Actions } from "../actions/actions.ts";
import { hasAllRows } from "../state/tableRows.ts";
import type { Tools } from "../state/tools.ts";
import { IconButton } from "./icon.tsx";

/** Something that was found: a node, or a row of the table that is inside one. */
export interface Match {
  readonly node: ViewNodeId | undefined;
  /** Index of the row; undefined for what the picture itself says. */
  readonly row: number | undefined;
}

/** What a text is found in, and how many more of it there is than can be gone through. */
export interface Matches {
  readonly all: readonly Match[];
  readonly more: number;
}

/**
 * Return what a text is found in: nodes first, then steps that no node of the picture names. Undefined as long as the rows are
 * not known: of a long table they are looked through elsewhere.
 */
export function matchesOf(model: ViewModel, text: string, found: FoundRows | undefined): Matches | undefined {
  const wanted = searchText(text);
  if (wanted === "") return { all: [], more: 0 };
  const nodes = model.nodes.filter((node) =>
    searchText(`${node.name} ${node.whole ?? node.title} ${node.value.short}`).includes(wanted),
  );
  const known = hasAllRows(model) ? rowsWith(model, wanted) : found?.text === text ? found : undefined;
  if (known === undefined) return undefined;
  const seen = new Set(nodes.map(({ id }) => id));
  const rows = known.rows.flatMap(({ node, row }): Match[] =>
    node != null && seen.has(node) ? [] : [{ node: node ?? undefined, row }],
  );
  const all = [...nodes.map(({ id }): Match => ({ node: id, row: undefined })), ...rows];
  return { all, more: known.count - known.rows.length };
}

function rowsWith(model: ViewModel, wanted: string): Pick<FoundRows, "rows" | "count"> {
  const found = model.rows.filter(({ name, formula }) => rowText(name, formula).includes(wanted));
  return { rows: found.map(({ index, node }) => ({ row: index, node })), count: found.length };
}

interface FindProps {
  readonly tools: Tools;
  readonly model: ViewModel;
  readonly actions: Actions;
}

/** The field at the top right of the picture, while the search is open. */
export function Find(props: FindProps) {
  const { find } = props.tools;
  return find === undefined ? null : <Search {...props} text={find} />;
}

function Search({ text, tools, model, actions }: FindProps & { readonly text: string }) {
  const [found, setFound] = useState({ text, at: -1 });
  const at = found.text === text ? found.at : -1;
  const answer = tools.replies.found;
  const matches = useMemo(() => matchesOf(model, text, answer), [model, text, answer]);
  const go = (to: number): void => {
    const all = matches?.all ?? [];
    if (all.length === 0) return;
    const next = (to + all.length) % all.length;
    setFound({ text, at: next });
    actions.show(all[next]!);
  };
  const buttons = [
    {
      icon: "arrow-up",
      label: "Previous Match (Shift+Enter)",
      onClick: () => {
        go(at - 1);
      },
    },
    {
      icon: "arrow-down",
      label: "Next Match (Enter)",
      onClick: () => {
        go(at + 1);
      },
    },
    {
      icon: "close",
      label: "Close (Esc)",
      onClick: () => {
        actions.find(undefined);
      },
    },
  ] as const;
  return (
    <div class="find" role="search">
      <FindField text={text} next={go} at={at} actions={actions} />
      <span class="count" role="status">
        {text !== "" && countText(matches, at)}
      </span>
      {buttons.map((button) => (
        <IconButton key={button.icon} {...button} />
      ))}
    </div>
  );
}

function countText(matches: Matches | undefined, at: number): string {
  if (matches === undefined) return "Searching";
  const { all, more } = matches;
  if (all.length === 0) return "No results";
  return `${Math.max(0, at) + 1} of ${(all.length + more).toLocaleString("en")}`;
}

interface FieldProps {
  readonly text: string;
  readonly at: number;
  readonly next: (to: number) => void;
  readonly actions: Actions;
}

function FindField({ text, at, next, actions }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      class="field text"
      type="text"
      placeholder="Find a step"
      aria-label="Find a step"
      spellcheck={false}
      value={text}
      onInput={(event) => {
        actions.find(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") next(event.shiftKey ? at - 1 : at + 1);
        else if (event.key === "Escape") actions.find(undefined);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
