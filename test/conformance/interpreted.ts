/** Runs a test's text by our interpreter. */
import { installIntrinsics } from "../../src/language/interpreter/builtins/install.ts";
import { caught } from "../../src/language/interpreter/compile/statements/tries.ts";
import { Machine } from "../../src/language/interpreter/machine.ts";
import { Stop } from "../../src/language/interpreter/meter.ts";
import { Modules } from "../../src/language/interpreter/modules/modules.ts";
import { Names, Regions, Sites } from "../../src/language/interpreter/recording.ts";
import { toText } from "../../src/language/interpreter/rules/convert.ts";
import { NativeFunction } from "../../src/language/interpreter/values/nativeFunction.ts";
import { ObjectValue } from "../../src/language/interpreter/values/objects.ts";
import type { Value } from "../../src/language/interpreter/values/values.ts";
import { createResolver } from "../../src/language/modules/resolve.ts";
import { ts } from "../../src/language/parse.ts";
import { textErrors } from "../../src/language/text/errors.ts";
import type { Ended } from "./ended.ts";

/** A text that is evaluated under a name. */
export interface Source {
  readonly uri: string;
  readonly text: string;
}

/** What a program is made of. */
export interface Sources {
  /** Evaluated before; what it declares is global. */
  readonly prelude: Source;
  readonly main: Source;
  /** Other files. */
  readonly read: (uri: string) => string | undefined;
}

const BUDGET = { steps: 3e7, nodes: 1e6, time: 6_000, memory: 5e8 };

/** Run a program; the answer is what the file left behind, for `look`. */
export function interpret(sources: Sources, look: (machine: Machine) => void = () => undefined): Ended {
  const machine = new Machine(BUDGET);
  try {
    installIntrinsics(machine);
    machine.intrinsics.global.put("$262", hostObject(machine));
    const store = {
      read: (uri: string) => {
        if (uri === sources.main.uri) return sources.main.text;
        return uri === sources.prelude.uri ? sources.prelude.text : sources.read(uri);
      },
    };
    const modules = new Modules({
      machine,
      sites: new Sites(),
      names: new Names(),
      regions: new Regions(),
      isObserved: false,
      capture: { node: undefined, found: undefined, intercepts: false },
      files: store,
      resolve: createResolver(store),
    });
    modules.compile(sources.prelude.uri, sources.prelude.text, false).evaluate();
    const code = modules.compile(sources.main.uri, sources.main.text, false);
    const [error] = textErrors(code.file);
    if (error !== undefined) return { kind: "syntax", message: error.message };
    modules.register(code);
    code.evaluate();
    look(machine);
    return { kind: "done" };
  } catch (error) {
    return endOf(machine, error);
  }
}

function endOf(machine: Machine, error: unknown): Ended {
  if (error instanceof Stop) return { kind: "stopped", code: error.finding.code, message: error.finding.message };
  const thrown = caught(machine, error);
  if (thrown === undefined)
    return { kind: "crashed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  if (thrown.reason !== undefined)
    return { kind: "stopped", code: thrown.reason.finding.code, message: thrown.reason.finding.message };
  const { value } = thrown;
  try {
    if (!(value instanceof ObjectValue)) return { kind: "thrown", name: typeof value, message: toText(machine, value) };
    const constructor = value.get(machine, "constructor");
    const name = constructor instanceof ObjectValue ? toText(machine, constructor.get(machine, "name")) : "Object";
    return { kind: "thrown", name, message: toText(machine, value.get(machine, "message")) };
  } catch {
    return { kind: "thrown", name: "unknown", message: "an error that cannot be read" };
  }
}

/** What tests may ask of the host. */
function hostObject(machine: Machine): ObjectValue {
  const host = new ObjectValue(machine.intrinsics.object);
  host.put("global", machine.intrinsics.global);
  host.put(
    "detachArrayBuffer",
    new NativeFunction(machine.intrinsics.function, "detachArrayBuffer", 1, (_machine, _this, [buffer]): Value => {
      const transfer = (buffer as ObjectValue).get(machine, "transfer");
      machine.call(transfer, buffer, []);
      return null;
    }),
  );
  return host;
}

const exported = new Map<string, string>();

/** A text after which everything that it declares at its top level is global. */
export function madeGlobal(text: string): string {
  const known = exported.get(text);
  if (known !== undefined) return known;
  const file = ts.createSourceFile("prelude.js", text, ts.ScriptTarget.Latest);
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) names.add(statement.name.text);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) names.add(name.text);
  }
  const whole = `${text}\n${[...names].map((name) => `globalThis.${name} = ${name};`).join("\n")}\n`;
  exported.set(text, whole);
  return whole;
}
