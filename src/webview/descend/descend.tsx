/** Descend: the rate, the number of steps, and the curve of the result along the walk. */
import { useState } from "preact/hooks";
import { descentSentence } from "../../view/derivatives/descent.ts";
import type { ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { Words } from "../frame/words.tsx";
import { literalOf, numberOf } from "../inputs/slider.ts";
import type { Page } from "../state/page.ts";
import { LossCurve } from "./lossCurve.tsx";
import { movingInputs, walkTo, type Walking } from "./walking.ts";

/** Most steps of one run. */
const MOST_STEPS = 10_000;

interface DescendProps {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}

/** Controls, curve and what there is to say. */
export function Descend(props: DescendProps) {
  const { page, model } = props;
  const { walking } = page.tools;
  const descent = walkTo(walking, page, model);
  const [problem, setProblem] = useState<string>();
  return (
    <section class="descend" aria-label="Descend">
      <Controls {...props} onProblem={setProblem} />
      <p class="walked" role="status">
        <Words text={problem ?? (descent === undefined ? hint(model, walking) : descentSentence(descent))} />
      </p>
      {descent !== undefined && <LossCurve descent={descent} />}
    </section>
  );
}

/** Hears what is wrong with a setting; undefined for nothing. */
type OnProblem = (sentence: string | undefined) => void;

function Controls({ page, model, actions, onProblem }: DescendProps & { readonly onProblem: OnProblem }) {
  const { walking } = page.tools;
  return (
    <div class="controls">
      <label>
        rate
        <Setting
          name="Rate"
          value={walking.rate}
          isValid={(rate) => Number.isFinite(rate) && rate !== 0}
          rule="The rate is a number other than 0"
          onProblem={onProblem}
          onChange={(rate) => {
            actions.setWalking({ rate });
          }}
        />
      </label>
      <label>
        steps
        <Setting
          name="Steps"
          value={walking.steps}
          isValid={(steps) => Number.isInteger(steps) && steps >= 1 && steps <= MOST_STEPS}
          rule={`The number of steps is a whole one from 1 to ${MOST_STEPS.toLocaleString("en")}`}
          onProblem={onProblem}
          onChange={(steps) => {
            actions.setWalking({ steps });
          }}
        />
      </label>
      <WalkButtons page={page} model={model} actions={actions} />
    </div>
  );
}

function WalkButtons({ page, model, actions }: DescendProps) {
  const { walking } = page.tools;
  const isReady = movingInputs(model, walking).length > 0 && !walking.isRunning;
  const walk = (steps: number) => () => {
    actions.walk(steps);
  };
  return (
    <>
      <button type="button" class="secondary" disabled={!isReady} onClick={walk(1)}>
        One Step
      </button>
      <button type="button" class="secondary" disabled={!isReady} onClick={walk(walking.steps)}>
        Run
      </button>
    </>
  );
}

function hint(model: ViewModel, walking: Walking): string {
  if (walking.isStuck) return `There is no way from here: \`${model.resultName}\` has no finite value to go down from.`;
  if (movingInputs(model, walking).length === 0) return "Tick the inputs that shall move.";
  return `Each step takes rate × gradient away from the ticked inputs, so that \`${model.resultName}\` becomes smaller.`;
}

/** A number of the walk; what cannot be one stays in the field and is marked. */
function Setting({
  name,
  value,
  isValid,
  rule,
  onProblem,
  onChange,
}: {
  readonly name: string;
  readonly value: number;
  readonly isValid: (value: number) => boolean;
  /** What `isValid` insists on, without a period. */
  readonly rule: string;
  readonly onProblem: OnProblem;
  readonly onChange: (value: number) => void;
}) {
  const check = (text: string): number | undefined => {
    const number = numberOf(text);
    return number !== undefined && isValid(number) ? number : undefined;
  };
  return (
    <input
      key={literalOf(value)}
      class="field num"
      type="text"
      autocomplete="off"
      aria-label={name}
      defaultValue={literalOf(value)}
      onInput={(event) => {
        const isWrong = check(event.currentTarget.value) === undefined;
        event.currentTarget.setAttribute("aria-invalid", String(isWrong));
        onProblem(isWrong ? `${rule}; it is still ${literalOf(value)}.` : undefined);
      }}
      onChange={(event) => {
        const number = check(event.currentTarget.value);
        if (number !== undefined) onChange(number);
      }}
    />
  );
}
