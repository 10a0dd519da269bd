/** When boxes are drawn anew because of what is written in them: soon where they are too narrow, at rest where they are too wide. */
import type { ViewModel } from "../../../view/model.ts";
import type { Drawing } from "./drawing.ts";
import { isTooNarrow, larger, neededWidths, titleFit, type Widths } from "./reserve.ts";

/** Milliseconds until boxes are made wider. */
const WIDEN_AFTER = 120;
/** Milliseconds of rest until boxes are made narrower. */
const NARROW_AFTER = 600;

/** The part of a drawing that says which labels it has room for. */
type Roomy = Pick<Drawing, "topology" | "notation">;

/** Keeps the room that the labels of a drawing have needed so far, also of models that were gone when it was drawn. */
export class Boxes {
  private readonly redraw: () => void;
  private wanted: Widths = new Map();
  private widening: ReturnType<typeof setTimeout> | undefined;
  private narrowing: ReturnType<typeof setTimeout> | undefined;

  constructor(redraw: () => void) {
    this.redraw = redraw;
  }

  /** Texts are seen first; boxes that have become too narrow for them follow, not at every step of a slider. Boxes that are too wide for their titles wait until nobody types. */
  follow(drawing: Drawing, model: ViewModel): void {
    const titles = titleFit(drawing, model);
    const needed = neededWidths(model, drawing.notation);
    this.wanted = larger(needed, this.wanted);
    clearTimeout(this.narrowing);
    if (titles === "narrow" || isTooNarrow(drawing.widths, needed)) {
      this.widening ??= setTimeout(() => {
        this.widening = undefined;
        this.redraw();
      }, WIDEN_AFTER);
    } else if (titles === "wide") {
      this.narrowing = setTimeout(this.redraw, NARROW_AFTER);
    }
  }

  /** Return what the labels of a picture have needed, if it is the one on show. */
  soFar({ topology, notation }: Roomy, before: Roomy | undefined): Widths {
    const isSame = before?.topology === topology && before.notation === notation;
    return isSame ? this.wanted : new Map<string, number>();
  }

  /** Begin with a drawing that takes the place of the one before. */
  begin(drawing: Drawing, before: Roomy | undefined): void {
    this.wanted = larger(drawing.widths, this.soFar(drawing, before));
  }

  /** Forget what waits. */
  dispose(): void {
    clearTimeout(this.widening);
    clearTimeout(this.narrowing);
  }
}
