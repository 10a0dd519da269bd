/** Draws a model in the manner that serves best, and finds drawings again that were made before. */
import type { ViewModel } from "../../../view/model.ts";
import { estimatedSize } from "../../../view/picture/layout/estimate.ts";
import type { Size } from "../../../view/picture/layout/fit.ts";
import type { Direction } from "../../../view/picture/layout/manner.ts";
import { chooseManner, isSameManner, type Manner } from "../../../view/picture/layout/manner.ts";
import type { Notation } from "../../../view/picture/mermaid.ts";
import { draw, type Drawing } from "./drawing.ts";
import { prepare, type Prepared } from "./prepared.ts";
import { remember } from "./recent.ts";
import { isTooNarrow, larger, neededWidths, type Widths } from "./reserve.ts";

/** What a model is drawn in. What is asked for while one draws may have changed since. */
export interface Surroundings {
  readonly fontFamily: string;
  /** The direction that a person wants; undefined for the better one. */
  readonly chosen: Direction | undefined;
  /** The direction to keep as long as it serves; undefined if there is none. */
  readonly present: () => Direction | undefined;
  /** Where the nodes of the function stand across the graph, by their names, where it is drawn in this direction. */
  readonly placesIn: (direction: Direction) => ReadonlyMap<string, number>;
  /** How wide a picture from top to bottom may be to be read. */
  readonly within: number;
  /** Whether a picture from top to bottom is never wider than that. */
  readonly isNarrow: boolean;
  /** Return how large a picture of a size would be seen, 1 at most. */
  readonly scaleOf: (size: Size) => number;
  /** Return what the labels of the model's picture have needed so far. */
  readonly widthsSoFar: (notation: Notation) => Widths;
}

/** So often one picture is laid out at most until it is laid out well. */
const MOST_TRIES = 3;
/** Sizes and drawings of pictures that are kept. */
const MOST_SIZES = 20;
const MOST_DRAWINGS = 6;

/** Lives as long as the panel; draws in an element of the page that is out of sight. */
export class Drawer {
  private readonly backstage: HTMLElement;
  /** Sizes of pictures that were drawn, by topology and manner. */
  private readonly sizes = new Map<string, Size>();
  /** What was drawn last: a condition that turns and turns back, or an edit that is taken back, finds its picture again. */
  private readonly drawings = new Map<string, Drawing>();

  constructor(backstage: HTMLElement) {
    this.backstage = backstage;
  }

  /** Return how a model is to be drawn. */
  mannerOf(model: ViewModel, { chosen, present, within, isNarrow, scaleOf }: Surroundings): Manner {
    return chooseManner({
      chosen,
      present: present(),
      within,
      isNarrow,
      scaleIn: (manner) => scaleOf(this.sizes.get(sizeKey(model, manner)) ?? estimatedSize(model, manner)),
    });
  }

  /** Draw as it seems best. `functionKey` tells models of several functions apart. */
  async draw(model: ViewModel, functionKey: string, surroundings: Surroundings): Promise<Drawing> {
    const prepared = this.prepare(model, surroundings);
    const { options } = prepared;
    const key = `${functionKey} ${options.fontFamily} ${sizeKey(model, options)}`;
    const before = this.drawings.get(key);
    const isGood = before !== undefined && !isTooNarrow(before.widths, options.widths);
    const drawing = isGood ? before : await draw(model, prepared, this.backstage);
    remember(this.drawings, key, drawing, MOST_DRAWINGS);
    return drawing;
  }

  /** Lay a picture out as it seems best; what is then known of its size may tell that another way is better. */
  private prepare(model: ViewModel, surroundings: Surroundings): Prepared {
    const { fontFamily, widthsSoFar, placesIn } = surroundings;
    for (let tries = 1; ; tries++) {
      const manner = this.mannerOf(model, surroundings);
      const widths = larger(neededWidths(model, manner.notation), widthsSoFar(manner.notation));
      const prepared = prepare(model, { ...manner, widths, fontFamily }, placesIn(manner.direction));
      const { width, height } = prepared.layout;
      remember(this.sizes, sizeKey(model, manner), { width, height }, MOST_SIZES);
      if (tries === MOST_TRIES || isSameManner(this.mannerOf(model, surroundings), manner)) return prepared;
    }
  }
}

/** What is the same for all pictures of a model's topology and titles of the same lengths. */
const modelKeys = new WeakMap<ViewModel, string>();

function sizeKey(model: ViewModel, { notation, direction, within }: Manner): string {
  let known = modelKeys.get(model);
  if (known === undefined) {
    known = `${model.nodes.map(({ title }) => title.length).join(" ")} ${model.topology}`;
    modelKeys.set(model, known);
  }
  return `${notation} ${direction} ${within ?? ""} ${known}`;
}
