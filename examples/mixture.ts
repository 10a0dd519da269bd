// Two groups of measurements in one sample: how well does a mixture of two normal distributions explain it?
import { logNormal, logSumExp } from "./statistics.ts";

const heights = [1.52, 1.58, 1.61, 1.63, 1.66, 1.71, 1.74, 1.78, 1.81, 1.86];

/**
 * The mean negative log likelihood of the sample; `share` is the first group's part.
 * @at share = 0.5, mean1 = 1.6, deviation1 = 0.06, mean2 = 1.8, deviation2 = 0.07
 */
export function mixtureLoss(
  share: number,
  mean1: number,
  deviation1: number,
  mean2: number,
  deviation2: number,
): number {
  let loss = 0;
  for (const height of heights) {
    const first = Math.log(share) + logNormal(height, mean1, deviation1);
    const second = Math.log(1 - share) + logNormal(height, mean2, deviation2);
    loss -= logSumExp(first, second);
  }
  return loss / heights.length;
}
