import RBush from "rbush";

const boxes = Array.from({ length: 120 }, (_, i) => ({ minX: (i * 37) % 101, minY: (i * 61) % 97, maxX: ((i * 37) % 101) + 3, maxY: ((i * 61) % 97) + (i % 5), i }));

export function tree() {
  const bush = new RBush(4).load(boxes);
  for (let i = 0; i < 30; i++) bush.insert({ minX: i, minY: i, maxX: i + 1, maxY: i + 1, i: 200 + i });
  bush.remove(boxes[5]);
  return [bush.search({ minX: 20, minY: 20, maxX: 40, maxY: 40 }), bush.collides({ minX: 0, minY: 0, maxX: 1, maxY: 1 }), bush.all().length, bush.toJSON().height];
}

/** @at x = 20.3, y = 30.2 @tolerance 1e-10 @reach 1e-3 */
export function energy(x, y) {
  const bush = new RBush().load(boxes);
  return bush.search({ minX: x - 9, minY: y - 9, maxX: x + 9, maxY: y + 9 }).reduce((total, box) => total + Math.exp(-((box.minX - x) ** 2 + (box.minY - y) ** 2) / 30), 0);
}
