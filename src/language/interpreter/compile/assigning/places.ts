/** Places: what an expression left of `=` names, evaluated once for reading and writing. */
import { ts } from "../../../parse.ts";
import { assign, trySet } from "../../builtins/object/orThrow.ts";
import { getProperty, toKey } from "../../rules/convert.ts";
import { assignProperty, readAt, writeAt } from "../../rules/elements.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Active, type Value } from "../../values/values.ts";
import { readPrivate, writePrivate } from "../classes/privateMembers.ts";
import { privateName } from "../classes/privateNames.ts";
import type { Code, Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { keyOf } from "../members/members.ts";
import { PropertySite } from "../members/propertySite.ts";
import { siteOf } from "../observe.ts";
import { withoutWrappers } from "../syntax.ts";
import type { Frame } from "../variables/scope.ts";
import { readHidden, readThis, readVariable, writeVariable } from "../variables/variables.ts";

const { SyntaxKind } = ts;

/** Something that can be read and written again without evaluating its parts twice. */
export interface Place<Parts> {
  /** Evaluate the object and the key, if there are any. */
  readonly open: (frame: Frame) => Parts;
  readonly read: (frame: Frame, parts: Parts) => Value;
  readonly write: (frame: Frame, parts: Parts, value: Value) => void;
}

/** Use a place whatever its parts are. */
export type UsePlace = <Result>(use: <Parts>(place: Place<Parts>) => Result) => Result;

/** The place that an expression names; `named` is the expression that the written value comes from. */
export function placeOf(context: Context, target: ts.Expression, named: ts.Node): UsePlace {
  if (ts.isIdentifier(target)) return variablePlace(context, target, named);
  if (ts.isPropertyAccessExpression(target) && ts.isPrivateIdentifier(target.name))
    return privatePlace(context, target, target.name, named);
  if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) {
    if (target.expression.kind === SyntaxKind.SuperKeyword) return superPlace(context, target);
    return memberPlace(context, target, named);
  }
  const { machine } = context.unit;
  const site = siteOf(context, target);
  // Only a call gets as far as here: that it cannot be assigned to is an exception when it has been made.
  const made = expression(context, target);
  const refuse = (): never => {
    throw machine.error("ReferenceError", `Invalid left-hand side ${positionOf(target)}`, site);
  };
  return (use) => use({ open: (frame) => (made(frame), refuse()), read: refuse, write: refuse });
}

/** What V8 calls the position of something that is assigned to. */
function positionOf(target: ts.Expression): string {
  const { parent } = target;
  if (ts.isPrefixUnaryExpression(parent)) return "expression in prefix operation";
  if (ts.isPostfixUnaryExpression(parent)) return "expression in postfix operation";
  return ts.isForInStatement(parent) || ts.isForOfStatement(parent) ? "in for-loop" : "in assignment";
}

function variablePlace(context: Context, target: ts.Identifier, named: ts.Node): UsePlace {
  const read = readVariable(context, target);
  const write = writeVariable(context, target, named);
  return (use) =>
    use({
      open: () => undefined,
      read: (frame) => read(frame),
      write: (frame, _, value) => {
        write(frame, value);
      },
    });
}

/** A member with a name, `p.x`. */
export interface NamedMember {
  readonly object: Code;
  readonly property: PropertySite;
}

/** The member with a name that an expression is, for who writes it without the calls that a place needs; undefined for others. */
export function namedMemberOf(context: Context, target: ts.Expression, named: ts.Node): NamedMember | undefined {
  if (!ts.isPropertyAccessExpression(target) || ts.isPrivateIdentifier(target.name)) return undefined;
  if (target.expression.kind === SyntaxKind.SuperKeyword) return undefined;
  return namedMember(context, target, named);
}

function namedMember(context: Context, target: ts.PropertyAccessExpression, named: ts.Node): NamedMember {
  const { isStrict, unit } = context;
  const object = expression(context, target.expression);
  const property = new PropertySite(unit.machine, target.name.text, siteOf(context, target), {
    isStrict,
    names: unit.names,
    name: memberName(context, target, named),
  });
  return { object, property };
}

function memberPlace(
  context: Context,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  named: ts.Node,
): UsePlace {
  if (ts.isPropertyAccessExpression(target)) {
    const { object, property } = namedMember(context, target, named);
    return (use) =>
      use({
        open: object,
        read: (_frame, base) => property.read(base),
        write: (_frame, base, value) => {
          property.write(base, value);
        },
      });
  }
  const { isStrict } = context;
  const { machine } = context.unit;
  const site = siteOf(context, target);
  const object = expression(context, target.expression);
  const name = nameMember(context, target, named);
  const key = keyOf(context, target);
  return (use) =>
    use({
      open: (frame) => {
        const base = object(frame);
        const index = key(frame);
        // As in V8, a read and a write convert the key each for itself, the write after the value is known.
        return { base, index: index instanceof Active ? machine.settle(index) : index };
      },
      read: (_frame, { base, index }) => {
        machine.site = site;
        return readAt(machine, base, index);
      },
      write: (_frame, { base, index }, value) => {
        machine.site = site;
        writeAt(machine, base, index, value, isStrict);
        if (value instanceof Active && typeof index === "number") name(value, index);
      },
    });
}

/** How steps that are stored in a member are named: `p.x`, `h[2]`. */
function nameMember(
  context: Context,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  named: ts.Node,
): (value: Active, index: number) => void {
  const { machine, names } = context.unit;
  const name = memberName(context, target, named);
  if (name < 0) return () => undefined;
  return ts.isElementAccessExpression(target)
    ? (value, index) => {
        names.giveElement(value.node, name, index, machine.depth);
      }
    : (value) => {
        names.give(value.node, name, machine.depth);
      };
}

/** The number of a member's name; -1 for one that gets none. */
export function memberName(
  context: Context,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  named: ts.Node,
): number {
  const { names, file } = context.unit;
  const isElement = ts.isElementAccessExpression(target);
  const base = withoutWrappers(target.expression);
  // Only what is short to say: `grid[i][j]` would need both indices.
  if (!(ts.isIdentifier(base) || base.kind === SyntaxKind.ThisKeyword)) return -1;
  const text = isElement ? base.getText(file) : `${base.getText(file)}.${target.name.text}`;
  return names.intern(text, siteOf(context, named), isElement);
}

function privatePlace(
  context: Context,
  target: ts.PropertyAccessExpression,
  key: ts.PrivateIdentifier,
  named: ts.Node,
): UsePlace {
  const { machine } = context.unit;
  const site = siteOf(context, target);
  const object = expression(context, target.expression);
  const member = privateName(context, key);
  const name = nameMember(context, target, named);
  return (use) =>
    use({
      open: object,
      read: (frame, base) => {
        machine.site = site;
        return readPrivate(machine, base, member(frame));
      },
      write: (frame, base, value) => {
        machine.site = site;
        writePrivate(machine, base, member(frame), value);
        if (value instanceof Active) name(value, 0);
      },
    });
}

function superPlace(context: Context, target: ts.PropertyAccessExpression | ts.ElementAccessExpression): UsePlace {
  const { isStrict } = context;
  const { machine } = context.unit;
  const site = siteOf(context, target);
  const home = readHidden(context, "home object");
  const self = readThis(context, target);
  const key = keyOf(context, target);
  const protoOf = (frame: Frame): ObjectValue | null => {
    const object = home(frame);
    return object instanceof ObjectValue ? object.getPrototype() : null;
  };
  return (use) =>
    use({
      open: (frame) => ({ object: self(frame), name: key(frame) }),
      read: (frame, { object, name }) => {
        machine.site = site;
        const proto = protoOf(frame);
        if (proto === null) return getProperty(machine, proto, toKey(machine, name));
        return proto.get(machine, toKey(machine, name), object);
      },
      write: (frame, { object, name }, value) => {
        machine.site = site;
        // The setter is looked for from the prototype on, but the object that is written is `this`.
        const proto = protoOf(frame);
        if (proto === null || !(object instanceof ObjectValue))
          assignProperty(machine, proto === null ? null : object, toKey(machine, name), value, isStrict);
        else if (isStrict) assign(machine, proto, toKey(machine, name), value, object);
        else trySet(machine, proto, toKey(machine, name), value, object);
      },
    });
}
