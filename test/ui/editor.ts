/** The VS Code that the user-interface tests look at: one for all suites, each of which finds it as it was at the start. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before } from "node:test";
import { openEditor } from "../../host/editor.mjs";
import { examples, lecture, out } from "../../host/paths.mjs";
import { command, openFile } from "../../host/workbench.mjs";
import { becomes, Desk } from "./desk.ts";

/** A VS Code with the packaged extension, on a copy of the examples. */
type Editor = Awaited<ReturnType<typeof openEditor>>;

/** Where the runner has installed the package. */
const extensions = path.join(out, "extensions/ui");
/** Wide enough for the lecture's graph in full notation beside the editor. */
const LARGE = { width: 1920, height: 1080 };

/** What a suite needs. */
interface Needs {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Whether the folder is not trusted; such a suite gets a VS Code of its own. */
  readonly isRestricted?: boolean;
  /** Texts of files that the folder has besides, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

let shared: Editor | undefined;

after(async () => {
  await shared?.close();
});

/** Gives the suite that is being defined a VS Code with the lecture's file open, in which nothing is to disturb the person until the suite ends. */
export function useEditor(name: string, needs: Needs = {}): Desk {
  const { viewport = LARGE, isRestricted = false, files = {} } = needs;
  let editor: Editor | undefined;
  const desk = new Desk(() => {
    assert.ok(editor !== undefined, "VS Code is not open yet");
    return editor;
  });
  before(async () => {
    if (isRestricted) editor = await openEditor({ extensions, viewport, isRestricted, files });
    else if (shared === undefined) shared = editor = await openEditor({ extensions, viewport, files });
    else await tidyUp((editor = shared), { viewport, files });
  });
  after(async () => {
    if (editor === undefined) return;
    await desk.screenshot(`${name}-at-the-end`);
    const said = await desk.notifications();
    if (isRestricted) await editor.close();
    assert.deepEqual(said, [], "no notification was shown");
  });
  return desk;
}

/** Closes whatever an earlier suite has left open, gives the folder its files back, and opens the lecture's. */
async function tidyUp(
  { page, folder }: Editor,
  { viewport, files }: Required<Pick<Needs, "viewport" | "files">>,
): Promise<void> {
  await page.keyboard.press("Escape");
  await command(page, "View: Close All Editors");
  const forget = page.getByRole("button", { name: "Don't Save" });
  await becomes(async () => {
    if (await forget.isVisible()) await forget.click();
    return page.locator(".tab").count();
  }, 0);
  const own = new Set(fs.readdirSync(examples));
  for (const name of fs.readdirSync(folder))
    if (!own.has(name)) fs.rmSync(path.join(folder, name), { recursive: true });
  fs.cpSync(examples, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  await page.setViewportSize(viewport);
  await openFile(page, path.basename(lecture));
}
