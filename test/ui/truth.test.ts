/** Truth: the same numbers everywhere, and names that are only names. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { root } from "../../host/paths.mjs";
import { command, goTo, hover, openFile } from "../../host/workbench.mjs";
import { numberText, signedText } from "../../src/view/number.ts";
import {
  closeQuietly,
  cursorBehind,
  eventually,
  nodeOf,
  openEditor,
  pictureOf,
  resultIs,
  screenshot,
  type Editor,
} from "./editor.ts";

const FILE = "lecture.ts";

/** What the command line says of a run. */
interface Report {
  readonly value: number;
  readonly gradient: readonly { readonly input: string; readonly value: number }[];
}

const HOSTILE = String.raw`/** @at end = 2, $quot = 3, x = 1 */
export function hostile(end: number, $quot: number, x: number, text = "\"]); <img src=x onerror=alert(1)>") {
  const o: Record<string, number> = { "<b>%%{init}%%": end * $quot, "a]b}": x };
  const classDef = o["<b>%%{init}%%"] + o["a]b}"] + text.length * 0;
  const 𝛼 = classDef * x;
  return 𝛼 > 0 ? 𝛼 : -𝛼;
}
`;

describe("Truth", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor();
    fs.writeFileSync(path.join(editor.folder, "hostile.ts"), HOSTILE);
    await cursorBehind(editor, FILE, "const a1 = ");
    await command(editor.page, "GradLens: Show Computation Graph");
    await resultIs(editor.panel, "l = 0.580");
    await eventually(
      () => pictureOf(editor.panel),
      ({ edges }) => edges.length === 8,
    );
  });

  after(async () => {
    await closeQuietly(editor);
  });

  it("panel, picture, table, hover and command line say the same numbers of the same run", async () => {
    const { value, gradient } = report("sharedWeight");
    await resultIs(editor.panel, `l = ${numberText(value).short}`);
    const cells = await editor.panel.locator(".cell").allInnerTexts();
    assert.deepEqual(
      cells.map((cell) => cell.split(/\s+/).slice(2)),
      gradient.map((each) => [`∂l/∂${each.input}`, signedText(each.value).short]),
    );
    for (const each of gradient) {
      const drawn = await nodeOf(editor.panel, each.input).locator(".l3").textContent();
      const { short } = drawn?.startsWith("∂ ") === true ? signedText(each.value) : numberText(each.value);
      assert.ok(drawn?.endsWith(` ${short}`), `${each.input} is drawn with ${String(drawn)}`);
    }
    await editor.panel.getByRole("tab", { name: "Table" }).click();
    const rows = await editor.panel
      .locator(".steps tbody tr")
      .evaluateAll((found) => found.map((row) => Array.from(row.querySelectorAll("td"), (cell) => cell.textContent)));
    for (const each of gradient) {
      const row = rows.find((cells) => cells[1] === `${each.input} input`);
      assert.equal(row?.[4], signedText(each.value).short);
    }
    assert.equal(rows.at(-1)?.[3], numberText(value).short);
    await screenshot(editor.page, "table-dark");
    await editor.panel.getByRole("tab", { name: "Graph" }).click();
    const line = editor.page.locator(".view-line", { hasText: "const a1 = Math.tanh(w * x)" }).first();
    const w = gradient.find(({ input }) => input === "w");
    assert.ok(w !== undefined);
    await hover(editor.page, line.locator("span", { hasText: /^\s*w\s*$/ }).last(), [
      `= ${numberText(w.value).short}`,
      "(parameter) w: number",
    ]);
    await editor.page.keyboard.press("Escape");
  });

  it("hostile names and texts are drawn as they are and inject nothing", async () => {
    await openFile(editor.page, "hostile.ts");
    await goTo(editor.page, 3);
    await editor.panel.getByText("hostile(end, $quot, x, text)").first().waitFor();
    const { nodes } = await eventually(
      () => pictureOf(editor.panel),
      (picture) => picture.nodes.some((node) => node.includes("classDef · x")),
    );
    for (const name of ["end | 2", "$quot | 3", "classDef"]) {
      assert.ok(
        nodes.some((node) => node.startsWith(name)),
        `${name} is not among\n${nodes.join("\n")}`,
      );
    }
    await editor.panel.getByRole("button", { name: "Inputs", exact: true }).click();
    assert.equal(await editor.panel.getByLabel("Value of text").inputValue(), '"]); <img src=x onerror=alert(1)>');
    assert.equal(await editor.panel.locator("#panel :is(img, script, iframe, a, b img)").count(), 0);
    await screenshot(editor.page, "hostile-dark");
    await editor.panel.getByRole("button", { name: "Inputs", exact: true }).click();
  });

  it("the page may load nothing but its own files", async () => {
    const policy = await editor.panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.match(
      policy ?? "",
      /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src (.+) 'unsafe-inline'; font-src \1; img-src data:$/,
    );
  });

  function report(name: string): Report {
    const file = path.join(root, "examples", FILE);
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(root, "dist/cli.js"), "trace", `${file}#${name}`, "--json"],
      {
        encoding: "utf8",
      },
    );
    return JSON.parse(stdout) as Report;
  }
});
