/** The four graphs of the lecture: put the cursor in a function and run "Show Computation Graph". */

/** (a) One unit. @at w = 2, x = 3, b = 1 */
export function activation(w: number, x: number, b: number): number {
  const u = w * x;
  const v = u + b;
  return Math.max(0, v);
}
