// A panel slides in along a curve as in CSS: `cubic-bezier(0.25, 0.1, 0.25, 1)`, from a package.
import bezierEasing from "bezier-easing";

const ease = bezierEasing(0.25, 0.1, 0.25, 1);

/**
 * Where the panel is after `time` milliseconds. The gradient by `time` is its speed.
 * @at time = 120, duration = 400, from = -320, to = 0
 */
export function slideIn(time: number, duration: number, from: number, to: number): number {
  const progress = ease(time / duration);
  const position = from + (to - from) * progress;
  return position;
}
