import KDBush from "kdbush";

export function queries() {
  const index = new KDBush(200, 8);
  for (let i = 0; i < 200; i++) index.add((i * 37) % 101, (i * 61) % 97);
  index.finish();
  const copy = KDBush.from(index.data);
  return [index.range(10, 10, 40, 50), copy.within(50, 50, 15), index.numItems, Array.from(index.ids), index.data.byteLength];
}

export function refusal() {
  return new KDBush(-1);
}

/** @at x = 50.2, y = 49.8 @tolerance 1e-10 @reach 1e-3 */
export function near(x, y) {
  const index = new KDBush(100, 8);
  const points = Array.from({ length: 100 }, (_, i) => [(i * 37) % 101, (i * 61) % 97]);
  for (const [px, py] of points) index.add(px, py);
  index.finish();
  return index.within(x, y, 15.3).reduce((total, i) => total + Math.exp(-((points[i][0] - x) ** 2 + (points[i][1] - y) ** 2) / 50), 0);
}
