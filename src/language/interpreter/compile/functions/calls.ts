/** Calls and `new`. */
import { ts } from "../../../parse.ts";
import { assign } from "../../builtins/object/orThrow.ts";
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { isConstructor, toKey } from "../../rules/convert.ts";
import { readAt } from "../../rules/elements.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import { TDZ, type Value } from "../../values/values.ts";
import { callSiteText } from "../callSite.ts";
import { readPrivate } from "../classes/privateMembers.ts";
import { privateName } from "../classes/privateNames.ts";
import type { Code, Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { MethodSite } from "../members/inheritedSites.ts";
import { chainPart, isGlobalMath, notAFunction, SHORT } from "../members/members.ts";
import { PropertySite } from "../members/propertySite.ts";
import { observed, siteOf, unsupported } from "../observe.ts";
import { operandOf, readFully } from "../operand.ts";
import { frameAt, hopsBetween, type Frame } from "../variables/scope.ts";
import { readHidden, readThis, readVariable } from "../variables/variables.ts";
import { argumentsOf, callWith, type Arguments } from "./arguments.ts";
import { Closure } from "./closure.ts";
import { MathMember, shortCall } from "./shortCall.ts";

/** Compile a call outside of an optional chain. */
export function call(context: Context, node: ts.CallExpression): Code {
  const callee = skipTypes(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return superCall(context, node);
  if (callee.kind === ts.SyntaxKind.ImportKeyword)
    return unsupported(
      context,
      node,
      "unsupported/import",
      "`import()` answers later than the computation needs it",
      "Import the module at the top of the file.",
    );
  return observed(context, node, invocation(context, node, callee));
}

/** What is called, without its wrappers: types, `!` and parentheses do not change what a method is called on. */
export function skipTypes(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** Compile a call inside of an optional chain. */
export function callOfChain(context: Context, node: ts.CallExpression): Code {
  return invocation(context, node, skipTypes(node.expression));
}

function invocation(context: Context, node: ts.CallExpression, callee: ts.Expression): Code {
  const args = argumentsOf(context, node.arguments);
  const isOptional = node.questionDotToken !== undefined;
  if (ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee))
    return methodCall(context, node, callee, args, isOptional);
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const read = operandOf(chainPart(context, callee));
  return (frame) => {
    const target = readFully(frame, read);
    if (target === SHORT || (isOptional && (target === undefined || target === null))) return SHORT;
    if (target instanceof FunctionValue) return callWith(machine, target, undefined, frame, args, site);
    args.list(frame);
    throw notAFunction(context, callee, site);
  };
}

function methodCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  args: Arguments,
  isOptional: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  if (member.expression.kind === ts.SyntaxKind.SuperKeyword)
    return superMethodCall(context, node, member, args, isOptional);
  if (isFunctionOfMath(member) && !ts.isOptionalChain(member) && isGlobalMath(context, member.expression))
    return mathCall(context, node, member, args, isOptional);
  if (!ts.isOptionalChain(node) && !ts.isOptionalChain(member) && ts.isPropertyAccessExpression(member))
    if (ts.isIdentifier(member.name)) return namedMethodCall(context, node, member, args);
  const object = chainPart(context, member.expression);
  const isOptionalMember = member.questionDotToken !== undefined;
  const read = methodRead(context, member);
  // In `(a?.b)()` the chain ends before the call, which so calls undefined.
  const endsInside = ts.isOptionalChain(member) && !ts.isOptionalChain(node);
  return (frame) => {
    const self = object(frame);
    if (self === SHORT || (isOptionalMember && (self === undefined || self === null))) {
      if (!endsInside) return SHORT;
      args.list(frame);
      throw notAFunction(context, node.expression, site);
    }
    machine.site = site;
    const target = read(frame, self);
    if (isOptional && (target === undefined || target === null)) return SHORT;
    if (target instanceof FunctionValue) return callWith(machine, target, self, frame, args, site);
    args.list(frame);
    throw notAFunction(context, endsInside ? node.expression : member, site, self);
  };
}

/** Whether a member has the name of one of the functions of `Math`, none of which asks what it is called on. */
function isFunctionOfMath(
  member: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): member is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(member)) return false;
  return typeof Object.getOwnPropertyDescriptor(Math, member.name.text)?.value === "function";
}

/** A call of `a.f()`, the common shape, without the calls of closures that the others need. */
function namedMethodCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.PropertyAccessExpression,
  args: Arguments,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const object = operandOf(expression(context, member.expression));
  const method = new MethodSite(machine, member.name.text);
  return (frame) => {
    const self = readFully(frame, object);
    machine.site = site;
    const target = method.read(self);
    if (target instanceof FunctionValue) return callWith(machine, target, self, frame, args, site);
    args.list(frame);
    throw notAFunction(context, member, site, self);
  };
}

/** A call of `super.f()`, on `this`. */
function superMethodCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.Expression,
  args: Arguments,
  isOptional: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const callee = expression(context, member);
  const self = readThis(context, member);
  return (frame) => {
    const target = callee(frame);
    if (isOptional && (target === undefined || target === null)) return SHORT;
    if (target instanceof FunctionValue) return callWith(machine, target, self(frame), frame, args, site);
    args.list(frame);
    throw notAFunction(context, member, site);
  };
}

/** A call of `Math.f()`, whose `this` nobody looks at. */
function mathCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.PropertyAccessExpression,
  args: Arguments,
  isOptional: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const callee = new MathMember(context, member);
  return shortCall(machine, callee, args.operands ?? [], site, (frame, target, values) => {
    if (isOptional && (target === undefined || target === null)) return SHORT;
    if (target instanceof FunctionValue) {
      if (values === undefined) return callWith(machine, target, undefined, frame, args, site);
      machine.site = site;
      return target.call(machine, undefined, values);
    }
    if (values === undefined) args.list(frame);
    throw notAFunction(context, member, site);
  });
}

/** Compile the read of a member of an object that has been evaluated. */
export function methodRead(
  context: Context,
  member: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): (frame: Frame, self: Value) => Value {
  const { machine } = context.unit;
  if (ts.isElementAccessExpression(member)) {
    const key = expression(context, member.argumentExpression);
    return (frame, self) => readAt(machine, self, key(frame));
  }
  if (ts.isPrivateIdentifier(member.name)) {
    const name = privateName(context, member.name);
    return (frame, self) => readPrivate(machine, self, name(frame));
  }
  const method = new MethodSite(machine, member.name.text);
  return (_frame, self) => method.read(self);
}

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

function superCall(context: Context, node: ts.CallExpression): Code {
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

/** Evaluate a computed key. */
export function computedKey(context: Context, node: ts.Expression): (frame: Frame) => string | symbol {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const code = expression(context, node);
  return (frame) => {
    const value = code(frame);
    machine.site = site;
    return toKey(machine, value);
  };
}
