/** Level lines of values on a grid, as paths. */
import { contours } from "d3-contour";

/** Levels that are drawn at least, where they are evenly spaced. */
const FEWEST = 6;
/** Parts of equal area between levels, where they are not. */
const AREAS = 10;

/** Levels, and how far they are apart; undefined if they are not evenly spaced. */
export interface Levels {
  readonly at: readonly number[];
  readonly step: number | undefined;
}

/** Return the levels to draw: round numbers, or where most values are crowded, values that divide the area evenly. */
export function levelsOf(values: readonly number[]): Levels {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((one, other) => one - other);
  const least = sorted[0];
  const most = sorted.at(-1);
  if (least === undefined || most === undefined || least === most) return { at: [], step: undefined };
  const middle = (sorted[sorted.length >> 1]! - least) / (most - least);
  if (middle < 0.1 || middle > 0.9) {
    const shares = Array.from({ length: AREAS - 1 }, (_, index) => (index + 1) / AREAS);
    return {
      at: [...new Set(shares.map((share) => sorted[Math.floor(share * (sorted.length - 1))]!))],
      step: undefined,
    };
  }
  const step = roundStep((most - least) / FEWEST);
  const first = Math.floor(least / step) + 1;
  const count = Math.max(0, Math.ceil(most / step) - first);
  return { at: Array.from({ length: count }, (_, index) => (first + index) * step), step };
}

/** 1, 2 or 5 times a power of ten, not above `most`. */
function roundStep(most: number): number {
  const ten = 10 ** Math.floor(Math.log10(most));
  return ([5, 2].find((each) => each * ten <= most) ?? 1) * ten;
}

/** Return a path for each level, in parts of the width and the height from the lower left corner; `side` values make a row. */
export function levelPaths(
  values: readonly number[],
  side: number,
  levels: readonly number[],
  place: (right: number, up: number) => readonly [number, number],
): string[] {
  const known = values.map((value) => (Number.isFinite(value) ? value : NaN));
  const made = contours()
    .size([side, side])
    .thresholds([...levels])(known);
  // A value stands in the middle of its square; a shape is closed along the edge, where no line is.
  const isInside = (point: readonly number[]): boolean => point.every((each) => each >= 0.5 && each <= side - 0.5);
  const parts = (point: readonly number[]): readonly [number, number] =>
    place((point[0]! - 0.5) / (side - 1), (point[1]! - 0.5) / (side - 1));
  return made.map(({ coordinates }) =>
    coordinates
      .flat()
      .map((ring) => lineOf(ring, isInside, parts))
      .join(""),
  );
}

function lineOf(
  ring: readonly (readonly number[])[],
  isInside: (point: readonly number[]) => boolean,
  parts: (point: readonly number[]) => readonly [number, number],
): string {
  let path = "";
  let isOpen = false;
  for (const point of ring) {
    if (isInside(point)) {
      const [x, y] = parts(point);
      path += `${isOpen ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    isOpen = isInside(point);
  }
  return path;
}
