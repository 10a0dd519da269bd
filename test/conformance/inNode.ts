/** Runs a test's text by Node, as a file of the same kind: a CommonJS file, or a module. */
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";
import type { Ended } from "./ended.ts";
import type { Sources } from "./interpreted.ts";

const TIME = 6_000;

/** Run a program; `look` sees the global object that it left behind. */
export async function runInNode(
  sources: Sources,
  look: (globals: Readonly<Record<string, unknown>>) => void = () => undefined,
): Promise<Ended> {
  const context = vm.createContext({});
  try {
    const detach = (buffer: ArrayBuffer): null => {
      structuredClone(buffer, { transfer: [buffer] });
      return null;
    };
    const globals = vm.runInContext("globalThis", context) as Record<string, unknown>;
    globals["$262"] = { global: globals, detachArrayBuffer: detach };
    vm.runInContext(sources.prelude.text, context, { timeout: TIME });
    const { uri, text } = sources.main;
    if (!uri.endsWith(".cjs")) return await runModule(context, sources);
    const names = ["exports", "require", "module", "__filename", "__dirname"];
    const run = vm.compileFunction(text, names, { parsingContext: context, filename: fileURLToPath(uri) });
    globals["$run"] = run;
    vm.runInContext(
      "{ const run = $run; delete globalThis.$run; const exports = {}; run.call(exports, exports); }",
      context,
      {
        timeout: TIME,
      },
    );
    look(globals);
    return { kind: "done" };
  } catch (error) {
    return endOf(error);
  }
}

async function runModule(context: vm.Context, sources: Sources): Promise<Ended> {
  const modules = new Map<string, vm.SourceTextModule>();
  const load = (uri: string, text: string): vm.SourceTextModule => {
    const module = modules.get(uri) ?? new vm.SourceTextModule(text, { context, identifier: uri });
    modules.set(uri, module);
    return module;
  };
  const main = load(sources.main.uri, sources.main.text);
  await main.link((specifier, { identifier }) => {
    const folder = path.dirname(fileURLToPath(identifier));
    const uri = pathToFileURL(path.resolve(folder, specifier)).href;
    const text = uri === sources.main.uri ? sources.main.text : sources.read(uri);
    if (text === undefined) throw new Error(`Cannot find module '${specifier}'`);
    return load(uri, text);
  });
  await main.evaluate({ timeout: TIME });
  return { kind: "done" };
}

function endOf(error: unknown): Ended {
  if (typeof error !== "object" || error === null)
    return { kind: "thrown", name: typeof error, message: String(error) };
  const { constructor, message, code } = error as {
    constructor?: { name?: string };
    message?: unknown;
    code?: unknown;
  };
  if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
    return { kind: "stopped", code: "budget/time", message: String(message) };
  return { kind: "thrown", name: String(constructor?.name), message: String(message) };
}
