/** Traces functions of a text as a request does. */
import assert from "node:assert/strict";
import { backward } from "../../src/autodiff/sweep.ts";
import type { Finding } from "../../src/language/finding.ts";
import type { Budget, MemoryGauge } from "../../src/language/interpreter/meter.ts";
import { traceFunction, type TraceAnswer } from "../../src/language/language.ts";
import type { Trace } from "../../src/language/trace.ts";
import { AMPLE } from "./program.ts";

/** Ask for a function by its name, `f` unless another is given. */
function ask(
  text: string,
  {
    name = "f",
    budget = AMPLE,
    uri = "file:///traced.ts",
    others = {},
    changed = {},
    given,
    ...more
  }: Partial<Asked> = {},
): TraceAnswer {
  const files = { read: (wanted: string): string | undefined => others[wanted] };
  return traceFunction({
    uri,
    text,
    target: { kind: "name", name },
    changed,
    arguments: given,
    budget,
    files,
    tape: undefined,
    isObserved: more.isObserved ?? true,
    gauge: more.gauge,
  });
}

/** What a request can say besides the text. */
export interface Asked {
  readonly name: string;
  readonly budget: Budget;
  readonly uri: string;
  readonly others: Readonly<Record<string, string>>;
  readonly changed: Readonly<Record<string, string>>;
  /** All arguments as an array literal. */
  readonly given: string;
  readonly isObserved: boolean;
  readonly gauge: MemoryGauge | undefined;
}

/** The trace of a function that runs. */
export function traceOf(text: string, options: Partial<Asked> = {}): Trace {
  const answer = ask(text, options);
  assert.equal(answer.kind, "traced", text);
  return answer.trace;
}

/** Everything that there is to say about a function. */
export function findingsOf(text: string, options: Partial<Asked> = {}): readonly Finding[] {
  const answer = ask(text, options);
  if (answer.kind === "traced") return answer.trace.findings;
  return answer.kind === "broken" ? [answer.finding] : [];
}

/** The derivatives of the first output by every input. */
export function gradientOf({ tape, inputs, outputs }: Trace): number[] {
  const node = outputs[0]?.node;
  if (node === undefined) return inputs.map(() => 0);
  const gradient = backward(tape, node);
  return inputs.map((input) => (input.node === undefined ? 0 : (gradient[input.node] ?? 0)));
}
