/** A module as other modules see it, whatever it was written in. */
import { isEnumerable } from "../builtins/object/keys.ts";
import type { ModuleCode } from "../compile/modules/module.ts";
import type { Machine } from "../machine.ts";
import { getProperty, toBoolean } from "../rules/convert.ts";
import { ObjectValue } from "../values/objects.ts";
import type { Key, Value } from "../values/values.ts";
import { NamespaceValue } from "./namespace.ts";

/** A module that other modules can read from. */
export interface Module {
  /** Read an export; undefined if there is none of that name. The answer reads the current value. */
  readonly read: (name: string) => (() => Value) | undefined;
  /** The names of all exports. */
  readonly names: () => readonly string[];
  /** The module as one value: what `require` and `import *` give. */
  readonly value: () => Value;
  readonly isCommonJs: boolean;
  /** The modules that it passes on wholly and that differ in what they export by a name, so that it exports none of them. */
  readonly conflicts: (name: string) => readonly string[];
}

const NO_CONFLICTS = (): readonly string[] => [];

/** Return what other modules read of the code of a file. */
export function codeModule(machine: Machine, code: ModuleCode): Module {
  if (code.commonJs !== undefined) {
    const { commonJs } = code;
    const value = (): Value => commonJs.get(machine, "exports");
    return {
      read: (name) => (name === "default" ? value : readProperty(machine, value(), name)),
      names: () => {
        const exported = value();
        const keys =
          exported instanceof ObjectValue ? exported.ownKeys().filter((key) => isExportedKey(exported, key)) : [];
        return ["default", ...(keys as string[])];
      },
      value,
      isCommonJs: true,
      conflicts: NO_CONFLICTS,
    };
  }
  const namespace = new NamespaceValue(() => ({ read: code.read, names: code.names }));
  const { read, names, conflicts } = code;
  return { read, names, value: () => namespace, isCommonJs: false, conflicts };
}

/** Which properties of a CommonJS module's exports are exports to Node, too. */
function isExportedKey(exported: ObjectValue, key: Key): boolean {
  return typeof key === "string" && key !== "default" && (key === "__esModule" || isEnumerable(exported, key));
}

function readProperty(machine: Machine, value: Value, name: string): (() => Value) | undefined {
  if (!(value instanceof ObjectValue) || !value.has(name)) return undefined;
  return () => value.get(machine, name);
}

/** Return what other modules read of a JSON file's text. */
export function jsonModule(machine: Machine, text: string): Module {
  const json = machine.intrinsics.global.get(machine, "JSON");
  const value = machine.call(getProperty(machine, json, "parse"), json, [text]);
  return {
    read: (name) => (name === "default" ? () => value : readProperty(machine, value, name)),
    names: () => ["default"],
    value: () => value,
    isCommonJs: false,
    conflicts: NO_CONFLICTS,
  };
}

/**
 * Return a CommonJS module as an import shows it. One that was compiled from a module of the language has an export `default`,
 * which compilers and bundlers take for the default import; Node itself, in the files that it reads as modules (`isStrict`),
 * takes `exports`.
 */
export function importedCommonJs(machine: Machine, module: Module, isStrict: () => boolean): Module {
  const exports = module.value();
  if (!(exports instanceof ObjectValue) || !toBoolean(machine, exports.get(machine, "__esModule"))) return module;
  const compiled = isStrict() ? undefined : readProperty(machine, exports, "default");
  if (compiled === undefined) return module;
  return { ...module, read: (name) => (name === "default" ? compiled : module.read(name)) };
}
