import { cubehelix, gray, hcl, hsl, lab, rgb } from "d3-color";

export function spaces() {
  return ["steelblue", "#f80", "rgba(12, 250, 77, 0.4)", "hsl(200, 50%, 40%)", "transparent", "nonsense"].map((text) => [
    { ...rgb(text) },
    { ...hsl(text) },
    { ...lab(text) },
    { ...hcl(text) },
    { ...cubehelix(text) },
    String(hcl(text)),
  ]);
}

export function changes() {
  return [rgb("tomato").brighter(0.7), hsl("tomato").darker(1.2), lab("navy").brighter(), gray(50)].map(String);
}

/** @at r = 40, g = 150, b = 210 @tolerance 1e-10 */
export function lightness(r, g, b) {
  const { l, a, b: blue } = lab(rgb(r, g, b));
  return l + 2 * a + 3 * blue;
}

/** @at h = 200, c = 30, l = 60 @tolerance 1e-9 @reach 0.01 */
export function red(h, c, l) {
  const colour = hcl(h, c, l).rgb();
  return colour.r + 2 * colour.g + 3 * colour.b;
}

/** @at r = 40, g = 150, b = 210 @tolerance 1e-10 @reach 1e-3 */
export function hue(r, g, b) {
  const colour = hsl(rgb(r, g, b));
  return colour.h + 100 * colour.s + 100 * colour.l;
}
