/** Central differences with extrapolation to a step of 0: derivatives of any function that can be called. */

/** A derivative that was measured, and how far off it may be. */
export interface Estimate {
  readonly derivative: number;
  /** The disagreement of the best two extrapolations; Infinity if the function has no values around the point. */
  readonly error: number;
}

/** How far to look, and how often. */
export interface DifferenceOptions {
  /** The largest step, relative to the size of the number or to 1, whichever is larger. Default 1/16. */
  readonly reach?: number;
  /** How often the step is halved at most; each costs two calls. Default 10. */
  readonly rounds?: number;
}

/**
 * Return the derivative of a function of one number.
 *
 * Central differences at halved steps are extrapolated to a step of 0 (Richardson), each round removing one more even
 * power of the step from the error. The estimate is the entry of the tableau that agrees best with its neighbours; rounds
 * end when rounding errors make them disagree more. Steps at which the function has no finite value are passed over.
 */
export function derivativeByDifferences(
  f: (x: number) => number,
  x: number,
  { reach = 1 / 16, rounds = 10 }: DifferenceOptions = {},
): Estimate {
  let best: Estimate = { derivative: NaN, error: Infinity };
  let before: number[] = [];
  for (let round = 0, step = reach * Math.max(1, Math.abs(x)); round < rounds; round++, step /= 2) {
    const above = x + step;
    const below = x - step;
    const first = (f(above) - f(below)) / (above - below);
    if (!Number.isFinite(first)) {
      before = [];
      continue;
    }
    const row = [first];
    for (const [k, coarse] of before.entries()) {
      const fine = row[k]!;
      const extrapolated = fine + (fine - coarse) / (4 ** (k + 1) - 1);
      const error = Math.max(Math.abs(extrapolated - fine), Math.abs(extrapolated - coarse));
      if (error <= best.error) best = { derivative: extrapolated, error };
      row.push(extrapolated);
    }
    const last = row.length - 1;
    if (last > 1 && Math.abs(row[last]! - before[last - 1]!) > 8 * best.error) break;
    before = row;
  }
  return best;
}

/** Return the derivatives of a function of n numbers by each of them. */
export function gradientByDifferences(
  f: (point: readonly number[]) => number,
  point: readonly number[],
  options: DifferenceOptions = {},
): Estimate[] {
  const moved = [...point];
  return point.map((x, i) => {
    const along = (value: number): number => {
      moved[i] = value;
      return f(moved);
    };
    const estimate = derivativeByDifferences(along, x, options);
    moved[i] = x;
    return estimate;
  });
}
