/** The `require` of CommonJS files. */
import { pathOf } from "../../modules/pathOf.ts";
import { builtinModule } from "../../modules/resolve.ts";
import { type Machine } from "../machine.ts";
import { Stop } from "../meter.ts";
import { createError } from "../values/errors.ts";
import { NativeFunction } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { Thrown, type Value } from "../values/values.ts";
import type { Module } from "./loadedModule.ts";

/** How a file's `require` finds and loads; both end in a Stop if the module cannot be had. */
export interface Requiring {
  readonly find: (specifier: string) => string;
  readonly load: (specifier: string) => Module;
}

/** Return the `require` of a file. That a module cannot be had is an exception of the program's: packages look whether one is there. */
export function requireFunction(machine: Machine, { find, load }: Requiring): Value {
  const found = (specifier: Value): string => {
    if (typeof specifier !== "string") throw machine.error("TypeError", 'The "id" argument must be of type string');
    try {
      find(specifier);
      return specifier;
    } catch (reason) {
      if (!(reason instanceof Stop)) throw reason;
      const error = createError(machine, "Error", `Cannot find module '${specifier}'`);
      error.put("code", "MODULE_NOT_FOUND");
      throw new Thrown(error, machine.site, reason);
    }
  };
  const make = (name: string, work: (specifier: Value) => Value): NativeFunction =>
    new NativeFunction(machine.intrinsics.function, name, 1, (_, __, [specifier]) => work(specifier));
  const require = make("require", (specifier) => load(found(specifier)).value());
  const resolve = make("resolve", (specifier) => {
    // Node's own modules are called as they are written.
    if (typeof specifier === "string" && builtinModule(specifier) !== undefined) return specifier;
    return pathOf(find(found(specifier)));
  });
  require.put("resolve", resolve);
  // Nobody has started a file as a program.
  require.put("main", undefined);
  require.put("cache", new ObjectValue(null));
  return require;
}
