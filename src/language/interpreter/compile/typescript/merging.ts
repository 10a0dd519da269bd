/** Declarations of one name that make one object together: enums, namespaces, and what they add to. */
import { ts } from "../../../parse.ts";
import { newObject } from "../../rules/convert.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import type { Context, Run } from "../context.ts";
import { hasModifier } from "../syntax.ts";
import { isAmbient } from "../variables/hoisting.ts";
import { frameAt, hopsBetween, type Frame } from "../variables/scope.ts";
import { readVariable, writeVariable } from "../variables/variables.ts";

/** A declaration whose exports are properties of an object. */
export type MergedDeclaration = ts.EnumDeclaration | ts.ModuleDeclaration;

/** Whether a statement's names are visible outside of its namespace. */
export function isExported(node: ts.Node): boolean {
  // `namespace A.B` exports B from A.
  return hasModifier(node, ts.SyntaxKind.ExportKeyword) || ts.isModuleDeclaration(node.parent);
}

/** The statements of a namespace's body; that of `namespace A.B` is the declaration of B. */
export function statementsOf(node: ts.ModuleDeclaration): readonly ts.Statement[] {
  const { body } = node;
  if (body === undefined) return [];
  if (ts.isModuleBlock(body)) return body.statements;
  return ts.isModuleDeclaration(body) ? [body] : [];
}

/** All enums and namespaces that share an object with this one, itself among them: those beside it, and those in other parts of a namespace that it is exported from. */
export function declarationsMergedWith(node: MergedDeclaration): MergedDeclaration[] {
  const outer = ts.findAncestor(node.parent, ts.isModuleDeclaration);
  const isShared = outer !== undefined && isExported(node);
  const lists = isShared
    ? declarationsMergedWith(outer).map((part) => (ts.isModuleDeclaration(part) ? statementsOf(part) : []))
    : [statementsBeside(node)];
  return lists
    .flat()
    .filter((other) => ts.isEnumDeclaration(other) || ts.isModuleDeclaration(other))
    .filter((other) => other.name.text === node.name.text && !isAmbient(other) && (!isShared || isExported(other)));
}

function statementsBeside(node: ts.Statement): readonly ts.Statement[] {
  return "statements" in node.parent ? (node.parent.statements as ts.NodeArray<ts.Statement>) : [node];
}

/** Work on the object of an enum or a namespace: the one that an earlier declaration made, or a new one. */
export function withMergedObject(
  context: Context,
  name: ts.Identifier,
  work: (frame: Frame, object: ObjectValue) => void,
): Run {
  const { machine } = context.unit;
  const found = context.scope.find(name.text);
  if (found === undefined) throw new Error(`The declaration of ${name.text} was not hoisted.`);
  const { binding } = found;
  const write = binding.kind === "var" ? writeVariable(context, name, name) : undefined;
  const hops = binding.owner === undefined ? hopsBetween(context.scope.plan, binding.plan) : 0;
  // A namespace can also add to a function or a class of its name.
  const read =
    binding.owner === undefined
      ? (frame: Frame): Value => frameAt(frame, hops).slots[binding.slot]
      : readVariable(context, name);
  return (frame) => {
    const known = read(frame);
    const object = known instanceof ObjectValue ? known : newObject(machine);
    if (object !== known) write?.(frame, object);
    work(frame, object);
    return undefined;
  };
}
