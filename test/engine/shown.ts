/** A function on show, and the worker's answers to questions about it, with the real language and views. */
import assert from "node:assert/strict";
import { defaultBudget } from "../../src/engine/budget.ts";
import type { QuestionRequest, ViewAnswer } from "../../src/engine/request.ts";
import { Service } from "../../src/engine/service.ts";
import type { ViewModel } from "../../src/view/model.ts";
import { inputId, type Explanation, type Plot, type Question, type Reply } from "../../src/view/question.ts";
import { openModel } from "../view/openModel.ts";

const uri = "file:///project/questions.ts";

/** A function on show, and the ways to ask about it. */
export interface Shown {
  readonly model: ViewModel;
  readonly ask: (question: Question) => Promise<Reply>;
  /** Explain the node of a name. */
  readonly why: (name: string) => Promise<Explanation>;
  readonly plot: (input: string) => Promise<Plot>;
}

/** Show the function `f` of a text. */
export async function shown(text: string, changed: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const service = new Service((uris) => Promise.resolve(uris.map((each) => ({ uri: each, text: undefined }))));
  const request: Omit<QuestionRequest, "question"> = {
    source: { uri, text },
    target: { kind: "name", name: "f" },
    choices: [{ name: "f", changed, output: undefined }],
    budget: defaultBudget,
    digits: 3,
  };
  const view = (await service.answer({
    kind: "ask",
    id: 1,
    call: "view",
    request: { ...request, known: undefined, check: false },
  })) as ViewAnswer;
  assert.equal(view.kind, "view");
  const model = openModel(view.model);
  const ask = (question: Question): Promise<Reply> =>
    service.answer({ kind: "ask", id: 2, call: "question", request: { ...request, question } }) as Promise<Reply>;
  return {
    model,
    ask,
    why: async (name) => {
      const node =
        model.nodes.find((each) => each.name === name)?.id ?? model.inputs.find((each) => each.name === name)?.node;
      const reply = await ask({ kind: "explain", node: node ?? inputId(name) });
      assert.equal(reply.kind, "explain", `${name} has no explanation`);
      return reply.explanation;
    },
    plot: async (input) => {
      const reply = await ask({ kind: "plot", input });
      assert.equal(reply.kind, "plot");
      return reply.plot;
    },
  };
}

/** A function of a text, with its tag. */
export function f(tag: string, parameters: string, body: string): string {
  return `/** @at ${tag} */\nexport function f(${parameters}) {\n${body}\n}\n`;
}
