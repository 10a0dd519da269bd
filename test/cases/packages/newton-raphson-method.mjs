import newton from "newton-raphson-method";

export function roots() {
  return [newton((x) => x * x - 2, (x) => 2 * x, 1), newton((x) => x * x - 2, 1), newton(Math.cos, 1.5, { tolerance: 1e-12 }), newton((x) => x * x + 1, 1, { maxIterations: 5 })];
}

/** The root of an equation, differentiated through the iterations. @at a = 2, b = 0.5 @tolerance 1e-9 @reach 0.01 */
export function root(a, b) {
  return newton((x) => x ** 3 + b * x - a, (x) => 3 * x * x + b, 1, { tolerance: 1e-14, maxIterations: 60 });
}
