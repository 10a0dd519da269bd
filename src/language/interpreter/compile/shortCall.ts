/** Calls of the functions of `Math` with one or two numbers, which need no list of arguments. */
import { shortWayOf, type ShortWay } from "../builtins/math.ts";
import type { Machine } from "../machine.ts";
import { Active, type Value } from "../values.ts";
import type { Code } from "./context.ts";
import { read, type Operand } from "./operand.ts";
import type { Frame } from "./scope.ts";

/** Do a call in any other way, with arguments that have been evaluated already or with none yet. */
type OtherCall = (frame: Frame, target: Value, values: Value[] | undefined) => Value;

/** Compile a call that takes the short way whenever the function and the arguments allow it. */
export function shortCall(
  machine: Machine,
  callee: Code,
  operands: readonly Operand[],
  site: number,
  other: OtherCall,
): Code {
  // Nearly always the same function is called at a site.
  let known: Value;
  let way: ShortWay | undefined;
  const wayOf = (target: Value): ShortWay | undefined => {
    if (target === known) return way;
    known = target;
    return (way = shortWayOf(target));
  };
  const [first, second] = operands as [Operand, Operand];
  if (operands.length === 1)
    return (frame) => {
      const target = callee(frame);
      const one = wayOf(target)?.one;
      if (one === undefined) return other(frame, target, undefined);
      const x = read(frame, first);
      return isNumeric(x) ? one(machine, x, site) : other(frame, target, [x]);
    };
  if (operands.length === 2)
    return (frame) => {
      const target = callee(frame);
      const two = wayOf(target)?.two;
      if (two === undefined) return other(frame, target, undefined);
      const x = read(frame, first);
      const y = read(frame, second);
      return isNumeric(x) && isNumeric(y) ? two(machine, x, y, site) : other(frame, target, [x, y]);
    };
  return (frame) => other(frame, callee(frame), undefined);
}

function isNumeric(value: Value): value is number | Active {
  return typeof value === "number" || value instanceof Active;
}
