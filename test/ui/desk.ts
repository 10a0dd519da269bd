/** What a person does in VS Code with the panel, and what there is to see. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { out } from "../../host/paths.mjs";
import { command, focused, goTo, openFile, ready } from "../../host/workbench.mjs";

const screenshots = path.join(out, "screenshots");
/** Icons are letters of a font of their own. */
const ICONS = /[\ue000-\uf8ff]/g;

/** Where a person sits. */
interface Place {
  readonly page: Page;
  readonly panel: FrameLocator;
  readonly folder: string;
}

/** The texts of the picture as they are drawn: a line per node and per edge, in alphabetical order. */
interface Drawn {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** VS Code with the editor on the left and the panel on the right, in the hands of a person. */
export class Desk {
  private readonly place: () => Place;
  /** The file that the person is in. */
  private file = "lecture.ts";

  constructor(place: () => Place) {
    this.place = place;
  }

  get page(): Page {
    return this.place().page;
  }

  /** The document of the visible panel. */
  get panel(): FrameLocator {
    return this.place().panel;
  }

  get folder(): string {
    return this.place().folder;
  }

  // The editor

  /** Runs one of the extension's commands through the palette. */
  run(title: string): Promise<void> {
    return command(this.page, `GradLens: ${title}`);
  }

  /** Opens a file of the folder. */
  async open(file: string): Promise<void> {
    // Beside the panel, also when that has the keyboard.
    await this.press("Control+1");
    await openFile(this.page, file);
    this.file = file;
  }

  /** Brings the file's editor to the front with a click on its tab. */
  async edit(file = this.file): Promise<void> {
    await this.tab(file).click();
    this.file = file;
  }

  tab(title: string): Locator {
    return this.page.locator(".tab", { hasText: title });
  }

  /** Puts the cursor behind a text of the file, as it is saved. */
  async cursorBehind(text: string): Promise<void> {
    const { line, column } = this.placeOf(text);
    await goTo(this.page, line, column);
  }

  /** The line, counted from 1, and the column behind a text of the file as it is saved. */
  placeOf(text: string): { readonly line: number; readonly column: number } {
    const lines = fs.readFileSync(path.join(this.folder, this.file), "utf8").split("\n");
    const index = lines.findIndex((line) => line.includes(text));
    assert.notEqual(index, -1, `${text} is not in ${this.file}`);
    return { line: index + 1, column: (lines[index] ?? "").indexOf(text) + text.length + 1 };
  }

  /** Shows the graph of the function that a text is in, and waits for its first line. */
  async show(text: string, result: string): Promise<void> {
    await this.cursorBehind(text);
    await this.run("Show Computation Graph");
    await this.resultIs(result);
    await this.panel.locator(".stage .edgeLabel").first().waitFor();
  }

  /** Takes all edits of the file back. */
  async revert(): Promise<void> {
    await this.edit();
    await command(this.page, "File: Revert File");
    await this.tab(this.file).and(this.page.locator(".dirty")).waitFor({ state: "detached" });
  }

  /** Loads the window again. */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent("load"), command(this.page, "Developer: Reload Window")]);
    await ready(this.page, this.file);
  }

  /** What stands in a line of the editor, with the hints behind it. */
  line(text: string): Locator {
    return this.page.locator(".view-line", { hasText: text }).first();
  }

  /** The hint behind a statement of the editor; empty for none. */
  async hintBehind(statement: string): Promise<string> {
    const whole = plain(await this.line(statement).innerText());
    return whole.slice(whole.indexOf(statement) + statement.length).trim();
  }

  /** A word of a line of the editor, to be pointed at. */
  word(line: string, word: string): Locator {
    return this.line(line)
      .locator("span", { hasText: new RegExp(`^\\s*${word}\\s*$`) })
      .last();
  }

  /** Waits until something in the editor is highlighted by us, or nothing is. */
  async highlighted(isThere: boolean): Promise<void> {
    const ours = this.page.locator('.view-overlays .cdr[class*="TextEditorDecorationType"]');
    await becomes(async () => (await ours.count()) > 0, isThere);
  }

  async cursorIs(line: number): Promise<void> {
    await this.page.getByText(new RegExp(`^Ln ${line}, Col`)).waitFor();
  }

  /** Sets settings of the folder, and no others. */
  set(settings: Readonly<Record<string, unknown>>): void {
    const file = path.join(this.folder, ".vscode/settings.json");
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(settings));
  }

  // The panel

  /** Waits until the panel's first line is this. */
  async resultIs(text: string): Promise<void> {
    await this.panel.getByRole("heading", { name: text, exact: true }).waitFor();
  }

  /** The node of a name in the picture. */
  node(name: string): Locator {
    const title = this.panel.locator(".l1", { hasText: new RegExp(`^${name}( =|$)`) });
    return this.panel.locator(".stage g.node", { has: title });
  }

  /** Has the graph run from left to right, whatever its size: arrow keys follow its edges. */
  async drawAcross(from: string, to: string): Promise<void> {
    this.set({ "gradlens.direction": "leftToRight" });
    await becomes(() => this.isBelow(from, to), false);
  }

  /** Whether a node is below another one rather than beside it. */
  async isBelow(from: string, to: string): Promise<boolean | undefined> {
    const [upper, lower] = await Promise.all([this.node(from).boundingBox(), this.node(to).boundingBox()]);
    return upper === null || lower === null ? undefined : lower.y >= upper.y + upper.height;
  }

  button(name: string): Locator {
    return this.panel.getByRole("button", { name, exact: true });
  }

  /** The field with the value of an input. */
  field(name: string): Locator {
    return this.panel.getByLabel(`Value of ${name}`, { exact: true });
  }

  /** Opens or closes the fields of the inputs. */
  async toggleInputs(): Promise<void> {
    await this.button("Inputs").click();
  }

  async picture(): Promise<Drawn> {
    // At once: another drawing may come between two questions.
    const { nodes, edges } = await this.panel.locator("body").evaluate((body) => ({
      nodes: Array.from(body.querySelectorAll(".stage g.node .nodeLabel"), (label) =>
        Array.from(label.children, (line) => line.textContent).join(" | "),
      ),
      edges: Array.from(body.querySelectorAll(".stage .edgeLabel .labelBkg"), (label) => label.textContent),
    }));
    return { nodes: nodes.sort(), edges: edges.sort() };
  }

  /** Waits until the picture has so many edges. */
  drawn(edges: number): Promise<Drawn> {
    return eventually(
      () => this.picture(),
      (picture) => picture.edges.length === edges,
    );
  }

  /** Where the person looks at the picture. */
  camera(): Promise<string> {
    return this.panel.locator(".stage").evaluate((stage) => stage.style.transform);
  }

  /** Waits until the person looks somewhere else. */
  cameraAfter(before: string | undefined): Promise<string> {
    return eventually(
      () => this.camera(),
      (camera) => camera !== before,
    );
  }

  // The keyboard

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until the keyboard is in the `editor`, or in the `page` of the panel. */
  async focusIn(place: "editor" | "page"): Promise<void> {
    await eventually(
      () => focused(this.page),
      (now) => now === place,
    );
  }

  /** What has the keyboard in the panel: a node's name, else the control's. */
  async focusedInPage(): Promise<string> {
    const name = await this.panel.locator("body").evaluate((body) => {
      const active = body.ownerDocument.activeElement;
      const node = active?.closest("g.node")?.querySelector(".l1")?.textContent;
      return node != null ? `node ${node}` : (active?.getAttribute("aria-label") ?? active?.textContent ?? "");
    });
    return name.replaceAll(ICONS, "");
  }

  /** Gives the panel the keyboard, and goes by Tab to something: to a control of this name, or to the `node` that has its turn. */
  async tabTo(wanted: string | RegExp): Promise<void> {
    await this.run("Focus Computation Graph");
    await this.focusIn("page");
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await this.press("Tab");
      const name = await this.focusedInPage();
      if (typeof wanted === "string" ? name === wanted : wanted.test(name)) return;
      if (wanted === "node" && name.startsWith("node ")) return;
      seen.push(name);
    }
    assert.fail(`${String(wanted)} is not among ${seen.join(", ")}`);
  }

  // The mouse

  /** Drags something by pixels, from its middle or from a place in it. */
  async drag(
    thing: Locator,
    right: number,
    down: number,
    from?: { readonly x: number; readonly y: number },
  ): Promise<void> {
    const box = await thing.boundingBox();
    assert.ok(box !== null, "what is dragged is not to be seen");
    const [x, y] = [box.x + (from?.x ?? box.width / 2), box.y + (from?.y ?? box.height / 2)];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + right, y + down, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Chooses from VS Code's menu of a thing in the panel. */
  async menu(thing: Locator, item: string): Promise<void> {
    await thing.click({ button: "right" });
    await this.choose(item);
  }

  /** Chooses from the menu of the panel's button for more. */
  async more(item: string): Promise<void> {
    await this.button("More Actions").click();
    await this.choose(item);
  }

  /** Clicks on an item until its menu is gone: for a moment after it has opened, a menu takes no click. */
  async choose(item: string): Promise<void> {
    const entry = this.page.getByRole("menuitem", { name: item, exact: true });
    await entry.waitFor();
    await becomes(async () => {
      await entry.click({ timeout: 1000 }).catch(() => undefined);
      return entry.isVisible();
    }, false);
  }

  // Around

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Waits until the clipboard has something that fits, and empties it before the next question. */
  async copied(accepts: (text: string) => boolean): Promise<string> {
    const text = await eventually(() => this.clipboard(), accepts);
    await this.page.evaluate(() => navigator.clipboard.writeText(""));
    return text;
  }

  /** Keeps a picture among the test's artefacts. */
  async screenshot(name: string): Promise<void> {
    fs.mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }

  notifications(): Promise<string[]> {
    return this.page.locator(".notification-list-item-message").allInnerTexts();
  }
}

/** Waits until what is asked for is so; else fails with what it was last. */
export async function eventually<T>(ask: () => Promise<T>, accepts: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (accepts(answer)) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain; at the end it was ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until something is this; else fails with what it was last. */
export async function becomes<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  await eventually(ask, (answer) => JSON.stringify(answer) === JSON.stringify(wanted));
}

/** Editors draw spaces that do not break. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
