/** TypeScript's namespaces: their exports are properties of one object, which several declarations may add to. */
import { ts } from "../../../parse.ts";
import type { ObjectValue } from "../../values/objects.ts";
import type { Context, Run, Signal } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { hoistedFunctions } from "../statements/blocks.ts";
import { statement } from "../statements/statements.ts";
import { boundNames, hoistDeclarations, hoistVariables, isAmbient } from "../variables/hoisting.ts";
import { BlockScope, FramePlan, type Binding } from "../variables/scope.ts";
import { initialise, readVariable } from "../variables/variables.ts";
import { memberNames } from "./enums.ts";
import { declarationsMergedWith, isExported, statementsOf, withMergedObject } from "./merging.ts";

/** Compile a `namespace`. */
export function namespaceDeclaration(context: Context, node: ts.ModuleDeclaration): Run {
  const { body, name } = node;
  if (isAmbient(node) || body === undefined || !ts.isIdentifier(name) || !hasValues(node)) return () => undefined;
  const plan = new FramePlan(context.scope.plan);
  const scope = new BlockScope(context.scope, plan, true);
  const list = statementsOf(node);
  const self = scope.declare("namespace", "hidden", -1);
  const inner: Context = { ...context, scope, labels: [], inLoop: false };
  declareNames(inner, node, self);
  const run = statementsWithExports(inner, list, self);
  return withMergedObject(context, name, (outer, object) => {
    const frame = plan.open(outer);
    frame.slots[self.slot] = object;
    run(frame);
  });
}

/**
 * Declare the names of a namespace. Exported variables, enums and namespaces live in the object alone; functions and classes are
 * variables that are copied to it. What other declarations of the namespace export is found in the object.
 */
function declareNames(context: Context, node: ts.ModuleDeclaration, self: Binding): void {
  const { scope } = context;
  const list = statementsOf(node);
  const local = list.filter((other) => ts.isClassDeclaration(other) || ts.isFunctionDeclaration(other));
  const locals = new Set(local.flatMap(declaredNames).map(({ text }) => text));
  for (const own of list) {
    if (!isExported(own)) continue;
    for (const { text } of declaredNames(own)) if (!locals.has(text)) scope.bindMember(text, self);
  }
  hoistVariables(context, node.body!);
  hoistDeclarations(scope, list);
  for (const part of declarationsMergedWith(node)) {
    if (part === node) continue;
    const names = ts.isEnumDeclaration(part)
      ? memberNames(part)
      : statementsOf(part)
          .filter(isExported)
          .flatMap(declaredNames)
          .map(({ text }) => text);
    for (const text of names) if (scope.own(text) === undefined) scope.bindMember(text, self);
  }
}

/** Compile the statements of a namespace; a function or a class that is exported goes into the object where it stands. */
function statementsWithExports(context: Context, list: readonly ts.Statement[], self: Binding): Run {
  const runs = hoistedFunctions(context, list);
  for (const node of list) {
    if (!ts.isFunctionDeclaration(node)) runs.push(statement(context, node));
    if (!isExported(node) || !(ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))) continue;
    for (const name of declaredNames(node)) {
      const read = readVariable(context, name);
      runs.push((frame) => {
        (frame.slots[self.slot] as ObjectValue).put(name.text, read(frame));
        return undefined;
      });
    }
  }
  return (frame): Signal | undefined => {
    for (const run of runs) run(frame);
    return undefined;
  };
}

/** Compile `import x = A.b` where it is no import of a module: a name for what the expression means now. */
export function importAlias(context: Context, node: ts.ImportEqualsDeclaration): Run {
  const { moduleReference } = node;
  if (node.isTypeOnly || ts.isExternalModuleReference(moduleReference)) return () => undefined;
  const write = initialise(context, node.name, node.name);
  // An entity name reads like the expression that it looks like.
  const read = expression(context, moduleReference as unknown as ts.Expression);
  const readRoot = expression(context, rootOf(moduleReference));
  return (frame) => {
    // Where the root is undefined it has only types, and so is the alias one.
    if (readRoot(frame) !== undefined) write(frame, read(frame));
    return undefined;
  };
}

function rootOf(name: ts.EntityName): ts.Identifier {
  return ts.isIdentifier(name) ? name : rootOf(name.left);
}

/** The names that a statement declares. */
export function declaredNames(node: ts.Statement): ts.Identifier[] {
  if (isAmbient(node)) return [];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap((declaration) => boundNames(declaration.name));
  if (ts.isFunctionDeclaration(node)) return node.name === undefined || node.body === undefined ? [] : [node.name];
  if (ts.isClassDeclaration(node)) return node.name === undefined ? [] : [node.name];
  if (ts.isEnumDeclaration(node)) return [node.name];
  if (ts.isModuleDeclaration(node)) return ts.isIdentifier(node.name) && hasValues(node) ? [node.name] : [];
  if (ts.isImportEqualsDeclaration(node))
    return node.isTypeOnly || ts.isExternalModuleReference(node.moduleReference) ? [] : [node.name];
  return [];
}

/** Whether a namespace has more than types in it, so that it has an object. */
function hasValues(node: ts.ModuleDeclaration): boolean {
  return statementsOf(node).some((inner) =>
    ts.isModuleDeclaration(inner)
      ? !isAmbient(inner) && hasValues(inner)
      : !ts.isInterfaceDeclaration(inner) && !ts.isTypeAliasDeclaration(inner),
  );
}
