/** The result along a walk as a small curve: its first and its last value are written, nothing else. */
import { descentSentence } from "../../view/derivatives/descent.ts";
import type { Descent } from "../../view/question.ts";

const WIDTH = 320;
const HEIGHT = 72;
const TOP = 14;
const BOTTOM = 18;
/** From this ratio on the small end of a curve cannot be told from zero. */
const LARGE_RATIO = 1000;
/** More points than this are not seen. */
const MOST_POINTS = 400;

/** The curve. */
export function LossCurve({ descent }: { readonly descent: Descent }) {
  const { losses, from, to } = descent;
  const isLog = isLogarithmic(losses);
  const points = placesOf(losses, isLog);
  const first = points[0]!;
  const last = points.at(-1)!;
  const steps = losses.length - 1;
  return (
    <svg class="losses" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken(descent, isLog)}>
      <line class="axis" x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      <path class="curve" d={points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("")} />
      <circle class="last" cx={last.x} cy={last.y} r={3} />
      <text x={0} y={first.y < last.y ? Math.max(10, first.y - 5) : first.y - 5}>
        {from.short}
      </text>
      {steps > 0 && (
        <text class="now" x={WIDTH} y={last.y - 6} text-anchor="end">
          {to.short}
        </text>
      )}
      <text x={0} y={HEIGHT - 5}>
        0
      </text>
      {isLog && (
        <text x={WIDTH / 2} y={HEIGHT - 5} text-anchor="middle">
          logarithmic
        </text>
      )}
      <text x={WIDTH} y={HEIGHT - 5} text-anchor="end">
        {steps === 1 ? "1 step" : `${steps} steps`}
      </text>
    </svg>
  );
}

function spoken(descent: Descent, isLog: boolean): string {
  const sentence = descentSentence(descent).replaceAll("`", "");
  return isLog ? `${sentence} Drawn with a logarithmic scale.` : sentence;
}

function isLogarithmic(losses: readonly number[]): boolean {
  const least = losses.reduce((one, other) => Math.min(one, other));
  const most = losses.reduce((one, other) => Math.max(one, other));
  return least > 0 && most / least >= LARGE_RATIO;
}

function placesOf(losses: readonly number[], isLog: boolean): { readonly x: number; readonly y: number }[] {
  const heights = isLog ? losses.map(Math.log) : losses;
  const least = heights.reduce((one, other) => Math.min(one, other));
  const most = heights.reduce((one, other) => Math.max(one, other));
  const room = HEIGHT - TOP - BOTTOM - 4;
  const every = Math.ceil(heights.length / MOST_POINTS);
  const places = heights.map((height, index) => ({
    x: round(heights.length === 1 ? 0 : (WIDTH * index) / (heights.length - 1)),
    y: round(TOP + room * (most === least ? 0.5 : 1 - (height - least) / (most - least))),
  }));
  return places.filter((_, index) => index % every === 0 || index === places.length - 1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
