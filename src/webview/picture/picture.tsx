/** The picture with its tools; between the page's state and the canvas that draws. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ViewModel } from "../../view/model.ts";
import { CHOSEN } from "../../view/picture/layout/manner.ts";
import { regionTitle } from "../../view/picture/parts/regions.ts";
import type { Actions } from "../actions/actions.ts";
import { Icon, IconButton } from "../frame/icon.tsx";
import { PICTURE_MENU } from "../menu.ts";
import { pictureKey, type Page } from "../state/page.ts";
import { ZOOM_STEP, type View } from "./camera.ts";
import { Canvas } from "./canvas.ts";
import { lightOf } from "./light/light.ts";
import { graphKeys } from "./moving/keys.ts";
import { pointerEvents } from "./moving/pointing.ts";

/** What the page keeps of the camera. */
export interface KeptView {
  readonly view: View;
  readonly isFitted: boolean;
  /** What was looked at, see `pictureKey`. */
  readonly of: string;
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
        data-vscode-context={PICTURE_MENU}
        aria-label={`Computation graph with ${model.nodes.length} nodes. Arrow keys follow the edges, Enter goes to the source.`}
        {...pointerEvents(props)}
        onKeyDown={(event) => {
          if (canvas.current !== null) graphKeys(event, canvas.current, props);
        }}
      />
      {model.nodes.length > 0 && (
        <>
          <Tools canvas={() => canvas.current} scale={scale} />
          {page.tools.stepping === undefined && <LeftTools page={page} model={model} actions={props.actions} />}
        </>
      )}
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
      onView: (view, isFitted, of) => {
        setScale(view.scale);
        latest.current.onView({ view, isFitted, of });
      },
      onDrawn: () => {
        made.revealOneOf(latest.current.page.marked);
      },
      onProblem: (error) => {
        latest.current.onProblem(error);
      },
    });
    const { kept } = latest.current;
    if (kept !== undefined && !kept.isFitted) made.restore(kept.view, kept.of);
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
