/** What can be done with all inputs at once. */
import type { Actions } from "../actions/actions.ts";
import { IconButton } from "../frame/icon.tsx";
import type { Page } from "../state/page.ts";

/** A toolbar in the line of the heading. */
export function InputTools({ page, actions }: { readonly page: Page; readonly actions: Actions }) {
  const { tools, history, changed } = page;
  return (
    <div class="inputtools" role="toolbar" aria-label="Inputs">
      <button
        type="button"
        class="text"
        aria-expanded={tools.walking.isOpen}
        onClick={() => {
          actions.setWalking({ isOpen: !tools.walking.isOpen });
        }}
      >
        Descend
      </button>
      <button type="button" class="text" title="Other values near the size of these" onClick={actions.randomPoint}>
        Random Point
      </button>
      <button
        type="button"
        class="text"
        title="Values as the code says them"
        disabled={Object.keys(changed).length === 0}
        onClick={actions.resetInputs}
      >
        Reset
      </button>
      <IconButton
        icon="redo"
        class="undo"
        label="Undo Change of Inputs (Ctrl+Z)"
        disabled={history.past.length === 0}
        onClick={actions.undoInputs}
      />
      <IconButton
        icon="redo"
        label="Redo Change of Inputs (Ctrl+Y)"
        disabled={history.future.length === 0}
        onClick={actions.redoInputs}
      />
    </div>
  );
}
