/** The page's state: what a message, a choice and a change of an input do to it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noWalking } from "../../../src/webview/descend/walking.ts";
import { afterChange, textOf } from "../../../src/webview/inputs/changes.ts";
import { sentenceOf } from "../../../src/webview/speech.ts";
import {
  afterShow,
  blankPage,
  litPath,
  selectionOf,
  withSelection,
  type Page,
} from "../../../src/webview/state/page.ts";
import { keep, restore } from "../../../src/webview/state/saved.ts";
import { activation, graphState, show, weightSharing } from "../fixtures.ts";

describe("how panels look", () => {
  it("is as it was chosen: the direction always, the view in a new panel only", () => {
    const look = { direction: "topToBottom", view: "table" } as const;
    const first = afterShow(blankPage, { ...show(graphState(activation())), look } as Show);
    assert.deepEqual([first.direction, first.view], ["topToBottom", "table"]);
    const later = afterShow({ ...first, view: "graph" }, { ...show(graphState(activation()), 2), look } as Show);
    assert.equal(later.view, "graph");
  });
});

type Show = Extract<ReturnType<typeof show>, { kind: "show" }>;

function shown(page: Page, model: ReturnType<typeof activation>, revision = page.revision + 1): Page {
  return afterShow(page, show(graphState(model), revision) as Show);
}

const first = shown(blankPage, activation());

describe("the page's state", () => {
  it("selects the first input of a function that it has not shown", () => {
    assert.equal(first.selected, "n0");
    assert.equal(first.isChosen, false);
    const other = shown(withSelection(first, "n4"), weightSharing());
    assert.equal(other.selected, "n0");
  });

  it("keeps a selection while the function stays, by id, and by name where ids have moved", () => {
    const chosen = withSelection(first, "n4");
    assert.equal(shown(chosen, activation(5, 3, 1)).selected, "n4");
    const model = activation();
    const rename = (id: string): string => (id === "n4" ? "n9" : id);
    const moved = {
      ...model,
      topology: "other",
      nodes: model.nodes.map((node) => ({ ...node, id: rename(node.id) })),
      details: model.details.map((each) => ({ ...each, node: rename(each.node) })),
    };
    assert.equal(shown(chosen, moved).selected, "n9");
    assert.equal(selectionOf(shown(chosen, moved))?.node.name, "v");
  });

  it("keeps everything of a function while there is none at the cursor", () => {
    const chosen = withSelection(first, "n4");
    const without = afterShow(chosen, show({ kind: "empty", suggestions: [] }, 9) as Show);
    assert.equal(without.left?.title, activation().title);
    const back = shown(without, activation());
    assert.deepEqual([back.selected, back.isChosen, back.left], ["n4", true, undefined]);
    assert.equal(shown(without, weightSharing()).selected, "n0");
  });

  it("selects nothing by itself after a person has unselected", () => {
    assert.equal(shown(withSelection(first, undefined), activation(3)).selected, undefined);
  });

  it("does not go back to an older revision, and takes any after a restart", () => {
    const later = shown(first, activation(5), 7);
    assert.equal(shown(later, activation(4), 6), later);
    const restored = restore(JSON.parse(JSON.stringify(keep(later, undefined))) as unknown).page;
    assert.equal(shown(restored, activation(4), 0).revision, 0);
  });

  it("remembers what the code says of a changed input", () => {
    assert.deepEqual(first.originals["w"], { value: "2", source: "at" });
    const changed: Page = { ...first, ...afterChange(first, { w: "2.5" }, "w") };
    const seen = shown(changed, activation(2.5, 3, 1, { changed: ["w"] }));
    assert.deepEqual(seen.originals["w"], { value: "2", source: "at" });
    assert.deepEqual([seen.changed, seen.isUnseen], [{ w: "2.5" }, false]);
  });

  it("shows what was typed while answers to earlier texts arrive", () => {
    const typed: Page = { ...first, ...afterChange(first, { w: "12" }, "w") };
    const late = shown(typed, activation(1, 3, 1, { changed: ["w"] }));
    assert.equal(textOf(late, activation(1).inputs[0]!), "12");
  });

  it("lights the largest path until another is chosen or pointed at", () => {
    const page = shown(blankPage, weightSharing());
    const paths = selectionOf(page)!.details!.paths;
    assert.equal(litPath(page, paths), 1);
    assert.equal(litPath({ ...page, path: 0 }, paths), 0);
    assert.equal(litPath({ ...page, path: 0, pointed: { kind: "path", path: 1 } }, paths), 1);
    assert.equal(litPath({ ...page, path: 9 }, paths), 1);
  });

  it("keeps itself over a reload, and leaves out what it does not understand", () => {
    const camera = { view: { x: 1, y: 2, scale: 0.5 }, isFitted: false, of: "f" };
    const walking = { ...noWalking, isOpen: true, rate: 0.05, resting: ["x"] };
    const history = { past: [{}, { w: "3" }], future: [], gesture: "w" };
    const page: Page = {
      ...withSelection(first, "n4"),
      view: "table",
      isInputsOpen: true,
      history,
      tools: { ...first.tools, walking },
    };
    const kept = JSON.parse(JSON.stringify(keep(page, camera))) as Record<string, unknown>;
    const restored = restore(kept);
    assert.deepEqual(restored.camera, camera);
    assert.equal(restored.page.selected, "n4");
    assert.equal(restored.page.view, "table");
    assert.equal(restored.page.isInputsOpen, true);
    assert.equal(restored.page.isFresh, false);
    assert.deepEqual(restored.page.tools.walking, walking);
    assert.deepEqual(restored.page.history, { ...history, gesture: undefined });
    const broken = restore({
      ...kept,
      camera: { view: { x: "1", y: 2, scale: 0 } },
      originals: { w: 3 },
      selected: 4,
      history: { past: [{ w: 3 }, 4], future: 5 },
      walking: { rate: "1", steps: 3, resting: [1] },
      view: 7,
    });
    assert.equal(broken.camera, undefined);
    assert.deepEqual(broken.page.originals, {});
    assert.deepEqual(broken.page.history, { past: [], future: [], gesture: undefined });
    assert.deepEqual(broken.page.tools.walking, noWalking);
    assert.equal(broken.page.selected, undefined);
    assert.equal(restore({ ...kept, state: { kind: "graph" } }).page.shown, undefined);
    assert.equal(restore("text").page, blankPage);
  });

  it("says the result and the selected gradient in one sentence", () => {
    assert.equal(sentenceOf(first), "a 7. Gradient of w +3.");
    assert.equal(sentenceOf(withSelection(first, "n1")), "a 7. Gradient of x +2.");
    assert.equal(sentenceOf(blankPage), "");
  });
});
