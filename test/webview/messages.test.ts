/** Only messages that the page knows, whole and of the right types, get in. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMessage, checkPanelState } from "../../src/webview/messages.ts";
import { activation, finding, graphState, place, show } from "./fixtures.ts";

/** What arrives after VS Code has sent a message as JSON. */
function sent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

describe("checking messages", () => {
  it("lets every kind of message and state in, although JSON leaves out what is undefined", () => {
    const link = { name: "f", signature: "f(x)", source: place(1) };
    const messages = [
      show(graphState(activation())),
      show(graphState(activation(), finding("`)` expected.", 5))),
      show({ kind: "empty", suggestions: [link] }),
      show({ kind: "rejected", title: "f", findings: [finding("No.", 1)], partial: undefined }),
      show({ kind: "failed", title: "f", message: "Error" }),
      { kind: "busy", busy: true },
      { kind: "point", nodes: ["n1"] },
    ];
    for (const message of messages) assert.deepEqual(checkMessage(sent(message)), sent(message));
  });

  it("keeps out what is unknown, half, or of a wrong type", () => {
    const graph = sent(show(graphState(activation()))) as { state: { model: Record<string, unknown> } };
    const withModel = (change: Record<string, unknown>): unknown => ({
      ...graph,
      state: { ...graph.state, model: { ...graph.state.model, ...change } },
    });
    const wrong = [
      undefined,
      null,
      "show",
      42,
      {},
      { kind: "toString" },
      { kind: "busy", busy: "yes" },
      { kind: "point", nodes: [1] },
      { kind: "show", revision: 1, pinned: false },
      { kind: "show", revision: "1", pinned: false, state: { kind: "empty", suggestions: [] } },
      show({ kind: "rejected", title: "f", findings: [] as never, partial: undefined }),
      withModel({ nodes: undefined }),
      withModel({ nodes: [{ id: "n1" }] }),
      withModel({ edges: [{ ...activation().edges[0], weight: 4 }] }),
      withModel({ topology: null }),
    ];
    for (const message of wrong) assert.equal(checkMessage(message), undefined, JSON.stringify(message));
  });

  it("looks at a kept state with the same eyes", () => {
    assert.notEqual(checkPanelState(sent(graphState(activation()))), undefined);
    assert.equal(checkPanelState({ kind: "graph", model: {} }), undefined);
  });
});
