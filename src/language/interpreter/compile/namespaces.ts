/** TypeScript's enums and namespaces, as the objects that they compile to. */
import { ts } from "../../parse.ts";
import { newObject } from "../convert.ts";
import { ObjectValue } from "../objects.ts";
import { Active, type Value } from "../values.ts";
import type { Code, Context, Run } from "./context.ts";
import { expression } from "./expressions.ts";
import { boundNames, hoistDeclarations, hoistVariables, isAmbient } from "./hoisting.ts";
import { propertyKey } from "./literals.ts";
import { BlockScope, FramePlan, hopsBetween, type Frame } from "./scope.ts";
import { statements } from "./statements.ts";
import { hasModifier } from "./syntax.ts";
import { readVariable, writeVariable } from "./variables.ts";

/** Compile an `enum`: names to values, and numbers back to names. Several declarations add to one object. */
export function enumDeclaration(context: Context, node: ts.EnumDeclaration): Run {
  if (isAmbient(node)) return () => undefined;
  const { machine } = context.unit;
  const plan = new FramePlan(context.scope.plan);
  const scope = new BlockScope(context.scope, plan, false);
  const inner: Context = { ...context, scope, labels: [] };
  const members = node.members.map((member) => {
    const value = member.initializer === undefined ? undefined : expression(inner, member.initializer);
    const key = propertyKey(context, member.name);
    const name = ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : undefined;
    // Later members may use earlier ones by their bare names.
    const slot = name === undefined ? -1 : scope.declare(name, "hidden", -1).slot;
    return { key, value, slot };
  });
  return withObject(context, node.name, (outer, object) => {
    const frame = plan.open(outer);
    let next: Value = 0;
    for (const { key, value, slot } of members) {
      const made: Value = value === undefined ? next : machine.plain(value(frame));
      const name = key(frame);
      object.put(name, made);
      if (slot >= 0) frame.slots[slot] = made;
      if (typeof made === "number") object.put(String(made), String(name));
      next = typeof made === "number" ? made + 1 : undefined;
    }
  });
}

/** Compile a `namespace`: its exports become properties of one object. */
export function namespaceDeclaration(context: Context, node: ts.ModuleDeclaration): Run {
  const { body, name } = node;
  if (isAmbient(node) || body === undefined || !ts.isIdentifier(name)) return () => undefined;
  const plan = new FramePlan(context.scope.plan);
  const scope = new BlockScope(context.scope, plan, true);
  const inner: Context = { ...context, scope, labels: [], inLoop: false };
  const list = ts.isModuleBlock(body) ? body.statements : ts.isModuleDeclaration(body) ? [body] : [];
  hoistVariables(scope, body);
  hoistDeclarations(scope, list);
  const exported = list.flatMap((statement) =>
    ts.isModuleDeclaration(body) || isExported(statement) ? declaredNames(statement) : [],
  );
  const run = statements(inner, list);
  const reads = exported.map((identifier): { readonly key: string; readonly read: Code } => ({
    key: identifier.text,
    read: readVariable(inner, identifier),
  }));
  return withObject(context, name, (outer, object) => {
    const frame = plan.open(outer);
    const existing = reads.map(({ key }) => object.own(key)?.value);
    existing.forEach((value, index) => {
      if (value !== undefined) presetVariable(inner, frame, reads[index]!.key, value);
    });
    run(frame);
    for (const { key, read } of reads) object.put(key, read(frame));
  });
}

function presetVariable(context: Context, frame: Frame, name: string, value: Value): void {
  const binding = context.scope.own(name);
  if (binding?.kind === "var") frame.slots[binding.slot] = value instanceof Active ? undefined : value;
}

function isExported(node: ts.Statement): boolean {
  return hasModifier(node, ts.SyntaxKind.ExportKeyword);
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
  return [];
}

function hasValues(node: ts.ModuleDeclaration): boolean {
  const { body } = node;
  if (body === undefined) return false;
  if (!ts.isModuleBlock(body)) return true;
  return body.statements.some(
    (statement) => !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement),
  );
}

/** Work on the object of an enum or a namespace: the one that an earlier declaration made, or a new one. */
function withObject(context: Context, name: ts.Identifier, work: (frame: Frame, object: ObjectValue) => void): Run {
  const { machine } = context.unit;
  const found = context.scope.find(name.text);
  const write = found?.binding.kind === "var" ? writeVariable(context, name, name) : undefined;
  const hops = found === undefined ? 0 : hopsBetween(context.scope.plan, found.binding.plan);
  return (frame) => {
    let known: Value = undefined;
    if (found !== undefined) {
      let at = frame;
      for (let i = 0; i < hops; i++) at = at.parent!;
      known = at.slots[found.binding.slot];
    }
    // A namespace can also add to a function or a class of its name.
    const object = known instanceof ObjectValue ? known : newObject(machine);
    if (object !== known) write?.(frame, object);
    work(frame, object);
    return undefined;
  };
}
