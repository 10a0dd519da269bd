/** Calls of the functions of `Math` with one or two numbers, which need no list of arguments. */
import type { ts } from "../../../parse.ts";
import { onOne, onTwo, shortWayOf, type ShortWay } from "../../builtins/math.ts";
import type { Machine } from "../../machine.ts";
import { getProperty } from "../../rules/convert.ts";
import { Active, type Value } from "../../values/values.ts";
import type { Code, Context } from "../context.ts";
import { read, type Operand } from "../operand.ts";
import type { Frame } from "../variables/scope.ts";

/** Do a call in any other way, with arguments that have been evaluated already or with none yet. */
type OtherCall = (frame: Frame, target: Value, values: Value[] | undefined) => Value;

/** A member of the global `Math`, looked up again only after `Math` or the globals have changed. */
export class MathMember {
  private readonly machine: Machine;
  private readonly key: string;
  /** Where its values are kept for hovers; -1 where they are not observed. */
  private readonly site: number;
  private epoch = -1;
  private value: Value = undefined;
  private way: ShortWay | undefined = undefined;

  constructor({ unit }: Context, node: ts.PropertyAccessExpression) {
    this.machine = unit.machine;
    this.key = node.name.text;
    this.site = unit.isObserved ? unit.sites.of(node, unit.uri) : -1;
  }

  read(): Value {
    const { machine } = this;
    if (this.epoch !== machine.epoch) this.lookUp();
    if (this.site >= 0) machine.last[this.site] = this.value;
    return this.value;
  }

  /** The short way of the function that was read last. */
  get shortWay(): ShortWay | undefined {
    return this.way;
  }

  private lookUp(): void {
    const { machine } = this;
    const math = machine.intrinsics.global.get(machine, "Math");
    this.value = getProperty(machine, math, this.key);
    this.way = shortWayOf(this.value);
    this.epoch = machine.epoch;
  }
}

/** Compile a call that takes the short way whenever the function and the arguments allow it. */
export function shortCall(
  machine: Machine,
  callee: MathMember,
  operands: readonly Operand[],
  site: number,
  other: OtherCall,
): Code {
  const [first, second] = operands as [Operand, Operand];
  if (operands.length === 1)
    return (frame) => {
      const target = callee.read();
      const one = callee.shortWay?.one;
      if (one === undefined) return other(frame, target, undefined);
      const x = read(frame, first);
      return isNumeric(x) ? onOne(machine, one, x, site) : other(frame, target, [x]);
    };
  if (operands.length === 2)
    return (frame) => {
      const target = callee.read();
      const two = callee.shortWay?.two;
      if (two === undefined) return other(frame, target, undefined);
      const x = read(frame, first);
      const y = read(frame, second);
      return isNumeric(x) && isNumeric(y) ? onTwo(machine, two, x, y, site) : other(frame, target, [x, y]);
    };
  return (frame) => other(frame, callee.read(), undefined);
}

function isNumeric(value: Value): value is number | Active {
  return typeof value === "number" || value instanceof Active;
}
