/** How large a drawing is seen by itself: wholly or so that it can be read, and, after an edit, no smaller than it could be read before. */
import { fitScale, ownScale, type Size } from "../../view/picture/layout/fit.ts";
import type { Point } from "../../view/picture/layout/geometry.ts";
import { READABLE } from "../../view/picture/layout/manner.ts";
import { leastScale, type Camera } from "./camera.ts";
import type { Cover } from "./cover.ts";

/** Below this scale one cannot even see what a picture is like. */
const VISIBLE = 0.4;

/** Fits drawings into the panel, below what lies over it. */
export class Fitting {
  private readonly camera: Camera;
  private readonly cover: Cover;
  /** The picture is not seen smaller than so. */
  private least = 0;
  /** Whether a person wants to see the whole picture, however small. */
  private isWhole = false;

  constructor(camera: Camera, cover: Cover) {
    this.camera = camera;
    this.cover = cover;
  }

  /** Return the scale at which a picture is seen by itself. */
  scaleOf(picture: Size): number {
    return ownScale(picture, this.seenSize());
  }

  /** Show whole drawings until there is another function, however small. */
  wholly(): void {
    this.isWhole = true;
  }

  /** Begin with a drawing of another function: what is too large to be seen as a whole can at least be read. */
  begin(drawing: Size): void {
    this.least = this.scaleOf(drawing) < VISIBLE ? READABLE : 0;
    this.isWhole = false;
  }

  /** Go on with another drawing of the same function, before the camera moves. */
  goOn(drawing: Size): void {
    const scale = this.isWhole ? fitScale(drawing, this.seenSize()) : this.scaleOf(drawing);
    this.least = leastScale(this.camera.view.scale, scale);
    this.isWhole &&= this.least === 0;
  }

  /** Show as much of a drawing as may be, the given point at any rate. */
  fit(drawing: Size, about: Point): void {
    const least = this.isWhole ? 0 : Math.max(this.least, this.scaleOf(drawing));
    this.camera.fit(drawing, { least, about, covered: this.cover.height });
  }

  /** The viewport without what lies over it. */
  private seenSize(): Size {
    const { width, height } = this.camera.viewportSize;
    return { width, height: height - this.cover.height };
  }
}
