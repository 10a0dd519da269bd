/** The living picture: numbers are patched in place, another topology is drawn out of sight and swapped in. */
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import { readableWidth } from "../../view/picture/layout/fit.ts";
import type { Direction } from "../../view/picture/layout/manner.ts";
import { isSameManner, NARROW } from "../../view/picture/layout/manner.ts";
import { labelLines, litLabel } from "../../view/picture/mermaid.ts";
import { Camera, type View } from "./camera.ts";
import { Cover } from "./cover.ts";
import { Boxes } from "./drawing/boxes.ts";
import { Drawer, type Surroundings } from "./drawing/drawer.ts";
import { warmUp, type Drawing } from "./drawing/drawing.ts";
import { isTooNarrow, neededWidths } from "./drawing/reserve.ts";
import { arrowDefinition, setAttribute, writeEdge, writeNode } from "./drawing/shapes.ts";
import { Fitting } from "./fitting.ts";
import { labelFont, watchStyle } from "./font.ts";
import type { Light } from "./light/light.ts";
import { shine } from "./light/shining.ts";

/** What the picture tells the page. */
export interface CanvasEvents {
  /** The camera moved; `of` is the key of the picture that is looked at. */
  readonly onView: (view: View, isFitted: boolean, of: string) => void;
  /** Another drawing is on the page. */
  readonly onDrawn: () => void;
  /** A drawing failed; the last one stays. */
  readonly onProblem: (error: unknown) => void;
}

/** Owns the drawing in its viewport; made once, fed with every model. */
export class Canvas {
  private readonly viewport: HTMLElement;
  private readonly stage = document.createElement("div");
  private readonly backstage = document.createElement("div");
  private readonly drawer = new Drawer(this.backstage);
  private readonly events: CanvasEvents;
  private readonly resizing: ResizeObserver;
  private readonly unwatchStyle: () => void;
  private readonly cover: Cover;
  private readonly boxes = new Boxes(() => {
    this.redraw();
  });
  private readonly fitting: Fitting;
  readonly camera: Camera;
  /** Until the first drawing, the key of the picture whose place is known from an earlier life of the page. */
  private restoring: string | undefined;
  private drawing: Drawing | undefined;
  private model: ViewModel | undefined;
  private functionKey = "";
  private drawnKey = "";
  private light: Light | undefined;
  /** The direction that a person wants; undefined for the better one. */
  private chosen: Direction | undefined;
  private isDrawing = false;
  private isWaiting = false;
  private font = labelFont();
  /** The room for which the drawing was made. */
  private drawnIn = "";
  /** What was folded and unfolded by hand in it. */
  private drawnFolding = "";

  constructor(viewport: HTMLElement, events: CanvasEvents) {
    this.viewport = viewport;
    this.events = events;
    this.stage.className = "stage";
    this.backstage.hidden = true;
    viewport.append(this.stage, arrowDefinition());
    document.body.append(this.backstage);
    this.camera = new Camera(viewport, this.stage, (view, isFitted) => {
      events.onView(view, isFitted, this.restoring ?? this.drawnKey);
    });
    this.resizing = new ResizeObserver(() => {
      this.camera.resize({ width: viewport.clientWidth, height: viewport.clientHeight });
      this.afterResize();
    });
    this.resizing.observe(viewport);
    this.unwatchStyle = watchStyle(() => {
      const font = labelFont();
      if (font === this.font) return;
      this.font = font;
      this.redraw();
    });
    this.cover = new Cover(viewport, () => {
      if (this.camera.isFitted && this.camera.view.y < this.cover.height) this.refit();
    });
    this.fitting = new Fitting(this.camera, this.cover);
    void this.inTurn(() => warmUp(this.backstage));
  }

  /** The picture's direction: as drawn, else as it would be drawn now. */
  get direction(): Direction {
    return this.drawing?.direction ?? this.chosen ?? "LR";
  }

  /** Show a model; `functionKey` is the same for two models of the same function. */
  show(model: ViewModel, functionKey: string): void {
    if (model === this.model && functionKey === this.functionKey) return;
    this.model = model;
    this.functionKey = functionKey;
    if (this.isCurrent() && this.drawing !== undefined) {
      this.write(this.drawing, model);
      this.boxes.follow(this.drawing, model);
    } else {
      this.redraw();
    }
  }

  /** Draw in a direction that a person has chosen, or in the better one. */
  choose(chosen: Direction | undefined): void {
    if (chosen === this.chosen) return;
    this.chosen = chosen;
    if (this.drawing !== undefined) this.drawAnew();
  }

  /** Begin where the camera was in an earlier life of the page, if the picture of this key is the first to be drawn. */
  restore(view: View, key: string): void {
    this.restoring = key;
    this.camera.restore(view);
  }

  /** Let nodes and edges stand out. */
  shine(light: Light): void {
    this.light = light;
    const { drawing } = this;
    if (drawing !== undefined) shine(drawing, light);
  }

  /** Show the whole drawing. */
  fit(): void {
    this.fitting.wholly();
    this.refit();
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
    this.boxes.dispose();
    this.cover.dispose();
    this.resizing.disconnect();
    this.unwatchStyle();
    this.camera.dispose();
    this.backstage.remove();
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
    setAttribute(drawing.svg, "aria-label", `${model.signature}, ${model.nodes.length} nodes`);
    for (const node of model.nodes) {
      const shape = drawing.nodes.get(node.id);
      const lines = labelLines(node, drawing.notation);
      if (shape !== undefined)
        writeNode(shape, node, lines, lines[0]?.text.endsWith("…") === true ? (node.whole ?? node.title) : "");
    }
    for (const edge of model.edges) {
      const shape = drawing.edges.get(edge.id);
      if (shape !== undefined) writeEdge(shape, edge, litLabel(edge, drawing.notation));
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
      // Asking for `ready` lays the page out, changed or not.
      if (this.drawing === undefined || document.fonts.status === "loading") await document.fonts.ready;
      const drawing = await this.drawer.draw(model, functionKey, this.surroundings(model));
      this.swap(drawing, model, functionKey);
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

  /** What a model is drawn in, in this panel. */
  private surroundings(model: ViewModel): Surroundings {
    return {
      fontFamily: this.font,
      chosen: this.chosen,
      present: () => {
        const { drawing } = this;
        const isSame = drawing !== undefined && this.drawnKey === this.functionKey && this.drawnIn === this.room();
        return isSame ? drawing.direction : this.camera.viewportSize.width < NARROW ? "TB" : undefined;
      },
      placesIn: (direction) => {
        const { drawing } = this;
        const isSame = this.drawnKey === this.functionKey && drawing?.direction === direction;
        return isSame ? drawing.places : new Map();
      },
      within: readableWidth(this.camera.viewportSize),
      isNarrow: this.camera.viewportSize.width < NARROW,
      scaleOf: (size) => this.fitting.scaleOf(size),
      widthsSoFar: (notation) => this.boxes.soFar({ topology: model.topology, notation }, this.drawing),
    };
  }

  /** The room for the picture, by which it is known whether a drawing was made for another one. */
  private room(): string {
    const { width, height } = this.camera.viewportSize;
    return `${width} ${height}`;
  }

  /** Put a drawing on the page, unless what it shows has been left meanwhile and something better is there. */
  private swap(drawing: Drawing, model: ViewModel, functionKey: string): void {
    const isWanted = drawing.topology === this.model?.topology;
    if (functionKey !== this.functionKey || (!isWanted && this.isCurrent())) return;
    const before = this.drawing;
    const isOther = before === undefined || this.drawnKey !== functionKey;
    const isTurned = before !== undefined && before.direction !== drawing.direction;
    const focused = this.focusedNode();
    this.boxes.begin(drawing, before);
    if (isOther) this.cover.forget();
    this.drawing = drawing;
    this.camera.look(drawing);
    this.drawnKey = functionKey;
    this.drawnIn = this.room();
    const folding = JSON.stringify(model.folding ?? {});
    const isFolded = folding !== this.drawnFolding;
    this.drawnFolding = folding;
    drawing.svg.classList.toggle("other", isOther);
    this.stage.replaceChildren(drawing.svg);
    const written = isWanted && this.model !== undefined ? this.model : model;
    this.write(drawing, written);
    this.boxes.follow(drawing, written);
    if (this.light !== undefined) this.shine(this.light);
    // What was fitted stays so: in another notation, or folded otherwise, the picture has another size, and none may reach out of sight.
    const isUnfit =
      this.camera.isFitted && (isFolded || before?.notation !== drawing.notation || this.isOutside(drawing));
    if (isOther) this.fitting.begin(drawing);
    else if (before.topology !== drawing.topology) this.fitting.goOn(drawing);
    if (isTurned || isUnfit || (isOther && this.restoring !== functionKey)) this.refit();
    this.restoring = undefined;
    this.rove(this.light?.selected);
    if (focused !== undefined) drawing.nodes.get(focused)?.group.focus({ preventScroll: true });
    this.events.onDrawn();
  }

  /** Show as much of the drawing as may be, what is selected or else the result at any rate. */
  private refit(): void {
    const { drawing, light, model } = this;
    if (drawing === undefined) return;
    const nodes = [light?.selected, model?.nodes.at(-1)?.id];
    const [about = { x: 0, y: 0 }] = nodes.flatMap((id) => drawing.nodes.get(id ?? "")?.box ?? []);
    this.fitting.fit(drawing, about);
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
    this.cover.forget();
    this.drawAnew();
    if (this.camera.isFitted) this.refit();
  }

  /** Draw once more if the picture is not, or not as well, what is to be seen. */
  private drawAnew(): void {
    const { drawing, model } = this;
    if (drawing === undefined || model === undefined) return;
    const isNarrow = isTooNarrow(drawing.widths, neededWidths(model, drawing.notation));
    if (isNarrow || !isSameManner(this.drawer.mannerOf(model, this.surroundings(model)), drawing) || !this.isCurrent())
      this.redraw();
    else this.drawnIn = this.room();
  }
}
