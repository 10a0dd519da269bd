/** Walks down the gradient as a person reads of them. */
import type { NumberText } from "../model.ts";
import { counted } from "../number.ts";
import type { Descent } from "../question.ts";
import { code } from "../words.ts";

/** Return what there is to say about a walk: "`loss` went from 3.2 to 0.05 in 30 steps." */
export function descentSentence(descent: Descent): string {
  const { result, losses, from, to, rate, end } = descent;
  const name = code(result);
  const steps = losses.length - 1;
  switch (end) {
    case "infinite":
      return `${name} grew to infinity at step ${steps + 1}; try a smaller rate. The inputs are as they were.`;
    case "not-a-number":
      return `${name} is no number at step ${steps + 1}; try a smaller rate. The inputs are as they were.`;
    case "flat":
      return steps === 0
        ? "The gradient is 0 here, so no step changes anything."
        : `${went(descent)}, where the gradient is 0.`;
    case "no-gradient":
      return steps === 0
        ? "The gradient is not finite here, so it shows no way."
        : `${went(descent)}, where the gradient is not finite.`;
    case "late":
      return `${went(descent)}; more steps would take too long.`;
    case "done": {
      const isWrongWay = rate > 0 && losses.at(-1)! > losses[0]!;
      if (!isWrongWay) return `${went(descent)}.`;
      return `${name} rose from ${range(from, to)} in ${counted(steps, "step")}; try a smaller rate.`;
    }
  }
}

/** Return a walk that goes on where another one has ended, as one. */
export function joinedDescent(before: Descent, after: Descent): Descent {
  return { ...after, from: before.from, losses: [...before.losses, ...after.losses.slice(1)] };
}

/** Whether a walk has changed the inputs. */
export function hasMoved({ losses, end }: Descent): boolean {
  return losses.length > 1 && end !== "infinite" && end !== "not-a-number";
}

function went({ result, losses, from, to }: Descent): string {
  return `${code(result)} went from ${range(from, to)} in ${counted(losses.length - 1, "step")}`;
}

function range(from: NumberText, to: NumberText): string {
  const isTold = from.short !== to.short;
  return isTold ? `${from.short} to ${to.short}` : `${from.six} to ${to.six}`;
}
