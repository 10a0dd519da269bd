import _ from "lodash";
import meanBy from "lodash/meanBy.js";

export function collections() {
  const rows = [{ n: "a", v: 3 }, { n: "b", v: 1 }, { n: "a", v: 2 }];
  return [
    _.sum([1, 2.5, 3]), _.mean([1, 2, 4]), meanBy(rows, "v"), _.sumBy(rows, (row) => row.v * 2), _.maxBy(rows, "v"), _.sortBy(rows, ["n", "v"]),
    _.groupBy(rows, "n"), _.chunk([1, 2, 3, 4, 5], 2), _.range(0, 1, 0.25), _.zip([1, 2], [3, 4]), _.uniq([1, 1, NaN, NaN, -0, 0]), _.orderBy(rows, ["v"], ["desc"]),
    _.clamp(7, 0, 5), _.round(4.0060, 2), _.floor(-4.05, 1), _.ceil(6040, -2), _.inRange(3, 2, 4), _.partition([1, 2, 3, 4], (x) => x % 2), _.flattenDeep([1, [2, [3, [4]]]]),
    _.merge({ a: [{ b: 2 }] }, { a: [{ c: 3 }] }), _.cloneDeep({ d: [1, { e: 2 }] }), _.isEqual({ a: [1] }, { a: [1] }), _.get({ a: [{ b: 5 }] }, "a[0].b"),
    _.camelCase("Foo Bar-baz"), _.padStart("7", 3, "0"), _(rows).map("v").filter((v) => v > 1).sum(),
    _.difference([1, 2, 3], [2]), _.intersection([1, 2], [2, 3]), _.xor([1, 2], [2, 3]), _.debounce === undefined, _.countBy([1.2, 1.7, 2.1], Math.floor),
  ];
}

/** @at a = 1.5, b = 4, c = 2 @tolerance 1e-10 */
export function reduced(a, b, c) {
  const list = [a, b, c];
  return _.sum(list) * _.mean(list) + _.maxBy(list, (x) => x * x) + _.reduce(list, (product, x) => product * x, 1) + _.sumBy(list.map((x) => ({ x })), "x");
}

/** @at a = 1.5, b = 4, c = 2 @tolerance 1e-10 */
export function shaped(a, b, c) {
  const [low, middle, high] = _.sortBy([a, b, c]);
  return _.chain([low, middle, high]).map((x) => x ** 2).takeRight(2).sum().value() + _.clamp(b, 0, 3) + _.cloneDeep({ deep: [c] }).deep[0] * low;
}
