// What several models need, to be imported.

/** The logarithm of the normal density. */
export function logNormal(x: number, mean: number, deviation: number): number {
  const z = (x - mean) / deviation;
  return -(z * z) / 2 - Math.log(deviation) - Math.log(2 * Math.PI) / 2;
}

/** log(e^a + e^b + …) without overflow. */
export function logSumExp(...logs: number[]): number {
  const largest = Math.max(...logs);
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}
