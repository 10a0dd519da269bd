/** How a picture is drawn: in what notation, and in which direction. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseManner, type Manner, type Wishes } from "../../src/view/picture/layout/manner.ts";

/** Choose where everything that is not listed is seen at a scale of 0.1. */
function choose(scales: Readonly<Record<string, number>>, wishes: Partial<Wishes> = {}): string {
  const nameOf = ({ notation, direction, within }: Manner): string =>
    `${notation} ${direction}${within === undefined ? "" : ` within ${within}`}`;
  const scaleIn = (manner: Manner): number => scales[nameOf(manner)] ?? 0.1;
  const manner = chooseManner({
    chosen: undefined,
    present: undefined,
    within: 440,
    isNarrow: false,
    ...wishes,
    scaleIn,
  });
  return nameOf(manner);
}

describe("the manner of a picture", () => {
  it("writes everything where everything can be read, from left to right first", () => {
    assert.equal(choose({ "full LR": 1, "full TB": 1 }), "full LR");
    assert.equal(choose({ "full TB": 0.95, "short LR": 1 }), "full TB");
  });

  it("writes less before it is too small to be read", () => {
    assert.equal(choose({ "full LR": 0.8, "short LR": 0.9 }), "short LR");
    assert.equal(choose({ "full LR": 0.8, "short LR": 0.8, "compact TB": 0.85 }), "compact TB");
  });

  it("takes the larger direction where nothing can be read, and none for little", () => {
    assert.equal(choose({ "bare LR": 0.4, "bare TB": 0.6 }), "bare TB");
    assert.equal(choose({ "bare LR": 0.55, "bare TB": 0.6 }), "bare LR");
  });

  it("makes nodes slim where they stand beside each other and little is gained by turning", () => {
    assert.equal(choose({ "bare LR": 0.3, "bare TB": 0.47, "slim TB": 0.6 }), "slim TB");
    assert.equal(choose({ "bare LR": 0.3, "bare TB": 0.5, "slim TB": 0.55 }), "bare TB");
    assert.equal(choose({ "bare LR": 0.5, "slim TB": 0.9 }, { chosen: "LR" }), "bare LR");
  });

  it("is no wider than a narrow panel has room for, from top to bottom only", () => {
    const wishes = { chosen: undefined, present: "TB", within: 440, isNarrow: true } as const;
    assert.deepEqual(chooseManner({ ...wishes, scaleIn: () => 0.7 }), {
      notation: "bare",
      direction: "TB",
      within: 440,
    });
    const scaleIn = ({ direction }: Manner): number => (direction === "TB" ? 0.4 : 0.7);
    assert.deepEqual(chooseManner({ ...wishes, scaleIn }), { notation: "bare", direction: "LR", within: undefined });
  });

  it("becomes longer where a wide picture could not be read, in any panel", () => {
    const scales = { "bare LR": 0.5, "bare TB": 0.45, "bare TB within 440": 0.55, "slim TB within 440": 0.65 };
    assert.equal(choose(scales), "slim TB within 440");
    assert.equal(choose({ ...scales, "bare LR": 0.7 }), "bare LR");
    assert.equal(choose(scales, { chosen: "LR" }), "bare LR");
  });

  it("keeps the direction that there is as long as it serves", () => {
    assert.equal(choose({ "short LR": 1, "short TB": 0.9 }, { present: "TB" }), "short TB");
    assert.equal(choose({ "short LR": 1, "short TB": 0.5 }, { present: "TB" }), "short LR");
  });

  it("does as it is told", () => {
    assert.equal(choose({ "full LR": 1, "bare TB": 0.2 }, { chosen: "TB" }), "bare TB");
  });
});
