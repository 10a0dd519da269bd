/** Points and boxes of the picture. Coordinates are the drawing's own; boxes are given by their middle. */

import type { Size } from "./fit.ts";
import type { Direction } from "./manner.ts";

/** A point of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its middle and size. */
export interface Box extends Point, Size {}

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

/** Return the point of a place that is seen along the graph. */
export function pointAt({ main, cross }: Place, direction: Direction): Point {
  return direction === "LR" ? { x: main, y: cross } : { x: cross, y: main };
}

/** Return a size along and across the graph. */
export function sizeAlong({ width, height }: Size, direction: Direction): Place {
  return direction === "LR" ? { main: width, cross: height } : { main: height, cross: width };
}
