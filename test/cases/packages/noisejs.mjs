import noisejs from "noisejs";

const { Noise } = noisejs;

export function fields() {
  const noise = new Noise(0.42);
  return Array.from({ length: 30 }, (_, i) => [noise.simplex2(i / 7, i / 11), noise.simplex3(i / 7, i / 11, i / 3), noise.perlin2(i / 7, i / 11), noise.perlin3(i / 7, i / 11, i / 3)]);
}

/** @at x = 0.31, y = 0.77, z = 1.3 @tolerance 1e-10 @reach 1e-3 */
export function terrain(x, y, z) {
  const noise = new Noise(7);
  return noise.perlin3(x, y, z) + noise.simplex3(x, y, z) + noise.perlin2(x, y) * noise.simplex2(x, y);
}
