/** A file as a module: its scope, its imports and exports, and the evaluation of its statements. */
import { isInPackage } from "../../modules/candidates.ts";
import { ts } from "../../parse.ts";
import { fileVariables } from "../fileVariables.ts";
import { commonJsModule, endsRun, type Module, type Modules } from "../modules.ts";
import { NamespaceValue } from "../namespace.ts";
import type { ObjectValue } from "../objects.ts";
import { TDZ, type Value } from "../values.ts";
import { classValue } from "./classes.ts";
import type { Context, Run, Unit } from "./context.ts";
import { expression, namedExpression } from "./expressions.ts";
import { makerOf } from "./functions.ts";
import { hoistDeclarations, hoistVariables } from "./hoisting.ts";
import { declaredNames } from "./namespaces.ts";
import { brokenPart, siteOf } from "./observe.ts";
import { pureStatements, PureVariables } from "./pure.ts";
import { BlockScope, FramePlan, grown, type Frame } from "./scope.ts";
import { hoistedFunction, isFunctionWithBody, statement } from "./statements.ts";
import { isStrictFile } from "./strictness.ts";
import { hasModifier } from "./syntax.ts";

const { SyntaxKind } = ts;

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
  /** The `module` object of a CommonJS file. */
  readonly commonJs: ObjectValue | undefined;
  /**
   * Run the module's statements, with `before` between its functions, which exist from the start, and the rest. A statement that
   * fails leaves its variables unset; whoever reads them meets the failure.
   */
  readonly evaluate: (before?: () => void) => void;
}

/** The name under which an anonymous default export is kept. */
const DEFAULT = "default export";

/** Prepare a file. */
export function moduleScope(unit: Unit, modules: Modules): ModuleCode {
  const { file, uri, machine } = unit;
  const plan = new FramePlan(undefined);
  const scope = new BlockScope(undefined, plan, true);
  const context: Context = { unit, scope, inLoop: false, isStrict: isStrictFile(file), labels: [] };
  const commonJs = isCommonJs(file) ? commonJsModule(machine) : undefined;
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
  const made = statements.filter(isFunctionWithBody).map((node) => hoistedFunction(context, node));
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

/** The exports of a module: where each name's value is. */
class Exports {
  frame: () => Frame = () => {
    throw new Error("The module has no frame yet.");
  };
  private readonly own = new Map<string, () => Value>();
  private readonly stars: ((name?: string) => Module)[] = [];
  private readonly context: Context;
  private readonly modules: Modules;
  /** Statements of a package that says that it has no side effects, whose variables are set when something first reads them. */
  private readonly pure: PureVariables;

  constructor(context: Context, modules: Modules) {
    this.context = context;
    this.modules = modules;
    const { uri, file } = context.unit;
    this.pure = new PureVariables(
      context,
      isInPackage(uri) && !modules.hasSideEffects(uri) ? pureStatements(file) : new Map(),
      () => this.frame(),
    );
  }

  read(name: string, seen = new Set<Exports>()): (() => Value) | undefined {
    const own = this.own.get(name);
    if (own !== undefined || name === "default") return own;
    if (seen.has(this)) return undefined;
    seen.add(this);
    for (const star of this.stars) {
      const found = star(name).read(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  names(): readonly string[] {
    const all = new Set(this.own.keys());
    for (const star of this.stars) for (const name of star().names()) if (name !== "default") all.add(name);
    return [...all];
  }

  /** Declare what a statement imports and exports. */
  declare(node: ts.Statement): void {
    for (const variable of this.pure.variables(node)) this.bind(variable.name.text, this.pure.reader(variable));
    if (ts.isImportDeclaration(node)) this.declareImports(node);
    else if (ts.isImportEqualsDeclaration(node)) this.declareImportEquals(node);
    else if (ts.isExportDeclaration(node)) this.declareExports(node);
    else if (ts.isExportAssignment(node)) this.own.set("default", this.variable(DEFAULT));
    else if (hasModifier(node, SyntaxKind.ExportKeyword)) {
      if (hasModifier(node, SyntaxKind.DefaultKeyword)) {
        const name = (node as ts.FunctionDeclaration).name?.text;
        this.own.set("default", this.variable(name ?? DEFAULT));
      } else for (const { text } of declaredNames(node)) this.own.set(text, this.variable(text));
    }
  }

  /** Compile a statement of the module's top level. */
  statement(node: ts.Statement): Run {
    return this.pure.inOrder(node, this.compiled(node));
  }

  private compiled(node: ts.Statement): Run {
    const broken = brokenPart(this.context, node);
    if (broken !== undefined) return broken;
    if (this.pure.variables(node).length > 0) return () => undefined;
    if (ts.isImportDeclaration(node)) {
      if (node.importClause !== undefined) return () => undefined;
      return () => (this.load(node.moduleSpecifier), undefined);
    }
    if (ts.isImportEqualsDeclaration(node) || ts.isExportDeclaration(node) || ts.isNamespaceExportDeclaration(node))
      return () => undefined;
    if (ts.isExportAssignment(node))
      return this.assignDefault(namedExpression(this.context, node.expression, "default"));
    if (hasModifier(node, SyntaxKind.DefaultKeyword) && (node as ts.ClassDeclaration).name === undefined) {
      if (ts.isClassDeclaration(node)) return this.assignDefault(classValue(this.context, node, "default"));
      if (ts.isFunctionDeclaration(node) && node.body !== undefined) {
        const make = makerOf(this.context, node, node.asteriskToken === undefined ? "normal" : "generator", "default");
        return this.assignDefault((frame) => make(frame));
      }
    }
    return statement(this.context, node);
  }

  private assignDefault(code: (frame: Frame) => Value): Run {
    const { slot } = this.context.scope.own(DEFAULT)!;
    return (frame) => {
      frame.slots[slot] = code(frame);
      return undefined;
    };
  }

  private variable(name: string): () => Value {
    const { unit, scope } = this.context;
    return () => {
      const binding = scope.own(name);
      if (binding === undefined) throw unit.machine.error("ReferenceError", `${name} is not defined`);
      if (binding.resolve !== undefined) return binding.resolve();
      const value = this.frame().slots[binding.slot];
      // A `var` that is undefined may be one that is not set yet.
      if (value === TDZ || (value === undefined && binding.kind === "var")) this.modules.noteUnset(unit.uri);
      if (value !== TDZ) return value;
      throw (
        unit.failures.get(name) ?? unit.machine.error("ReferenceError", `Cannot access '${name}' before initialization`)
      );
    };
  }

  private load(specifier: ts.Expression, name?: string): Module {
    const { unit } = this.context;
    const { text } = specifier as ts.StringLiteral;
    const names = name === undefined ? undefined : [name];
    return this.modules.load(unit.uri, text, siteOf(this.context, specifier), "import", names);
  }

  private declareImports(node: ts.ImportDeclaration): void {
    const clause = node.importClause;
    if (clause === undefined || clause.phaseModifier === SyntaxKind.TypeKeyword) return;
    const { moduleSpecifier } = node;
    if (clause.name !== undefined) this.bindImport(clause.name, "default", moduleSpecifier);
    const bindings = clause.namedBindings;
    if (bindings === undefined) return;
    if (ts.isNamespaceImport(bindings)) this.bind(bindings.name.text, () => this.namespace(moduleSpecifier));
    else
      for (const element of bindings.elements)
        if (!element.isTypeOnly)
          this.bindImport(element.name, (element.propertyName ?? element.name).text, moduleSpecifier);
  }

  /** `import * as ns`: of a CommonJS module its properties beside its `default`. */
  private namespace(specifier: ts.Expression): Value {
    const module = this.load(specifier);
    const value = module.value();
    return value instanceof NamespaceValue ? value : new NamespaceValue(() => module);
  }

  private bindImport(name: ts.Identifier, exported: string, specifier: ts.Expression): void {
    let read: (() => Value) | undefined;
    this.bind(name.text, () => {
      read ??= this.importedReader(exported, specifier, name);
      return read();
    });
  }

  private importedReader(exported: string, specifier: ts.Expression, name: ts.Node): () => Value {
    const { unit } = this.context;
    const found = this.load(specifier).read(exported);
    if (found !== undefined) return found;
    const text = (specifier as ts.StringLiteral).text;
    throw unit.machine.stop(
      "module/missing",
      `The module \`${text}\` has no export \`${exported}\``,
      siteOf(this.context, name),
      "Check the name of the export.",
    );
  }

  private bind(name: string, resolve: () => Value): void {
    const { scope } = this.context;
    scope.bind({ name, kind: "import", slot: -1, plan: scope.plan, declaredAt: -1, resolve });
  }

  private declareImportEquals(node: ts.ImportEqualsDeclaration): void {
    if (node.isTypeOnly) return;
    const reference = node.moduleReference;
    if (ts.isExternalModuleReference(reference)) {
      const { expression: specifier } = reference;
      this.bind(node.name.text, () =>
        this.modules
          .load(this.context.unit.uri, (specifier as ts.StringLiteral).text, siteOf(this.context, specifier), "require")
          .value(),
      );
    } else {
      // `import x = A.b`: an entity name reads like the expression that it looks like.
      const read = (): Value => expression(this.context, reference as unknown as ts.Expression)(this.frame());
      this.bind(node.name.text, read);
    }
    if (hasModifier(node, SyntaxKind.ExportKeyword)) this.own.set(node.name.text, this.variable(node.name.text));
  }

  private declareExports(node: ts.ExportDeclaration): void {
    if (node.isTypeOnly) return;
    const { exportClause, moduleSpecifier } = node;
    if (exportClause === undefined) {
      if (moduleSpecifier !== undefined) this.stars.push((name) => this.load(moduleSpecifier, name));
    } else if (ts.isNamespaceExport(exportClause)) {
      this.own.set(exportClause.name.text, () => this.namespace(moduleSpecifier!));
    } else
      for (const element of exportClause.elements) {
        if (element.isTypeOnly) continue;
        const inner = (element.propertyName ?? element.name).text;
        if (moduleSpecifier !== undefined)
          this.own.set(element.name.text, () => this.importedReader(inner, moduleSpecifier, element.name)());
        else if (this.context.scope.own(inner) !== undefined || this.isImported(inner))
          this.own.set(element.name.text, this.variable(inner));
      }
  }

  /** Imports may stand below the exports that name them. */
  private isImported(name: string): boolean {
    return this.context.unit.file.statements.some(
      (node) =>
        ts.isImportDeclaration(node) &&
        (node.importClause?.name?.text === name ||
          (node.importClause?.namedBindings !== undefined &&
            (ts.isNamespaceImport(node.importClause.namedBindings)
              ? node.importClause.namedBindings.name.text === name
              : node.importClause.namedBindings.elements.some((element) => element.name.text === name)))),
    );
  }
}
