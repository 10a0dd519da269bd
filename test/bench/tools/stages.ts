/** The engine's part of an edit, stage by stage, in the bench's own process: parse, run, sweep with the view, and the copy that crosses a thread's border. */
import { defaultBudget } from "../../../src/engine/budget.ts";
import { traceFunction } from "../../../src/language/language.ts";
import { parse } from "../../../src/language/parse.ts";
import type { ViewModel } from "../../../src/view/model.ts";
import { mermaidText } from "../../../src/view/picture/mermaid.ts";
import { viewModel } from "../../../src/view/viewModel.ts";

/** Milliseconds of each stage, and characters of the message. */
export interface Stages {
  readonly parse: number;
  readonly run: number;
  readonly view: number;
  readonly copy: number;
  readonly size: number;
}

/** Return what each of some texts takes, one after the other, as in a worker that lives long. */
export function stagesOf(texts: readonly string[], name: string): Stages[] {
  return texts.map((text, index) => {
    const uri = `file:///bench${index % 2}.ts`;
    const start = performance.now();
    parse(uri, text);
    const parsed = performance.now();
    const trace = traced(uri, text, name);
    const ran = performance.now();
    const model = viewModel(trace);
    const viewed = performance.now();
    structuredClone(model);
    const copied = performance.now();
    const size = JSON.stringify(model).length;
    return { parse: parsed - start, run: ran - parsed, view: viewed - ran, copy: copied - viewed, size };
  });
}

/** Return a function's picture as Mermaid text, as it is drawn. */
export function pictureText(text: string, name: string, notation: "full" | "short"): string {
  return mermaidText(modelOf(text, name), { notation, direction: "LR" });
}

/** Return what the panel shows of a function. */
export function modelOf(text: string, name: string): ViewModel {
  return viewModel(traced("file:///bench.ts", text, name));
}

function traced(uri: string, text: string, name: string): Parameters<typeof viewModel>[0] {
  const target = { kind: "name", name } as const;
  const files = { read: () => undefined };
  const request = { uri, text, target, changed: {}, arguments: undefined, files, tape: undefined, isObserved: false };
  const answer = traceFunction({ ...request, budget: defaultBudget });
  if (answer.kind !== "traced") throw new Error(`${name} was not traced.`);
  return answer.trace;
}
