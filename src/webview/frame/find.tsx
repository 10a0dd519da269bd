/** The search: finds nodes by text, and steps that the picture folds away, which it shows in the table. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { matchesOf, type Matches } from "../state/matches.ts";
import type { Tools } from "../state/tools.ts";
import { IconButton } from "./icon.tsx";

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
  const count = (all.length + more).toLocaleString("en");
  return at < 0 ? `${count} found` : `${at + 1} of ${count}`;
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
