import { createNoise2D, createNoise3D, createNoise4D } from "simplex-noise";

function seeded(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

export function plane() {
  const noise = createNoise2D(seeded(7));
  return Array.from({ length: 40 }, (_, i) => noise(i * 0.37 - 5, i * 0.21 + 1));
}

export function space() {
  const noise = createNoise3D(seeded(8));
  return Array.from({ length: 40 }, (_, i) => noise(i * 0.37 - 5, i * 0.21 + 1, 3 - i / 7));
}

export function spaceTime() {
  const noise = createNoise4D(seeded(9));
  return Array.from({ length: 40 }, (_, i) => noise(i * 0.37 - 5, i * 0.21 + 1, 3 - i / 7, i / 9));
}

/** @at x = 0.31, y = 0.77 @tolerance 1e-10 @reach 1e-3 */
export function noise2(x, y) {
  return createNoise2D(seeded(7))(x, y);
}

/** @at x = 0.31, y = 0.77, z = 1.3, w = 2.2 @tolerance 1e-10 @reach 1e-3 */
export function noise4(x, y, z, w) {
  return createNoise4D(seeded(7))(x, y, z, w);
}
