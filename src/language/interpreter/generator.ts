/** Generator objects: a body that runs from `yield` to `yield`. */
import type { Machine } from "./machine.ts";
import { ObjectValue } from "./objects.ts";
import { Thrown, type Value } from "./values.ts";

/** What `next`, `throw` and `return` of a generator do to its body. */
export type Resumption = "next" | "throw" | "return";

/** A generator of the program; its body is a host generator that the compiler made, which the program never sees. */
export class GeneratorValue extends ObjectValue {
  private readonly body: Generator<Value, Value, Value>;
  private state: "fresh" | "suspended" | "running" | "done" = "fresh";

  constructor(proto: ObjectValue | null, body: Generator<Value, Value, Value>) {
    super(proto);
    this.body = body;
  }

  /** Go on until the next `yield` or the end; answers an iterator result. */
  resume(machine: Machine, how: Resumption, value: Value): ObjectValue {
    if (this.state === "running") throw machine.error("TypeError", "Generator is already running");
    machine.pay(1);
    if (this.state === "fresh" && how !== "next") this.state = "done";
    if (this.state === "done") {
      if (how === "throw") throw new Thrown(value, machine.site);
      return iteratorResult(machine, how === "return" ? value : undefined, true);
    }
    this.state = "running";
    let done = true;
    try {
      const result =
        how === "next" ? this.body.next(value) : how === "throw" ? this.body.throw(new Thrown(value, machine.site)) : this.body.return(value);
      done = result.done === true;
      return iteratorResult(machine, result.value, done);
    } finally {
      this.state = done ? "done" : "suspended";
    }
  }
}

/** `{ value, done }`. */
export function iteratorResult(machine: Machine, value: Value, done: boolean): ObjectValue {
  const result = new ObjectValue(machine.intrinsics.object);
  result.put("value", value);
  result.put("done", done);
  return result;
}
