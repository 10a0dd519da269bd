/** Runs programs by our interpreter, for comparison with Node. */
import { installIntrinsics } from "../../src/language/interpreter/builtins/install.ts";
import { Machine, type Budget } from "../../src/language/interpreter/machine.ts";
import { Modules, type Module } from "../../src/language/interpreter/modules.ts";
import { Names, Regions, Sites } from "../../src/language/interpreter/recording.ts";
import { NeedFiles } from "../../src/language/modules/files.ts";
import { createResolver } from "../../src/language/modules/resolve.ts";

/** A program that has been loaded. */
export interface Program {
  readonly machine: Machine;
  readonly module: Module;
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
  const modules = new Modules({
    machine,
    sites: new Sites(),
    names: new Names(),
    regions: new Regions(),
    isObserved: true,
    capture: { node: undefined, found: undefined, intercepts: false },
    files: store,
    resolve: createResolver(store),
  });
  const text = read(uri);
  if (text === undefined) throw new NeedFiles([uri]);
  const code = modules.compile(uri, text, false);
  const module = modules.register(code);
  code.evaluate();
  return { machine, module };
}
