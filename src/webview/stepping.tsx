/** The forward and the backward pass, step by step: the row with the buttons, and what the step on show does. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { placeInPass, type PassStep, type Term } from "../view/details/passes.ts";
import type { NodeView, ViewModel } from "../view/model.ts";
import type { Actions } from "./actions/actions.ts";
import { Partial, Sign, unsigned } from "./details/formula.tsx";
import { NodeKind } from "./details/nodeKind.tsx";
import { IconButton } from "./frame/icon.tsx";
import { Words } from "./frame/words.tsx";
import type { Stepping } from "./state/tools.ts";

const SPEEDS = [0.5, 1, 2] as const;

interface TransportProps {
  readonly steps: readonly PassStep[];
  readonly stepping: Stepping;
  readonly actions: Actions;
}

/** Back, play, on; how fast; where one is. */
export function Transport({ steps, stepping, actions }: TransportProps) {
  const { at, isPlaying } = stepping;
  const last = steps.length - 1;
  usePlaying(stepping, last, actions);
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The button that began it is gone; the graph keeps the focus if it has it.
    if (document.activeElement === document.body) row.current?.querySelector<HTMLElement>(".next")?.focus();
  }, []);
  const go = (to: number): void => {
    actions.step({ ...stepping, at: Math.max(0, Math.min(last, to)), isPlaying: false });
  };
  return (
    <div ref={row} class="transport" role="group" aria-label="Step through both passes">
      <PassName step={steps[at]} />
      <IconButton
        icon="chevron-left"
        label="Previous Step (←)"
        onClick={() => {
          go(at - 1);
        }}
      />
      <IconButton
        icon={isPlaying ? "debug-pause" : "play"}
        label={isPlaying ? "Pause (Space)" : "Play (Space)"}
        onClick={() => {
          actions.step({ ...stepping, at: at >= last && !isPlaying ? 0 : at, isPlaying: !isPlaying });
        }}
      />
      <IconButton
        icon="chevron-right"
        class="next"
        label="Next Step (→)"
        onClick={() => {
          go(at + 1);
        }}
      />
      <SpeedButton stepping={stepping} actions={actions} />
      <Position steps={steps} at={at} go={go} />
      <IconButton
        icon="close"
        label="Stop Stepping (Esc)"
        onClick={() => {
          actions.step(undefined);
        }}
      />
    </div>
  );
}

function PassName({ step }: { readonly step: PassStep | undefined }) {
  return (
    <span class="pass">
      {step?.pass === "backward" ? "Backward" : "Forward"}
      <span class="word"> pass</span>
    </span>
  );
}

/** Take the next step by itself while it plays. */
function usePlaying(stepping: Stepping, last: number, actions: Actions): void {
  const { at, isPlaying, speed } = stepping;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      actions.step(at < last ? { ...stepping, at: at + 1 } : { ...stepping, isPlaying: false });
    }, 1000 / speed);
    return () => {
      clearTimeout(timer);
    };
  }, [isPlaying, at, speed, last]);
}

function SpeedButton({ stepping, actions }: Pick<TransportProps, "stepping" | "actions">) {
  const { speed } = stepping;
  return (
    <button
      type="button"
      class="text num speed"
      title="Steps in a Second"
      aria-label={`Speed: ${speed} ${speed === 1 ? "step" : "steps"} in a second`}
      onClick={() => {
        actions.step({
          ...stepping,
          speed: SPEEDS[(SPEEDS.findIndex((each) => each === speed) + 1) % SPEEDS.length]!,
        });
      }}
    >
      {speed}×
    </button>
  );
}

interface PositionProps {
  readonly steps: readonly PassStep[];
  readonly at: number;
  readonly go: (to: number) => void;
}

function Position({ steps, at, go }: PositionProps) {
  const { number, count } = placeInPass(steps, at);
  const last = Math.max(1, steps.length - 1);
  const turn = steps.filter(({ pass }) => pass === "forward").length - 1;
  return (
    <>
      <input
        class="slider position"
        style={{ "--at": at / last, "--turn": Math.min(at, Math.max(0, turn)) / last }}
        type="range"
        aria-label="Step"
        aria-valuetext={`${steps[at]?.pass ?? ""} pass, step ${number} of ${count}`}
        min={0}
        max={steps.length - 1}
        step={1}
        value={at}
        onInput={(event) => {
          go(event.currentTarget.valueAsNumber);
        }}
      />
      <span class="num place">
        {number} of {count}
      </span>
    </>
  );
}

interface StepProps {
  readonly step: PassStep;
  readonly model: ViewModel;
  readonly actions: Actions;
}

/** What the step on show computes, and the rule that it follows. */
export function StepDetails({ step, model, actions }: StepProps) {
  const node = model.nodes.find(({ id }) => id === step.nodes[0]);
  if (node === undefined) return null;
  const isAlone = step.nodes.length === 1;
  const kind = model.details.find((each) => each.node === node.id)?.kind;
  return (
    <>
      <div class="dhead">
        <span class="dname">{isAlone ? node.name : "Inputs"}</span>
        {isAlone && <NodeKind node={node} kind={kind} actions={actions} />}
        <span class="dnums">
          {step.pass === "forward"
            ? isAlone && (
                <span>
                  value <b class="num">{node.value.six}</b>
                </span>
              )
            : step.isWhole &&
              node.gradient != null && (
                <span class="g">
                  gradient <b class="num">{node.gradient.six}</b>
                </span>
              )}
        </span>
      </div>
      <p class="say" role="status">
        <Words text={step.sentence} />
      </p>
      {step.terms.length > 0 && <Terms step={step} node={node} result={model.resultName} />}
    </>
  );
}

/** The products of the chain rule, each below its symbols; the newest is what the step adds. What is still to come is part of the sum. */
function Terms({ step, node, result }: { readonly step: PassStep; readonly node: NodeView; readonly result: string }) {
  const { terms, isWhole } = step;
  const each = (show: (term: Term, index: number) => ComponentChildren) =>
    terms.map((term, index) => (
      <>
        <Sign text={index === 0 ? "=" : "+"} />
        {show(term, index)}
      </>
    ));
  return (
    <div class="formula">
      <math>
        <mtable class="chain" displaystyle={true}>
          <mtr>
            <mtd>
              <Partial of={result} by={node.name} />
            </mtd>
            {each((term) => (
              <Product
                left={<Partial of={result} by={term.user} />}
                right={<Partial of={term.user} by={node.name} />}
              />
            ))}
            {!isWhole && <ToCome />}
          </mtr>
          <mtr class="numbers">
            <mtd />
            {each((term, index) => (
              <Product
                left={<mn>{inParentheses(unsigned(term.gradient?.short ?? ""), index > 0)}</mn>}
                right={<mn>{inParentheses(term.partial.short, true)}</mn>}
              />
            ))}
            {!isWhole && <ToCome />}
            <mtd class="ans">
              <mrow>
                <mo class="op">=</mo>
                <mn>{unsigned(step.total?.short ?? "")}</mn>
              </mrow>
            </mtd>
            {!isWhole && <ToCome />}
          </mtr>
        </mtable>
      </math>
    </div>
  );
}

function ToCome() {
  return (
    <>
      <Sign text="+" />
      <Sign text="⋯" />
    </>
  );
}

function Product({ left, right }: { readonly left: ComponentChildren; readonly right: ComponentChildren }) {
  return (
    <>
      <mtd class="f">{left}</mtd>
      <Sign text="·" />
      <mtd class="f">{right}</mtd>
    </>
  );
}

/** A negative number behind a sign stands in parentheses. */
function inParentheses(text: string, isBehind: boolean): string {
  return isBehind && text.startsWith("−") ? `(${text})` : text;
}
