/** What `npm start -- --check` does: shows the lecture's graph through the palette, without a window, and keeps a picture of it. */
import fs from "node:fs";
import path from "node:path";
import { examples, lecture, out } from "./paths.mjs";
import { command, goTo, openWorkbench, panel, ready } from "./workbench.mjs";

/** Whether the panel shows the lecture's graph. @param {import("./server.mjs").Server} server */
export async function check(server) {
  const picture = path.join(out, "start-check.png");
  fs.mkdirSync(out, { recursive: true });
  const workbench = await openWorkbench(server, { folder: examples, file: lecture });
  const { page } = workbench;
  try {
    await ready(page, path.basename(lecture));
    await goTo(page, lineOf("return Math.max(0, v)"));
    await command(page, "GradLens: Show Computation Graph");
    await panel(page).getByText("a = 7").first().waitFor({ timeout: 30_000 });
    await panel(page).locator("svg g.node").first().waitFor({ timeout: 30_000 });
    console.log(`The panel shows a = 7; see ${path.relative(process.cwd(), picture)}.`);
    return true;
  } catch (error) {
    console.error(`The panel does not show the graph: ${error instanceof Error ? error.message : error}`);
    console.error(workbench.messages.slice(-20).join("\n"));
    return false;
  } finally {
    await page.screenshot({ path: picture });
    await workbench.close();
  }
}

/** The line, counted from 1, of the lecture's file that has a text. @param {string} text */
function lineOf(text) {
  const lines = fs.readFileSync(lecture, "utf8").split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}
