/** The page on the real engine: what a function looks like to a person, without a VS Code around it. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { defaultBudget } from "../../../src/engine/budget.ts";
import type { QuestionRequest, ViewAnswer } from "../../../src/engine/request.ts";
import { Service } from "../../../src/engine/service.ts";
import type { PanelState } from "../../../src/protocol.ts";
import type { FindingView } from "../../../src/view/model.ts";
import type { Size } from "../../../src/view/picture/layout/fit.ts";
import type { Reply } from "../../../src/view/question.ts";
import { roomIn, stageIn } from "../../../src/webview/room.ts";
import { show } from "../fixtures.ts";
import type { Panel } from "../harness.ts";

/** Enough for a loop that never ends to be seen to stop. */
const STEPS = 20_000;

/** A function at a point. */
export interface Subject {
  /** An example's file, or a whole text. */
  readonly text: string;
  readonly name: string;
  readonly changed?: Readonly<Record<string, string>>;
  /** What is unfolded by hand. */
  readonly open?: readonly string[];
  /** The size of the panel's window, if it has told its room. */
  readonly window?: Size;
}

/** What the engine says of a subject, and its answers to the page's questions. */
export interface Served {
  readonly state: PanelState;
  /** Answer what the page has asked and was not answered. */
  readonly answer: (panel: Panel) => Promise<void>;
}

/** Return the text of an example. */
export function example(name: string): string {
  return fs.readFileSync(path.join(PROJECT_ROOT, "examples", name), "utf8");
}

/** Run a subject, and check its gradients as the host does when nobody types. */
export async function serve({ text, name, changed = {}, open = [], window }: Subject): Promise<Served> {
  const service = new Service((uris) => Promise.resolve(uris.map((uri) => ({ uri, text: undefined }))));
  const request: Omit<QuestionRequest, "question"> = {
    source: { uri: "file:///examples/shown.ts", text },
    target: { kind: "name", name },
    choices: [{ name, changed, output: undefined, folding: { open, closed: [] } }],
    budget: { ...defaultBudget, steps: STEPS },
    digits: 3,
    room: window && roomIn(stageIn(window), undefined),
  };
  const view = { ...request, known: undefined, check: true };
  const answer = (await service.answer({ kind: "ask", id: 0, call: "view", request: view })) as ViewAnswer;
  const answered = new Set<number>();
  return {
    state: stateOf(answer),
    answer: async (panel) => {
      for (const post of await panel.posts()) {
        if (post.kind !== "ask" || answered.has(post.id)) continue;
        answered.add(post.id);
        const asked = { ...request, question: post.question };
        const reply = (await service.answer({ kind: "ask", id: post.id, call: "question", request: asked })) as Reply;
        await panel.send({ kind: "reply", id: post.id, reply });
      }
    },
  };
}

/** Show a state with a number that is larger than those before. */
export async function showState(panel: Panel, state: PanelState): Promise<void> {
  await panel.send(show(state, (await panel.posts()).length + 1));
}

function stateOf(answer: ViewAnswer): PanelState {
  assert.equal(answer.kind, "view");
  const { model } = answer;
  const [first, ...others] = model.errors;
  if (model.hasResult || first === undefined) return { kind: "graph", model, outdated: undefined };
  const findings: readonly [FindingView, ...FindingView[]] = [first, ...others];
  return { kind: "rejected", title: model.title, findings, partial: model.hasNodes ? model : undefined };
}
