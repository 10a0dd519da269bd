/** Where the parts of a picture stand, for chosen pictures and for made-up ones. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Size } from "../../../../src/view/picture/layout/fit.ts";
import { along, sizeAlong, type Box } from "../../../../src/view/picture/layout/geometry.ts";
import { layOut, type Layout } from "../../../../src/view/picture/layout/layout.ts";
import type { Direction, Manner } from "../../../../src/view/picture/layout/manner.ts";
import { MARGIN, spacingOf } from "../../../../src/view/picture/layout/spacing.ts";

interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** A picture of nodes, each with the operands before it, whose labels are as wide as is said; 0 for none. */
interface Picture {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly Edge[];
  readonly sizes: { readonly nodes: ReadonlyMap<string, Size>; readonly labels: ReadonlyMap<string, Size> };
}

const FULL: Manner = { notation: "full", direction: "LR", within: undefined };
const NODE: Size = { width: 100, height: 50 };

/** Write a picture as `v = u b`: what stands for each node behind its operands. */
function pictureOf(lines: readonly string[], labelWidth = 0): Picture {
  const edges = lines.flatMap((line): Edge[] => {
    const [to = "", operands = ""] = line.split(" = ");
    return operands.split(" ").flatMap((from) => (from === "" ? [] : [{ id: `${from}${to}`, from, to }]));
  });
  const nodes = lines.map((line) => ({ id: line.split(" = ")[0] ?? "" }));
  const label = { width: labelWidth, height: 16 };
  return {
    nodes,
    edges,
    sizes: {
      nodes: new Map(nodes.map(({ id }) => [id, NODE])),
      labels: new Map(labelWidth === 0 ? [] : edges.map(({ id }) => [id, label])),
    },
  };
}

const pictures: fc.Arbitrary<Picture> = fc
  .array(
    fc.record({
      operands: fc.array(fc.nat(), { maxLength: 4 }),
      width: fc.integer({ min: 20, max: 200 }),
      height: fc.integer({ min: 20, max: 60 }),
      label: fc.constantFrom(0, 0, 30, 80),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((given) => {
    const nodes = given.map((_each, index) => ({ id: `n${index}` }));
    const edges = given.flatMap(({ operands }, to) =>
      to === 0
        ? []
        : operands.map((operand, index) => ({ id: `e${to}_${index}`, from: `n${operand % to}`, to: `n${to}` })),
    );
    const labels = edges.flatMap(({ id, to }): [string, Size][] => {
      const { label } = given[Number(to.slice(1))]!;
      return label === 0 ? [] : [[id, { width: label, height: 16 }]];
    });
    const sizes = { nodes: new Map(given.map((size, index) => [`n${index}`, size])), labels: new Map(labels) };
    return { nodes, edges, sizes };
  });

const manners: fc.Arbitrary<Manner> = fc.record({
  notation: fc.constantFrom("full", "compact", "bare"),
  direction: fc.constantFrom("LR", "TB"),
  within: fc.constantFrom(undefined, undefined, 300, 1000),
});

function laid(picture: Picture, manner: Manner): { layout: Layout; nodes: (Box & { id: string })[]; labels: Box[] } {
  const layout = layOut(picture, picture.sizes, manner);
  const nodes = picture.nodes.map(({ id }) => ({ id, ...layout.nodes.get(id)!, ...picture.sizes.nodes.get(id)! }));
  const labels = [...picture.sizes.labels].map(([id, size]) => ({ ...layout.labels.get(id)!, ...size }));
  return { layout, nodes, labels };
}

/** How far two boxes are apart along the axis on which they are farther apart; negative where they overlap. */
function apart(one: Box, other: Box): number {
  const distance = (axis: "x" | "y", size: "width" | "height"): number =>
    Math.abs(one[axis] - other[axis]) - (one[size] + other[size]) / 2;
  return Math.max(distance("x", "width"), distance("y", "height"));
}

describe("a layout", () => {
  it("keeps everything apart, and in the picture with its margins", () => {
    fc.assert(
      fc.property(pictures, manners, (picture, manner) => {
        const { layout, nodes, labels } = laid(picture, manner);
        const boxes: Box[] = [...nodes, ...labels];
        const { edgeGap, nodeGap, rankGap } = spacingOf(manner);
        const least = Math.min(edgeGap, nodeGap, rankGap / 2) - 1e-6;
        boxes.forEach((one, index) => {
          for (const other of boxes.slice(index + 1)) assert.ok(apart(one, other) >= least);
        });
        const edge = (box: Box): number[] => [box.x - box.width / 2, box.y - box.height / 2];
        const end = (box: Box): number[] => [
          layout.width - box.x - box.width / 2,
          layout.height - box.y - box.height / 2,
        ];
        const margins = boxes.flatMap((box) => [...edge(box), ...end(box)]);
        assert.ok(Math.abs(Math.min(...margins) - MARGIN) < 1e-6, `a margin of ${Math.min(...margins)}`);
      }),
      { numRuns: 300 },
    );
  });

  it("leads every edge forwards, through its bends and its label", () => {
    fc.assert(
      fc.property(pictures, manners, (picture, manner) => {
        const { layout } = laid(picture, manner);
        for (const { id, from, to } of picture.edges) {
          const points = [layout.nodes.get(from)!, ...layout.bends.get(id)!, layout.nodes.get(to)!];
          const mains = points.map((point) => along(point, manner.direction).main);
          assert.ok(mains.slice(1).every((main, index) => main > mains[index]!));
          const label = layout.labels.get(id);
          if (label === undefined) continue;
          const { main } = along(label, manner.direction);
          assert.ok(main > mains[0]! && main < mains.at(-1)!);
        }
      }),
    );
  });

  it("lets edges that pass a layer of nodes pass beside them", () => {
    fc.assert(
      fc.property(pictures, manners, (picture, manner) => {
        const { layout, nodes } = laid(picture, manner);
        for (const points of layout.bends.values())
          for (const point of points)
            for (const node of nodes) assert.ok(apart({ ...point, width: 0, height: 0 }, node) > 0);
      }),
    );
  });

  it("of nothing is nothing but margins", () => {
    const { width, height } = laid(pictureOf([]), FULL).layout;
    assert.deepEqual({ width, height }, { width: 2 * MARGIN, height: 2 * MARGIN });
  });

  it("makes the same of the same", () => {
    fc.assert(
      fc.property(pictures, manners, (picture, manner) => {
        assert.deepEqual(layOut(picture, picture.sizes, manner), layOut(picture, picture.sizes, manner));
      }),
      { numRuns: 20 },
    );
  });

  for (const direction of ["LR", "TB"] as const satisfies readonly Direction[]) {
    it(`draws a chain straight (${direction})`, () => {
      const chain = pictureOf(["a", "b = a", "c = b", "d = c", "e = d"], 40);
      const { layout } = laid(chain, { ...FULL, direction });
      const crosses = [...layout.nodes.values(), ...layout.labels.values()].map(
        (point) => along(point, direction).cross,
      );
      assert.ok(crosses.every((cross) => Math.abs(cross - crosses[0]!) < 1e-6));
      const { cross } = sizeAlong(layout, direction);
      assert.equal(cross, sizeAlong(NODE, direction).cross + 2 * MARGIN);
    });
  }

  it("puts what joins two into the middle between them", () => {
    const { layout } = laid(pictureOf(["w", "x", "u = w x", "b", "v = u b", "a = v"]), FULL);
    const at = (id: string) => layout.nodes.get(id)!;
    assert.ok(Math.abs(at("u").y - (at("w").y + at("x").y) / 2) < 1);
    assert.equal(at("a").y, at("v").y);
    // The bias enters straight before it is used.
    assert.equal(at("b").x, at("u").x);
  });

  it("crosses nothing where nothing has to be crossed", () => {
    const net = pictureOf(["a", "b", "c", "p = c", "q = b", "r = a", "s = p q", "t = r s"]);
    const { layout } = laid(net, FULL);
    const order = (...ids: string[]): string[] =>
      ids.sort((one, other) => layout.nodes.get(one)!.y - layout.nodes.get(other)!.y);
    const first = order("a", "b", "c").join("");
    assert.equal(order("p", "q", "r").join(""), first.replace("a", "r").replace("b", "q").replace("c", "p"));
    assert.equal(first[1], "b");
  });

  it("begins with what is listed first", () => {
    for (const lines of [
      ["a", "b", "c", "p = a", "q = b", "r = c"],
      ["c", "b", "a", "r = c", "q = b", "p = a", "s = p", "t = s q", "u = t r"],
    ]) {
      const { layout } = laid(pictureOf(lines), FULL);
      const heights = ["a", "b", "c"].map((id) => layout.nodes.get(id)!.y);
      const isFirst = lines[0] === "a";
      assert.deepEqual(
        heights,
        heights.toSorted((one, other) => (isFirst ? one - other : other - one)),
      );
    }
  });

  it("stays as it was where something is added, if that costs no crossing", () => {
    const lines = ["w", "x", "b", "u = w x", "v = u b", "s = x b", "a = v s"];
    const before = pictureOf(lines);
    const old = laid(before, FULL).layout;
    // Upside down, as a person may have it after other edits.
    const places = new Map([...old.nodes].map(([id, { y }]) => [id, old.height - y]));
    const after = pictureOf([...lines.slice(0, 5), "r = u", "s = x b r", "a = v s"]);
    const layout = layOut(after, after.sizes, FULL, places);
    for (const one of before.nodes)
      for (const other of before.nodes) {
        const [p, q] = [layout.nodes.get(one.id)!, layout.nodes.get(other.id)!];
        const wasAbove = places.get(one.id)! < places.get(other.id)! - 1;
        const isBeside = p.x === q.x && old.nodes.get(one.id)!.x === old.nodes.get(other.id)!.x;
        if (isBeside && wasAbove) assert.ok(p.y < q.y, `${one.id} stands above ${other.id}`);
      }
  });

  it("keeps a long edge straight", () => {
    const { layout } = laid(pictureOf(["x", "u = x", "v = u", "w = v", "y = w x"]), FULL);
    const [one, two] = layout.bends.get("xy")!.map(({ y }) => y);
    assert.equal(layout.bends.get("xy")!.length, 3);
    assert.equal(one, two);
  });

  it("takes no more width than its widest rank where there is little", () => {
    const wide = pictureOf(["a", "b", "c", "d", "s = a", "t = b c d", "y = s t"]);
    const manner: Manner = { notation: "bare", direction: "TB", within: 460 };
    const { layout } = laid(wide, manner);
    assert.equal(layout.width, 4 * NODE.width + 3 * spacingOf(manner).nodeGap + 2 * MARGIN);
  });
});
