/** What a module imports and exports, and how its statements are compiled for that. */
import { isInPackage } from "../../../modules/candidates.ts";
import { ts } from "../../../parse.ts";
import type { Module } from "../../modules/loadedModule.ts";
import type { Modules } from "../../modules/modules.ts";
import { NamespaceValue } from "../../modules/namespace.ts";
import { TDZ, type Value } from "../../values/values.ts";
import { classValue } from "../classes/classes.ts";
import type { Context, Run } from "../context.ts";
import { expression, namedExpression } from "../expressions/expressions.ts";
import { makerOf } from "../functions/functions.ts";
import { brokenPart, siteOf } from "../observe.ts";
import { statement } from "../statements/statements.ts";
import { hasModifier } from "../syntax.ts";
import { declaredNames } from "../typescript/namespaces.ts";
import { type Frame } from "../variables/scope.ts";
import { pureStatements, PureVariables } from "./pure.ts";

const { SyntaxKind } = ts;

/** The name under which an anonymous default export is kept. */
export const DEFAULT = "default export";

/** The exports of a module: where each name's value is. */
export class Exports {
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
    if (this.conflicts(name).length > 0) return undefined;
    for (const star of this.stars) {
      const found = star(name).read(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  names(): readonly string[] {
    const all = new Set(this.own.keys());
    for (const star of this.stars)
      for (const name of star().names())
        if (name !== "default" && (this.own.has(name) || this.conflicts(name).length === 0)) all.add(name);
    return [...all];
  }

  /** The modules that are passed on wholly and that differ in what they export by a name. Those of packages have been published without. */
  conflicts(name: string): readonly string[] {
    const { file, uri } = this.context.unit;
    if (this.stars.length < 2 || isInPackage(uri)) return [];
    const stars = this.modules.starsWith(file, name);
    return stars.length < 2 ? [] : stars;
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
      // A `var` that is undefined may be one that is not set yet, or whose statement has failed.
      const isUnset = value === TDZ || (value === undefined && binding.kind === "var");
      if (isUnset) this.modules.noteUnset(unit.uri);
      if (!isUnset || (value !== TDZ && !unit.failures.has(name))) return value;
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
    const module = this.load(specifier);
    const { text } = specifier as ts.StringLiteral;
    const found =
      module.read(exported) ??
      this.modules.requiredInstead(unit.uri, text, siteOf(this.context, specifier))?.read(exported);
    if (found !== undefined) return found;
    const [one, other] = module.conflicts(exported);
    const [message, help] =
      one === undefined || other === undefined
        ? [`The module \`${text}\` has no export \`${exported}\``, "Check the name of the export."]
        : [
            `The module \`${text}\` passes on \`${exported}\` both of \`${one}\` and of \`${other}\``,
            "Export the one that is meant by its name.",
          ];
    throw unit.machine.stop("module/missing", message, siteOf(this.context, name), help);
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
