import * as eases from "d3-ease";

export function all() {
  return Object.entries(eases).map(([name, ease]) => [name, [0, 0.1, 0.37, 0.5, 0.81, 1].map((t) => ease(t))]);
}

/** @at t = 0.3, amplitude = 1.2, period = 0.4 @tolerance 1e-9 @reach 0.01 */
export function elastic(t, amplitude, period) {
  return eases.easeElasticOut.amplitude(amplitude).period(period)(t);
}

/** @at t = 0.3, overshoot = 1.7, exponent = 2.5 @tolerance 1e-10 */
export function backAndPoly(t, overshoot, exponent) {
  return eases.easeBackInOut.overshoot(overshoot)(t) + eases.easePolyIn.exponent(exponent)(t) + eases.easeSinInOut(t);
}

/** @at t = 0.3 @tolerance 1e-10 @reach 0.01 */
export function bounce(t) {
  return eases.easeBounceOut(t) * eases.easeCircleIn(t) + eases.easeExpInOut(t);
}
