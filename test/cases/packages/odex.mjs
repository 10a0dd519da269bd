import odex from "odex";
const { Solver } = odex;

export function solutions() {
  const lotka = (x, [a, b]) => [2 / 3 * a - 4 / 3 * a * b, a * b - b];
  const solver = new Solver(2);
  solver.denseOutput = true;
  const points = [];
  const end = solver.solve(lotka, 0, [1, 1], 5, solver.grid(0.5, (x, y) => points.push([x, [...y]])));
  return [{ ...end, y: [...end.y] }, points];
}

/** The end of a pendulum's swing, differentiated through the adaptive solver. @at angle = 0.8, speed = 0.2, damping = 0.3 @tolerance 1e-5 because step sizes follow the inputs, which differences see as noise of the solver's tolerance 1e-12 @reach 0.01 */
export function pendulum(angle, speed, damping) {
  const solver = new Solver(2);
  solver.absoluteTolerance = 1e-12;
  solver.relativeTolerance = 1e-12;
  return solver.solve((t, [q, v]) => [v, -Math.sin(q) - damping * v], 0, [angle, speed], 1).y[0];
}
