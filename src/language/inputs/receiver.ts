/** The value of `this` that a method is run with. */
import { ts } from "../parse.ts";
import type { ClassNode } from "../text/functionSyntax.ts";
import { assumedText } from "./assume.ts";
import { exampleInstance, isInstanceMember } from "./calls.ts";
import type { PlannedParameter, PlannedValue, Planning } from "./plan.ts";
import { assumedValue, textValue } from "./plannedValues.ts";
import { UNKNOWN, type Shape } from "./shape.ts";
import { constructorShapes, typeScope } from "./types.ts";

/** Return what `this` is in a method. */
export function receiverPlan(planning: Planning): PlannedParameter {
  const { found, example } = planning;
  const { owner } = found;
  const plan = { name: "this", place: found.namePlace, type: undefined, isRest: false, parts: [] };
  if (owner?.kind === "object") {
    const value = owner.path === undefined ? undefined : textValue(planning, owner.path, "receiver:this", "default");
    return { ...plan, shape: UNKNOWN, value };
  }
  const text = owner === undefined ? undefined : classText(owner.node);
  if (owner === undefined || text === undefined) return { ...plan, shape: UNKNOWN, value: undefined };
  const instance: Shape = {
    kind: "class",
    text,
    file: found.place.file,
    parameters: constructorShapes(owner.node, typeScope(planning.around)),
  };
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

/** How a class is read from the module's scope; undefined if it is out of reach, inside a function. */
function classText(node: ClassNode): string | undefined {
  const holder = node.parent;
  const isVariable = ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name);
  const names = [isVariable ? holder.name.getText() : (node.name?.text ?? "default")];
  let around: ts.Node = isVariable ? holder.parent.parent.parent : holder;
  if (ts.isExportAssignment(around)) return "default";
  for (; ts.isModuleBlock(around); around = around.parent.parent) names.unshift(around.parent.name.getText());
  return ts.isSourceFile(around) ? names.join(".") : undefined;
}
