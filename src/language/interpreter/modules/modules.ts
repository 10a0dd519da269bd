/** The modules of a run: loaded when something of them is first used, evaluated once. */
import type { Finding } from "../../finding.ts";
import type { FindingCode } from "../../findingCodes.ts";
import { isInPackage } from "../../modules/candidates.ts";
import { starsWith } from "../../modules/exports.ts";
import { NeedFiles, type Files } from "../../modules/files.ts";
import { filesFor, importedBy } from "../../modules/imports.ts";
import { hasSideEffects, isModuleByName } from "../../modules/packages.ts";
import { builtinModule, type Resolve } from "../../modules/resolve.ts";
import { parse, syntaxErrors, type ts } from "../../parse.ts";
import { brokenParts, textErrors } from "../../text/errors.ts";
import type { Capture, Unit } from "../compile/context.ts";
import { moduleScope, type ModuleCode } from "../compile/modules/module.ts";
import { type Machine } from "../machine.ts";
import { Stop } from "../meter.ts";
import type { Names, Regions, Sites } from "../recording.ts";
import { Thrown, type Value } from "../values/values.ts";
import { codeModule, importedCommonJs, jsonModule, type Module } from "./loadedModule.ts";
import { requireFunction } from "./require.ts";

/** A module that is imported is whole, or not evaluated at all. */
const NOTHING_BROKEN: ReadonlyMap<ts.Node, Finding> = new Map();

/** What all modules of a run share. */
export interface Surroundings {
  readonly machine: Machine;
  readonly sites: Sites;
  readonly names: Names;
  readonly regions: Regions;
  readonly isObserved: boolean;
  readonly capture: Capture;
  readonly files: Files;
  readonly resolve: Resolve;
}

/** Modules of Node by what they stand for. */
const NODE_MODULES: Readonly<Record<string, readonly [code: FindingCode, what: string]>> = {
  fs: ["unsupported/file-system", "reads files"],
  "fs/promises": ["unsupported/file-system", "reads files"],
  http: ["unsupported/network", "uses the network"],
  https: ["unsupported/network", "uses the network"],
  net: ["unsupported/network", "uses the network"],
};

/** Thrown when modules that import each other were begun in an order in which one reads what another has not set yet. */
class OutOfOrder {
  /** The module whose variable was read. */
  readonly uri: string;

  constructor(uri: string) {
    this.uri = uri;
  }
}

/**
 * Loads and evaluates modules, each once.
 *
 * A user's file, and a file of a package that declares itself free of side effects, is evaluated when something of it is first
 * used: of a package with hundreds of files, few are needed. Only modules that import each other can tell that from the order of
 * the language, which evaluates all imports of a module before the module; where they do, what has been begun is begun again in
 * that order. Other packages are evaluated in it from the start.
 */
export class Modules {
  private readonly around: Surroundings;
  private readonly loaded = new Map<string, Module>();
  private readonly codes = new Map<string, ModuleCode>();
  /** The modules whose evaluation has begun and not ended. */
  private readonly open = new Set<string>();
  private isOrdered = false;

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** The code of a file that has not been evaluated yet; `isTolerant` as in `Unit`. */
  compile(uri: string, text: string, isTolerant: boolean): ModuleCode {
    const { machine, sites, names, regions, isObserved, capture } = this.around;
    const file = machine.uncounted(() => parse(uri, text));
    const unit: Unit = {
      machine,
      sites,
      names,
      regions,
      isObserved,
      capture,
      file,
      uri,
      meta: { value: undefined },
      failures: new Map(),
      isTolerant,
      broken: isTolerant ? brokenParts(file) : NOTHING_BROKEN,
    };
    return moduleScope(unit, this);
  }

  /** Load what a specifier means in a file; a located Stop if it cannot be had. `names` are the exports that are looked for, if that is known. */
  load(
    from: string,
    specifier: string,
    site: number,
    purpose: "import" | "require",
    names?: readonly string[],
  ): Module {
    const { resolve, files } = this.around;
    try {
      const uri = this.find(from, specifier, site, purpose);
      const module = this.loaded.get(uri) ?? this.loadFile(from, uri, specifier, site);
      return purpose === "import" && module.isCommonJs
        ? importedCommonJs(this.around.machine, module, () => isModuleByName(files, from))
        : module;
    } catch (error) {
      if (!(error instanceof NeedFiles) || this.open.size > 0) throw error;
      throw filesFor(files, resolve, { from, specifier, purpose, names }) ?? error;
    }
  }

  /**
   * What `require` gives for a specifier, where that is another file than an `import` reads: packages may have a file for bundlers
   * that exports less than the one that Node itself reads. Undefined if it is the same one.
   */
  requiredInstead(from: string, specifier: string, site: number): Module | undefined {
    const { resolve } = this.around;
    const file = resolve(from, specifier, "require");
    if (file === undefined || file === resolve(from, specifier, "import")) return undefined;
    return this.load(from, specifier, site, "require");
  }

  private loadFile(from: string, uri: string, specifier: string, site: number): Module {
    const text = this.around.files.read(uri);
    if (text === undefined) throw this.missing(specifier, site);
    if (!uri.endsWith(".json")) return this.loadCode(from, uri, text, specifier, site);
    this.around.machine.site = site;
    const module = jsonModule(this.around.machine, text);
    this.loaded.set(uri, module);
    return module;
  }

  private find(from: string, specifier: string, site: number, purpose: "import" | "require"): string {
    const { machine, resolve } = this.around;
    const node = builtinModule(specifier);
    if (node !== undefined) {
      const [code, what] = NODE_MODULES[node] ?? ["unsupported/module", "belongs to Node.js"];
      throw machine.stop(
        code,
        `\`${specifier}\` ${what}, which a traced computation cannot do`,
        site,
        "Pass what you need from it as a parameter.",
      );
    }
    const uri = resolve(from, specifier, purpose);
    if (uri === undefined) throw this.missing(specifier, site);
    return uri;
  }

  private missing(specifier: string, site: number): Stop {
    const help = "Check the path, or install the package.";
    return this.around.machine.stop("module/missing", `The module \`${specifier}\` was not found`, site, help);
  }

  /** Register the module that is being traced, so that imports of it from elsewhere find it. */
  register(code: ModuleCode): Module {
    const module = codeModule(this.around.machine, code);
    this.loaded.set(code.uri, module);
    this.codes.set(code.uri, code);
    return module;
  }

  /** The evaluated code of a file, exported or not; undefined if it cannot be had. */
  codeOf(uri: string): ModuleCode | undefined {
    const text = this.codes.has(uri) ? undefined : this.around.files.read(uri);
    if (text !== undefined) this.loadCode(uri, uri, text, uri, -1);
    return this.codes.get(uri);
  }

  /** Say that a variable of a module was read before the module has set it; ends the evaluation if another order may help. */
  noteUnset(uri: string): void {
    if (!this.isOrdered && this.open.has(uri)) throw new OutOfOrder(uri);
  }

  /** Whether a file's package does not say that what is not used of it may be left out. */
  hasSideEffects(uri: string): boolean {
    return hasSideEffects(this.around.files, uri);
  }

  private loadCode(from: string, uri: string, text: string, specifier: string, site: number): Module {
    if (this.isOrdered || this.open.size > 0) return this.evaluate(uri, text, specifier, site);
    const { machine, regions } = this.around;
    const before = new Set(this.loaded.keys());
    const { depth } = machine;
    const region = regions.current;
    try {
      return this.evaluate(uri, text, specifier, site);
    } catch (error) {
      if (!(error instanceof OutOfOrder)) throw error;
      machine.depth = depth;
      regions.unwind(region, machine.tape.length);
      for (const key of this.loaded.keys()) if (!before.has(key)) this.loaded.delete(key);
      this.isOrdered = true;
      // What stands before it among the imports of the same file is evaluated before it.
      const importer = this.codes.get(from);
      if (importer !== undefined) this.loadImports(importer, site);
      return this.loaded.get(uri) ?? this.evaluate(uri, text, specifier, site);
    } finally {
      this.isOrdered = false;
    }
  }

  private evaluate(uri: string, text: string, specifier: string, site: number): Module {
    const { machine } = this.around;
    const code = this.compile(uri, text, false);
    // Packages are published after they have run.
    const [error] = isInPackage(uri) ? syntaxErrors(code.file) : textErrors(code.file);
    if (error !== undefined)
      throw machine.stop("module/syntax", `The module \`${specifier}\` cannot be read: ${withoutPeriod(error)}`, site);
    const module = this.register(code);
    const before = machine.site;
    this.open.add(uri);
    try {
      const isOrdered = this.isOrdered || this.hasSideEffects(uri);
      code.evaluate(
        isOrdered
          ? () => {
              this.loadImports(code, site);
            }
          : undefined,
      );
    } catch (reason) {
      this.loaded.delete(uri);
      throw reason;
    } finally {
      this.open.delete(uri);
    }
    machine.site = before;
    return module;
  }

  /** Load what a module imports before the module's own statements. If an import fails, whoever uses it meets the failure. */
  private loadImports({ uri, file }: ModuleCode, site: number): void {
    for (const specifier of importedBy(file))
      try {
        this.load(uri, specifier, site, "import");
      } catch (error) {
        if (endsRun(error)) throw error;
      }
  }

  /** The `require` of a CommonJS file. */
  requireFor(uri: string): Value {
    const { machine } = this.around;
    return requireFunction(machine, {
      find: (specifier) => this.find(uri, specifier, machine.site, "require"),
      load: (specifier) => this.load(uri, specifier, machine.site, "require"),
    });
  }

  /** Whether Node reads a file as a module by its name, or by its package, although nothing in its text says so. */
  isModuleByName(uri: string): boolean {
    return isModuleByName(this.around.files, uri);
  }

  /** The modules that a file passes on wholly and that differ in what they export by a name. */
  starsWith(file: ts.SourceFile, name: string): readonly string[] {
    const { files, resolve } = this.around;
    return starsWith({ files, resolve }, file, name);
  }
}

function withoutPeriod({ message }: Finding): string {
  return message.replace(/\.$/, "");
}

/** Whether an exception ends more than one statement: anything but the program's own exceptions and what it may not do. */
export function endsRun(error: unknown): boolean {
  if (error instanceof Stop) return error.finding.code.startsWith("budget/");
  return !(error instanceof Thrown || error instanceof RangeError);
}
