import { colord, extend } from "colord";
import lab from "colord/plugins/lab";
import lch from "colord/plugins/lch";
import mix from "colord/plugins/mix";
import names from "colord/plugins/names";
import a11y from "colord/plugins/a11y";

export function colours() {
  extend([lab, lch, mix, names, a11y]);
  const c = colord("#3fa7d6");
  return [c.toHsl(), c.toHsv(), c.toLab(), c.toLch(), c.toHex(), c.toRgbString(), c.lighten(0.2).toHex(), c.rotate(40).toHsl(), c.mix("tomato", 0.4).toRgb(), colord("red").contrast("white"), colord("rebeccapurple").toName(), c.delta("#fff"), colord("none").isValid()];
}

export function tints() {
  extend([mix]);
  return colord("hsl(200 50% 40%)").tints(4).map((c) => c.toHex());
}

// colord rounds wherever it changes between models, so only what stays within one has a gradient: clamping and inverting.
/** @at r = 63.5, g = 140.25, b = 300 @tolerance 1e-9 */
export function inverted(r, g, b) {
  const { rgba } = colord({ r, g, b }).invert();
  return (rgba.r * rgba.g) / 255 + rgba.r ** 2 * rgba.b + rgba.a * rgba.g;
}
