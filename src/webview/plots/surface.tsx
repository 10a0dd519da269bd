/** The result over two inputs: level lines, the point where the inputs are, and the gradient as an arrow. Dragging moves both. */
import { useMemo } from "preact/hooks";
import type { Surface } from "../../view/question.ts";
import type { Actions } from "../actions/actions.ts";
import { literalOf, tidied } from "../inputs/slider.ts";
import { useDrag } from "./dragging.ts";
import { levelPaths, levelsOf } from "./levels.ts";
import { plain } from "./plot.tsx";

const SIDE = 112;
const LEFT = 52;
const TOP = 4;
const HEIGHT = 136;
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
  const { inputs, at, low, high, parts, values, gradient, gradientTexts, result } = surface;
  const levels = useMemo(() => levelsOf(values), [values]);
  const paths = useMemo(() => levelPaths(values, parts + 1, levels.at, placeOf), [values, parts, levels]);
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
  const label = `${result} over ${inputs[0]} from ${plain(low[0])} to ${plain(high[0])} and ${inputs[1]} from ${plain(low[1])} to ${plain(high[1])}. At ${plain(at[0])} and ${plain(at[1])} the gradient is ${gradientTexts[0].short} by ${inputs[0]} and ${gradientTexts[1].short} by ${inputs[1]}. Arrow keys move the point.`;
  return (
    <svg
      class="surface"
      viewBox={`0 0 320 ${HEIGHT}`}
      role="group"
      aria-label={label}
      tabindex={0}
      onKeyDown={(event) => {
        const way = WAYS[event.key];
        if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        const to = (axis: 0 | 1): number => at[axis] + (way[axis] * (high[axis] - low[axis])) / STEPS;
        move(surface, [to(0), to(1)]);
      }}
    >
      {paths.map((path, index) => (
        <path key={index} class="level" d={path} />
      ))}
      <rect class="area" x={LEFT} y={TOP} width={SIDE} height={SIDE} {...drag} />
      <Arrow x={x} y={y} along={along(gradient, low, high)} />
      <circle class="here" cx={x} cy={y} r={4} />
      <Axes surface={surface} />
      <Legend surface={surface} step={levels.step} count={levels.at.length} />
    </svg>
  );
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function placeOf(right: number, up: number): readonly [number, number] {
  return [LEFT + right * SIDE, TOP + (1 - up) * SIDE];
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

function Axes({ surface: { inputs, low, high, at } }: { readonly surface: Surface }) {
  const bottom = TOP + SIDE;
  return (
    <>
      <text x={LEFT} y={bottom + 14}>
        {plain(low[0])}
      </text>
      <text class="now" x={LEFT + SIDE / 2} y={bottom + 14} text-anchor="middle">
        {`${short(inputs[0])} ${plain(at[0])}`}
      </text>
      <text x={LEFT + SIDE} y={bottom + 14} text-anchor="end">
        {plain(high[0])}
      </text>
      <text x={LEFT - 5} y={TOP + 9} text-anchor="end">
        {plain(high[1])}
      </text>
      <text class="now" x={LEFT - 5} y={TOP + SIDE / 2} text-anchor="end">
        {short(inputs[1])}
      </text>
      <text class="now" x={LEFT - 5} y={TOP + SIDE / 2 + 13} text-anchor="end">
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
  const x = LEFT + SIDE + 16;
  const { result, inputs, gradientTexts } = surface;
  const lines = count === 0 ? "no change" : step === undefined ? "lines: equal areas" : `lines: every ${plain(step)}`;
  return (
    <>
      {inputs.map((name, axis) => (
        <text key={name} x={x} y={TOP + 12 + axis * 18}>
          {`∂${short(result)}/∂${short(name)} `}
          <tspan class="g">{gradientTexts[axis]!.short}</tspan>
        </text>
      ))}
      <text x={x} y={TOP + 54}>
        {lines}
      </text>
    </>
  );
}

function short(name: string): string {
  return name.length > 8 ? `${name.slice(0, 7)}…` : name;
}
