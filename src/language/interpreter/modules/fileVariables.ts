/** What a file finds beside the language: the variables of a CommonJS file, and for files of packages enough of Node to look around. */
import { isInPackage } from "../../modules/candidates.ts";
import { pathOf } from "../../modules/pathOf.ts";
import type { Machine } from "../machine.ts";
import { newObject } from "../rules/convert.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import { NativeFunction } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";

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
    __filename: pathOf(uri),
    __dirname: folderPathOf(uri),
    this: exports,
  };
}

/** The path of a file's folder. */
function folderPathOf(uri: string): string {
  return pathOf(uri).replace(/[/\\][^/\\]*$/, "");
}

/** The `module` of a CommonJS file, which nobody has started as a program. */
export function commonJsModule(machine: Machine, uri: string): ObjectValue {
  const module = newObject(machine);
  const path = pathOf(uri);
  const { array } = machine.intrinsics;
  module.put("id", path);
  module.put("path", folderPathOf(uri));
  module.put("exports", newObject(machine));
  module.put("filename", path);
  module.put("loaded", false);
  module.put("children", new ArrayValue(array, []));
  module.put("paths", new ArrayValue(array, []));
  return module;
}

/** The `import.meta` of a module. */
export function importMeta(machine: Machine, uri: string): ObjectValue {
  const meta = new ObjectValue(null);
  meta.put("dirname", folderPathOf(uri));
  meta.put("filename", pathOf(uri));
  meta.put("url", uri);
  machine.allocate(100);
  return meta;
}

/**
 * The variables of a package's file. No variable of the environment is set, and timers never ring: nothing that a function returns
 * can depend on what happens after it has returned.
 */
function packageVariables(machine: Machine): Readonly<Record<string, Value>> {
  const process = newObject(machine);
  process.put("env", newObject(machine));
  process.put("versions", newObject(machine));
  // Packages that have a way for either take the one that needs no modules of Node.
  process.put("browser", true);
  const timer = (name: string, start: boolean): [string, Value] => [
    name,
    new NativeFunction(machine.intrinsics.function, name, 1, () => (start ? newObject(machine) : undefined)),
  ];
  return {
    process,
    ...Object.fromEntries([...STARTS.map((name) => timer(name, true)), ...ENDS.map((name) => timer(name, false))]),
  };
}
