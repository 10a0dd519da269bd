/** Which part of an input's axis a plot shows. */

/** From where to where. */
export interface PlotRange {
  readonly low: number;
  readonly high: number;
}

/** Part of a range that a point must leave, on either side, before the range moves after it. */
const MARGIN = 0.2;

/** Return the range of a plot around a value: to each side a round number not smaller than the value. */
export function rangeOf(value: number): PlotRange {
  const half = reachOf(value);
  return { low: value - half, high: value + half };
}

/** Return the range for a value after another range was on show: the same one as long as the value is in its middle, or in it at all while a person `isMoving` it. */
export function rangeAfter(shown: PlotRange | undefined, value: number, isMoving: boolean): PlotRange {
  if (shown === undefined) return rangeOf(value);
  const margin = isMoving ? 0 : MARGIN * (shown.high - shown.low);
  return value >= shown.low + margin && value <= shown.high - margin ? shown : rangeOf(value);
}

/** Whether a plot of this range can be drawn and has a value in it. */
export function isRangeFor({ low, high }: PlotRange, value: number): boolean {
  return Number.isFinite(high - low) && low < high && low <= value && value <= high;
}

function reachOf(value: number): number {
  const size = Math.abs(value);
  if (size <= 1) return size > 0 && size < 0.1 ? 2 * size : 1;
  const ten = 10 ** Math.floor(Math.log10(size));
  return Math.ceil(size / ten) * ten;
}
