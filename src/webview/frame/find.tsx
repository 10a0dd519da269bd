/** The search: finds nodes by text, and steps that the picture folds away, which it shows in the table. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { IconButton } from "./icon.tsx";

/** Something that was found: a node, or a row of the table that is inside one. */
export interface Match {
  readonly node: ViewNodeId | undefined;
  /** Index of the row; undefined for what the picture itself says. */
  readonly row: number | undefined;
}

/** Return what a text is found in: nodes first, then steps that no node of the picture names. */
export function matchesOf(model: ViewModel, text: string): Match[] {
  const wanted = plain(text);
  if (wanted === "") return [];
  const nodes = model.nodes.filter((node) => plain(`${node.name} ${node.title} ${node.value.short}`).includes(wanted));
  const found = new Set(nodes.map(({ id }) => id));
  const rows = model.rows.flatMap((row, index): Match[] => {
    const isSeen = row.node != null && found.has(row.node);
    return !isSeen && plain(`${row.name} ${row.formula}`).includes(wanted)
      ? [{ node: row.node ?? undefined, row: index }]
      : [];
  });
  return [...nodes.map(({ id }): Match => ({ node: id, row: undefined })), ...rows];
}

/** The field at the top right of the picture. */
export function Find({
  text,
  model,
  actions,
}: {
  readonly text: string;
  readonly model: ViewModel;
  readonly actions: Actions;
}) {
  const [found, setFound] = useState({ text, at: -1 });
  const at = found.text === text ? found.at : -1;
  const matches = useMemo(() => matchesOf(model, text), [model, text]);
  const go = (to: number): void => {
    if (matches.length === 0) return;
    const next = (to + matches.length) % matches.length;
    setFound({ text, at: next });
    actions.show(matches[next]!);
  };
  const count = text === "" ? "" : matches.length === 0 ? "No results" : `${Math.max(0, at) + 1} of ${matches.length}`;
  return (
    <div class="find" role="search">
      <FindField text={text} next={go} at={at} actions={actions} />
      <span class="count" role="status">
        {count}
      </span>
      <IconButton
        icon="arrow-up"
        label="Previous Match (Shift+Enter)"
        onClick={() => {
          go(at - 1);
        }}
      />
      <IconButton
        icon="arrow-down"
        label="Next Match (Enter)"
        onClick={() => {
          go(at + 1);
        }}
      />
      <IconButton
        icon="close"
        label="Close (Esc)"
        onClick={() => {
          actions.find(undefined);
        }}
      />
    </div>
  );
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

/** Without what people type differently: case, spaces, signs of mathematics. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("−", "-")
    .replace(/[·*]/gu, "*")
    .replaceAll("²", "**2")
    .replaceAll("³", "**3")
    .replace(/\s+/gu, "");
}
