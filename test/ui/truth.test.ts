/** Truth: the same numbers everywhere, and names that are only names. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { before, describe, it } from "node:test";
import { root } from "../../host/paths.mjs";
import { hover } from "../../host/workbench.mjs";
import { numberText, signedText } from "../../src/view/number.ts";
import { becomes, eventually } from "./desk.ts";
import { useEditor } from "./editor.ts";

const FILE = "lecture.ts";

/** Statements that only `sharedWeight` has. */
const STATEMENTS = ["const a1 = Math.tanh(w * x);", "const a2 = Math.max(0, w * x);", "const o = a1 + a2;"];

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
  const desk = useEditor("truth", { files: { "hostile.ts": HOSTILE } });

  before(async () => {
    await desk.show("const a1 = ", "l = 0.580");
    await desk.drawn(8);
  });

  it("panel, picture, table, hint, hover and command line say the same numbers of the same run", async () => {
    const { value, gradient } = report("sharedWeight");
    await desk.resultIs(`l = ${numberText(value).short}`);
    const cells = await desk.panel.locator(".cell").allInnerTexts();
    assert.deepEqual(
      cells.map((cell) => cell.split(/\s+/).slice(2)),
      gradient.map((each) => [`∂l/∂${each.input}`, signedText(each.value).short]),
    );
    for (const each of gradient) {
      const drawn = await desk.node(each.input).locator(".l3").textContent();
      const { short } = drawn?.startsWith("∂ ") === true ? signedText(each.value) : numberText(each.value);
      assert.ok(drawn?.endsWith(` ${short}`), `${each.input} is drawn with ${String(drawn)}`);
    }
    const rows = await tableRows();
    for (const each of gradient) {
      const row = rows.find((cells) => cells[1] === `${each.input} input`);
      assert.equal(row?.[4], signedText(each.value).short);
    }
    assert.equal(rows.at(-1)?.[3], numberText(value).short);
    for (const statement of STATEMENTS) {
      const [, name] = /const (\w+)/.exec(statement) ?? [];
      const row = rows.find((cells) => cells[1]?.startsWith(`${String(name)} =`));
      assert.ok(row !== undefined, `${statement} is not among ${JSON.stringify(rows)}`);
      await becomes(() => desk.hintBehind(statement), `= ${String(row[3])}  ∂ ${String(row[4])}`);
    }
    const w = gradient.find(({ input }) => input === "w");
    assert.ok(w !== undefined);
    await hover(desk.page, desk.word("const a1 = Math.tanh(w * x)", "w"), [
      `= ${numberText(w.value).short}`,
      "(parameter) w: number",
    ]);
    await desk.press("Escape");
  });

  /** The cells of the table, row by row; leaves the graph on show. */
  async function tableRows(): Promise<string[][]> {
    await desk.panel.getByRole("tab", { name: "Table" }).click();
    const rows = await desk.panel
      .locator(".steps tbody tr")
      .evaluateAll((found) => found.map((row) => Array.from(row.querySelectorAll("td"), (cell) => cell.textContent)));
    await desk.screenshot("table-dark");
    await desk.panel.getByRole("tab", { name: "Graph" }).click();
    return rows;
  }

  it("hostile names and texts are drawn as they are and inject nothing", async () => {
    await desk.open("hostile.ts");
    await desk.cursorBehind("const o: ");
    await desk.panel.getByText("hostile(end, $quot, x, text)").first().waitFor();
    const { nodes } = await eventually(
      () => desk.picture(),
      (picture) => picture.nodes.some((node) => node.includes("classDef · x")),
    );
    for (const name of ["end | 2", "$quot | 3", "classDef"]) {
      assert.ok(
        nodes.some((node) => node.startsWith(name)),
        `${name} is not among\n${nodes.join("\n")}`,
      );
    }
    await desk.toggleInputs();
    assert.equal(await desk.field("text").inputValue(), '"]); <img src=x onerror=alert(1)>');
    assert.equal(await desk.panel.locator("#panel :is(img, script, iframe, a, b img)").count(), 0);
    await desk.screenshot("hostile-dark");
    await desk.toggleInputs();
  });

  it("the page may load nothing but its own files", async () => {
    const policy = await desk.panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
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
