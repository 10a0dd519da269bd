import eases from "eases";
import elasticOut from "eases/elastic-out.js";

export function all() {
  return Object.entries(eases).map(([name, ease]) => [name, [0, 0.1, 0.37, 0.5, 0.81, 1].map((t) => ease(t))]);
}

/** @at t = 0.3 @tolerance 1e-9 @reach 0.01 */
export function sum(t) {
  return Object.values(eases).reduce((total, ease) => total + ease(t), 0) + elasticOut(t);
}
