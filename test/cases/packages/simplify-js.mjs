import simplify from "simplify-js";

const wave = Array.from({ length: 60 }, (_, i) => ({ x: i / 3, y: Math.sin(i / 5) + ((i * 37) % 11) / 40 }));

export function simplified() {
  return [simplify(wave, 0.1), simplify(wave, 0.3, true), simplify(wave.slice(0, 2), 5)];
}

/** @at height = 1.5, width = 0.7 @tolerance 1e-10 @reach 1e-3 */
export function length(height, width) {
  const kept = simplify(wave.map(({ x, y }) => ({ x: x * width, y: y * height })), 0.1);
  return kept.slice(1).reduce((total, { x, y }, i) => total + Math.hypot(x - kept[i].x, y - kept[i].y), 0);
}
