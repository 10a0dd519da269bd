/** The inputs opened: a row each with a field, a slider, its gradient and where its value comes from. */
import type { ComponentChildren } from "preact";
import type { InputView, ViewModel } from "../../view/model.ts";
import { cut } from "../../view/names.ts";
import type { Actions } from "../actions/actions.ts";
import { Descend } from "../descend/descend.tsx";
import { movableInputs } from "../descend/walking.ts";
import { IconButton } from "../frame/icon.tsx";
import { Words } from "../frame/words.tsx";
import { menuOf } from "../menu.ts";
import type { Page } from "../state/page.ts";
import { isWritable } from "../state/tools.ts";
import { ArrayGrid } from "./arrays.tsx";
import { textOf } from "./changes.ts";
import { Checkbox, Choice, Slider, TextField } from "./inputControls.tsx";
import { InputGradient } from "./inputGradient.tsx";
import { inputGroups, inputsOf, nameOf, type InputEntry } from "./inputGroups.ts";
import { NumberField, problemOf, useDraft } from "./numberField.tsx";
import { Provenance } from "./provenance.tsx";
import { numberOf } from "./slider.ts";

/** A longer tag is cut; the tooltip has it whole. */
const LONGEST_TAG = 72;

interface InputProps {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}

/** All inputs as rows, and what can be done with them. */
export function InputRows(props: InputProps) {
  const { page, model, actions } = props;
  const { tag } = page.tools.replies;
  const { isOpen } = page.tools.walking;
  return (
    <>
      {isOpen && <Descend page={page} model={model} actions={actions} />}
      <div class={isOpen ? "rows ticked" : "rows"}>
        {inputGroups(model.inputs).map(({ name, entries }) => (
          <>
            {name !== undefined && (
              <div class="grouphead name" key={`${name} group`}>
                {name}
              </div>
            )}
            {entries.map((entry) => (
              <EntryRow key={nameOf(entry)} {...props} entry={entry} isInner={name !== undefined} />
            ))}
          </>
        ))}
      </div>
      {isWritable(model) && tag !== undefined && (
        <div class="write">
          <button type="button" class="primary" onClick={actions.writeInputs}>
            Write Inputs to Code
          </button>
          <span class="prov" title={tag}>
            writes <code>{cut(tag, LONGEST_TAG)}</code> above the function
          </span>
        </div>
      )}
    </>
  );
}

type EntryProps = InputProps & {
  readonly entry: InputEntry;
  /** Whether it stands under the name of its object. */
  readonly isInner: boolean;
};

function EntryRow(props: EntryProps) {
  const { entry } = props;
  if (entry.kind === "input") return <InputRow {...props} input={entry.input} label={entry.label} />;
  const { page, actions } = props;
  return (
    <Row {...props} label={entry.label} node={undefined}>
      <ArrayGrid name={entry.name} rows={entry.rows} page={page} actions={actions} />
    </Row>
  );
}

/** Name, what stands behind it, and the way back. */
function Row({
  page,
  model,
  actions,
  entry,
  isInner,
  label,
  node,
  children,
}: EntryProps & {
  readonly label: string;
  readonly node: InputView["node"];
  readonly children: ComponentChildren;
}) {
  const name = nameOf(entry);
  const isSelected = node != null && node === page.selected;
  return (
    <div
      class={entry.kind === "grid" ? "row gridded" : `row ${entry.input.kind}`}
      data-vscode-context={menuOf(model, node)}
      onPointerEnter={() => {
        if (node != null) actions.point({ kind: "node", node });
      }}
      onPointerLeave={() => {
        actions.point(undefined);
      }}
    >
      {page.tools.walking.isOpen && <Tick page={page} model={model} actions={actions} entry={entry} />}
      <button
        type="button"
        class={["name", ...(isSelected ? ["selected"] : []), ...(isInner ? ["inner"] : [])].join(" ")}
        disabled={node == null}
        aria-pressed={isSelected}
        aria-label={name}
        onClick={() => {
          actions.select(node);
        }}
      >
        {label}
      </button>
      {children}
      <ResetButton entry={entry} actions={actions} />
    </div>
  );
}

/** The way back to what the code says; nothing where that is on show. */
function ResetButton({ entry, actions }: Pick<EntryProps, "entry" | "actions">) {
  const name = nameOf(entry);
  if (!inputsOf(entry).some(({ source }) => source === "panel")) return null;
  return (
    <IconButton
      icon="discard"
      class="reset"
      label={`Reset ${name}`}
      onClick={() => {
        actions.setInput({ name }, undefined);
      }}
    />
  );
}

/** Whether an input moves in a walk down the gradient; arrays move as a whole. */
function Tick({ page, model, actions, entry }: InputProps & { readonly entry: InputEntry }) {
  const movable = new Set(movableInputs(model).map(({ name }) => name));
  const names = inputsOf(entry)
    .map(({ name }) => name)
    .filter((name) => movable.has(name));
  if (names.length === 0) return <span />;
  const { resting } = page.tools.walking;
  const isMoving = names.some((name) => !resting.includes(name));
  return (
    <label class="tick" title={`${nameOf(entry)} moves in Descend`}>
      <input
        type="checkbox"
        aria-label={`${nameOf(entry)} moves in Descend`}
        checked={isMoving}
        onChange={() => {
          const others = resting.filter((name) => !names.includes(name));
          actions.setWalking({ resting: isMoving ? [...others, ...names] : others });
        }}
      />
    </label>
  );
}

function InputRow(props: EntryProps & { readonly input: InputView; readonly label: string }) {
  const { page, input, actions } = props;
  const original = page.originals[input.name];
  const text = textOf(page, input);
  const send = (literal: string): void => {
    actions.setInput(input, literal);
  };
  const draft = useDraft(text, send);
  const isNumber = input.kind === "number" && input.choices == null;
  const problem = isNumber && draft.isWrong ? problemOf(draft.shown, text) : undefined;
  const origin = numberOf(original?.value ?? text) ?? 0;
  const problemId = `problem of ${input.name}`;
  return (
    <Row {...props} node={input.node}>
      {isNumber ? (
        <>
          <NumberField name={input.name} draft={draft} origin={origin} describedBy={problemId} />
          <Slider
            name={input.name}
            value={numberOf(text) ?? 0}
            origin={origin}
            onSlide={(literal) => {
              draft.leave(true);
              send(literal);
            }}
          />
        </>
      ) : (
        <Control {...props} text={text} />
      )}
      <span class="grad">
        {input.gradient != null && (
          <>
            <span class="of">{input.gradientName}</span>
            <InputGradient input={input} />
          </>
        )}
      </span>
      <span class="prov" id={problemId} role={problem === undefined ? undefined : "status"}>
        {problem === undefined ? <Provenance input={input} original={original} /> : <Words text={problem} />}
      </span>
    </Row>
  );
}

function Control({ page, input, text, actions }: InputProps & { readonly input: InputView; readonly text: string }) {
  if (input.choices != null) return <Choice input={input} text={text} actions={actions} />;
  switch (input.kind) {
    case "boolean":
      return <Checkbox input={input} text={text} actions={actions} />;
    case "array":
      return <ArrayField page={page} input={input} actions={actions} />;
    case "string":
    case "number":
      return <TextField input={input} text={text} actions={actions} />;
  }
}

/** How many numbers there are; opens to a grid of them. */
function ArrayField({ input, page, actions }: Omit<InputProps, "model"> & { readonly input: InputView }) {
  const isOpen = page.tools.openArrays.includes(input.name);
  const array = isOpen ? page.tools.replies.arrays[input.name] : undefined;
  return (
    <>
      <button
        type="button"
        class="link num wide"
        aria-expanded={isOpen}
        onClick={() => {
          actions.toggleArray(input.name);
        }}
      >
        {input.value.short}
      </button>
      {array !== undefined && (
        <ArrayGrid name={array.input} rows={array.rows} hidden={array.hidden} page={page} actions={actions} />
      )}
    </>
  );
}
