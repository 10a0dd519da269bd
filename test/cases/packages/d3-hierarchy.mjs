import { hierarchy, pack, packEnclose, partition, stratify, tree, treemap, cluster } from "d3-hierarchy";

const data = () => ({ name: "root", children: [{ name: "a", value: 3, children: [{ name: "aa", value: 1 }, { name: "ab", value: 5 }] }, { name: "b", value: 4 }] });

export function layouts() {
  const root = () => hierarchy(data()).sum((d) => d.value ?? 0).sort((a, b) => b.value - a.value);
  const places = (node) => node.descendants().map(({ data: { name }, x, y, r, x0, y0, x1, y1 }) => [name, x, y, r, x0, y0, x1, y1]);
  return [tree().size([100, 80])(root()), cluster().size([100, 80])(root()), treemap().size([100, 80]).padding(2)(root()), partition().size([100, 80])(root()), pack().size([100, 80]).padding(1)(root())].map(places);
}

export function rows() {
  const root = stratify().id((d) => d.id).parentId((d) => d.parent)([{ id: "a" }, { id: "b", parent: "a" }, { id: "c", parent: "b" }, { id: "d", parent: "a" }]);
  return [root.height, root.leaves().map(({ id }) => id), root.links().length, root.count().value, [...root].map(({ id, depth }) => id + depth)];
}

export function refusal() {
  return stratify()([{ id: "a" }, { id: "a" }]);
}

/** @at r = 2.3, s = 1.7, t = 1.1 @tolerance 1e-9 */
export function enclosing(r, s, t) {
  return packEnclose([{ x: 0, y: 0, r }, { x: 4, y: 1, r: s }, { x: 1, y: 5, r: t }]).r;
}
