// How different do two colours look? Their distance in CIELAB, and which channel of a screen changes it most.

type Color = [red: number, green: number, blue: number];

/** From sRGB, 0 to 255, to light that can be added. */
function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** From light to brightness as the eye sees it. */
function seen(t: number): number {
  return t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29;
}

function lab([red, green, blue]: Color) {
  const r = linear(red);
  const g = linear(green);
  const b = linear(blue);
  const x = seen((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = seen(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = seen((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** @at one = [200, 30, 60], other = [180, 60, 10] */
export function colorDifference(one: Color, other: Color): number {
  const p = lab(one);
  const q = lab(other);
  const difference = Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
  return difference;
}
