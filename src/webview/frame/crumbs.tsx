/** Where one is in the run: the way from the whole function to the call, loop or round that was entered. */
import type { ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { Icon, IconButton } from "./icon.tsx";

/** The way in, each step of it a way back; nothing for the whole run. */
export function Crumbs({ model, actions }: { readonly model: ViewModel; readonly actions: Actions }) {
  const inside = model.inside ?? [];
  if (inside.length === 0) return null;
  const titles = [model.title, ...inside.map(({ title }) => title)];
  return (
    <nav class="crumbs" aria-label="Inside of">
      <IconButton
        icon="arrow-left"
        label="Back (Backspace)"
        onClick={() => {
          actions.goOut(inside.length - 1);
        }}
      />
      <ol>
        {titles.map((title, depth) => (
          <li key={depth}>
            {depth > 0 && <Icon name="chevron-right" />}
            {depth === inside.length ? (
              <code aria-current="location">{title}</code>
            ) : (
              <button
                type="button"
                class="link"
                onClick={() => {
                  actions.goOut(depth);
                }}
              >
                <code>{title}</code>
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
