import * as culori from "culori";

export function conversions() {
  const modes = ["rgb", "hsl", "lab", "lch", "oklab", "oklch", "p3", "hwb", "cubehelix", "luv", "jab", "xyz65", "okhsl", "itp", "dlab"];
  return modes.map((mode) => [culori.converter(mode)("tomato"), culori.formatCss(culori.converter(mode)("#3af8"))]);
}

export function differences() {
  const pairs = [["tomato", "orange"], ["#123", "#321"]];
  return pairs.map(([a, b]) => [
    culori.differenceEuclidean("lab")(a, b), culori.differenceCie76()(a, b), culori.differenceCie94()(a, b), culori.differenceCiede2000()(a, b), culori.differenceCmc()(a, b),
    culori.differenceHyab()(a, b), culori.wcagContrast(a, b),
  ]);
}

export function mixes() {
  return [
    culori.interpolate(["red", "lime", "blue"], "oklch")(0.4), culori.samples(4).map(culori.interpolate(["#fff", "teal"], "lab")), culori.formatHex(culori.clampChroma("oklch(60% 0.4 140)", "oklch")),
    culori.filterSepia(0.5)("orchid"), culori.nearest(["red", "green", "blue"], culori.differenceCiede2000())("#0a0"), culori.blend(["red", "#0f08"], "multiply"), culori.parse("color(display-p3 1 0.5 0)"),
  ];
}

/** @at r = 0.2, g = 0.6, b = 0.8 @tolerance 1e-10 */
export function perceived(r, g, b) {
  const { l, c, h } = culori.oklch({ mode: "rgb", r, g, b });
  return l + c * h;
}

/** @at r = 0.2, g = 0.6, b = 0.8 @tolerance 1e-9 */
export function difference(r, g, b) {
  return culori.differenceCiede2000()({ mode: "rgb", r, g, b }, { mode: "rgb", r: 0.3, g: 0.5, b: 0.7 });
}

/** @at l = 60, a = 20, b = -30 @tolerance 1e-10 */
export function luminance(l, a, b) {
  return culori.wcagLuminance({ mode: "lab", l, a, b });
}
