/** The result over two inputs: level lines, the point where the inputs are, and the gradient as an arrow. Dragging moves both. */
import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { derivative } from "../../view/names.ts";
import type { Surface } from "../../view/question.ts";
import type { Actions } from "../actions/actions.ts";
import { literalOf, tidied } from "../inputs/slider.ts";
import { useDrag } from "./dragging.ts";
import { levelPaths, levelsOf } from "./levels.ts";
import { plain } from "./plot.tsx";

/** Room for the axes around the map. */
const LEFT = 56;
const RIGHT = 4;
const TOP = 4;
const BOTTOM = 18;
/** The map is a square of at least and at most this side. */
const SMALLEST = 96;
const LARGEST = 320;
/** Length of the arrow. */
const ARROW = 30;
/** Steps from edge to edge by keyboard. */
const STEPS = 40;

interface SurfaceProps {
  readonly surface: Surface;
  readonly actions: Actions;
}

/** The map with its axes. */
export function SurfaceView({ surface, actions }: SurfaceProps) {
  const { at, low, high, parts, values, gradient } = surface;
  const levels = useMemo(() => levelsOf(values), [values]);
  const [frame, side] = useSide();
  const placeOf = placeIn(side);
  const paths = useMemo(() => levelPaths(values, parts + 1, levels.at, placeIn(side)), [values, parts, levels, side]);
  const move = (shown: Surface, to: readonly [number, number]): void => {
    const texts = shown.inputs.map((name, axis) => {
      const range = shown.high[axis]! - shown.low[axis]!;
      return [name, literalOf(tidied(to[axis]!, range / 200))] as const;
    });
    actions.moveInputs(Object.fromEntries(texts));
  };
  const drag = useDrag(surface, (shown, right, down) => {
    move(shown, [
      shown.low[0] + right * (shown.high[0] - shown.low[0]),
      shown.high[1] - down * (shown.high[1] - shown.low[1]),
    ]);
  });
  const [x, y] = placeOf((at[0] - low[0]) / (high[0] - low[0]), (at[1] - low[1]) / (high[1] - low[1]));
  const [width, height] = [LEFT + side + RIGHT, TOP + side + BOTTOM];
  return (
    <div class="map" ref={frame}>
      <svg
        class="surface"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={spoken(surface)}
        tabindex={0}
        onKeyDown={(event) => {
          const to = steppedTo(surface, event);
          if (to !== undefined) move(surface, to);
        }}
      >
        {paths.map((path, index) => (
          <path key={index} class="level" d={path} />
        ))}
        <rect class="area" x={LEFT} y={TOP} width={side} height={side} {...drag} />
        <Arrow x={x} y={y} along={along(gradient, low, high)} />
        <circle class="here" cx={x} cy={y} r={4} />
        <Axes surface={surface} side={side} />
      </svg>
      <Legend surface={surface} step={levels.step} count={levels.at.length} />
    </div>
  );
}

/** The map in words. */
function spoken({ inputs, at, low, high, gradientTexts, result }: Surface): string {
  return `${result} over ${inputs[0]} from ${plain(low[0])} to ${plain(high[0])} and ${inputs[1]} from ${plain(low[1])} to ${plain(high[1])}. At ${plain(at[0])} and ${plain(at[1])} the gradient is ${gradientTexts[0].short} by ${inputs[0]} and ${gradientTexts[1].short} by ${inputs[1]}. Arrow keys move the point.`;
}

/** Where an arrow key moves the point; undefined for other keys. */
function steppedTo({ at, low, high }: Surface, event: KeyboardEvent): readonly [number, number] | undefined {
  const way = WAYS[event.key];
  if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  event.preventDefault();
  event.stopPropagation();
  const to = (axis: 0 | 1): number => at[axis] + (way[axis] * (high[axis] - low[axis])) / STEPS;
  return [to(0), to(1)];
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The map's side: as large as there is room beside its axis. */
function useSide(): readonly [RefObject<HTMLDivElement | null>, number] {
  const frame = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState(SMALLEST);
  useLayoutEffect(() => {
    const element = frame.current!;
    const measure = (): void => {
      setSide(Math.floor(Math.min(LARGEST, Math.max(SMALLEST, element.clientWidth - LEFT - RIGHT))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [frame, side];
}

function placeIn(side: number): (right: number, up: number) => readonly [number, number] {
  return (right, up) => [LEFT + right * side, TOP + (1 - up) * side];
}

/** The way on screen that the inputs take along the gradient. */
function along(gradient: Surface["gradient"], low: Surface["low"], high: Surface["high"]): readonly [number, number] {
  return [gradient[0] / (high[0] - low[0]), -gradient[1] / (high[1] - low[1])];
}

function Arrow({
  x,
  y,
  along: [dx, dy],
}: {
  readonly x: number;
  readonly y: number;
  readonly along: readonly [number, number];
}) {
  const length = Math.hypot(dx, dy);
  if (!Number.isFinite(length) || length === 0) return null;
  const [ux, uy] = [dx / length, dy / length];
  const [ex, ey] = [x + ux * ARROW, y + uy * ARROW];
  const wing = (side: number): string => `${ex - 7 * ux - side * 4 * uy} ${ey - 7 * uy + side * 4 * ux}`;
  return (
    <>
      <line class="arrow" x1={x} y1={y} x2={ex - 4 * ux} y2={ey - 4 * uy} />
      <path class="head" d={`M${ex} ${ey}L${wing(1)}L${wing(-1)}Z`} />
    </>
  );
}

function Axes({ surface: { inputs, low, high, at }, side }: { readonly surface: Surface; readonly side: number }) {
  const bottom = TOP + side;
  return (
    <>
      <text x={LEFT} y={bottom + 14}>
        {plain(low[0])}
      </text>
      <text class="now" x={LEFT + side / 2} y={bottom + 14} text-anchor="middle">
        {`${short(inputs[0])} ${plain(at[0])}`}
      </text>
      <text x={LEFT + side} y={bottom + 14} text-anchor="end">
        {plain(high[0])}
      </text>
      <text x={LEFT - 5} y={TOP + 9} text-anchor="end">
        {plain(high[1])}
      </text>
      <text class="now" x={LEFT - 5} y={TOP + side / 2} text-anchor="end">
        {short(inputs[1])}
      </text>
      <text class="now" x={LEFT - 5} y={TOP + side / 2 + 13} text-anchor="end">
        {plain(at[1])}
      </text>
      <text x={LEFT - 5} y={bottom} text-anchor="end">
        {plain(low[1])}
      </text>
    </>
  );
}

/** What the arrow and the lines say. */
function Legend({
  surface,
  step,
  count,
}: {
  readonly surface: Surface;
  readonly step: number | undefined;
  readonly count: number;
}) {
  const { result, inputs, gradientTexts } = surface;
  const lines = count === 0 ? "no change" : step === undefined ? "lines: equal areas" : `lines: every ${plain(step)}`;
  return (
    <p class="legend">
      {inputs.map((name, axis) => (
        <span key={name}>
          <code>{derivative(result, name)}</code> <b class="num g">{gradientTexts[axis]!.short}</b>
        </span>
      ))}
      <span class="dim">{lines}</span>
    </p>
  );
}

function short(name: string): string {
  return name.length > 8 ? `${name.slice(0, 7)}…` : name;
}
