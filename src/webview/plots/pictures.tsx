/** The plot beside the details: along the selected input, or over it and a second one. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ViewModel } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { Words } from "../frame/words.tsx";
import type { Page } from "../state/page.ts";
import { acrossInputs, plottedInput } from "../state/tools.ts";
import { PlotView } from "./plot.tsx";
import { SurfaceView } from "./surface.tsx";

interface PicturesProps {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}

/** Whether there is a plot to be shown. */
export function hasPlot({ tools, selected }: Page, model: ViewModel): boolean {
  const input = plottedInput(model, selected);
  const { plot, surface } = tools.replies;
  return tools.isPlotOpen && input !== undefined && (plot?.input === input || surface?.inputs[0] === input);
}

/** The plot with its title, in which the second input is chosen. */
export function Pictures({ page, model, actions }: PicturesProps) {
  const { tools, selected } = page;
  const input = plottedInput(model, selected)!;
  const others = acrossInputs(model, input);
  const across = others.find((name) => name === tools.plotAcross);
  const { plot, surface } = tools.replies;
  const isOver = across !== undefined && surface?.inputs[0] === input && surface.inputs[1] === across;
  const figure = useInSight();
  return (
    <figure class="plot" ref={figure}>
      <figcaption>
        <label>
          <Words text={`\`${model.resultName}\` along \`${input}\``} />
          {others.length > 0 && (
            <>
              {" and "}
              <select
                aria-label="Second input of the plot"
                value={across ?? ""}
                onChange={(event) => {
                  actions.plotAcross(event.currentTarget.value === "" ? undefined : event.currentTarget.value);
                }}
              >
                <option value="">none</option>
                {others.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </>
          )}
        </label>
        {!isOver && plot?.input === input && (
          <span class="g">
            slope <b class="num">{plot.slopeText.short}</b>
          </span>
        )}
      </figcaption>
      {isOver ? (
        <SurfaceView surface={surface} actions={actions} />
      ) : (
        plot?.input === input && <PlotView plot={plot} actions={actions} />
      )}
    </figure>
  );
}

/** Keep an element in sight when it comes or grows: below the details of a narrow panel it would open out of sight. */
function useInSight(): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    const observer = new ResizeObserver(() => {
      current!.scrollIntoView({ block: "nearest" });
    });
    observer.observe(current!);
    return () => {
      observer.disconnect();
    };
  }, []);
  return element;
}
