import * as d3 from "d3-array";

const data = [4, 8, 15, 16, 23, 42, 0.1, 0.2, 0.3, 1e16, 1, -1e16, NaN, undefined, null, "7"];

export function summaries() {
  return [
    d3.sum(data), d3.fsum(data), d3.mean(data), d3.median(data), d3.variance(data), d3.deviation(data), d3.extent(data),
    d3.quantile(data, 0.3), d3.min(data), d3.max(data), d3.cumsum([1, 2, 3.5]), d3.mode([1, 2, 2, 3]), d3.rank([5, 2, 9, 2]),
    d3.bisect([1, 3, 5, 7], 4), d3.ticks(0.1, 9.3, 8), d3.nice(0.13, 9.7, 10), d3.range(0, 1, 0.15),
  ].map((value) => (ArrayBuffer.isView(value) ? Array.from(value) : value));
}

export function groups() {
  const rows = [{ k: "a", v: 1 }, { k: "b", v: 2 }, { k: "a", v: 3.5 }];
  return [
    d3.groups(rows, (row) => row.k),
    d3.rollups(rows, (list) => d3.sum(list, (row) => row.v), (row) => row.k),
    [...d3.group(rows, (row) => row.k).keys()],
    d3.cross([1, 2], ["x", "y"]),
    d3.zip([1, 2], [3, 4]),
    d3.pairs([1, 2, 4]),
    d3.transpose([[1, 2], [3, 4]]),
    d3.bin().thresholds(4)([1, 2, 3, 4, 5, 5.5, 9]).map((bin) => [bin.x0, bin.x1, ...bin]),
    Array.from(d3.union([1, 2], [2, 3])),
    Array.from(d3.blur([1, 5, 2, 8, 4], 1.5)),
    d3.least([3, 1, 2]), d3.greatestIndex([3, 1, 2]), d3.sort([3, 1, 2], d3.descending),
  ];
}

/** @at a = 1, b = 4, c = 2.5, d = 7 @tolerance 1e-10 */
export function spread(a, b, c, d) {
  const list = [a, b, c, d];
  return d3.variance(list) + d3.quantile(list, 0.3) * d3.median(list) + d3.sum(list) + d3.max(list);
}

/** @at a = 1, b = 4, c = 2.5, d = 7 @tolerance 1e-10 */
export function precise(a, b, c, d) {
  const adder = new d3.Adder();
  for (const x of [a, b, c, d]) adder.add(x * x);
  return adder.valueOf() + d3.mean([a * b, c * d]) + d3.deviation([a, b, c, d]);
}
