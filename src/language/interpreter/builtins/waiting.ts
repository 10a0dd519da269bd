/** `Promise` and timers, which work after the function has returned: programs may name them and ask for them, and the run ends where one is used. */
import type { Machine } from "../machine.ts";
import { FunctionValue } from "../values/functionValue.ts";
import type { Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { Property } from "../values/property.ts";
import { defineClass, defineGetters, getterTable, makeFunction, methodTable, prototypeFor } from "./define.ts";
import type { Draft } from "./install.ts";
import { unsupportedGlobals } from "./unsupported.ts";

/** The work of something that cannot be used. */
function refusing(name: string, shown = name): Native {
  const { code, help } = unsupportedGlobals.get(name)!;
  return (machine) => {
    throw machine.stop(code, `\`${shown}\` works later, after the function has returned`, machine.site, help);
  };
}

function promiseMethods(lengths: Readonly<Record<string, number>>) {
  const rows = Object.entries(lengths).map(
    ([key, length]) => [key, [length, refusing("Promise", `Promise.${key}`)]] as const,
  );
  return methodTable(Object.fromEntries(rows) as Record<string, readonly [number, Native]>);
}

const statics = promiseMethods({
  all: 1,
  allSettled: 1,
  any: 1,
  race: 1,
  reject: 1,
});
const methods = promiseMethods({ then: 2, catch: 1, finally: 1 });
/** `Promise.resolve()`, of which packages look what kind of object it is, promises nothing yet; what is done with it is refused. */
const resolve: Native = (machine, thisValue, args) => {
  if (args[0] !== undefined || !(thisValue instanceof FunctionValue))
    return refuseResolve(machine, thisValue, args, undefined);
  machine.allocate(64);
  return new ObjectValue(prototypeFor(machine, thisValue, machine.intrinsics.object));
};
const refuseResolve = refusing("Promise", "Promise.resolve");
const resolveRow = methodTable({ resolve: [1, resolve] });
const species = getterTable({ [Symbol.species]: (_machine, thisValue) => thisValue });

const TIMERS = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"] as const;
const STOPPERS = ["clearTimeout", "clearInterval", "clearImmediate"] as const;

/** The variables that `installWaiting` makes. */
export const WAITING: readonly string[] = ["Promise", ...TIMERS, ...STOPPERS];

/** Make what can be named, but not used. */
export function installWaiting(machine: Machine, draft: Draft): void {
  const promise = defineClass(machine, new ObjectValue(draft.object), {
    name: "Promise",
    length: 1,
    work: refusing("Promise"),
    statics: [...statics, ...resolveRow],
    methods,
    tag: "Promise",
  });
  defineGetters(machine, promise, species);
  const define = (name: string, work: Native): void => {
    draft.global.define(name, Property.data(makeFunction(machine, name, 1, work), true, true, true));
  };
  for (const name of TIMERS) define(name, refusing(name));
  // Without a timer there is none to stop.
  for (const name of STOPPERS) define(name, () => undefined);
}
