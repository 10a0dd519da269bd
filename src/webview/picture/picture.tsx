/** The picture with its tools; between the page's state and the canvas that draws. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ViewModel, ViewNodeId } from "../../view/model.ts";
import { regionTitle } from "../../view/picture/regions.ts";
import type { Actions } from "../actions/actions.ts";
import { toolKey } from "../actions/toolKeys.ts";
import { Icon, IconButton } from "../frame/icon.tsx";
import { pictureKey, type Page } from "../state/page.ts";
import type { View } from "./camera.ts";
import { Canvas } from "./canvas.ts";
import { CHOSEN } from "./geometry.ts";
import { lightOf } from "./light.ts";
import { moved, moveOf } from "./moves.ts";

/** What the page keeps of the camera. */
export interface KeptView {
  readonly view: View;
  readonly isFitted: boolean;
}

interface PictureProps {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
  /** The camera of an earlier life of the page, for the first drawing. */
  readonly kept: KeptView | undefined;
  readonly onView: (kept: KeptView) => void;
  readonly onProblem: (error: unknown) => void;
}

const ZOOM_STEP = 1.25;

/** The graph. */
export function Picture(props: PictureProps) {
  const { page, model } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const canvas = useCanvas(viewport, props, setScale);
  useLayoutEffect(() => {
    canvas.current?.choose(page.turned ?? CHOSEN[page.direction]);
    canvas.current?.show(model, pictureKey(model));
  }, [model, page.direction, page.turned]);
  useLayoutEffect(() => {
    canvas.current?.shine(lightOf(page));
    canvas.current?.rove(page.selected);
  }, [page]);
  useLayoutEffect(() => {
    canvas.current?.revealOneOf(page.marked);
  }, [page.marked]);
  return (
    <>
      <div
        ref={viewport}
        class="canvas"
        role="application"
        aria-label={`Computation graph with ${model.nodes.length} nodes. Arrow keys follow the edges, Enter goes to the source.`}
        {...pointerEvents(props)}
        onKeyDown={(event) => {
          if (canvas.current !== null) onKey(event, canvas.current, props);
        }}
      />
      <Tools canvas={() => canvas.current} scale={scale} />
      {page.tools.stepping === undefined && <LeftTools page={page} model={model} actions={props.actions} />}
    </>
  );
}

/** The canvas of a viewport, made once; its events go to the newest properties. */
function useCanvas(
  viewport: RefObject<HTMLDivElement | null>,
  props: PictureProps,
  setScale: (scale: number) => void,
): RefObject<Canvas | null> {
  const canvas = useRef<Canvas | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useLayoutEffect(() => {
    const made = new Canvas(viewport.current!, {
      onView: (view, isFitted) => {
        setScale(view.scale);
        latest.current.onView({ view, isFitted });
      },
      onDrawn: () => {
        made.revealOneOf(latest.current.page.marked);
      },
      onProblem: (error) => {
        latest.current.onProblem(error);
      },
    });
    const { kept } = latest.current;
    if (kept !== undefined && !kept.isFitted) made.restore(kept.view);
    canvas.current = made;
    return () => {
      made.dispose();
    };
  }, []);
  return canvas;
}

/** Where a tour begins, and the ways back from what hides something. */
function LeftTools({ page, model, actions }: Pick<PictureProps, "page" | "model" | "actions">) {
  return (
    <div class="tools left">
      <button type="button" class="text" title="Step Through Both Passes (S)" onClick={actions.startStepping}>
        <Icon name="play" />
        <span class="word">Step Through</span>
      </button>
      <Folds model={model} actions={actions} />
      {page.tools.isOnlyPath && (
        <button
          type="button"
          class="text"
          onClick={() => {
            actions.showOnly(undefined);
          }}
        >
          Show Everything
        </button>
      )}
    </div>
  );
}

/** What was opened and folded by hand, each with the way back. */
function Folds({ model: { folding }, actions }: { readonly model: ViewModel; readonly actions: Actions }) {
  const names = [...(folding?.open ?? []), ...(folding?.closed ?? [])];
  if (names.length === 0) return null;
  return (
    <nav class="folds" aria-label="Folded and unfolded by hand">
      {names.slice(-3).map((name) => (
        <button
          key={name}
          type="button"
          class={names.length > 1 ? "text one" : "text"}
          title={folding?.open.includes(name) === true ? "Fold Again" : "Unfold"}
          onClick={() => {
            actions.undoFold(name);
          }}
        >
          <code>{regionTitle(name)}</code>
          <Icon name="close" />
        </button>
      ))}
      {names.length > 1 && (
        <button
          type="button"
          class="text"
          onClick={() => {
            actions.undoFold();
          }}
        >
          Reset Folding
        </button>
      )}
    </nav>
  );
}

function Tools({ canvas, scale }: { readonly canvas: () => Canvas | null; readonly scale: number }) {
  return (
    <div class="tools" role="toolbar" aria-label="Zoom">
      <IconButton icon="remove" label="Zoom Out (−)" onClick={() => canvas()?.camera.zoomBy(1 / ZOOM_STEP)} />
      <button type="button" class="text pct num" title="Zoom to 100 %" onClick={() => canvas()?.camera.zoomTo(1)}>
        {Math.round(scale * 100)} %
      </button>
      <IconButton icon="add" label="Zoom In (+)" onClick={() => canvas()?.camera.zoomBy(ZOOM_STEP)} />
      <IconButton icon="screen-full" label="Fit (0)" onClick={() => canvas()?.fit()} />
    </div>
  );
}

function pointerEvents({ page, model, actions }: PictureProps) {
  return {
    onClick: (event: Event): void => {
      const node = nodeAt(event);
      if (node !== undefined) actions.select(node);
      else if (event.target instanceof Element && event.target.closest(".edgeLabel, path") === null)
        actions.select(undefined);
    },
    onDblClick: (event: Event): void => {
      const node = model.nodes.find((each) => each.id === nodeAt(event));
      if (node?.enters != null) actions.enter(node.id);
      else if (node?.unfolds != null) actions.toggleFold(node.id);
      else if (node !== undefined) actions.open(node.source);
    },
    onPointerOver: (event: Event): void => {
      const node = nodeAt(event);
      const edge = edgeAt(event);
      if (node !== undefined) actions.point({ kind: "node", node });
      else if (edge !== undefined) actions.point({ kind: "edge", edge });
      else if (page.pointed !== undefined) actions.point(undefined);
    },
    onPointerLeave: (): void => {
      actions.point(undefined);
    },
    onFocusIn: (event: FocusEvent): void => {
      const node = nodeAt(event);
      if (node !== undefined && event.target instanceof Element && event.target.matches(":focus-visible")) {
        actions.point({ kind: "node", node });
      }
    },
    onFocusOut: (): void => {
      actions.point(undefined);
    },
  };
}

function nodeAt(event: Event): ViewNodeId | undefined {
  const group = event.target instanceof Element ? event.target.closest<SVGGElement>("g.node") : null;
  return group?.dataset["node"];
}

function edgeAt(event: Event): string | undefined {
  const part = event.target instanceof Element ? event.target.closest<SVGElement>("[data-id]") : null;
  return part?.dataset["id"];
}

function onKey(event: KeyboardEvent, canvas: Canvas, { page, model, actions }: PictureProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = nodeAt(event);
  const isStep = page.tools.stepping !== undefined;
  if (isStep && stepKey(event.key, page, actions)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const move = isStep && event.key.startsWith("Arrow") ? undefined : moveOf(event.key, canvas.direction);
  if (node !== undefined && move !== undefined) {
    const to = moved(model, node, move, (each) => canvas.crossOf(each));
    if (to !== undefined) canvas.focus(to);
  } else if (!nodeKey(event.key, node, { page, model, actions }) && !graphKey(event.key, canvas, page, actions)) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function nodeKey(
  key: string,
  node: ViewNodeId | undefined,
  { page, model, actions }: Pick<PictureProps, "page" | "model" | "actions">,
): boolean {
  const source = model.nodes.find((each) => each.id === node)?.source;
  if (node === undefined || source === undefined) return false;
  const view = model.nodes.find((each) => each.id === node);
  if (key === "Enter") actions.open(source);
  else if (key === " ") actions.select(page.selected === node ? undefined : node);
  else if (key === "e" || key === "E") actions.explain(page.tools.explaining === node ? undefined : node);
  else if (key === "f" || key === "F") actions.showOnly(node);
  else if (key === "u") actions.toggleFold(node);
  else if (key === "U") actions.foldAround(node);
  else if (key === "i" || key === "I") actions.enter(node);
  else if (key === "c" || key === "C") actions.copy(view?.value.full ?? "");
  else return false;
  return true;
}

function graphKey(key: string, canvas: Canvas, page: Page, actions: Actions): boolean {
  switch (key) {
    case "+":
    case "=":
      canvas.camera.zoomBy(ZOOM_STEP);
      return true;
    case "-":
    case "−":
      canvas.camera.zoomBy(1 / ZOOM_STEP);
      return true;
    case "0":
      canvas.fit();
      return true;
    case "t":
    case "T":
      actions.setView("table");
      return true;
    case "d":
    case "D":
      actions.turn(canvas.direction);
      return true;
    case "p":
    case "P":
      actions.togglePin();
      return true;
    case "/":
      actions.find("");
      return true;
    case "?":
      actions.toggleHelp();
      return true;
    case "Escape":
      // What is open is closed first, by the panel.
      if (page.selected === undefined || isToolOpen(page)) return false;
      actions.select(undefined);
      return true;
    default:
      return toolKey(key, page, actions);
  }
}

/** Space plays and pauses; arrows are the panel's. */
function stepKey(key: string, { tools }: Page, actions: Actions): boolean {
  if (key !== " " || tools.stepping === undefined) return false;
  actions.step({ ...tools.stepping, isPlaying: !tools.stepping.isPlaying });
  return true;
}

function isToolOpen({ tools }: Page): boolean {
  return (
    tools.isHelpOpen ||
    tools.find !== undefined ||
    tools.explaining !== undefined ||
    tools.matrix !== undefined ||
    tools.isOnlyPath ||
    tools.stepping !== undefined
  );
}
