/** The value of `this` that a method is run with. */
import { ts } from "../parse.ts";
import type { Owner } from "../text/bindings.ts";
import { functionNamed } from "../text/functions.ts";
import { concreteClass, parametersOf, thisType, type ClassNode } from "../text/functionSyntax.ts";
import { assumedText } from "./assumed/assume.ts";
import { assumedValue, textValue } from "./assumed/plannedValues.ts";
import type { PlannedParameter, PlannedValue, Planning } from "./plan.ts";
import { constructorShapes } from "./shapes/namedTypes.ts";
import { parameterShape } from "./shapes/parameters.ts";
import { NONE, UNKNOWN, type Shape } from "./shapes/shape.ts";
import { typeScope, typeShape } from "./shapes/types.ts";
import { exampleInstance, isInstanceMember } from "./written/calls.ts";

type ClassShape = Extract<Shape, { readonly kind: "class" }>;

/** Return what `this` is in a method. */
export function receiverPlan(planning: Planning): PlannedParameter {
  const { found, example } = planning;
  const { owner } = found;
  const plan = { name: "this", place: found.namePlace, type: undefined, isRest: false, parts: [] };
  const declared = owner?.kind === "class" ? undefined : thisType(found.node);
  if (declared !== undefined) {
    const shape = typeShape(declared, typeScope(planning.around));
    return { ...plan, type: declared, shape, value: assumedValue(planning, "this", shape) };
  }
  if (owner?.kind === "object") return { ...plan, shape: UNKNOWN, value: objectValue(planning, owner) };
  const instance = instanceShape(planning, owner);
  if (instance === undefined) return { ...plan, shape: UNKNOWN, value: undefined };
  if (!isInstanceMember(found)) {
    const made = assumedText({ ...instance, parameters: [] }, planning.assumptions).replace(/^new (.*)\(\)$/, "$1");
    return {
      ...plan,
      shape: UNKNOWN,
      value: textValue(planning, made, "receiver:this", "default", planning.assumptions.borrowed),
    };
  }
  const written = example?.receiver ?? exampleInstance(found);
  const value: PlannedValue =
    written === undefined
      ? assumedValue(planning, "this", instance)
      : { expression: written, source: "call", borrowed: [] };
  return { ...plan, shape: instance, value };
}

/** What is made of a method's class; undefined if that is out of reach. */
function instanceShape({ found, around }: Planning, owner: Owner | undefined): ClassShape | undefined {
  const scope = typeScope(around);
  const { file } = found.place;
  if (owner?.kind === "prototype") {
    const constructor = functionNamed(found.node.getSourceFile(), owner.name)?.node;
    const parameters = constructor === undefined ? [] : parametersOf(constructor);
    const shapes = parameters.map((parameter) =>
      parameter.initializer === undefined ? parameterShape(parameter, scope) : NONE,
    );
    return { kind: "class", text: owner.text, file, parameters: shapes };
  }
  if (owner?.kind !== "class") return undefined;
  const text = classText(owner.node);
  if (text === undefined) return undefined;
  const made = owner.isStatic ? owner.node : concreteClass(owner.node);
  const name = made === owner.node ? text : text.replace(/[^.]*$/, made.name?.text ?? "");
  return { kind: "class", text: name, file, parameters: constructorShapes(made, scope) };
}

/** The object that a method is written in. */
function objectValue(
  planning: Planning,
  { path, instance }: Extract<Owner, { readonly kind: "object" }>,
): PlannedValue | undefined {
  if (instance !== undefined) {
    const shape = instanceShape(planning, instance);
    if (shape === undefined) return undefined;
    const { assumptions } = planning;
    const text = assumedText(shape, assumptions) + (path ?? "").replace(/^this/, "");
    return textValue(planning, text, "assumed:this", "assumed", assumptions.borrowed);
  }
  if (path === undefined) return undefined;
  const rest = /^default\b(.*)$/s.exec(path)?.[1];
  if (rest === undefined) return textValue(planning, path, "receiver:this", "default");
  const borrowed = { name: "default_0", original: "default", file: planning.found.place.file };
  return textValue(planning, borrowed.name + rest, "receiver:this", "default", [borrowed]);
}

/** How a class is read from the module's scope; undefined if it is out of reach, inside a function. */
function classText(node: ClassNode): string | undefined {
  const holder = node.parent;
  const isVariable = ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name);
  if (ts.isBinaryExpression(holder) && ts.isSourceFile(holder.parent.parent)) return holder.left.getText();
  const names = [isVariable ? holder.name.getText() : (node.name?.text ?? "default")];
  let around: ts.Node = isVariable ? holder.parent.parent.parent : holder;
  if (ts.isExportAssignment(around)) return "default";
  for (; ts.isModuleBlock(around); around = around.parent.parent) names.unshift(around.parent.name.getText());
  return ts.isSourceFile(around) ? names.join(".") : undefined;
}
