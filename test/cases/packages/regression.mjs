import regression from "regression";

const data = [[1, 2.1], [2, 3.9], [3, 6.5], [4, 7.7], [5, 11]];

export function fits() {
  return ["linear", "exponential", "logarithmic", "power", "polynomial"].map((kind) => {
    const { equation, points, string, r2, predict } = regression[kind](data, { order: 3, precision: 6 });
    return [equation, points, string, r2, predict(2.5)];
  });
}
