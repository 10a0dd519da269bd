/** The room that the page has for its picture, as the host is told it: what can be read in it is not folded. */
import type { Size } from "../view/picture/layout/fit.ts";
import { NARROW } from "../view/picture/layout/manner.ts";

/** Sizes are told in such steps; a panel that becomes larger tells so at the second one, so that none goes back and forth. */
const STEP = 40;

/** What stands around the picture as long as nothing is open, as frame.css, narrow.css and low.css lay it out: opening the inputs must fold nothing. */
const HEAD = { wide: 130, narrow: 190 };
const FOOT = 28;
const BESIDE = { from: 720, height: { from: 320, to: 620 }, share: 0.38, least: 280 };
const DETAILS = { least: 96, share: 0.26, most: 188 };
const NARROW_DETAILS = 0.28;
/** Of a page that scrolls. */
const LOW_PICTURE = 260;

/** Return the size of the picture's place in a window. */
export function stageIn({ width, height }: Size): Size {
  const left = height - (width < NARROW ? HEAD.narrow : HEAD.wide) - FOOT;
  const { from, height: low, share, least } = BESIDE;
  if (width >= from && height >= low.from && height < low.to)
    return { width: width - Math.max(least, share * width), height: left };
  const details =
    width < NARROW ? NARROW_DETAILS * height : Math.max(DETAILS.least, Math.min(DETAILS.most, DETAILS.share * height));
  return { width, height: Math.max(LOW_PICTURE, left - details) };
}

/** Return what to tell of a size: what was told if that is still right. */
export function roomIn(size: Size, told: Size | undefined): Size {
  const room = { width: steps(size.width, told?.width), height: steps(size.height, told?.height) };
  return told?.width === room.width && told.height === room.height ? told : room;
}

function steps(length: number, told: number | undefined): number {
  const isStill = told !== undefined && length >= told && length < told + 2 * STEP;
  return isStill ? told : Math.max(STEP, Math.floor(length / STEP) * STEP);
}
