/** Places between characters: beginnings, ends and the borders of words. */
import { END, START, type Instruction } from "./program.ts";

/** Whether a place of a text is what START, END or WORD asks for. */
export function isBorder({ kind, flag, set }: Instruction, text: string, position: number): boolean {
  if (kind === START) return position === 0 || (flag && isLineEnd(text.charCodeAt(position - 1)));
  if (kind === END) return position === text.length || (flag && isLineEnd(text.charCodeAt(position)));
  const before = position > 0 && set!.has(text.charCodeAt(position - 1));
  const after = position < text.length && set!.has(text.charCodeAt(position));
  return (before !== after) !== flag;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}
