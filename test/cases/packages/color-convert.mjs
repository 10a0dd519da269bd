import convert from "color-convert";

export function table() {
  const spaces = Object.keys(convert).filter((space) => !["ansi16", "ansi256", "hex", "keyword", "apple", "gray"].includes(space));
  return spaces.flatMap((from) =>
    spaces.filter((to) => to !== from && convert[from][to] !== undefined).map((to) => [from, to, convert[from][to].raw([31, 42, 53]), convert[from][to](31, 42, 53)]),
  );
}

export function texts() {
  return [convert.rgb.hex(140, 200, 100), convert.hex.lab("ABC"), convert.keyword.rgb("blue"), convert.rgb.ansi256(10, 200, 250), convert.rgb.keyword(255, 228, 196), convert.gray.hex(40)];
}

/** @at r = 40, g = 150, b = 210 @tolerance 1e-10 */
export function lab(r, g, b) {
  const [l, a, bb] = convert.rgb.lab.raw(r, g, b);
  return l + a * bb;
}

/** @at h = 200, s = 40, l = 60 @tolerance 1e-10 */
export function rgb(h, s, l) {
  const [r, g, b] = convert.hsl.rgb.raw(h, s, l);
  return r + 2 * g + 3 * b + convert.hsv.hwb.raw(h, s, l)[1];
}

/** @at c = 20, m = 40, y = 60, k = 10 @tolerance 1e-10 */
export function lch(c, m, y, k) {
  return convert.cmyk.lch.raw(c, m, y, k).reduce((total, x) => total + x * x, 0);
}
