/** What part of the drawing is seen: zoom, pan and fit, on the element that carries the drawing. */
import { select, type Selection } from "d3-selection";
import { zoom, zoomIdentity, ZoomTransform, type D3ZoomEvent, type ZoomBehavior } from "d3-zoom";
import { BOTTOM, fitScale, SIDE, SMALLEST, TOP, type Size } from "../../view/picture/layout/fit.ts";
import type { Box, Point } from "../../view/picture/layout/geometry.ts";
import { READABLE } from "../../view/picture/layout/manner.ts";

/** A place and size of the drawing, as it is kept over reloads. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** How a drawing is to be fitted. */
export interface FitOptions {
  /** It is not made smaller than so; then what is around a point of it is seen. */
  readonly least: number;
  readonly about: Point;
  /** So much of the top lies under a message. */
  readonly covered: number;
}

/** So many pixels of a pinch double the scale. */
const PINCH = 50;
const LARGEST = 4;
/** So many pixels of the drawing stay in sight, wherever it is moved: what is lost is looked for. */
const KEPT = 80;

/** How much one step of zooming is, by a button, a key, or a notch of the wheel. */
export const ZOOM_STEP = 1.25;

/** A picture that has grown is seen as a whole if it is at least this part as large as before. */
const STILL = 0.75;

/** Return the scale below which a picture that has grown is not made smaller: one that could be read stays so; 0 for no limit. */
export function leastScale(before: number, fitting: number): number {
  return fitting < STILL * before ? Math.min(READABLE, before) : 0;
}

/** Moves the drawing when asked by a person or by the page, and says so. */
export class Camera {
  private readonly viewport: HTMLElement;
  private readonly stage: HTMLElement;
  private readonly changed: (view: View, isFitted: boolean) => void;
  private readonly behavior: ZoomBehavior<HTMLElement, unknown>;
  private readonly selection: Selection<HTMLElement, unknown, null, undefined>;
  private current: ZoomTransform = zoomIdentity;
  /** The viewport's size as last told: asking the page would have it laid out anew in the middle of a change. */
  private size: Size;
  /** The size of what is looked at; undefined until there is something. */
  private drawing: Size | undefined;
  /** True until a person moves or zooms: then a new size of the panel or the drawing may fit it anew. */
  isFitted = true;

  constructor(viewport: HTMLElement, stage: HTMLElement, changed: (view: View, isFitted: boolean) => void) {
    this.viewport = viewport;
    this.stage = stage;
    this.changed = changed;
    this.size = { width: viewport.clientWidth, height: viewport.clientHeight };
    this.behavior = zoom<HTMLElement, unknown>()
      .scaleExtent([SMALLEST, LARGEST])
      .extent(() => [
        [0, 0],
        [this.size.width, this.size.height],
      ])
      .constrain((transform) => this.inSight(transform))
      .clickDistance(4)
      .wheelDelta(wheelZoom)
      .filter((event: Event) => isZoomGesture(event))
      .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (event.sourceEvent !== null) this.isFitted = false;
        this.apply(event.transform);
      });
    this.selection = select(viewport);
    this.selection.call(this.behavior).on("dblclick.zoom", null);
    viewport.addEventListener("wheel", this.scroll, { passive: false });
  }

  /** Where the camera is. */
  get view(): View {
    return { x: this.current.x, y: this.current.y, scale: this.current.k };
  }

  /** Go where the camera was in an earlier life of the page. */
  restore(view: View): void {
    this.isFitted = false;
    this.set(new ZoomTransform(view.scale, view.x, view.y));
  }

  /** The size of what is seen. */
  get viewportSize(): Size {
    return this.size;
  }

  /** Take note of the viewport's size. */
  resize(size: Size): void {
    this.size = size;
  }

  /** Take note of the size of what is looked at from now on. */
  look(drawing: Size): void {
    this.drawing = drawing;
  }

  /** Show the whole drawing in the middle, or as much of it as may be. */
  fit(drawing: Size, { least, about, covered }: FitOptions): void {
    const { width, height } = this.size;
    const scale = Math.max(least, fitScale(drawing, { width, height: height - covered }));
    const x = placed(drawing.width * scale, about.x * scale, SIDE, width - SIDE);
    const y = placed(drawing.height * scale, about.y * scale, TOP + covered, height - BOTTOM);
    this.isFitted = true;
    this.set(new ZoomTransform(scale, Math.round(x), Math.round(y)));
  }

  /** Zoom by a factor at the middle of what is seen. */
  zoomBy(factor: number): void {
    this.isFitted = false;
    this.behavior.scaleBy(this.selection, factor);
  }

  /** Zoom to a scale at the middle of what is seen. */
  zoomTo(scale: number): void {
    this.isFitted = false;
    this.behavior.scaleTo(this.selection, scale);
  }

  /** Say whether a box of the drawing is wholly seen. */
  sees(box: Box): boolean {
    const { left, top, right, bottom } = this.onScreen(box);
    return left >= 0 && top >= 0 && right <= this.size.width && bottom <= this.size.height;
  }

  /** Move as little as needed to see a box of the drawing. */
  reveal(box: Box): void {
    const { left, top, right, bottom } = this.onScreen(box);
    const { width, height } = this.size;
    const x = left < SIDE ? SIDE - left : Math.min(0, width - SIDE - right);
    const y = top < TOP ? TOP - top : Math.min(0, height - BOTTOM - bottom);
    if (x === 0 && y === 0) return;
    this.isFitted = false;
    this.behavior.translateBy(this.selection, x / this.current.k, y / this.current.k);
  }

  /** Let go of the page's events. */
  dispose(): void {
    this.selection.on(".zoom", null);
    this.viewport.removeEventListener("wheel", this.scroll);
  }

  private onScreen(box: Box): { left: number; top: number; right: number; bottom: number } {
    const [left, top] = this.current.apply([box.x - box.width / 2, box.y - box.height / 2]);
    const [right, bottom] = this.current.apply([box.x + box.width / 2, box.y + box.height / 2]);
    return { left, top, right, bottom };
  }

  /** Return where the camera is that should be somewhere, so that the drawing does not get out of sight. */
  private inSight(transform: ZoomTransform): ZoomTransform {
    const { drawing, size } = this;
    if (drawing === undefined) return transform;
    const { k } = transform;
    const x = touching(transform.x, drawing.width * k, size.width);
    const y = touching(transform.y, drawing.height * k, size.height - BOTTOM);
    return x === transform.x && y === transform.y ? transform : new ZoomTransform(k, x, y);
  }

  private set(transform: ZoomTransform): void {
    this.behavior.transform(this.selection, transform);
  }

  private apply(transform: ZoomTransform): void {
    this.current = transform;
    this.stage.style.transform = `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`;
    this.changed(this.view, this.isFitted);
  }

  /** The plain wheel scrolls, as everywhere in the editor. */
  private readonly scroll = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    const by: Point =
      event.shiftKey && event.deltaX === 0 ? { x: event.deltaY, y: 0 } : { x: event.deltaX, y: event.deltaY };
    this.isFitted = false;
    this.behavior.translateBy(this.selection, (-by.x * unit) / this.current.k, (-by.y * unit) / this.current.k);
  };
}

/** Where a drawing begins between two ends: in the middle if there is room, else so that a point of it is there, and nothing stays empty. */
function placed(length: number, point: number, start: number, end: number): number {
  const room = end - start;
  if (length <= room) return start + (room - length) / 2;
  return Math.min(start, Math.max(end - length, start + room / 2 - point));
}

/** Where a drawing begins that should begin somewhere else, of which a part must be before the end of what is seen. */
function touching(start: number, length: number, end: number): number {
  const kept = Math.min(KEPT, length);
  return Math.max(kept - length, Math.min(end - kept, start));
}

/** How many powers of two a turn of the wheel zooms by: a pinch comes as many small turns with Control, a mouse's notch as one large one. */
function wheelZoom({ deltaY, deltaMode }: WheelEvent): number {
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
  const most = Math.log2(ZOOM_STEP);
  return Math.max(-most, Math.min(most, (-deltaY * unit) / PINCH));
}

function isZoomGesture(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  return !(event instanceof MouseEvent) || event.button === 0;
}
