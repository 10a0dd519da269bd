/** `new`, and `super()` in constructors: how objects of classes come to be. */
import { ts } from "../../../parse.ts";
import { assign } from "../../builtins/object/orThrow.ts";
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { isConstructor } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import { TDZ } from "../../values/values.ts";
import { callSiteText } from "../callSite.ts";
import type { Code, Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { PropertySite } from "../members/propertySite.ts";
import { observed, siteOf, unsupported } from "../observe.ts";
import { frameAt, hopsBetween, type Frame } from "../variables/scope.ts";
import { readHidden, readVariable } from "../variables/variables.ts";
import { argumentsOf } from "./arguments.ts";
import { Closure } from "./closure.ts";

/** Compile `new`. */
export function construct(context: Context, node: ts.NewExpression): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const callee = expression(context, node.expression);
  const args = argumentsOf(context, node.arguments);
  const { operands } = args;
  return observed(context, node, (frame) => {
    const target = callee(frame);
    if (target instanceof Closure && operands !== undefined) {
      const { directNew } = target.template;
      if (directNew !== undefined) {
        machine.allocate(64);
        return target.constructDirectly(machine, directNew, frame, operands, site, target);
      }
    }
    const values = args.list(frame);
    machine.site = site;
    if (!isConstructor(target))
      throw machine.error("TypeError", `${callSiteText(node.expression)} is not a constructor`);
    machine.allocate(64);
    return target.construct(machine, values, target);
  });
}

/** Compile `super()`. */
export function superCall(context: Context, node: ts.CallExpression): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const args = argumentsOf(context, node.arguments);
  const active = readHidden(context, "active function");
  const newTarget = readHidden(context, "new.target");
  const self = context.scope.find("this");
  if (self === undefined)
    return unsupported(
      context,
      node,
      "unsupported/syntax",
      "`super` stands outside of a class",
      "Call it in a constructor.",
    );
  const hops = hopsBetween(context.scope.plan, self.binding.plan);
  const { slot } = self.binding;
  const assign = parameterFields(context, node);
  const constructParent = (derived: FunctionValue, target: FunctionValue, frame: Frame): ObjectValue => {
    const parent = derived.getPrototype();
    const { operands } = args;
    const direct = parent instanceof Closure ? parent.template.directNew : undefined;
    if (direct !== undefined && operands !== undefined)
      return (parent as Closure).constructDirectly(machine, direct, frame, operands, site, target);
    const values = args.list(frame);
    machine.site = site;
    if (!(parent instanceof FunctionValue) || !parent.isConstructor) throw noSuperConstructor(machine, derived);
    return parent.construct(machine, values, target);
  };
  return (frame) => {
    const derived = active(frame) as FunctionValue;
    const object = constructParent(derived, newTarget(frame) as FunctionValue, frame);
    const { slots } = frameAt(frame, hops);
    if (slots[slot] !== TDZ) throw machine.error("ReferenceError", "Super constructor may only be called once", site);
    slots[slot] = object;
    if (derived instanceof Closure) derived.fields?.define(machine, object);
    assign(frame, object);
    return object;
  };
}

/** What V8 says of a class that extends something which `new` does not work on. */
export function noSuperConstructor(machine: Machine, derived: FunctionValue): unknown {
  const parent = derived.getPrototype();
  const parentName = parent instanceof FunctionValue ? ownName(parent) : valueText(machine, parent);
  const name = ownName(derived);
  return machine.error(
    "TypeError",
    `Super constructor ${parentName || "null"} of ${name === "" ? "anonymous class" : name} is not a constructor`,
  );
}

function ownName(callable: FunctionValue): string {
  const name = callable.own("name")?.value;
  return typeof name === "string" ? name : "";
}

/** Compile the setting of the fields that TypeScript makes of a constructor's parameters, `constructor(readonly x: number)`. */
export function parameterFields(context: Context, node: ts.Node): (frame: Frame, object: ObjectValue) => void {
  const { machine } = context.unit;
  const constructor = ts.findAncestor(node, ts.isConstructorDeclaration);
  const fields = (constructor?.parameters ?? []).flatMap((parameter) =>
    ts.isParameterPropertyDeclaration(parameter, parameter.parent) && ts.isIdentifier(parameter.name)
      ? [
          {
            key: parameter.name.text,
            read: readVariable(context, parameter.name),
            property: new PropertySite(machine, parameter.name.text, siteOf(context, parameter)),
          },
        ]
      : [],
  );
  return (frame, object) => {
    for (const { key, read, property } of fields) {
      const value = read(frame);
      const place = property.placeIn(object);
      if (place >= 0) object.values[place] = value;
      else if (object.stored(key) instanceof Property) assign(machine, object, key, value);
      else object.put(key, value);
    }
  };
}
