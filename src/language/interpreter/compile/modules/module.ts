/** A file as a module: its scope, and the evaluation of its statements. */
import { isSloppyScript, ts } from "../../../parse.ts";
import { commonJsModule, fileVariables } from "../../modules/fileVariables.ts";
import { endsRun, type Modules } from "../../modules/modules.ts";
import type { ObjectValue } from "../../values/objects.ts";
import { type Value } from "../../values/values.ts";
import type { Context, Run, Unit } from "../context.ts";
import { hoistedFunctions } from "../statements/blocks.ts";
import { isStrictFile } from "../strictness.ts";
import { declaredNames } from "../typescript/namespaces.ts";
import { hoistDeclarations, hoistVariables } from "../variables/hoisting.ts";
import { BlockScope, FramePlan, grown, type Frame } from "../variables/scope.ts";
import { DEFAULT, Exports } from "./exports.ts";

/** A file that is ready to be evaluated. */
export interface ModuleCode {
  readonly uri: string;
  readonly file: ts.SourceFile;
  readonly context: Context;
  /** The frame of the module's variables. */
  readonly frame: Frame;
  /** Read an export. */
  readonly read: (name: string) => (() => Value) | undefined;
  readonly names: () => readonly string[];
  /** As in `Module`. */
  readonly conflicts: (name: string) => readonly string[];
  /** The `module` object of a CommonJS file. */
  readonly commonJs: ObjectValue | undefined;
  /**
   * Run the module's statements, with `before` between its functions, which exist from the start, and the rest. A statement that
   * fails leaves its variables unset; whoever reads them meets the failure.
   */
  readonly evaluate: (before?: () => void) => void;
}

/** Prepare a file. */
export function moduleScope(unit: Unit, modules: Modules): ModuleCode {
  const { file, uri, machine } = unit;
  const plan = new FramePlan(undefined);
  const scope = new BlockScope(undefined, plan, true);
  // The text of a script says nothing about it; its package does.
  const isModule = isSloppyScript(file) && modules.isModuleByName(uri);
  const context: Context = { unit, scope, inLoop: false, isStrict: isModule || isStrictFile(file), labels: [] };
  const commonJs = isCommonJs(file) && !isModule ? commonJsModule(machine, uri) : undefined;
  const own = fileVariables(machine, uri, commonJs, () => modules.requireFor(uri));
  for (const name of Object.keys(own)) scope.declare(name, "var", -1);
  hoistVariables(context, file);
  hoistDeclarations(scope, file.statements);
  scope.declare(DEFAULT, "let", Infinity);
  const exports = new Exports(context, modules);
  for (const node of file.statements) exports.declare(node);
  let frame: Frame | undefined;
  const open = (): Frame => (frame ??= plan.open(undefined));
  exports.frame = open;
  return {
    uri,
    file,
    context,
    get frame() {
      return open();
    },
    read: (name) => exports.read(name),
    names: () => exports.names(),
    conflicts: (name) => exports.conflicts(name),
    commonJs,
    evaluate: (before) => {
      evaluateModule(context, open, own, (node) => exports.statement(node), before);
    },
  };
}

function isCommonJs(file: ts.SourceFile): boolean {
  if (/\.c[jt]s$/.test(file.fileName)) return true;
  if (/\.m[jt]s$/.test(file.fileName) || ts.isExternalModule(file)) return false;
  return /\b(?:module|exports|require)\b/.test(file.text);
}

/** Run a module's statements one after the other: functions first, then the rest. */
function evaluateModule(
  context: Context,
  open: () => Frame,
  own: Readonly<Record<string, Value>>,
  compile: (node: ts.Statement) => Run,
  before?: () => void,
): void {
  const { statements } = context.unit.file;
  const made = hoistedFunctions(context, statements);
  for (const [name, value] of Object.entries(own)) {
    const { slot } = context.scope.own(name)!;
    // An import of the same name has none.
    if (slot >= 0) open().slots[slot] = value;
  }
  for (const make of made) make(open());
  // A default export that is a function without a name exists from the start, too.
  for (const node of statements)
    if (ts.isFunctionDeclaration(node) && node.name === undefined && node.body !== undefined)
      evaluateStatement(context, open, node, compile);
  before?.();
  for (const node of statements) {
    if (!ts.isFunctionDeclaration(node)) evaluateStatement(context, open, node, compile);
  }
}

function evaluateStatement(
  context: Context,
  open: () => Frame,
  node: ts.Statement,
  compile: (node: ts.Statement) => Run,
): void {
  const { unit } = context;
  const run = compile(node);
  const frame = grown(context, open());
  const { depth } = unit.machine;
  const region = unit.regions.current;
  try {
    run(frame);
  } catch (error) {
    const names = declaredNames(node);
    // A module that is imported fails as a whole unless the failure concerns only some of its variables.
    if (endsRun(error) || (names.length === 0 && !unit.isTolerant)) throw error;
    unit.machine.depth = depth;
    unit.regions.unwind(region, unit.machine.tape.length);
    for (const { text } of names) unit.failures.set(text, error);
    if (names.length === 0) unit.failures.set("", error);
  }
}
