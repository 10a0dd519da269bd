/** How a picture is drawn: as much text as can be read, in the direction in which there is room for it. */
import { isBare, NOTATIONS, type Notation } from "../mermaid.ts";

/** Where the graph runs to. */
export type Direction = "LR" | "TB";

/** Directions by the setting that chooses them. */
export const CHOSEN: Readonly<Record<"auto" | "leftToRight" | "topToBottom", Direction | undefined>> = {
  auto: undefined,
  leftToRight: "LR",
  topToBottom: "TB",
};

/** A way to draw a picture. */
export interface Manner {
  readonly notation: Notation;
  readonly direction: Direction;
  /** The picture is no wider than so where that can be; undefined for as wide as it comes. */
  readonly within: number | undefined;
}

/** What decides. */
export interface Wishes {
  /** The direction that a person wants, or the only one that the panel has room for; undefined for the better one. */
  readonly chosen: Direction | undefined;
  /** The direction in which the function is drawn now, which is kept as long as it serves; undefined if it is not drawn. */
  readonly present: Direction | undefined;
  /** How wide a picture from top to bottom may be to be read. */
  readonly within: number;
  /** Whether a picture from top to bottom is never wider than that. */
  readonly isNarrow: boolean;
  /** Return how large the picture would be seen, 1 at most. */
  readonly scaleIn: (manner: Manner) => number;
}

/** Panels narrower than this are drawn from top to bottom. */
export const NARROW = 420;
/** Below this scale text is too small for most people. */
export const READABLE = 0.7;
/** A notation is used only where the whole picture is seen at this scale; the bare ones always are. */
const LEGIBLE = { full: 0.9, short: 0.85, compact: 0.8, bare: 0, slim: 0 } as const satisfies Record<Notation, number>;
/** Where nothing fits, a picture is turned, or made slim, if it is so much larger then. */
const TURN_GAIN = 1.15;

/** Return the manner that says most and can still be read. */
export function chooseManner({ chosen, present, within, isNarrow, scaleIn }: Wishes): Manner {
  const first = present ?? "LR";
  const directions: readonly Direction[] = chosen === undefined ? [first, first === "LR" ? "TB" : "LR"] : [chosen];
  for (const notation of NOTATIONS) {
    if (isBare(notation)) break;
    for (const direction of directions) {
      const manner: Manner = { notation, direction, within: undefined };
      if (scaleIn(manner) >= LEGIBLE[notation]) return manner;
    }
  }
  const bareIn = (direction: Direction, width: number | undefined): readonly Manner[] => [
    { notation: "bare", direction, within: width },
    // Beside each other, high nodes take less room than wide ones.
    ...(direction === "TB" ? [{ notation: "slim", direction, within: width } as const] : []),
  ];
  const larger = (best: Manner, each: Manner): Manner => (scaleIn(each) > TURN_GAIN * scaleIn(best) ? each : best);
  const [one, ...others] = directions.flatMap((direction) =>
    bareIn(direction, isNarrow && direction === "TB" ? within : undefined),
  );
  const best = others.reduce(larger, one!);
  if (isNarrow || !directions.includes("TB") || scaleIn(best) >= READABLE) return best;
  // What is too wide to be read becomes longer.
  return bareIn("TB", within).reduce(larger, best);
}

/** Tell whether two manners are the same. */
export function isSameManner(one: Manner, other: Manner): boolean {
  return one.notation === other.notation && one.direction === other.direction && one.within === other.within;
}
