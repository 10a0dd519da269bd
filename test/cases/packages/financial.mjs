import { fv, ipmt, irr, mirr, nper, npv, pmt, ppmt, pv, rate } from "financial";

export function table() {
  return [
    fv(0.05 / 12, 120, -100, -100), pv(0.05 / 12, 120, -100, 15692.93), pmt(0.075 / 12, 180, 200000), nper(0.07 / 12, -150, 8000), ipmt(0.0824 / 12, 1, 12, 2500), ppmt(0.0824 / 12, 3, 12, 2500),
    rate(10, 0, -3500, 10000), irr([-100, 39, 59, 55, 20]), npv(0.281, [-100, 39, 59, 55, 20]), mirr([-1000, -4000, 5000, 2000], 0.1, 0.05), fv(0, 10, -5, 100), fv(0.1, 10, -5, 100, "begin"),
  ];
}

/** @at rate = 0.05, years = 10, payment = -100, value = -1000 @tolerance 1e-10 */
export function future(rate, years, payment, value) {
  return fv(rate, years, payment, value) + pmt(rate, years, value) + pv(rate, years, payment, value) + nper(rate, payment, 500);
}

/** @at a = -100, b = 39, c = 59, d = 55 @tolerance 1e-6 because Newton's method stops within 1e-6 of the root, in Node as here @reach 1e-3 */
export function returns(a, b, c, d) {
  return irr([a, b, c, d]);
}

/** @at discount = 0.2, a = -100, b = 39, c = 59 @tolerance 1e-10 */
export function present(discount, a, b, c) {
  return npv(discount, [a, b, c]) + mirr([a, b, c], discount, 0.05);
}
