/** Where the label of an edge lies that is seen only while the edge stands out: nobody has kept room for it. */
import type { Size } from "../../../view/picture/layout/fit.ts";
import type { Box, Point } from "../../../view/picture/layout/geometry.ts";
import type { Direction } from "../../../view/picture/layout/manner.ts";

/** Steps across the graph by which a label leaves its line, in pixels, and how many of them to each side. */
const STEP = 4;
const STEPS = 12;
/** Room for a number of three digits, its sign and its exponent; what is written there changes. */
const ROOM = { width: 56, height: 14 };

/** What a label must not cover, and not reach out of. */
export interface Around extends Size {
  readonly nodes: readonly Box[];
  readonly direction: Direction;
}

/** Return the first of an edge's points at which a label covers no node; beside the first of them if all do. */
export function freePlace(points: readonly Point[], { nodes, direction, width, height }: Around): Point {
  const isFree = (point: Point): boolean => nodes.every((node) => !overlap({ ...point, ...ROOM }, node));
  const inside = ({ x, y }: Point): Point => ({
    x: Math.max(ROOM.width / 2, Math.min(width - ROOM.width / 2, x)),
    y: Math.max(ROOM.height / 2, Math.min(height - ROOM.height / 2, y)),
  });
  const [first, ...others] = points.map(inside) as [Point, ...Point[]];
  const beside = Array.from({ length: 2 * STEPS }, (_, index) => {
    const shift = STEP * ((index >> 1) + 1) * (index % 2 === 0 ? -1 : 1);
    return direction === "LR" ? { x: first.x, y: first.y + shift } : { x: first.x + shift, y: first.y };
  });
  return [first, ...others, ...beside.map(inside)].find(isFree) ?? first;
}

function overlap(one: Box, other: Box): boolean {
  const isApart = (distance: number, room: number): boolean => Math.abs(distance) >= room / 2;
  return !(isApart(one.x - other.x, one.width + other.width) || isApart(one.y - other.y, one.height + other.height));
}
