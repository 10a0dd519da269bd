/** Places of an older text. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { olderOffset } from "../../src/engine/outdated.ts";

const older = "const u = w * x;\nreturn u;";
const newer = "const u = w * (x;\nreturn u;";

it("a place before the change stays where it is", () => {
  assert.equal(olderOffset(older, newer, newer.indexOf("w")), older.indexOf("w"));
});

it("a place after the change moves with the text", () => {
  assert.equal(olderOffset(older, newer, newer.lastIndexOf("u")), older.lastIndexOf("u"));
  assert.equal(olderOffset(older, newer, newer.length), older.length);
});

it("a place inside of what is new has no older place", () => {
  assert.equal(olderOffset("a b", "a XYZ b", 4), undefined);
});

it("equal texts have equal places", () => {
  for (let offset = 0; offset <= older.length; offset++) assert.equal(olderOffset(older, older, offset), offset);
});
