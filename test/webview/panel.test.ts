/** The built page in a real browser, under the policy that the host sets. One browser for all suites. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe } from "node:test";
import type { Browser } from "playwright-core";
import { activation, graphState, show } from "./fixtures.ts";
import { buildPage, openBrowser, openPanel, type Panel } from "./harness.ts";
import { derivativeTests, surfaceTests } from "./panel/derivatives.ts";
import { galleryTests } from "./panel/gallery.ts";
import { inputTests } from "./panel/inputs.ts";
import { legibleTests } from "./panel/legible.ts";
import { narrowTests } from "./panel/narrow.ts";
import { pictureTests } from "./panel/picture.ts";
import { regionTests } from "./panel/regions.ts";
import { screenshot, type Site } from "./panel/site.ts";
import { stateTests } from "./panel/states.ts";
import { tableTests } from "./panel/table.ts";
import { toolTests } from "./panel/tools.ts";
import { useTests } from "./panel/use.ts";

describe("the panel's page", () => {
  let browser: Browser;
  const opened: Panel[] = [];
  const site: Site = {
    open: async (options) => {
      const panel = await openPanel(browser, options);
      opened.push(panel);
      return panel;
    },
    shown: async (model = activation(), options = {}) => {
      const panel = await site.open(options);
      await panel.send(show(graphState(model)));
      await panel.drawn();
      return panel;
    },
  };

  before(async () => {
    buildPage();
    fs.mkdirSync(path.dirname(screenshot("")), { recursive: true });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    const errors = opened.flatMap((panel) => panel.errors);
    assert.deepEqual(errors, [], "no page reported an error or a violation of its policy");
  });

  pictureTests(site);
  legibleTests(site);
  useTests(site);
  stateTests(site);
  toolTests(site);
  tableTests(site);
  narrowTests(site);
  derivativeTests(site);
  surfaceTests(site);
  galleryTests(site);
  regionTests(site);
  inputTests(site);
});
