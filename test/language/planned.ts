/** Plans, evaluates and activates the inputs of a function as a run does. */
import assert from "node:assert/strict";
import { activate, type ActiveInputs } from "../../src/language/inputs/activate.ts";
import type { Borrowed } from "../../src/language/inputs/assumed/assume.ts";
import { evaluateInputs, type CallArguments } from "../../src/language/inputs/evaluate.ts";
import { planInputs } from "../../src/language/inputs/inputs.ts";
import type { InputChoice, InputPlan } from "../../src/language/inputs/plan.ts";
import { installIntrinsics } from "../../src/language/interpreter/builtins/install.ts";
import { expression } from "../../src/language/interpreter/compile/expressions/expressions.ts";
import type { ModuleCode } from "../../src/language/interpreter/compile/modules/module.ts";
import { BlockScope } from "../../src/language/interpreter/compile/variables/scope.ts";
import { Machine } from "../../src/language/interpreter/machine.ts";
import { Modules } from "../../src/language/interpreter/modules/modules.ts";
import { Names, Regions, Sites } from "../../src/language/interpreter/recording.ts";
import type { Value } from "../../src/language/interpreter/values/values.ts";
import type { Surroundings } from "../../src/language/modules/exports.ts";
import { createResolver } from "../../src/language/modules/resolve.ts";
import { parse, type ts } from "../../src/language/parse.ts";
import { functionNamed } from "../../src/language/text/functions.ts";

const FILE = "file:///a.ts";

/** A plan with what became of it. */
export interface Ran {
  readonly machine: Machine;
  readonly plan: InputPlan;
  readonly call: CallArguments;
  readonly active: ActiveInputs;
}

/** Plan, evaluate and activate the inputs of `f`, or of the function named. */
export function run(
  text: string,
  choice: Partial<InputChoice> = {},
  name = "f",
  others: Readonly<Record<string, string>> = {},
): Ran {
  const store = { read: (uri: string): string | undefined => (uri === FILE ? text : others[uri]) };
  const around: Surroundings = { files: store, resolve: createResolver(store) };
  const found = functionNamed(parse(FILE, text), name);
  assert.ok(found !== undefined, text);
  const plan = planInputs(found, { changed: {}, ...choice }, around);
  const machine = new Machine({ steps: 1e7, nodes: 1e6, time: 1e4, memory: 1e8 });
  installIntrinsics(machine);
  const modules = new Modules({
    machine,
    sites: new Sites(),
    names: new Names(),
    regions: new Regions(),
    isObserved: false,
    capture: { node: undefined, found: undefined, intercepts: false },
    ...around,
  });
  const codes = new Map<string, ModuleCode>();
  const codeOf = (uri: string): ModuleCode => {
    const code = codes.get(uri) ?? modules.compile(uri, store.read(uri)!, true);
    if (!codes.has(uri)) code.evaluate();
    codes.set(uri, code);
    return code;
  };
  const evaluate = (node: ts.Expression, borrowed: readonly Borrowed[], uri = FILE): Value => {
    const { context, frame } = codeOf(uri);
    const scope = new BlockScope(context.scope, context.scope.plan, false);
    for (const { name: alias, original, file } of borrowed) {
      const value = (): Value => codeOf(file).read(original)!();
      scope.bind({ name: alias, kind: "import", slot: -1, plan: scope.plan, declaredAt: -1, resolve: value });
    }
    return expression({ ...context, scope }, node)(frame);
  };
  const call = evaluateInputs(machine, plan, evaluate);
  return { machine, plan, call, active: activate(machine, plan, call) };
}

/** `name = value (source)` for each input; inactive ones in brackets. */
export function inputs(text: string, choice: Partial<InputChoice> = {}, name = "f"): string[] {
  const { machine, active } = run(text, choice, name);
  return active.inputs.map((input) => {
    if (input.node !== undefined) assert.ok(Object.is(machine.tape.value[input.node], input.value));
    const said = `${input.name} = ${typeof input.value === "string" ? JSON.stringify(input.value) : Object.is(input.value, -0) ? "-0" : input.value} (${input.source})`;
    return input.node === undefined ? `[${said}]` : said;
  });
}

/** Return each finding with the text that it is about. */
export function findings(text: string, choice: Partial<InputChoice> = {}, name = "f"): string[] {
  const { plan, active } = run(text, choice, name);
  return [...plan.findings, ...active.findings].map(({ code, message, place }) => {
    const source = place.file === FILE ? text : plan.texts.get(place.file)!;
    return `${code} at ${source.slice(place.start, place.end)}: ${message}`;
  });
}
