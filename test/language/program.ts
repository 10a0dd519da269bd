/** Runs programs by our interpreter, for comparison with Node. */
import { inspect } from "node:util";
import { installIntrinsics } from "../../src/language/interpreter/builtins/install.ts";
import { caught } from "../../src/language/interpreter/compile/statements/tries.ts";
import { Machine } from "../../src/language/interpreter/machine.ts";
import { type Budget } from "../../src/language/interpreter/meter.ts";
import type { Module } from "../../src/language/interpreter/modules/loadedModule.ts";
import { Modules } from "../../src/language/interpreter/modules/modules.ts";
import { Names, Regions, Sites } from "../../src/language/interpreter/recording.ts";
import { toText } from "../../src/language/interpreter/rules/convert.ts";
import { ObjectValue } from "../../src/language/interpreter/values/objects.ts";
import { NeedFiles } from "../../src/language/modules/files.ts";
import { createResolver } from "../../src/language/modules/resolve.ts";
import { toHost } from "./host.ts";

/** A program that has been loaded. */
export interface Program {
  readonly machine: Machine;
  readonly module: Module;
  readonly regions: Regions;
}

/** A budget that no honest case uses up. */
export const AMPLE: Budget = { steps: 1e8, nodes: 1e7, time: 60_000, memory: 1e9 };

/** Load and evaluate a file of a set of files. */
export function load(
  uri: string,
  files: ReadonlyMap<string, string> | ((uri: string) => string | undefined),
  budget = AMPLE,
): Program {
  const read = typeof files === "function" ? files : (wanted: string) => files.get(wanted);
  const machine = new Machine(budget);
  installIntrinsics(machine);
  const store = { read };
  const regions = new Regions();
  const modules = new Modules({
    machine,
    sites: new Sites(),
    names: new Names(),
    regions,
    isObserved: false,
    capture: { node: undefined, found: undefined, intercepts: false },
    files: store,
    resolve: createResolver(store),
  });
  const text = read(uri);
  if (text === undefined) throw new NeedFiles([uri]);
  const code = modules.compile(uri, text, false);
  const module = modules.register(code);
  code.evaluate();
  return { machine, module, regions };
}

/** What a call ended with. */
export type Outcome = { readonly value: unknown } | { readonly error: string };

/** What a call of a function ends with in Node. */
export function inNode(work: () => unknown): Outcome {
  try {
    return { value: work() };
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : inspect(error) };
  }
}

/** What a call of an exported function without arguments ends with in our interpreter. */
export function outcomeOf({ machine, module }: Program, name: string): Outcome {
  try {
    return { value: toHost(machine, machine.call(module.read(name)!(), undefined, [])) };
  } catch (error) {
    const thrown = caught(machine, error);
    if (thrown === undefined) throw error;
    const { value } = thrown;
    if (!(value instanceof ObjectValue)) return { error: inspect(toHost(machine, value)) };
    const text = (key: string): string => toText(machine, value.get(machine, key));
    return { error: `${text("name")}: ${text("message")}` };
  }
}
