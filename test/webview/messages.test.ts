/** Only messages that the page knows, whole and of the right types, get in. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { KeptState } from "../../src/protocol.ts";
import { checkKeptState, checkMessage, keptState, openState } from "../../src/webview/messages.ts";
import { activation, finding, graphState, place, show } from "./fixtures.ts";
import { posted } from "./posted.ts";

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
      { kind: "point", file: "file:///a.ts", offset: 3 },
    ];
    for (const message of messages) assert.deepEqual(checkMessage(posted(message)), posted(message));
  });

  it("keeps out what is unknown, half, or of a wrong type", () => {
    const graph = posted(show(graphState(activation()))) as { state: { model: Record<string, unknown> } };
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
      { kind: "point", file: "file:///a.ts" },
      { kind: "show", revision: 1, pinned: false },
      { kind: "show", revision: "1", pinned: false, state: { kind: "empty", suggestions: [] } },
      show({ kind: "rejected", title: "f", findings: [] as never, partial: undefined }),
      withModel({ bytes: undefined }),
      withModel({ bytes: "{}" }),
      withModel({ errors: [{ code: 1 }] }),
    ];
    for (const message of wrong) assert.equal(checkMessage(message), undefined, JSON.stringify(message));
  });

  it("opens a model only if it is whole", () => {
    const { model, ...rest } = keptState(graphState(activation())) as Extract<KeptState, { readonly kind: "graph" }>;
    const open = (change: Record<string, unknown>) =>
      openState({ ...rest, model: { ...model, text: JSON.stringify({ ...activation(), ...change }) } });
    const state = open({});
    assert.deepEqual(state?.kind === "graph" && state.model, posted(activation()));
    for (const change of [
      { nodes: undefined },
      { nodes: [{ id: "n1" }] },
      { edges: [{ ...activation().edges[0], weight: 4 }] },
      { topology: null },
    ])
      assert.equal(open(change), undefined, JSON.stringify(change));
    assert.equal(openState({ ...rest, model: { ...model, text: model.text.slice(1) } }), undefined);
  });

  it("opens no model whose bytes are damaged", () => {
    const state = graphState(activation());
    assert.ok(state.kind === "graph");
    const opened = (bytes: Uint8Array) => openState(keptState({ ...state, model: { ...state.model, bytes } }));
    const { bytes } = state.model;
    assert.notEqual(opened(bytes), undefined);
    for (const damaged of [bytes.slice(0, -20), bytes.slice(20), new Uint8Array()])
      assert.equal(opened(damaged), undefined);
  });

  it("looks at a kept state with the same eyes", () => {
    assert.notEqual(checkKeptState(posted(keptState(graphState(activation())))), undefined);
    assert.equal(checkKeptState({ kind: "graph", model: {} }), undefined);
  });
});
