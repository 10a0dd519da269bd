/** Generator objects: a body that runs from `yield` to `yield`. */
import { Delegated, ForcedReturn, type Yielded } from "../compile/context.ts";
import type { Machine } from "../machine.ts";
import type { Regions } from "../recording.ts";
import { ObjectValue } from "./objects.ts";
import { Thrown, type Value } from "./values.ts";

/** What `next`, `throw` and `return` of a generator do to its body. */
export type Resumption = "next" | "throw" | "return";

/** A generator's body as the compiler makes it; it ends with its result. */
export type GeneratorBody = Generator<Yielded, Value, Value>;

/** A generator of the program; its body is a host generator, which the program never sees. */
export class GeneratorValue extends ObjectValue {
  private readonly body: GeneratorBody;
  private readonly regions: Regions;
  private state: "fresh" | "suspended" | "running" | "done" = "fresh";

  constructor(machine: Machine, regions: Regions, proto: ObjectValue | null, body: GeneratorBody) {
    super(proto);
    this.regions = regions;
    // The host's generators for each level of the body are most of it.
    machine.allocate(1_200);
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
    const { resumedAt, resumed } = machine;
    machine.resumedAt = { calls: machine.depth, region: this.regions.current };
    machine.resumed = this;
    let done = true;
    try {
      const result = this.advance(how, value, machine.site);
      done = result.done === true;
      return result.value instanceof Delegated ? result.value.result : iteratorResult(machine, result.value, done);
    } catch (error) {
      if (error instanceof ForcedReturn) return iteratorResult(machine, error.value, true);
      throw error;
    } finally {
      machine.resumedAt = resumedAt;
      machine.resumed = resumed;
      this.state = done ? "done" : "suspended";
    }
  }

  private advance(how: Resumption, value: Value, site: number): IteratorResult<Yielded, Value> {
    if (how === "next") return this.body.next(value);
    return this.body.throw(how === "throw" ? new Thrown(value, site) : new ForcedReturn(value));
  }
}

/** `{ value, done }`. */
export function iteratorResult(machine: Machine, value: Value, done: boolean): ObjectValue {
  const result = new ObjectValue(machine.intrinsics.object);
  result.put("value", value);
  result.put("done", done);
  return result;
}
