/** The picture as text for other programs. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { latexOf, mermaidDocument } from "../../../src/view/documents/documents.ts";
import { tableText } from "../../../src/view/documents/tableText.ts";
import { plainText } from "../../../src/view/number.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { activation, perceptron, sharedWeight } from "../lecture.ts";

const model = viewModel(activation());

describe("a copied picture", () => {
  it("is a Mermaid block with its numbers and colours of its own, and no syntax that older versions do not know", () => {
    const text = mermaidDocument(model);
    assert.match(text, /^```mermaid\nflowchart LR\n/);
    assert.match(text, /classDef result fill:#\w+,stroke:#\w+/);
    assert.ok(!text.includes("@-->"));
    assert.equal(text.match(/-->/g)?.length, model.edges.length);
    assert.match(text, /#8706;a#47;#8706;v = 1/);
    assert.ok(text.endsWith("\n```\n"));
  });
});

describe("a copied table", () => {
  it("is Markdown that shows every cell as it is", () => {
    const lines = tableText(model.rows, "markdown").trimEnd().split("\n");
    assert.equal(lines[0], "| \\# | Step | Line | Value | Gradient | Used by |");
    assert.equal(lines.length, model.rows.length + 2);
    assert.equal(lines[2], "|  | w | 4 | 2 | +3 | u |");
    assert.equal(lines[5], "| 1 | u = w · x | 5 | 6 | +1 | v |");
    const row = { ...model.rows[3]!, name: "", formula: "a | b * c" };
    assert.match(tableText([row], "markdown"), /a \\\| b \\\* c/);
  });

  it("is CSV with every digit, in which no cell is a formula", () => {
    const row = { ...model.rows[3]!, name: "", formula: '=HYPERLINK("x"), y', value: plainText("-0.1") };
    const lines = tableText([row], "csv").split("\r\n");
    assert.equal(lines[1], `1,"'=HYPERLINK(""x""), y",${row.source.line},-0.1,1,v`);
  });
});

describe("a copied derivation", () => {
  it("has the symbols, the numbers and the gradient", () => {
    const w = model.nodes.find(({ name }) => name === "w")!;
    assert.equal(
      latexOf(model, w.id),
      String.raw`\begin{aligned}
\frac{\partial a}{\partial w} &= \frac{\partial a}{\partial v} \cdot \frac{\partial v}{\partial u} \cdot \frac{\partial u}{\partial w} \\
&= 1 \cdot 1 \cdot 3 \\
&= 3
\end{aligned}
`,
    );
  });

  it("adds the paths, writes indices below and negative factors in parentheses", () => {
    const shared = viewModel(sharedWeight());
    assert.match(latexOf(shared, shared.nodes.find(({ name }) => name === "w")!.id), /a_\{1\}.* \+ .*a_\{2\}/);
    const deep = viewModel(perceptron());
    const text = latexOf(deep, deep.nodes.find(({ name }) => name === "x1")!.id);
    assert.match(text, /\\left\(-0\.5\\right\)/);
    assert.doesNotMatch(text, /[+·] *-|cdot -/, "no two signs beside each other");
    assert.match(text, /\\partial \\mathrm\{a2\\_1\}/, "a name is no text in parentheses");
  });

  it("says nothing twice, and the gradient alone where its paths are not known", () => {
    const [, x, v] = ["w", "x", "v"].map((name) => model.nodes.find((node) => node.name === name)!);
    assert.equal(latexOf(model, v!.id).split("\n")[1], String.raw`\frac{\partial a}{\partial v} &= 1`);
    const details = model.details.map((each) => ({ ...each, paths: [] }));
    assert.equal(
      latexOf({ ...model, details }, x!.id),
      `\\begin{aligned}\n${String.raw`\frac{\partial a}{\partial x} &= 2`}\n\\end{aligned}\n`,
    );
  });

  it("is empty for the result, which has no path", () => {
    assert.equal(latexOf(model, model.nodes.at(-1)!.id), "");
  });
});
