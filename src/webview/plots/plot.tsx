/** The result along the selected input: the curve, its tangent (whose slope is the gradient) and its kinks. Dragging moves the input. */
import type { Plot, PlotPoint } from "../../view/question.ts";
import type { Actions } from "../actions/actions.ts";
import { literalOf, tidied } from "../inputs/slider.ts";
import { useDrag } from "./dragging.ts";
import { wordPlaces } from "./kinkWords.ts";
import { useSize, type Size } from "./size.ts";

/** A smaller plot is drawn smaller as a whole. */
const LEAST: Size = { width: 160, height: 80 };
const TOP = 4;
const BOTTOM = 22;
/** Half the tangent's length on screen. */
const TANGENT = 55;
/** Nearer to an end than that, the number below the point would be cut. */
const EDGE = 24;
/** Width of a letter of the axis. */
const LETTER = 6.6;

interface PlotProps {
  readonly plot: Plot;
  readonly actions: Actions;
}

/** Where values are on screen. */
interface Scale {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly size: Size;
}

/** The curve with its axis; dragging and the arrow keys move the input. */
export function PlotView({ plot, actions }: PlotProps) {
  const [element, size] = useSize<SVGSVGElement>(LEAST);
  const scale = scaleOf(plot, size);
  const move = ({ input, low, high }: Plot, to: number): void => {
    actions.setInput({ name: input }, literalOf(tidied(to, (high - low) / 200)));
  };
  const drag = useDrag(plot, (shown, right) => {
    move(shown, shown.low + right * (shown.high - shown.low));
  });
  const label = `${plot.result} along ${plot.input}, from ${plain(plot.low)} to ${plain(plot.high)}. At ${plain(plot.here.at)} the slope is ${plot.slopeText.short}. Arrow keys move the input.`;
  return (
    <svg
      ref={element}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={label}
      tabindex={0}
      {...drag}
      onKeyDown={(event) => {
        stepAlong(event, plot, (to) => {
          move(plot, to);
        });
      }}
    >
      <Curve plot={plot} scale={scale} />
      <Axis plot={plot} scale={scale} />
      <Tangent plot={plot} scale={scale} />
      <Kinks plot={plot} scale={scale} />
      <Here plot={plot} scale={scale} />
    </svg>
  );
}

function Curve({ plot, scale }: { readonly plot: Plot; readonly scale: Scale }) {
  return <path class="curve" d={pathOf(plot.points, scale, jumpsOf(plot))} />;
}

function Here({ plot: { here, low }, scale }: { readonly plot: Plot; readonly scale: Scale }) {
  if (!Number.isFinite(here.value) || low === here.at) return null;
  const x = scale.x(here.at);
  const y = scale.y(here.value);
  return (
    <>
      <line class="drop" x1={x} x2={x} y1={y} y2={scale.size.height - BOTTOM} />
      <circle class="here" cx={x} cy={y} r={4} />
    </>
  );
}

/** The line of the gradient through the point, cut to one length on screen. */
function Tangent({ plot: { here, slope }, scale }: { readonly plot: Plot; readonly scale: Scale }) {
  if (!Number.isFinite(slope) || !Number.isFinite(here.value)) return null;
  const x = scale.x(here.at);
  const y = scale.y(here.value);
  const dx = scale.x(here.at + 1) - x;
  const dy = scale.y(here.value + slope) - y;
  const length = Math.hypot(dx, dy);
  const by = length === 0 ? 0 : TANGENT / length;
  return <line class="tangent" x1={x - dx * by} y1={y - dy * by} x2={x + dx * by} y2={y + dy * by} />;
}

function Kinks({ plot: { kinks, here }, scale }: { readonly plot: Plot; readonly scale: Scale }) {
  const marks = kinks.map(({ at, value, word }) => ({ x: scale.x(at), y: scale.y(value), word }));
  const { width, height } = scale.size;
  const room = { width, top: TOP - 1, bottom: height - BOTTOM };
  const places = wordPlaces(marks, { x: scale.x(here.at), y: scale.y(here.value) }, room);
  return (
    <>
      {marks.map(({ x, y, word }, index) => {
        const place = places[index];
        return (
          <g key={index}>
            <circle class="kink" cx={x} cy={y} r={3.5}>
              <title>{word}</title>
            </circle>
            {place !== undefined && (
              <text x={place.x} y={place.y} text-anchor={place.anchor}>
                {word}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function Axis({ plot: { low, high, here }, scale }: { readonly plot: Plot; readonly scale: Scale }) {
  const { width, height } = scale.size;
  const y = height - BOTTOM;
  const place = scale.x;
  const now = place(here.at);
  const isFree = (at: number): boolean =>
    [low, high, here.at].every((other) => Math.abs(place(at) - place(other)) > 40);
  const zero = low < 0 && high > 0 && isFree(0) ? [0] : [];
  // An end gives way to the bold number where both would stand on each other.
  const ends = [low, high].filter((at) => {
    const letters = plain(at).length + plain(here.at).length / (now < EDGE || now > width - EDGE ? 1 : 2);
    return Math.abs(place(at) - now) > LETTER * (letters + 1);
  });
  return (
    <>
      <line class="axis" x1={0} x2={width} y1={y} y2={y} />
      {[...zero, ...ends].map((at) => (
        <text key={at} x={place(at)} y={height - 6} text-anchor={at === low ? "start" : at === high ? "end" : "middle"}>
          {plain(at)}
        </text>
      ))}
      <text
        class="now"
        x={now}
        y={height - 6}
        text-anchor={now < EDGE ? "start" : now > width - EDGE ? "end" : "middle"}
      >
        {plain(here.at)}
      </text>
    </>
  );
}

/** By keyboard, the input moves a fortieth of the way. */
function stepAlong(event: KeyboardEvent, { low, high, here }: Plot, move: (to: number) => void): void {
  if ((event.key !== "ArrowLeft" && event.key !== "ArrowRight") || event.ctrlKey || event.metaKey || event.altKey)
    return;
  event.preventDefault();
  event.stopPropagation();
  move(here.at + ((event.key === "ArrowLeft" ? -1 : 1) * (high - low)) / 40);
}

function scaleOf({ low, high, points }: Plot, size: Size): Scale {
  const values = points.map(({ value }) => value).filter((value) => Number.isFinite(value));
  const least = values.length === 0 ? 0 : Math.min(...values);
  const most = values.length === 0 ? 1 : Math.max(...values);
  // A curve that does not change stands in the middle.
  const height = most - least || 2 * Math.max(1, Math.abs(most));
  const base = most === least ? least - height / 2 : least;
  const room = size.height - BOTTOM - TOP - 8;
  return {
    size,
    x: (at) => ((at - low) / (high - low)) * size.width,
    y: (value) => TOP + 4 + room * (1 - (value - base) / height),
  };
}

function pathOf(points: readonly PlotPoint[], scale: Scale, jumps: ReadonlySet<number>): string {
  let isOpen = false;
  let path = "";
  for (const { at, value } of points) {
    if (!Number.isFinite(value)) {
      isOpen = false;
      continue;
    }
    if (jumps.has(at)) isOpen = false;
    path += `${isOpen ? "L" : "M"}${round(scale.x(at))} ${round(scale.y(value))}`;
    isOpen = true;
  }
  return path;
}

/** Where the curve is interrupted. */
function jumpsOf({ kinks }: Plot): ReadonlySet<number> {
  return new Set(kinks.filter(({ word }) => word === "jump").map(({ at }) => at));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A number as an axis has it. */
export function plain(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "−");
}
