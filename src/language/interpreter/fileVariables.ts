/** What a file finds beside the language: the variables of a CommonJS file, and for files of packages enough of Node to look around. */
import { isInPackage } from "../modules/candidates.ts";
import { newObject } from "./convert.ts";
import type { Machine } from "./machine.ts";
import { NativeFunction } from "./nativeFunction.ts";
import type { ObjectValue } from "./objects.ts";
import type { Value } from "./values.ts";

const STARTS = ["setTimeout", "setInterval", "setImmediate"];
const ENDS = ["clearTimeout", "clearInterval", "clearImmediate"];

/** The variables that a file has without declaring them. */
export function fileVariables(
  machine: Machine,
  uri: string,
  commonJs: ObjectValue | undefined,
  require: () => Value,
): Readonly<Record<string, Value>> {
  const ofPackage = isInPackage(uri) ? packageVariables(machine) : {};
  if (commonJs === undefined) return ofPackage;
  const exports = commonJs.get(machine, "exports");
  return {
    ...ofPackage,
    module: commonJs,
    exports,
    require: require(),
    __filename: uri,
    __dirname: uri.replace(/\/[^/]*$/, ""),
    this: exports,
  };
}

/**
 * The variables of a package's file. No variable of the environment is set, and timers never ring: nothing that a function returns
 * can depend on what happens after it has returned.
 */
function packageVariables(machine: Machine): Readonly<Record<string, Value>> {
  const process = newObject(machine);
  process.put("env", newObject(machine));
  process.put("versions", newObject(machine));
  const timer = (name: string, start: boolean): [string, Value] => [
    name,
    new NativeFunction(machine.intrinsics.function, name, 1, () => (start ? newObject(machine) : undefined)),
  ];
  return {
    process,
    ...Object.fromEntries([...STARTS.map((name) => timer(name, true)), ...ENDS.map((name) => timer(name, false))]),
  };
}
