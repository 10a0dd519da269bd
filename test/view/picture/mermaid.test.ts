import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { escapeLabel, labelLines, mermaidText } from "../../../src/view/picture/mermaid.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { activation } from "../lecture.ts";

describe("labels", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["u = w + b_1, (2.5)", "u = w + b_1, (2.5)"],
    ["w · x − ∂", "w #183; x #8722; #8706;"],
    ["w¹₁₁", "w¹₁₁"],
    ['"quoted"', "#34;quoted#34;"],
    ["<b onclick=alert(1)>", "#60;b onclick=alert(1)#62;"],
    ["`code` %% c", "#96;code#96; #37;#37; c"],
    ["a]b}c|d", "a#93;b#125;c#124;d"],
    ["end", "end"],
    ["#quot; &lt;", "#35;quot#59; #38;lt#59;"],
    ["😀", "#128512;"],
    ["e\u0301", "e#769;"],
    ["\u202eabc\u2066", "␣abc␣"],
    ["\ud800x\udfff", "\ufffdx\ufffd"],
    ["\u0000\u0085\uffff", "\ufffd\ufffd\ufffd"],
    ["$$x$$", "#36;\u2060#36;\u2060x#36;\u2060#36;\u2060"],
    ["fa:fa-car", "fa#58;\u2060fa#45;car"],
    ["a\nb\tc", "a<br/>b#160;#160;c"],
    ["\\n", "#92;\u2060n"],
    ["ﬂ°¶ß", "fl#176;#182;\u2060ß"],
    ["", " "],
  ];
  for (const [text, escaped] of cases) {
    it(`writes ${JSON.stringify(text)} so that it is shown as it is`, () => {
      assert.equal(escapeLabel(text), escaped);
    });
  }

  it("has nothing in it that ends a label, whatever the text", () => {
    const everything = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join("");
    assert.match(escapeLabel(everything), /^(?:[\p{L}\p{N} .,_+=()\ufffd\u2060␣]|#\d+;|<br\/>)*$/u);
  });
});

describe("Mermaid text", () => {
  const model = viewModel(activation());

  it("names nodes and edges by generated ids only", () => {
    const hostile = {
      ...model,
      nodes: model.nodes.map((node) => ({ ...node, name: "end", title: 'x"]; click n0 "javascript:alert(1)"\nend' })),
    };
    const lines = mermaidText(hostile, { notation: "short", direction: "TB" }).trim().split("\n");
    assert.equal(lines[0], "flowchart TB");
    const node =
      /^n\d+(?:\(\["[^"<>]*(?:<br\/>[^"<>]*)*"\]\)|\("[^"<>]*(?:<br\/>[^"<>]*)*"\)):::(?:input|inputs|step|result|group)$/u;
    const edge = /^n\d+ e\d+@-->(?:\|"[^"<>]*"\|)? n\d+$/u;
    for (const line of lines.slice(1)) assert.ok(node.test(line) || edge.test(line), line);
  });

  it("writes a mark as one more class", () => {
    const below = viewModel(activation({ w: 2, x: 3, b: -6 }));
    const text = mermaidText(below, { notation: "full", direction: "LR" });
    assert.match(text, /\nclass n5 kink\n/u);
  });

  it("leaves out lines that are empty", () => {
    const [node] = model.nodes;
    const bare = { ...node!, gradientLine: { full: "", short: "" }, countLine: "call, 3 steps" };
    assert.deepEqual(
      labelLines(bare, "full").map((line) => line.role),
      ["title", "value", "count"],
    );
  });
});
