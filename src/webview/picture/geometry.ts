/** Points and boxes of the picture. Coordinates are the drawing's own; boxes are given by their middle. */

import type { Direction } from "../../view/picture/layout/manner.ts";

/** Directions by the setting that chooses them. */
export const CHOSEN: Readonly<Record<"auto" | "leftToRight" | "topToBottom", Direction | undefined>> = {
  auto: undefined,
  leftToRight: "LR",
  topToBottom: "TB",
};

/** A point of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its middle and size. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The box of a node; a stadium's ends are half circles. */
export interface NodeBox extends Box {
  readonly isStadium: boolean;
  /** How far the sheets behind the node stand out above it; 0 for a node without any. */
  readonly above: number;
}

/** A point seen along the graph: `main` grows from inputs to result, `cross` is across. */
export interface Place {
  readonly main: number;
  readonly cross: number;
}

/** Return a point as it is seen along the graph. */
export function along(point: Point, direction: Direction): Place {
  return direction === "LR" ? { main: point.x, cross: point.y } : { main: point.y, cross: point.x };
}

/** Return a place as SVG writes points, rounded to a hundredth. */
export function pathPoint(place: Place, direction: Direction): string {
  const main = Math.round(place.main * 100) / 100;
  const cross = Math.round(place.cross * 100) / 100;
  return direction === "LR" ? `${main},${cross}` : `${cross},${main}`;
}

/** Return a box's size along and across the graph. */
export function sizeAlong(box: Box, direction: Direction): Place {
  return direction === "LR" ? { main: box.width, cross: box.height } : { main: box.height, cross: box.width };
}
