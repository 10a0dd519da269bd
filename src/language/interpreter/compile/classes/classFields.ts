/** Fields of classes: values that `new` computes for each object, and what runs once for the class itself. */
import { ts } from "../../../parse.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { Property, type PrivateName } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";
import type { Context } from "../context.ts";
import { expression, namedExpression } from "../expressions/expressions.ts";
import { isAnonymousFunction, nameFunction, propertyKey } from "../expressions/literals.ts";
import type { Closure } from "../functions/closure.ts";
import { statements } from "../statements/blocks.ts";
import { hasModifier } from "../syntax.ts";
import { hoistDeclarations, hoistVariables } from "../variables/hoisting.ts";
import { BlockScope, FramePlan, type Frame } from "../variables/scope.ts";
import { Field } from "./fields.ts";
import { privateName } from "./privateNames.ts";

/** A class while it is being evaluated. */
export interface ClassParts {
  readonly constructor: Closure;
  readonly prototype: ObjectValue;
  readonly fields: Field[];
  /** Static fields and blocks, in order, after everything else. */
  readonly statics: (() => void)[];
}

/**
 * What one member of the class does when the class is evaluated. First the keys of all members, in order; then the class
 * is made, if what it extends allows that; then the members.
 */
export interface Member {
  readonly key: (frame: Frame) => Key | PrivateName | undefined;
  readonly define: (frame: Frame, parts: ClassParts, key: Key | PrivateName) => void;
}

/** Whether a member belongs to the class and not to its objects. */
export function isStatic(member: ts.ClassElement): boolean {
  return hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

/** The private members of an object. */
export function privatesOf(object: ObjectValue): Map<PrivateName, Property> {
  return (object.privates ??= new Map<PrivateName, Property>());
}

/** Compile the key of a member; a TypeError of the program's if it is the one that a class cannot define. */
export function memberKey(
  context: Context,
  node: ts.ClassElement & { readonly name: ts.PropertyName },
): (frame: Frame) => Key | PrivateName | undefined {
  const { name } = node;
  if (ts.isPrivateIdentifier(name)) return privateName(context, name);
  const key = propertyKey(context, name);
  if (!ts.isComputedPropertyName(name) || !isStatic(node)) return key;
  const { machine } = context.unit;
  return (frame) => {
    const made = key(frame);
    if (made !== "prototype") return made;
    throw machine.error("TypeError", "Classes may not have a static property named 'prototype'");
  };
}

/** The fields that TypeScript makes of a constructor's parameters; they stand before all others, and the constructor sets them. */
export function parameterProperties(node: ts.ClassLikeDeclaration): Member[] {
  const constructor = node.members.find(
    (member) => ts.isConstructorDeclaration(member) && member.body !== undefined && !isStatic(member),
  );
  if (constructor === undefined) return [];
  return (constructor as ts.ConstructorDeclaration).parameters.flatMap((parameter) => {
    const { name } = parameter;
    if (!ts.isParameterPropertyDeclaration(parameter, parameter.parent) || !ts.isIdentifier(name)) return [];
    const { text } = name;
    return [
      {
        key: () => text,
        define: (_frame, { fields }, key): void => {
          fields.push(new Field(key));
        },
      } satisfies Member,
    ];
  });
}

/** A scope in which `this` is the object whose field is being computed. */
function initialiserScope(context: Context): {
  readonly inner: Context;
  readonly plan: FramePlan;
  readonly open: (frame: Frame, self: ObjectValue, home: ObjectValue) => Frame;
} {
  const plan = new FramePlan(context.scope.plan);
  const scope = new BlockScope(context.scope, plan, true);
  const self = scope.declare("this", "hidden", -1).slot;
  const homeSlot = scope.declare("home object", "hidden", -1).slot;
  scope.declare("new.target", "hidden", -1);
  return {
    inner: { ...context, scope, labels: [], inLoop: false, name: undefined },
    plan,
    open: (frame, object, home) => {
      const made = plan.open(frame);
      made.slots[self] = object;
      made.slots[homeSlot] = home;
      return made;
    },
  };
}

/** Compile a field. */
export function field(context: Context, node: ts.PropertyDeclaration): Member {
  const { machine } = context.unit;
  const onClass = isStatic(node);
  const valueOf = fieldValue(context, node);
  const define: Member["define"] = (frame, { constructor, prototype, fields, statics }, key) => {
    const value = valueOf(frame, onClass ? constructor : prototype, key);
    if (!onClass) {
      fields.push(new Field(key, node.initializer === undefined ? undefined : value));
      return;
    }
    statics.push(() => {
      machine.pay(1);
      const made = value(constructor);
      if (typeof key === "object") privatesOf(constructor).set(key, Property.data(made, true, false, false));
      else constructor.define(key, Property.data(made, true, true, true));
    });
  };
  return { key: memberKey(context, node), define };
}

/** Compile a field's value, which is computed anew for each object. */
export function fieldValue(
  context: Context,
  { name, initializer }: ts.PropertyDeclaration,
): (frame: Frame, home: ObjectValue, key: Key | PrivateName) => (object: ObjectValue) => Value {
  if (initializer === undefined) return () => () => undefined;
  const scope = initialiserScope(context);
  const isComputed = ts.isComputedPropertyName(name);
  const code = isComputed
    ? expression(scope.inner, initializer)
    : namedExpression(scope.inner, initializer, ts.isNumericLiteral(name) ? String(Number(name.text)) : name.text);
  const isNamed = isComputed && isAnonymousFunction(initializer);
  return (frame, home, key) => (object) => {
    const made = code(scope.open(frame, object, home));
    if (isNamed && made instanceof FunctionValue) nameFunction(made, key as Key);
    return made;
  };
}

/** Compile a static block. */
export function staticBlock(context: Context, node: ts.ClassStaticBlockDeclaration): Member {
  const scope = initialiserScope(context);
  hoistVariables(scope.inner, node.body);
  hoistDeclarations(scope.inner.scope, node.body.statements);
  const run = statements(scope.inner, node.body.statements);
  return {
    key: () => undefined,
    define: (frame, { constructor, statics }): void => {
      statics.push(() => {
        run(scope.open(frame, constructor, constructor));
      });
    },
  };
}
