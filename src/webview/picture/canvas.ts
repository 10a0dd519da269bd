/** The living picture: numbers are patched in place, another topology is drawn out of sight and swapped in. */
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import { labelLines, type Notation } from "../../view/picture/mermaid.ts";
import { Camera, fitScale, type Size, type View } from "./camera.ts";
import { configureMermaid, draw, warmUp, type Drawing } from "./drawing.ts";
import type { Direction } from "./geometry.ts";
import type { Light } from "./light.ts";
import { shinePass } from "./passLight.ts";
import { remember } from "./recent.ts";
import { isTooNarrow, larger, neededWidths, titleFit, type Widths } from "./reserve.ts";
import { arrowDefinition, setAttribute, writeEdge, writeNode } from "./shapes.ts";
import { wholeTitle } from "./titles.ts";

/** What the picture tells the page. */
export interface CanvasEvents {
  /** The camera moved. */
  readonly onView: (view: View, isFitted: boolean) => void;
  /** Another drawing is on the page. */
  readonly onDrawn: () => void;
  /** A drawing failed; the last one stays. */
  readonly onProblem: (error: unknown) => void;
}

/** Below this scale the short notation is used, so that a picture is small before it is unreadable. */
const FULL_FROM = 0.9;
/** Above so many nodes the full notation never fits, and trying costs a rendering. */
const FULL_UP_TO = 40;
/** Milliseconds until boxes are made wider. */
const WIDEN_AFTER = 120;
/** Milliseconds of rest until boxes are made narrower. */
const NARROW_AFTER = 600;
/** Panels narrower than this are drawn from top to bottom. */
export const NARROW = 420;
/** Below this scale a picture is tried in the other direction, and taken if it is so much larger there. */
const TURN_BELOW = 0.65;
const TURN_GAIN = 1.2;

/** Owns the drawing in its viewport; made once, fed with every model. */
export class Canvas {
  private readonly viewport: HTMLElement;
  private readonly stage = document.createElement("div");
  private readonly measure = document.createElement("div");
  private readonly events: CanvasEvents;
  private readonly resizing: ResizeObserver;
  private readonly styling: MutationObserver;
  readonly camera: Camera;
  /** Set until the first drawing if the camera's place is known from an earlier life of the page. */
  private isRestoring = false;
  private drawing: Drawing | undefined;
  private model: ViewModel | undefined;
  private functionKey = "";
  private drawnKey = "";
  private light: Light | undefined;
  /** The direction that a person wants; undefined for the better one. */
  private chosen: Direction | undefined;
  private isDrawing = false;
  private isWaiting = false;
  private widening: ReturnType<typeof setTimeout> | undefined;
  private narrowing: ReturnType<typeof setTimeout> | undefined;
  private font = "";
  /** Sizes of pictures in full notation, by topology and direction; a few are kept. */
  private readonly fullSizes = new Map<string, Size>();
  /** Pictures that are larger from top to bottom, by topology and shape of the panel, and those that are not. */
  private readonly turns = new Map<string, Direction>();

  constructor(viewport: HTMLElement, events: CanvasEvents) {
    this.viewport = viewport;
    this.events = events;
    this.stage.className = "stage";
    this.measure.className = "canvas measure";
    this.measure.setAttribute("aria-hidden", "true");
    viewport.append(this.stage, arrowDefinition());
    document.body.append(this.measure);
    this.camera = new Camera(viewport, this.stage, events.onView);
    this.resizing = new ResizeObserver(() => {
      this.camera.resize({ width: viewport.clientWidth, height: viewport.clientHeight });
      this.afterResize();
    });
    this.resizing.observe(viewport);
    this.configure();
    this.styling = new MutationObserver(() => {
      if (this.configure()) this.redraw();
    });
    this.styling.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
    void this.inTurn(() => warmUp(this.measure));
  }

  /** The picture's direction: as drawn, else as it would be drawn now. */
  get direction(): Direction {
    return this.drawing?.direction ?? this.wantedDirection();
  }

  /** Show a model; `functionKey` is the same for two models of the same function. */
  show(model: ViewModel, functionKey: string): void {
    if (model === this.model && functionKey === this.functionKey) return;
    this.model = model;
    this.functionKey = functionKey;
    if (this.isCurrent() && this.drawing !== undefined) {
      this.write(this.drawing, model);
      this.fitBoxes(this.drawing, model);
    } else {
      this.redraw();
    }
  }

  /** Draw in a direction that a person has chosen, or in the better one. */
  choose(chosen: Direction | undefined): void {
    if (chosen === this.chosen) return;
    this.chosen = chosen;
    if (this.drawing !== undefined && this.drawing.direction !== this.wantedDirection()) this.redraw();
  }

  /** Begin where the camera was in an earlier life of the page. */
  restore(view: View): void {
    this.isRestoring = true;
    this.camera.restore(view);
  }

  /** Let nodes and edges stand out. */
  shine(light: Light): void {
    this.light = light;
    const { drawing } = this;
    if (drawing === undefined) return;
    for (const [id, { group }] of drawing.nodes) {
      const isSelected = id === light.selected;
      group.classList.toggle("sel", isSelected);
      group.classList.toggle("lit", light.nodes.has(id));
      group.classList.toggle("marked", light.marked.has(id));
      setAttribute(group, "aria-current", String(isSelected));
      group.classList.toggle("dimmed", light.only?.has(id) === false);
      shinePass(group, id, light.pass);
    }
    for (const [id, edge] of drawing.edges) {
      edge.path.classList.toggle("lit", light.edges.has(id));
      edge.label?.classList.toggle("lit", light.edges.has(id));
      edge.label?.classList.toggle("cause", id === light.cause);
      for (const part of [edge.path, edge.label]) part?.classList.toggle("dimmed", light.only?.has(id) === false);
      const isPassed = light.pass?.passed.has(id) === true;
      edge.path.classList.toggle("passed", isPassed);
      for (const part of [edge.path, edge.label]) part?.classList.toggle("forward", light.pass?.pass === "forward");
      edge.label?.classList.toggle("unknown", light.pass?.partials.has(id) === false);
    }
  }

  /** Show the whole drawing. */
  fit(): void {
    if (this.drawing !== undefined) this.camera.fit(this.drawing);
  }

  /** Move the view to a node only if none of the nodes is seen. */
  revealOneOf(nodes: readonly ViewNodeId[]): void {
    const boxes = nodes.flatMap((node) => this.drawing?.nodes.get(node)?.box ?? []);
    if (boxes.length > 0 && !boxes.some((box) => this.camera.sees(box))) this.camera.reveal(boxes[0]!);
  }

  /** Give the keyboard's focus to a node. */
  focus(node: ViewNodeId): void {
    const shape = this.drawing?.nodes.get(node);
    if (shape === undefined) return;
    this.camera.reveal(shape.box);
    shape.group.focus({ preventScroll: true });
  }

  /** Let exactly one node be reached by Tab. */
  rove(node: ViewNodeId | undefined): void {
    const ids = [...(this.drawing?.nodes.keys() ?? [])];
    const stop = node !== undefined && this.drawing?.nodes.has(node) === true ? node : ids[0];
    for (const [id, { group }] of this.drawing?.nodes ?? []) setAttribute(group, "tabindex", id === stop ? "0" : "-1");
  }

  /** A node's place across the graph. */
  crossOf(node: ViewNodeId): number {
    const box = this.drawing?.nodes.get(node)?.box;
    return (this.direction === "LR" ? box?.y : box?.x) ?? 0;
  }

  /** Take everything off the page. */
  dispose(): void {
    clearTimeout(this.widening);
    clearTimeout(this.narrowing);
    this.resizing.disconnect();
    this.styling.disconnect();
    this.camera.dispose();
    this.measure.remove();
    this.viewport.replaceChildren();
  }

  private isCurrent(): boolean {
    const { drawing, model } = this;
    return (
      drawing !== undefined &&
      drawing.topology === model?.topology &&
      this.drawnKey === this.functionKey &&
      drawing.nodes.size === model.nodes.length &&
      model.nodes.every((node) => drawing.nodes.has(node.id)) &&
      model.edges.every((edge) => drawing.edges.has(edge.id))
    );
  }

  private write(drawing: Drawing, model: ViewModel): void {
    for (const node of model.nodes) {
      const shape = drawing.nodes.get(node.id);
      if (shape !== undefined) writeNode(shape, node, labelLines(node, drawing.notation), wholeTitle(model, node));
    }
    for (const edge of model.edges) {
      const shape = drawing.edges.get(edge.id);
      if (shape !== undefined) writeEdge(shape, edge, edge.label[drawing.notation]);
    }
  }

  /**
   * Texts are seen first; boxes that have become too narrow for them follow, not at every step of a slider.
   * Boxes that are too wide for their titles wait until nobody types.
   */
  private fitBoxes(drawing: Drawing, model: ViewModel): void {
    const titles = titleFit(drawing, model);
    clearTimeout(this.narrowing);
    if (titles === "narrow" || isTooNarrow(drawing.widths, neededWidths(model, drawing.notation))) {
      this.widening ??= setTimeout(() => {
        this.widening = undefined;
        this.redraw();
      }, WIDEN_AFTER);
    } else if (titles === "wide") {
      this.narrowing = setTimeout(() => {
        this.redraw();
      }, NARROW_AFTER);
    }
  }

  /** Draw one at a time; while one is drawn, only the wish for another is kept, not the models between. */
  private redraw(): void {
    if (this.isDrawing) {
      this.isWaiting = true;
      return;
    }
    void this.inTurn(async () => {
      const { model, functionKey } = this;
      if (model === undefined || this.camera.viewportSize.width === 0) return;
      await document.fonts.ready;
      this.configure();
      this.swap(await this.drawFitting(model), model, functionKey);
    });
  }

  private async inTurn(work: () => Promise<unknown>): Promise<void> {
    this.isDrawing = true;
    this.isWaiting = false;
    try {
      await work();
    } catch (error) {
      this.events.onProblem(error);
    } finally {
      this.isDrawing = false;
      if (this.hasWish()) this.redraw();
    }
  }

  /** Whether another picture was asked for while one was drawn. */
  private hasWish(): boolean {
    return this.isWaiting;
  }

  /** In full notation if that fits, else in short. */
  private async drawFitting(model: ViewModel): Promise<Drawing> {
    const direction = this.wantedDirection();
    const key = `${direction} ${model.topology}`;
    const isFullPossible = this.wantedNotation(model) === "full";
    if (isFullPossible) {
      const full = await this.drawAs(model, "full", direction);
      this.rememberFullSize(key, full);
      if (this.fits(full)) return full;
    }
    const short = await this.drawAs(model, "short", direction);
    const turnKey = this.turnKey(model);
    if (this.chosen !== undefined || direction === "TB" || this.turns.has(turnKey) || this.scaleOf(short) >= TURN_BELOW)
      return short;
    const turned = await this.drawAs(model, "short", "TB");
    const isBetter = this.scaleOf(turned) > this.scaleOf(short) * TURN_GAIN;
    remember(this.turns, turnKey, isBetter ? "TB" : "LR");
    return isBetter ? turned : short;
  }

  private turnKey({ topology }: ViewModel): string {
    const { width, height } = this.camera.viewportSize;
    return `${Math.round(2 * Math.log2(width / Math.max(1, height)))} ${topology}`;
  }

  private async drawAs(model: ViewModel, notation: Notation, direction: Direction): Promise<Drawing> {
    const widths = larger(neededWidths(model, notation), this.widthsSoFar(model, notation));
    return await draw(model, { notation, direction, widths }, this.measure);
  }

  private widthsSoFar(model: ViewModel, notation: Notation): Widths {
    const isSame = this.drawing?.topology === model.topology && this.drawing.notation === notation;
    return isSame && this.drawing !== undefined ? this.drawing.widths : new Map<string, number>();
  }

  private wantedNotation(model: ViewModel): Notation {
    const size = this.fullSizes.get(`${this.wantedDirection()} ${model.topology}`);
    if (size !== undefined) return this.fits(size) ? "full" : "short";
    return model.nodes.length > FULL_UP_TO || this.isTooLarge(model) ? "short" : "full";
  }

  /** Whether an earlier picture of the function did not even fit in short notation and the model has hardly fewer nodes. */
  private isTooLarge(model: ViewModel): boolean {
    const { drawing } = this;
    if (drawing === undefined || this.drawnKey !== this.functionKey) return false;
    if (drawing.notation === "full" || drawing.direction !== this.wantedDirection()) return false;
    return model.nodes.length >= 0.8 * drawing.nodes.size && !this.fits(drawing);
  }

  private rememberFullSize(key: string, { width, height }: Size): void {
    remember(this.fullSizes, key, { width, height });
  }

  private fits(size: Size): boolean {
    return this.scaleOf(size) >= FULL_FROM;
  }

  private scaleOf(size: Size): number {
    return fitScale(size, this.camera.viewportSize);
  }

  private wantedDirection(): Direction {
    if (this.chosen !== undefined) return this.chosen;
    if (this.camera.viewportSize.width < NARROW) return "TB";
    return (this.model && this.turns.get(this.turnKey(this.model))) ?? "LR";
  }

  /** Put a drawing on the page, unless what it shows has been left meanwhile and something better is there. */
  private swap(drawing: Drawing, model: ViewModel, functionKey: string): void {
    const isWanted = drawing.topology === this.model?.topology;
    if (functionKey !== this.functionKey || (!isWanted && this.isCurrent())) return;
    const isOther = this.drawing === undefined || this.drawnKey !== functionKey;
    const isTurned = this.drawing !== undefined && this.drawing.direction !== drawing.direction;
    const focused = this.focusedNode();
    this.drawing = drawing;
    this.drawnKey = functionKey;
    this.stage.replaceChildren(drawing.svg);
    const written = isWanted && this.model !== undefined ? this.model : model;
    this.write(drawing, written);
    this.fitBoxes(drawing, written);
    if (this.light !== undefined) this.shine(this.light);
    const isLeft = this.camera.isFitted && this.isOutside(drawing);
    if (isTurned || isLeft || (isOther && !this.isRestoring)) this.fit();
    this.isRestoring = false;
    this.rove(this.light?.selected);
    if (focused !== undefined) drawing.nodes.get(focused)?.group.focus({ preventScroll: true });
    this.events.onDrawn();
  }

  private isOutside(drawing: Drawing): boolean {
    const { width, height } = drawing;
    return !this.camera.sees({ x: width / 2, y: height / 2, width, height });
  }

  private focusedNode(): ViewNodeId | undefined {
    const active = document.activeElement;
    return active instanceof SVGElement && this.stage.contains(active) ? active.dataset["node"] : undefined;
  }

  private afterResize(): void {
    if (this.camera.viewportSize.width === 0 || this.model === undefined) return;
    const { drawing } = this;
    if (drawing === undefined) {
      this.redraw();
      return;
    }
    const isTurned = drawing.direction !== this.wantedDirection();
    const isNarrow = isTooNarrow(drawing.widths, neededWidths(this.model, drawing.notation));
    if (isTurned || isNarrow || drawing.notation !== this.wantedNotation(this.model) || !this.isCurrent())
      this.redraw();
    if (this.camera.isFitted) this.fit();
  }

  /** Labels are measured in the editor's font; says whether it has changed. */
  private configure(): boolean {
    const font = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-font-family").trim();
    const family = font === "" ? "monospace" : `${font}, monospace`;
    if (family === this.font) return false;
    this.font = family;
    configureMermaid(family);
    return true;
  }
}
