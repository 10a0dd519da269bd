/** Every state in the four themes, at two widths and at 200 %: nothing is lost, nothing is objected to, and the pictures are kept to be looked at. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, it } from "node:test";
import type { Page } from "playwright-core";
import type { PanelState } from "../../src/protocol.ts";
import { kept } from "../../src/view/sealed.ts";
import { lostParts } from "./gallery/lost.ts";
import { serve } from "./gallery/served.ts";
import { bring, states } from "./gallery/states.ts";
import type { Panel } from "./harness.ts";
import { describePage, screenshot, type Site } from "./panel/site.ts";
import { themes, type ThemeName } from "./themes.ts";

/** How much room the page has; a zoom of 200 % halves it and doubles its pixels. */
const SIZES = [
  { name: "wide", width: 760, height: 680, scale: 1 },
  { name: "narrow", width: 320, height: 720, scale: 1 },
  { name: "zoomed", width: 400, height: 360, scale: 2 },
] as const;
const axe = path.join(PROJECT_ROOT, "node_modules/axe-core/axe.min.js");

describePage("the page in four themes, at two widths and at 200 %", (site) => {
  for (const shown of states) {
    it(`the state “${shown.name}” is whole`, async () => {
      const served = await serve(shown.subject);
      const panel = await site.open(shown.isRestored === true ? { state: keptOf(served.state) } : {});
      await bring(panel, shown, served.state);
      await settled(panel, served.answer);
      await panel.page.evaluate(fs.readFileSync(axe, "utf8"));
      const lost: string[] = [];
      for (const size of SIZES) {
        await resize(panel.page, size);
        await settled(panel, served.answer);
        for (const theme of Object.keys(themes) as ThemeName[]) {
          await setTheme(panel.page, theme);
          await panel.page.screenshot({
            path: screenshot(`${shown.name}-${theme}-${size.name}.png`),
            animations: "disabled",
          });
          if (size.name !== "wide" && theme !== "dark") continue;
          const objections = await violations(panel.page);
          lost.push(...objections.map((each) => `${theme} ${size.name}: ${each}`));
        }
        lost.push(...(await lostParts(panel.page)).map((each) => `${size.name}: ${each}`));
      }
      await panel.page.close();
      assert.deepEqual(lost, []);
    });
  }

  after(() => contactSheets(site));
});

/** What a page keeps of a picture. */
function keptOf(state: PanelState): unknown {
  return { state: state.kind === "graph" ? { ...state, model: kept(state.model) } : state, pinned: false };
}

/** Wait until the page has answers to everything, and draws and writes nothing more. */
async function settled(panel: Panel, answer: (panel: Panel) => Promise<void>): Promise<void> {
  await quiet(panel.page);
  await answer(panel);
  await quiet(panel.page);
}

/** Wait until the document has not changed for longer than the page ever waits before it draws again. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const done = (): void => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(done, 150);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 150);
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
}

async function resize(page: Page, { width, height, scale }: (typeof SIZES)[number]): Promise<void> {
  await page.setViewportSize({ width, height });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: scale, mobile: false });
}

async function setTheme(page: Page, theme: ThemeName): Promise<void> {
  await page.evaluate(
    ({ className, variables, names }) => {
      document.body.className = className;
      const { style } = document.documentElement;
      for (const name of names) style.removeProperty(`--vscode-${name}`);
      for (const [name, value] of Object.entries(variables)) style.setProperty(`--vscode-${name}`, value);
    },
    { ...themes[theme], names: Object.values(themes).flatMap(({ variables }) => Object.keys(variables)) },
  );
}

async function violations(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof import("axe-core") };
    const isStale = document.querySelector(".panel.stale") !== null;
    const rules = { "color-contrast": { enabled: !isStale } };
    const { violations: found } = await checker.run("#panel", { rules, resultTypes: ["violations"] });
    return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
}

/** One picture of a state's pictures, to be looked at quickly. */
async function contactSheets(site: Site): Promise<void> {
  const panel = await site.open({});
  for (const { name } of states) {
    for (const sizes of [["wide"], ["narrow", "zoomed"]]) {
      const pictures = sizes.flatMap((size) => Object.keys(themes).map((theme) => `${name}-${theme}-${size}.png`));
      const files = pictures.map((picture) => screenshot(picture)).filter((file) => fs.existsSync(file));
      if (files.length === 0) continue;
      const images = files.map((file) => `data:image/png;base64,${fs.readFileSync(file).toString("base64")}`);
      const columns = sizes.length === 1 ? 2 : 4;
      await panel.page.setViewportSize({ width: columns === 2 ? 1528 : 1628, height: 1200 });
      await panel.page.evaluate(
        async ({ sources, across }) => {
          document.body.style.cssText = "overflow: visible; height: auto; background: #888; margin: 0";
          const sheet = document.createElement("div");
          sheet.style.cssText = `display: grid; grid-template-columns: repeat(${across}, max-content); gap: 8px; width: max-content`;
          for (const source of sources) {
            const image = new Image();
            image.src = source;
            await image.decode();
            image.style.maxWidth = across === 2 ? "760px" : "400px";
            sheet.append(image);
          }
          document.body.replaceChildren(sheet);
        },
        { sources: images, across: columns },
      );
      const file = screenshot(`sheets/${name}-${sizes.join("-")}.png`);
      await panel.page.locator("body > div").screenshot({ path: file });
    }
  }
  await panel.page.close();
}
