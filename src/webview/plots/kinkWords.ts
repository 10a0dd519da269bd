/** Where the words of a plot's kinks and jumps stand: none on another, and none where there is no room. */

/** A point with a word, on screen. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly word: string;
}

/** Where a word stands. */
export interface WordPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of a letter, and the heights of one above and below the line that it stands on. */
const LETTER = 6.6;
const ASCENT = 9;
const DESCENT = 3;
/** From a point to its word, and half of what a point takes. */
const AWAY = 8;
const POINT = 5;

/** Return a place for each word, undefined where none is left: what is nearer to where the input is comes first. Words stay above the bottom and below the top of the room. */
export function wordPlaces(
  marks: readonly Mark[],
  here: Pick<Mark, "x" | "y">,
  room: { readonly width: number; readonly top: number; readonly bottom: number },
): readonly (WordPlace | undefined)[] {
  const around = { left: 0, right: room.width, top: room.top, bottom: room.bottom };
  const taken = [...marks, here].map(({ x, y }) => boxAround(x, y));
  const places: (WordPlace | undefined)[] = marks.map(() => undefined);
  const order = marks.map((mark, index) => ({ mark, index, far: Math.abs(mark.x - here.x) }));
  for (const { mark, index } of order.sort((one, other) => one.far - other.far)) {
    const place = candidates(mark, around).find((each) => {
      const box = boxOf(each, mark.word);
      return isInside(box, around) && taken.every((other, at) => at === index || !meet(box, other));
    });
    if (place === undefined) continue;
    places[index] = place;
    taken.push(boxOf(place, mark.word));
  }
  return places;
}

/** Beside the point, on the line's height as far as the room goes; else above and below. */
function candidates({ x, y }: Mark, { top, bottom }: Box): readonly WordPlace[] {
  const line = Math.min(bottom - DESCENT, Math.max(top + ASCENT, y + 4));
  return [
    { x: x - AWAY, y: line, anchor: "end" },
    { x: x + AWAY, y: line, anchor: "start" },
    { x, y: y - AWAY, anchor: "middle" },
    { x, y: y + AWAY + ASCENT, anchor: "middle" },
  ];
}

function boxOf({ x, y, anchor }: WordPlace, word: string): Box {
  const width = LETTER * word.length;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - ASCENT, bottom: y + DESCENT };
}

function boxAround(x: number, y: number): Box {
  return { left: x - POINT, right: x + POINT, top: y - POINT, bottom: y + POINT };
}

function isInside(box: Box, around: Box): boolean {
  return box.left >= around.left && box.right <= around.right && box.top >= around.top && box.bottom <= around.bottom;
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
