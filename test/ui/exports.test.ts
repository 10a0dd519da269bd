/** What leaves the panel, through the menu and through commands, and files through VS Code's own dialog. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { before, describe, it } from "node:test";
import { choose } from "../../host/workbench.mjs";
import { eventually } from "./desk.ts";
import { useEditor } from "./editor.ts";

const COPIES: readonly (readonly [title: string, looks: RegExp])[] = [
  ["Copy Graph as Mermaid", /^```mermaid\nflowchart LR\n[\s\S]*-->[\s\S]*```\s*$/],
  ["Copy Graph as SVG", /^<svg [\s\S]*<\/svg>\s*$/],
  ["Copy Table as Markdown", /^\| \\# \| Step \|[\s\S]*\| u = w · x \|/],
  ["Copy Table as CSV", /^#,Step,[\s\S]*u = w · x,5,6,1,/],
];
const DERIVATION = String.raw`\frac{\partial a}{\partial v} \cdot \frac{\partial v}{\partial u} \cdot \frac{\partial u}{\partial w}`;

describe("Exports", () => {
  const desk = useEditor("exports");

  before(async () => {
    await desk.show("const u = w", "a = 7");
    await desk.drawn(5);
  });

  for (const [title, looks] of COPIES) {
    it(`${title}: by the menu and by the palette`, async () => {
      await desk.more(title);
      const copied = await desk.copied((text) => looks.test(text));
      await desk.run(title);
      assert.equal(await desk.copied((text) => looks.test(text)), copied);
    });
  }

  it("Copy Derivation as LaTeX: by the menu of a node, and by the palette for the one that is selected", async () => {
    await desk.menu(desk.node("w"), "Copy Derivation as LaTeX");
    const copied = await desk.copied((text) => text.includes(DERIVATION));
    await desk.node("w").click();
    await desk.run("Copy Derivation as LaTeX");
    assert.equal(await desk.copied((text) => text.includes(DERIVATION)), copied);
  });

  it("Copy Value and Copy Gradient: by the palette, whole", async () => {
    await desk.node("w").click();
    await desk.run("Copy Gradient");
    await desk.copied((text) => text === "3");
    await desk.run("Copy Value");
    await desk.copied((text) => text === "2");
  });

  it("Save Graph as SVG: where the dialog is told, by the menu", async () => {
    await desk.more("Save Graph as SVG");
    const saved = await save("by-menu.svg");
    assert.match(saved.toString("utf8"), /^<svg [\s\S]*max\(0, v\)[\s\S]*<\/svg>\s*$/);
  });

  it("Save Graph as PNG: by the palette", async () => {
    await choose(desk.page, "GradLens: Save Graph as PNG");
    const saved = await save("by-palette.png");
    assert.equal(saved.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
    assert.ok(saved.length > 2000, `${saved.length} bytes`);
  });

  /** Answers VS Code's dialog, and gives what is in the file then. */
  async function save(name: string): Promise<Buffer> {
    const target = path.join(desk.folder, name);
    const field = desk.page.locator(".quick-input-widget input").first();
    await field.waitFor();
    await eventually(
      () => field.inputValue(),
      (text) => text.includes(`activation.${name.split(".").at(-1) ?? ""}`),
    );
    await field.fill(target);
    await field.press("Enter");
    await eventually(
      () => Promise.resolve(fs.existsSync(target) && fs.statSync(target).size > 0),
      (isThere) => isThere,
    );
    return fs.readFileSync(target);
  }
});
