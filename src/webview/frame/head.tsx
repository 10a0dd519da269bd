/** The answer first: the result, and every input with its value and gradient. */
import { passState, passSteps } from "../../view/details/passes.ts";
import type { InputView, ViewModel } from "../../view/model.ts";
import { inputId } from "../../view/question.ts";
import type { Actions } from "../actions/actions.ts";
import { InputGradient } from "../inputs/inputGradient.tsx";
import { InputRows } from "../inputs/inputs.tsx";
import { InputTools } from "../inputs/inputTools.tsx";
import { menuOf } from "../menu.ts";
import type { Page } from "../state/page.ts";
import { Icon, IconButton } from "./icon.tsx";

/** The upper part of the panel. */
export function Head({
  page,
  model,
  actions,
}: {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}) {
  return (
    <header class="head">
      <div class="result">
        <h1>
          <ResultName model={model} actions={actions} />
          {model.result != null && (
            <>
              <span class="eq"> = </span>
              <span class="num" title={model.result.full}>
                {model.result.short}
              </span>
            </>
          )}
        </h1>
        <span class="fn" title={model.signature}>
          {model.signature}
        </span>
        {page.from !== undefined && <span class="from dim">from {page.from}</span>}
        <PinButton page={page} actions={actions} hasMore />
      </div>
      {model.inputs.length > 0 && <Inputs page={page} model={model} actions={actions} />}
    </header>
  );
}

/** Follow the cursor or stay with this function. */
export function PinButton({
  page,
  actions,
  hasMore = false,
}: {
  readonly page: Page;
  readonly actions: Actions;
  readonly hasMore?: boolean;
}) {
  return (
    <div class="actions">
      <IconButton
        icon={page.isPinned ? "pinned" : "pin"}
        label={page.isPinned ? "Unpin: Follow the Cursor (P)" : "Pin: Keep This Function and Its Inputs (P)"}
        pressed={page.isPinned}
        onClick={actions.togglePin}
      />
      {hasMore && <IconButton icon="ellipsis" label="More Actions" onClick={openMenu} />}
    </div>
  );
}

/** Open VS Code's own context menu at a button. */
function openMenu(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
  const { target } = event;
  if (!(target instanceof Element)) return;
  const { left, bottom } = target.getBoundingClientRect();
  target.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, clientX: left, clientY: bottom }));
}

/** The result's name; with several numbers in the result, the choice of the one that is differentiated; without a result, the function's name. */
function ResultName({ model, actions }: { readonly model: ViewModel; readonly actions: Actions }) {
  if (model.result == null) return <span class="name">{model.title}</span>;
  if (model.outputs.length < 2) return <span class="name">{model.resultName}</span>;
  return (
    <select
      class="name"
      aria-label="Result to differentiate"
      value={model.outputs[model.output]?.key ?? ""}
      onChange={(event) => {
        actions.chooseOutput(event.currentTarget.value);
      }}
    >
      {model.outputs.map((output) => (
        <option key={output.key} value={output.key}>
          {output.name}
        </option>
      ))}
    </select>
  );
}

function Inputs({
  page,
  model,
  actions,
}: {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}) {
  const isOpen = page.isInputsOpen;
  return (
    <div class={isOpen ? "inputs open" : "inputs"}>
      <button type="button" class="twist" aria-expanded={isOpen} onClick={actions.toggleInputs}>
        <Icon name={isOpen ? "chevron-down" : "chevron-right"} />
        Inputs
      </button>
      {isOpen && <InputTools page={page} actions={actions} />}
      {isOpen ? (
        <InputRows page={page} model={model} actions={actions} />
      ) : (
        <div class="cells">
          {model.inputs.map((input) => (
            <Cell
              key={input.name}
              input={input}
              menu={menuOf(model, input.node)}
              isSelected={input.node === page.selected}
              isKnown={isGradientKnown(page, model, input)}
              actions={actions}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** An input: name and value above, gradient below. The cell is also the selector of its node. */
function Cell({
  input,
  menu,
  isSelected,
  isKnown,
  actions,
}: {
  readonly input: InputView;
  readonly menu: string | undefined;
  readonly isSelected: boolean;
  /** False while one steps through the passes and has not come to it. */
  readonly isKnown: boolean;
  readonly actions: Actions;
}) {
  const { node } = input;
  return (
    <button
      type="button"
      class={node != null && isSelected ? "cell selected" : "cell"}
      aria-pressed={node != null && isSelected}
      title={titleOf(input)}
      data-vscode-context={menu}
      onClick={() => {
        if (node == null) actions.explain(inputId(input.name));
        else actions.select(node);
      }}
      onPointerEnter={() => {
        actions.point(node == null ? undefined : { kind: "node", node });
      }}
      onPointerLeave={() => {
        actions.point(undefined);
      }}
    >
      <span class="cell-v">
        <span class="name">{input.name}</span>
        <span class={input.source === "assumed" ? "num assumed" : "num"}>{input.value.short}</span>
      </span>
      <span class="cell-g">
        {input.gradientName !== "" && input.gradient != null && (
          <span class={input.kind === "array" ? undefined : "of"}>
            {input.kind === "array" ? "∂" : input.gradientName}
          </span>
        )}
        <span class={isKnown ? undefined : "unknown"}>
          <InputGradient input={input} />
        </span>
      </span>
    </button>
  );
}

function titleOf({ node, source, isDeciding }: InputView): string | undefined {
  if (node == null)
    return isDeciding === true
      ? "Decides what is computed, and has no gradient. Click to see why."
      : "Not used. Click to see why.";
  return source === "assumed" ? "Assumed: nothing in the code says a value." : undefined;
}

function isGradientKnown({ tools }: Page, model: ViewModel, { node }: InputView): boolean {
  if (tools.stepping === undefined || node == null) return true;
  if (!model.nodes.some(({ id }) => id === node)) return true;
  return passState(passSteps(model), tools.stepping.at)?.gradients.has(node) ?? true;
}
