/** How the examples are shown: picture and table as they were reviewed, small enough to be read. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { traceTable } from "../../src/view/documents/table.ts";
import { hoverMarkdown } from "../../src/view/editor/hover.ts";
import { mermaidText } from "../../src/view/picture/mermaid.ts";
import { viewModel } from "../../src/view/viewModel.ts";
import { examples, traced } from "../examples.ts";
import { golden } from "./golden.ts";

describe("examples", () => {
  for (const example of examples) {
    const trace = traced(example);
    const model = viewModel(trace);
    it(`${example.name} has the reviewed picture and table`, () => {
      golden(`${example.name}.mmd`, mermaidText(model, { notation: "short", direction: "LR" }));
      golden(`${example.name}.txt`, traceTable(trace));
    });
    it(`${example.name} is drawn with few enough nodes and edges to be read`, () => {
      assert.ok(model.nodes.length <= 24, `${model.nodes.length} nodes`);
      assert.ok(model.edges.length <= 30, `${model.edges.length} edges`);
    });
    it(`${example.name} has a hover with its value and its first gradient`, () => {
      const { file, start } = trace.function.namePlace;
      const { markdown } = hoverMarkdown(trace, model, { file, offset: start })!;
      const [input] = model.inputs;
      const gradient = input!.gradient!.short.replace(/^\+/u, "");
      assert.ok(markdown.includes(` = ${model.result!.short}\``), markdown);
      assert.ok(markdown.includes(`${input!.name}${input!.kind === "array" ? ":" : " ="} ${gradient}`), markdown);
    });
  }

  it("throwDistance says where the factors of a gradient are that cannot be written as one product", () => {
    const { details } = viewModel(traced(examples.find(({ name }) => name === "throwDistance")!));
    assert.deepEqual(details[0]!.paths, []);
    const end =
      " Its factors are inside `ball = new Ball(…)` and `while, rounds 1 … 25`, which have several values: unfold those to see them.";
    assert.ok(details[0]!.sentence.endsWith(end), details[0]!.sentence);
  });
});
