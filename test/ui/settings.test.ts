/** Each setting changes something that a person sees, at once and in what is open. */
import assert from "node:assert/strict";
import { afterEach, before, describe, it } from "node:test";
import { command, hover } from "../../host/workbench.mjs";
import { becomes } from "./desk.ts";
import { useEditor } from "./editor.ts";

const LOOP = "export function long(x = 1) {\n  let s = 0;\n  for (let i = 0; i < 2000; i++) s += x;\n  return s;\n}\n";
const STATEMENT = "const o = a1 + a2;";

describe("Settings", () => {
  const desk = useEditor("settings", { files: { "long.ts": LOOP } });

  before(async () => {
    await desk.show("const a1 = ", "l = 0.580");
  });

  afterEach(() => {
    desk.set({});
  });

  it("gradlens.digits: how many digits numbers have, in the panel and behind the statements", async () => {
    desk.set({ "gradlens.digits": 6 });
    await desk.resultIs("l = 0.580026");
    await becomes(() => desk.hintBehind(STATEMENT), "= 1.76159  ∂ +1.52319");
    desk.set({});
    await desk.resultIs("l = 0.580");
  });

  it("gradlens.direction: where the graph runs to", async () => {
    await desk.drawAcross("o", "l");
    desk.set({ "gradlens.direction": "topToBottom" });
    await becomes(() => desk.isBelow("o", "l"), true);
    await desk.screenshot("direction-down-dark");
    await desk.drawAcross("o", "l");
  });

  it("gradlens.view: what is shown first", async () => {
    // A panel that is open keeps its view; the digits show that the setting has arrived.
    desk.set({ "gradlens.view": "table", "gradlens.digits": 6 });
    await desk.resultIs("l = 0.580026");
    assert.equal(await desk.panel.locator(".steps").count(), 0);
    await closePanel();
    await desk.run("Show Computation Graph");
    await desk.panel.locator(".steps tbody tr").first().waitFor();
    await closePanel();
    desk.set({});
    await desk.show("const a1 = ", "l = 0.580");
  });

  it("gradlens.hover: whether hovers tell", async () => {
    const word = desk.word("const a1 = Math.tanh(w * x)", "w");
    await hover(desk.page, word, ["∂l/∂w = 4.33", "(parameter) w: number"]);
    desk.set({ "gradlens.hover": false });
    const isTold = async (): Promise<boolean> => {
      await desk.press("Escape");
      return (await hover(desk.page, word, ["(parameter) w: number"])).includes("∂");
    };
    await becomes(isTold, false);
    desk.set({});
    await becomes(isTold, true);
    await desk.press("Escape");
  });

  it("gradlens.inlayHints: when values and gradients stand behind the statements", async () => {
    const isThere = async (): Promise<boolean> => (await desk.hintBehind(STATEMENT)) !== "";
    await becomes(isThere, true);
    desk.set({ "gradlens.inlayHints": "off" });
    await becomes(isThere, false);
    desk.set({ "gradlens.inlayHints": "whilePanelIsOpen" });
    await becomes(isThere, true);
    await closePanel();
    await becomes(isThere, false);
    desk.set({ "gradlens.inlayHints": "always" });
    await becomes(isThere, true);
    desk.set({});
    await becomes(isThere, false);
    await desk.show("const a1 = ", "l = 0.580");
  });

  it("gradlens.followCursor: whether the graph goes with the cursor", async () => {
    // This setting shows by nothing until the cursor moves; the digits show that it has arrived.
    desk.set({ "gradlens.followCursor": false, "gradlens.digits": 6 });
    await desk.resultIs("l = 0.580026");
    await desk.cursorBehind("const z = w * x");
    await desk.run("Copy Table as Markdown");
    await desk.copied((text) => text.includes("a1"));
    await desk.resultIs("l = 0.580026");
    desk.set({});
    await desk.resultIs("l = 0.0624");
  });

  it("gradlens.update: whether a change is shown as it is typed, or when it is saved", async () => {
    await desk.cursorBehind("const z = w");
    desk.set({ "gradlens.update": "onSave", "gradlens.digits": 8 });
    await desk.resultIs("l = 0.062370015");
    await desk.cursorBehind("b = 0.1");
    await desk.page.keyboard.type("5");
    await desk.panel.getByText("The file has changes that are not saved.").waitFor();
    await desk.resultIs("l = 0.062370015");
    await command(desk.page, "File: Save");
    await desk.panel.locator(".panel:not(.stale)").waitFor();
    assert.equal(await desk.panel.getByRole("heading", { name: "l = 0.062370015", exact: true }).count(), 0);
  });

  it("gradlens.maxSteps: how far a function is followed", async () => {
    await desk.open("long.ts");
    await desk.cursorBehind("let s");
    await desk.resultIs("s = 2000");
    desk.set({ "gradlens.maxSteps": 1000 });
    await desk.panel
      .getByText(/Stopped after 1,000 steps/)
      .first()
      .waitFor();
  });

  /** Closes the panel with a click of the wheel. */
  async function closePanel(): Promise<void> {
    const tab = desk.tab("Computation Graph");
    await tab.click({ button: "middle" });
    await tab.waitFor({ state: "detached" });
  }
});
