/** A proxy's target and handler, and how a trap is asked. */
import { valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { type ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";

/** What stands behind one proxy. */
export class ProxyState {
  readonly machine: Machine;
  /** Undefined after it was revoked. */
  target: ObjectValue | undefined;
  private handler: ObjectValue | undefined;
  /** What was wanted last, and whether a trap was asked for it: whoever reports a refusal names the trap, or what its target says. */
  last: { readonly name: string; readonly hasTrap: boolean } = { name: "", hasTrap: true };

  constructor(machine: Machine, target: ObjectValue, handler: ObjectValue) {
    this.machine = machine;
    this.target = target;
    this.handler = handler;
  }

  /** Take the target away; whatever is done to the proxy from then on is an exception. */
  revoke(): void {
    this.target = undefined;
    this.handler = undefined;
  }

  /** Ask a trap and check its answer, or do directly what is wanted with the target if there is no such trap. */
  ask<Answer>(
    name: string,
    args: () => readonly Value[],
    direct: (target: ObjectValue) => Answer,
    check: (answer: Value, target: ObjectValue) => Answer,
  ): Answer {
    const { machine, target, handler } = this;
    machine.pay(1);
    if (target === undefined || handler === undefined)
      throw machine.error("TypeError", `Cannot perform '${name}' on a proxy that has been revoked`);
    // Proxies of proxies, and those that are their own prototypes, must meet the limit of the stack.
    machine.enter();
    const trap = handler.get(machine, name);
    const hasTrap = trap !== undefined && trap !== null;
    this.last = { name, hasTrap };
    const answer = !hasTrap
      ? direct(target)
      : check(this.trapOf(name, trap, handler).call(machine, handler, [target, ...args()]), target);
    machine.depth--;
    return answer;
  }

  /** The object that has refused what was wanted last; undefined if a trap has. */
  get refusing(): ObjectValue | undefined {
    return this.last.hasTrap ? undefined : this.target;
  }

  private trapOf(name: string, trap: Value, handler: ObjectValue): FunctionValue {
    if (trap instanceof FunctionValue) return trap;
    const { machine } = this;
    const [shown, owner] = [trap, handler].map((value) => valueText(machine, value));
    throw machine.error(
      "TypeError",
      `'${shown!}' returned for property '${name}' of object '${owner!}' is not a function`,
    );
  }

  /** Say that a trap's answer contradicts the target. */
  refuse(name: string, text: string): never {
    throw this.machine.error("TypeError", `'${name}' on proxy: ${text}`);
  }
}
