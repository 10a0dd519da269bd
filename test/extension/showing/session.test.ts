/** What is shown, and who hears of it. */
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type * as vscode from "vscode";
import { withInputs } from "../../../src/extension/showing/choices.ts";
import { Session } from "../../../src/extension/showing/session.ts";
import { presentPlace, type Result, type Subject } from "../../../src/extension/showing/showing.ts";
import { errorFinding, functionInfo, viewModel } from "../model.ts";
import { Uri } from "../vscodeDouble.ts";

const uri = Uri.parse("file:///a.ts") as unknown as vscode.Uri;
const atCursor: Subject = { uri, target: { kind: "offset", offset: 12 } };
const elsewhere: Subject = { uri: Uri.parse("file:///b.ts") as unknown as vscode.Uri, target: atCursor.target };
const loss: Result = {
  state: { kind: "graph", model: viewModel("loss"), outdated: undefined },
  function: functionInfo("loss"),
  stamp: 1,
};

let session: Session;
/** The showings that were to be computed. */
let asked: number[];

beforeEach(() => {
  session = new Session();
  asked = [];
  session.onDidAsk((id) => asked.push(id));
});

/** Open a showing that has a picture. */
function shown(pinned: boolean): number {
  const id = session.open(atCursor, pinned);
  session.publish(id, session.begin(id), loss);
  return id;
}

describe("a result", () => {
  it("is dropped when something newer has begun", () => {
    const id = session.open(atCursor, false);
    const late = session.begin(id);
    const newest = session.begin(id);
    assert.equal(session.publish(id, late, loss), false);
    assert.equal(session.get(id)!.hasResult, false);
    assert.equal(session.publish(id, newest, loss), true);
    assert.equal(session.get(id)!.function?.name, "loss");
  });

  it("is the last good picture of its function unless a reason stands at it", () => {
    const id = shown(false);
    const state = { kind: "graph", model: viewModel("older"), outdated: errorFinding("`)` expected.") } as const;
    session.publish(id, session.begin(id), { ...loss, state });
    assert.equal(session.lastGood(uri, "loss")?.title, "loss");
  });
});

describe("a place in a picture", () => {
  const place = { file: uri.toString(), start: 100, end: 110, line: 5 };
  const written = [{ rangeOffset: 0, rangeLength: 0, text: "12345" }];
  const placeIn = (id: number): unknown => {
    const found = presentPlace(place, session.get(id)!);
    return found && [found.start, found.end];
  };

  it("moves with the text as long as the picture is older than it", () => {
    const id = shown(false);
    session.shift(uri, written);
    assert.deepEqual(placeIn(id), [105, 115]);
    const state = { ...loss.state, outdated: errorFinding("`)` expected.") } as Result["state"];
    session.publish(id, session.begin(id), { ...loss, state });
    session.shift(uri, written);
    assert.deepEqual(placeIn(id), [110, 120]);
    session.publish(id, session.begin(id), loss);
    assert.deepEqual(placeIn(id), [100, 110]);
  });

  it("is not known in a picture of another time", () => {
    const id = shown(false);
    const state = { kind: "graph", model: viewModel("older"), outdated: errorFinding("`)` expected.") } as const;
    session.publish(id, session.begin(id), { ...loss, state });
    assert.equal(placeIn(id), undefined);
  });

  it("is as it is where it tells why there is no newer picture, and in other files", () => {
    const id = shown(false);
    const outdated = { ...errorFinding("`)` expected."), source: place };
    session.publish(id, session.begin(id), { ...loss, state: { ...loss.state, outdated } as Result["state"] });
    session.shift(uri, written);
    assert.deepEqual(placeIn(id), [100, 110]);
    const other = { ...place, file: "file:///b.ts", start: 1, end: 2 };
    assert.deepEqual(presentPlace(other, session.get(id)!), other);
  });
});

describe("a pinned showing", () => {
  it("looks for its function by name, where an edit has moved it", () => {
    const id = shown(true);
    assert.deepEqual(session.get(id)!.subject?.target, { kind: "name", name: "loss", start: 9 });
    session.shift(uri, [{ rangeOffset: 0, rangeLength: 0, text: "12345" }]);
    assert.deepEqual(session.get(id)!.subject?.target, { kind: "name", name: "loss", start: 14 });
  });

  it("has nothing to do with the function of another file that was on show before", () => {
    const id = shown(false);
    session.follow(id, elsewhere);
    session.pin(id, true);
    assert.deepEqual(session.get(id)!.subject, elsewhere);
  });
});

it("one showing follows: to open or to unpin another one pins it", () => {
  const first = shown(false);
  const second = shown(false);
  assert.deepEqual([session.get(first)!.pinned, session.following?.id], [true, second]);
  session.pin(first, false);
  assert.deepEqual([session.following?.id, session.get(second)!.pinned], [first, true]);
});

it("what is chosen is computed, goes with edits, and is forgotten with its showing", () => {
  const id = shown(false);
  asked = [];
  session.choose(id, withInputs({ w: "5" }));
  assert.deepEqual(asked, [id]);
  session.shift(uri, [{ rangeOffset: 0, rangeLength: 0, text: "12345" }]);
  assert.deepEqual(session.choicesOf(id, uri), [{ name: "loss", start: 14, changed: { w: "5" }, output: undefined }]);
  session.close(id);
  assert.deepEqual(session.choicesOf(id, uri), []);
});
