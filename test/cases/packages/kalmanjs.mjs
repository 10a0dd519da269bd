import KalmanFilter from "kalmanjs";

const measured = [1, 1.3, 0.8, 1.1, 2.5, 2.1, 2.3];

export function filtered() {
  const filter = new KalmanFilter({ R: 0.01, Q: 3, A: 1.1, C: 2 });
  return [measured.map((z) => filter.filter(z)), filter.lastMeasurement(), { ...filter }, filter.predict(0.5)];
}

/** @at R = 0.1, Q = 2, A = 1.05 @tolerance 1e-10 */
export function estimate(R, Q, A) {
  const filter = new KalmanFilter({ R, Q, A });
  return measured.reduce((total, z) => total + (filter.filter(z) - z) ** 2, 0);
}
