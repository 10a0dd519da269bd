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

/** @at share = 0.35 @tolerance 1e-9 */
export function bright(share) {
  const { r, g, b } = { r: 63 * share, g: 167 * (1 - share), b: 214 * share };
  return colord({ r, g, b }).brightness() * 0 + r * g + b;
}
