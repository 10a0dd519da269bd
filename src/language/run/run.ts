/** One run of one function: modules, inputs, the call, and what is collected of it. */
import type { Tape } from "../../autodiff/tape.ts";
import { isRead } from "../branches.ts";
import type { Finding } from "../finding.ts";
import { activate, type ActiveInputs } from "../inputs/activate.ts";
import type { Borrowed } from "../inputs/assumed/assume.ts";
import type { Evaluate } from "../inputs/evaluate.ts";
import type { InputPlan } from "../inputs/plan.ts";
import { installIntrinsics } from "../interpreter/builtins/install.ts";
import type { Capture, Context } from "../interpreter/compile/context.ts";
import { expression } from "../interpreter/compile/expressions/expressions.ts";
import type { ModuleCode } from "../interpreter/compile/modules/module.ts";
import { BlockScope, FramePlan } from "../interpreter/compile/variables/scope.ts";
import { inspect } from "../interpreter/inspect/inspect.ts";
import { Machine } from "../interpreter/machine.ts";
import { type Budget, type MemoryGauge } from "../interpreter/meter.ts";
import { Modules } from "../interpreter/modules/modules.ts";
import { Names, Regions, Sites } from "../interpreter/recording.ts";
import { getProperty } from "../interpreter/rules/convert.ts";
import type { Value } from "../interpreter/values/values.ts";
import type { Files } from "../modules/files.ts";
import type { Resolve } from "../modules/resolve.ts";
import type { FoundFunction } from "../text/functions.ts";
import type { Output, Trace } from "../trace.ts";
import { evaluationsOf, listKinks, sitesOf } from "./collect.ts";
import { decidingSteps } from "./deciding.ts";
import { effectFindings } from "./effects.ts";
import { failure } from "./failures.ts";
import { notices, numericFindings, withoutNumber, type Report } from "./findings.ts";
import { outputsOf } from "./outputs.ts";
import { reach, readModuleName } from "./reach.ts";
import { regionsOf } from "./regions.ts";
import { callFunction, takenValues, tracedFunction } from "./result.ts";

/** Steps that are kept, after the inputs, of a run that did not get to its end. */
const MOST_UNFINISHED = 20_000;

/** What a run needs. */
export interface RunSetup {
  readonly uri: string;
  readonly text: string;
  readonly found: FoundFunction;
  readonly plan: InputPlan;
  readonly budget: Budget;
  readonly files: Files;
  readonly resolve: Resolve;
  /** A tape whose memory may be used again. */
  readonly tape: Tape | undefined;
  /** Whether the trace tells what each expression was. */
  readonly isObserved: boolean;
  /** Tells how full the heap is, where the host can tell. */
  readonly gauge: MemoryGauge | undefined;
}

/** What is known of a run while it goes on, for whatever ends it. */
interface Progress {
  inputs: ActiveInputs;
  result: { readonly value: Value } | undefined;
  outputs: readonly Output[];
  root: number;
}

/** Run a function and say everything about it. May throw `NeedFiles`. */
export function runFunction(setup: RunSetup): Trace {
  const { budget, tape, files, resolve, found } = setup;
  const machine = new Machine(budget, tape, setup.gauge);
  installIntrinsics(machine);
  const capture: Capture = { node: found.node, found: undefined, intercepts: false };
  const recording = { sites: new Sites(), names: new Names(), regions: new Regions() };
  const modules = new Modules({ machine, ...recording, isObserved: setup.isObserved, capture, files, resolve });
  const report: Report = {
    machine,
    sites: recording.sites,
    regions: recording.regions,
    fallback: found.namePlace,
    node: found.node,
  };
  const progress: Progress = {
    inputs: { inputs: [], findings: setup.plan.findings },
    result: undefined,
    outputs: [],
    root: -1,
  };
  const findings: Finding[] = [];
  try {
    execute(setup, machine, modules, capture, recording, progress);
  } catch (error) {
    const finding = failure(report, error);
    if (finding === undefined) throw error;
    findings.push(finding);
    recording.regions.unwind(-1, machine.tape.length);
    // Of a run without a result its beginning says enough, and the views stay quick.
    const { inputs } = progress.inputs;
    machine.tape.length = Math.min(machine.tape.length, inputs.length + MOST_UNFINISHED);
  }
  return collect(setup, report, recording, progress, findings);
}

function execute(
  { uri, text, found, plan }: RunSetup,
  machine: Machine,
  modules: Modules,
  capture: Capture,
  { regions }: { readonly regions: Regions },
  progress: Progress,
): void {
  const code = modules.compile(uri, text, true);
  modules.register(code);
  code.evaluate();
  const evaluate = evaluatorIn(code, modules);
  const { target, call } = reach(machine, plan, capture, code, evaluate);
  const active = activate(machine, plan, call);
  progress.inputs = { inputs: active.inputs, findings: [...plan.findings, ...active.findings] };
  machine.depth = 0;
  const returned = callFunction(machine, found, target, call.receiver, call.lists, () => {
    progress.root = regions.length;
  });
  // The call of a generator records nothing, and so it leaves no region.
  if (regions.length === progress.root) progress.root = -1;
  const value = takenValues(machine, returned, found);
  progress.result = { value };
  // The traps of a proxy are the program's.
  progress.outputs = outputsOf(machine, value);
}

/** Evaluates expressions of tags, defaults and assumptions in the scope of a module. */
function evaluatorIn(code: ModuleCode, modules: Modules): Evaluate {
  return (node, borrowed) => {
    const file = node.getSourceFile();
    const plan = new FramePlan(code.context.scope.plan);
    const scope = new BlockScope(code.context.scope, plan, true);
    for (const name of borrowed) lend(scope, plan, modules, name);
    const context: Context = { ...code.context, unit: { ...code.context.unit, file, uri: file.fileName }, scope };
    const run = expression(context, node);
    return run(plan.open(code.frame));
  };
}

/** Make a name of another module readable in a scope. */
function lend(scope: BlockScope, plan: FramePlan, modules: Modules, { name, original, file }: Borrowed): void {
  const resolve = (): Value => {
    const lender = modules.codeOf(file);
    if (lender === undefined) return undefined;
    const { machine } = lender.context.unit;
    let value: Value = undefined;
    for (const [index, part] of original.split(".").entries())
      value = index === 0 ? readModuleName(lender, part) : getProperty(machine, value, part);
    return value;
  };
  scope.bind({ name, kind: "import", slot: -1, plan, declaredAt: -1, resolve });
}

function collect(
  { uri, text, found, plan, files }: RunSetup,
  report: Report,
  { sites, names, regions }: { readonly sites: Sites; readonly names: Names; readonly regions: Regions },
  { inputs: { inputs, findings: inputFindings }, result, outputs, root }: Progress,
  failures: readonly Finding[],
): Trace {
  const { machine } = report;
  const kinks = listKinks(machine.tape);
  const deciding = decidingSteps(machine.tape, machine.decisions);
  const findings = [
    ...inputFindings,
    ...failures,
    ...notices(report).filter((notice) => !failures.some((failure) => isSame(notice, failure))),
    ...(result !== undefined && outputs.length === 0 && failures.length === 0
      ? [withoutNumber(report, result.value)]
      : []),
    ...numericFindings(report, outputs, kinks, deciding),
    ...effectFindings(report, { inputs, outputs, deciding, isRead: (input) => isRead(found.node, input) }),
  ];
  const texts = new Map<string, string>([[uri, text], ...plan.texts]);
  for (const other of new Set(sites.uris)) if (!texts.has(other)) texts.set(other, files.read(other) ?? "");
  return {
    function: tracedFunction(found, machine.returnedBy),
    tape: machine.tape,
    decisions: machine.decisions,
    inputs,
    deciding,
    outputs,
    result: result === undefined ? undefined : inspect(machine, result.value),
    sites: sitesOf(sites),
    names,
    regions: regionsOf(regions, sites, machine.tape.length, root),
    kinks,
    evaluations: evaluationsOf(machine, sites),
    findings,
    log: machine.log,
    steps: machine.steps,
    texts,
  };
}

/** Whether two findings say the same of the same place. */
function isSame(one: Finding, other: Finding): boolean {
  const { file, start, end } = other.place;
  return one.code === other.code && one.place.file === file && one.place.start === start && one.place.end === end;
}
