/** Generator objects: a body that runs from `yield` to `yield`. */
import { ForcedReturn } from "./compile/context.ts";
import type { Machine } from "./machine.ts";
import { ObjectValue } from "./objects.ts";
import { Thrown, type Value } from "./values.ts";

/** What `next`, `throw` and `return` of a generator do to its body. */
export type Resumption = "next" | "throw" | "return";

/** A generator's body as the compiler makes it. It ends with its result, or with the end that was forced on it. */
export type GeneratorBody = Generator<Value, Value | ForcedReturn, Value>;

/** A generator of the program; its body is a host generator, which the program never sees. */
export class GeneratorValue extends ObjectValue {
  private readonly body: GeneratorBody;
  private state: "fresh" | "suspended" | "running" | "done" = "fresh";

  constructor(proto: ObjectValue | null, body: GeneratorBody) {
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
      const result = this.advance(machine, how, value);
      done = result.done === true;
      return iteratorResult(machine, result.value instanceof ForcedReturn ? result.value.value : result.value, done);
    } finally {
      this.state = done ? "done" : "suspended";
    }
  }

  private advance(machine: Machine, how: Resumption, value: Value): IteratorResult<Value, Value | ForcedReturn> {
    if (how === "next") return this.body.next(value);
    // `yield*` hands the end through the levels of the body as the value of each, so it must not look like a normal end.
    return how === "throw"
      ? this.body.throw(new Thrown(value, machine.site))
      : this.body.return(new ForcedReturn(value));
  }
}

/** `{ value, done }`. */
export function iteratorResult(machine: Machine, value: Value, done: boolean): ObjectValue {
  const result = new ObjectValue(machine.intrinsics.object);
  result.put("value", value);
  result.put("done", done);
  return result;
}
