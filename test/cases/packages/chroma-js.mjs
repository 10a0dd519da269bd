import chroma from "chroma-js";

export function spaces() {
  return ["#f80", "hotpink", "rgb(10 20 30 / 40%)", "hsl(120,50%,20%)"].map((text) => {
    const c = chroma(text);
    return [c.hex(), c.rgb(), c.hsl(), c.hsv(), c.lab(), c.lch(), c.oklab(), c.oklch(), c.hcg(), c.cmyk(), c.num(), c.temperature(), c.luminance(), c.css()];
  });
}

export function scales() {
  return [
    chroma.scale(["yellow", "008ae5"]).mode("lab").colors(5), chroma.scale(["white", "red"]).gamma(2)(0.4).hex(), chroma.mix("red", "blue", 0.3, "lch").hex(),
    chroma.bezier(["yellow", "red", "black"])(0.4).hex(), chroma.contrast("pink", "hotpink"), chroma.deltaE("#ededee", "#edeeed"), chroma.distance("#fff", "#ff0"),
    chroma.limits([1, 2, 3, 9, 20], "q", 3), chroma.cubehelix().start(200).rotations(-0.35)(0.3).hex(), chroma("teal").darken(1.5).saturate().hex(), chroma.average(["red", "blue"]).hex(),
    chroma.scale(chroma.brewer.RdBu).domain([0, 10])(3).hex(), chroma.blend("4CBBFC", "EEEE22", "multiply").hex(), chroma.valid("quatsch"),
  ];
}

/** @at r = 40, g = 150, b = 210 @tolerance 1e-10 */
export function lab(r, g, b) {
  const [l, a, bb] = chroma(r, g, b).lab();
  return l + a * bb;
}

/** @at l = 60, c = 30, h = 200 @tolerance 1e-9 @reach 0.01 */
export function brightness(l, c, h) {
  return chroma.lch(l, c, h).luminance() * 100;
}

/** @at r = 40, g = 150, b = 210 @tolerance 1e-9 @reach 0.01 */
export function distance(r, g, b) {
  return chroma.deltaE(chroma(r, g, b), chroma(60, 120, 220));
}
