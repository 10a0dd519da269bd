/** How large a picture is seen in a panel. */
import { NARROW, READABLE } from "./manner.ts";

/** A width and a height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Free space kept around a fitted drawing; below it are the tools, above it a message may come. */
export const SIDE = 4;
export const TOP = 4;
export const BOTTOM = 32;
export const SMALLEST = 0.05;

/** Widths of drawings differ by so much at least. */
const WIDTH_STEP = 20;

/** Return the scale at which a drawing is wholly seen, never above 1. */
export function fitScale(drawing: Size, viewport: Size): number {
  const width = Math.max(1, viewport.width - 2 * SIDE);
  const height = Math.max(1, viewport.height - TOP - BOTTOM);
  return Math.max(SMALLEST, Math.min(1, width / drawing.width, height / drawing.height));
}

/** Return the scale at which a drawing is seen by itself: wholly, or, in a narrow panel, so that it can be read on by scrolling down. */
export function ownScale(drawing: Size, viewport: Size): number {
  const whole = fitScale(drawing, viewport);
  if (viewport.width >= NARROW) return whole;
  return Math.max(whole, Math.min(READABLE, fitScale({ width: drawing.width, height: 0 }, viewport)));
}

/** Return how wide ranks may be so that a drawing from top to bottom can be read in a panel. */
export function readableWidth({ width }: Size): number {
  return Math.floor((width - 2 * SIDE) / READABLE / WIDTH_STEP) * WIDTH_STEP;
}
