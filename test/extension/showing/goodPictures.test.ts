/** The last good picture of each function. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type * as vscode from "vscode";
import { GoodPictures, MOST_GOOD } from "../../../src/extension/showing/goodPictures.ts";
import { viewModel } from "../model.ts";
import { Uri } from "../vscodeDouble.ts";

const here = Uri.parse("file:///a.ts") as unknown as vscode.Uri;
const elsewhere = Uri.parse("file:///b.ts") as unknown as vscode.Uri;

it("the newest picture of a function of a file is kept", () => {
  const pictures = new GoodPictures();
  pictures.keep(here, "loss", viewModel("old"));
  pictures.keep(here, "loss", viewModel("new"));
  pictures.keep(elsewhere, "loss", viewModel("other"));
  assert.equal(pictures.of(here, "loss")?.title, "new");
  assert.equal(pictures.of(elsewhere, "loss")?.title, "other");
  assert.equal(pictures.of(here, "gain"), undefined);
});

it("of too many functions the one whose picture is the oldest is forgotten", () => {
  const pictures = new GoodPictures();
  for (let i = 0; i < MOST_GOOD; i++) pictures.keep(here, `f${i}`, viewModel(`f${i}`));
  pictures.keep(here, "f0", viewModel("f0"));
  pictures.keep(here, "one more", viewModel("one more"));
  const kept = ["f0", "f1", "f2", "one more"].filter((name) => pictures.of(here, name) !== undefined);
  assert.deepEqual(kept, ["f0", "f2", "one more"]);
});
