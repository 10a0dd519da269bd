/** Assignments, compound and logical assignments, `++` and `--`. */
import { ts } from "../../parse.ts";
import { getProperty, toBoolean, toKey, toNumeric } from "../convert.ts";
import type { Machine } from "../machine.ts";
import { ObjectValue, Property } from "../objects.ts";
import { step } from "../operators.ts";
import { Active, type Value } from "../values.ts";
import { arithmetic } from "./binary.ts";
import type { Code, Context } from "./context.ts";
import { expression, namedExpression } from "./expressions.ts";
import { localSlot, quickBinary, quickOperator } from "./local.ts";
import { assignProperty, keyOf, readAt, readPrivate, writeAt, writePrivate } from "./members.ts";
import { observed, siteOf, unsupported } from "./observe.ts";
import { assignPattern } from "./patterns.ts";
import type { Frame } from "./scope.ts";
import { withoutWrappers } from "./syntax.ts";
import { readHidden, readVariable, writeVariable, type Write } from "./variables.ts";

const { SyntaxKind } = ts;

/** Something that can be read and written again without evaluating its parts twice. */
interface Place<Parts> {
  /** Evaluate the object and the key, if there are any. */
  readonly open: (frame: Frame) => Parts;
  readonly read: (frame: Frame, parts: Parts) => Value;
  readonly write: (frame: Frame, parts: Parts, value: Value) => void;
}

/** Use a place whatever its parts are. */
type UsePlace = <Result>(use: <Parts>(place: Place<Parts>) => Result) => Result;

/** Compile `a = b`, `a += b`, `a ||= b` and their like. */
export function assignment(context: Context, node: ts.BinaryExpression): Code {
  const kind = node.operatorToken.kind;
  const target = withoutWrappers(node.left);
  if (kind === SyntaxKind.EqualsToken) return observed(context, node, plainAssignment(context, node, target));
  const usePlace = placeOf(context, target, node);
  const operator = arithmetic.get(kind);
  return observed(
    context,
    node,
    operator === undefined ? logicalAssignment(context, node, usePlace) : compoundAssignment(context, node, usePlace),
  );
}

function plainAssignment(context: Context, node: ts.BinaryExpression, target: ts.Expression): Code {
  if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) {
    const value = expression(context, node.right);
    const write = assignPattern(context, target);
    return (frame) => {
      const assigned = value(frame);
      write(frame, assigned);
      return assigned;
    };
  }
  if (ts.isIdentifier(target)) {
    const value = namedExpression(context, node.right, target.text);
    const write = writeVariable(context, target, node.right);
    return (frame) => {
      const assigned = value(frame);
      write(frame, assigned);
      return assigned;
    };
  }
  const value = expression(context, node.right);
  return placeOf(
    context,
    target,
    node.right,
  )((place): Code => (frame) => {
    const parts = place.open(frame);
    const assigned = value(frame);
    place.write(frame, parts, assigned);
    return assigned;
  });
}

function compoundAssignment(context: Context, node: ts.BinaryExpression, usePlace: UsePlace): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const operator = arithmetic.get(node.operatorToken.kind)!;
  const operand = expression(context, node.right);
  const known = quickOperator(node.operatorToken.kind);
  const target = withoutWrappers(node.left);
  if (known !== undefined && ts.isIdentifier(target)) {
    const value = quickBinary(machine, known, readVariable(context, target), operand, site);
    const write = writeVariable(context, target, node);
    return (frame) => {
      const after = value(frame);
      write(frame, after);
      return after;
    };
  }
  return usePlace((place): Code => (frame) => {
    const parts = place.open(frame);
    const before = place.read(frame, parts);
    const value = operator(machine, before, operand(frame), site);
    place.write(frame, parts, value);
    return value;
  });
}

function logicalAssignment(context: Context, node: ts.BinaryExpression, usePlace: UsePlace): Code {
  const { machine } = context.unit;
  const kind = node.operatorToken.kind;
  const target = withoutWrappers(node.left);
  const operand = ts.isIdentifier(target)
    ? namedExpression(context, node.right, target.text)
    : expression(context, node.right);
  const isWanted = (before: Value): boolean =>
    kind === SyntaxKind.QuestionQuestionEqualsToken
      ? before === undefined || before === null
      : toBoolean(machine, before) === (kind === SyntaxKind.AmpersandAmpersandEqualsToken);
  return usePlace((place): Code => (frame) => {
    const parts = place.open(frame);
    const before = place.read(frame, parts);
    if (!isWanted(before)) return before;
    const value = operand(frame);
    place.write(frame, parts, value);
    return value;
  });
}

/** Compile `++a`, `a--` and their like. */
export function incrementOrDecrement(
  context: Context,
  node: ts.Expression,
  operand: ts.Expression,
  by: 1 | -1,
  isPrefix: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const target = withoutWrappers(operand);
  const local = ts.isIdentifier(target) ? localSlot(readVariable(context, target)) : undefined;
  if (local !== undefined && ts.isIdentifier(target)) {
    const write = writeVariable(context, target, node);
    return (frame) => {
      const value = frame.slots[local];
      const before = typeof value === "number" ? value : toNumericAt(machine, value, site);
      const after = typeof before === "number" ? before + by : step(machine, before, by, site);
      write(frame, after);
      return isPrefix ? after : before;
    };
  }
  const usePlace = placeOf(context, target, node);
  return usePlace((place): Code => (frame) => {
    const parts = place.open(frame);
    const value = place.read(frame, parts);
    machine.site = site;
    const before = typeof value === "number" ? value : toNumeric(machine, value);
    const after = step(machine, before, by, site);
    place.write(frame, parts, after);
    return isPrefix ? after : before;
  });
}

function toNumericAt(machine: Machine, value: Value, site: number): number | Active | bigint {
  machine.site = site;
  return toNumeric(machine, value);
}

/** Compile a write of a value to whatever stands left of `=`, for patterns and loops. */
export function writeTo(context: Context, target: ts.Expression, named: ts.Node): Write {
  const inner = withoutWrappers(target);
  if (ts.isArrayLiteralExpression(inner) || ts.isObjectLiteralExpression(inner)) return assignPattern(context, inner);
  return placeOf(
    context,
    inner,
    named,
  )((place): Write => (frame, value) => {
    place.write(frame, place.open(frame), value);
  });
}

/** The place that an expression names; `named` is the expression that the written value comes from. */
function placeOf(context: Context, target: ts.Expression, named: ts.Node): UsePlace {
  if (ts.isIdentifier(target)) return variablePlace(context, target, named);
  if (ts.isPropertyAccessExpression(target) && ts.isPrivateIdentifier(target.name))
    return privatePlace(context, target, target.name, named);
  if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) {
    if (target.expression.kind === SyntaxKind.SuperKeyword) return superPlace(context, target);
    return memberPlace(context, target, named);
  }
  const stop = unsupported(
    context,
    target,
    "syntax/error",
    "This cannot be assigned to",
    "Assign to a variable, a property or an element.",
  );
  return (use) => use({ open: stop, read: stop, write: stop });
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

function memberPlace(
  context: Context,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  named: ts.Node,
): UsePlace {
  const { machine } = context.unit;
  const site = siteOf(context, target);
  const object = expression(context, target.expression);
  const name = nameMember(context, target, named);
  if (ts.isPropertyAccessExpression(target)) {
    const key = target.name.text;
    return (use) =>
      use({
        open: object,
        read: (_frame, base) => {
          machine.site = site;
          return getProperty(machine, base, key);
        },
        write: (_frame, base, value) => {
          machine.site = site;
          if (base instanceof ObjectValue) {
            // A plain own property that exists already: the common case.
            const slot = base.slots[key];
            if (slot !== undefined && !(slot instanceof Property)) base.put(key, value);
            else assignProperty(machine, base, key, value);
          } else assignProperty(machine, base, key, value);
          if (value instanceof Active) name(value, 0);
        },
      });
  }
  const key = keyOf(context, target);
  return (use) =>
    use({
      open: (frame) => {
        const base = object(frame);
        const index = key(frame);
        if (typeof index === "number" || base === undefined || base === null) return { base, index };
        machine.site = site;
        return { base, index: index instanceof Active ? machine.number(index) : toKey(machine, index) };
      },
      read: (_frame, { base, index }) => {
        machine.site = site;
        return readAt(machine, base, index);
      },
      write: (_frame, { base, index }, value) => {
        machine.site = site;
        writeAt(machine, base, index, value);
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
  const { machine, names, file } = context.unit;
  const isElement = ts.isElementAccessExpression(target);
  const base = withoutWrappers(target.expression);
  // Only what is short to say: `grid[i][j]` would need both indices.
  if (!(ts.isIdentifier(base) || base.kind === SyntaxKind.ThisKeyword)) return () => undefined;
  const text = isElement ? base.getText(file) : `${base.getText(file)}.${target.name.text}`;
  const name = names.intern(text, siteOf(context, named), isElement);
  return isElement
    ? (value, index) => {
        names.giveElement(value.node, name, index, machine.depth);
      }
    : (value) => {
        names.give(value.node, name, machine.depth);
      };
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
  const member = context.scope.findPrivate(key.text);
  const name = nameMember(context, target, named);
  return (use) =>
    use({
      open: object,
      read: (_frame, base) => {
        machine.site = site;
        return readPrivate(machine, base, member);
      },
      write: (_frame, base, value) => {
        machine.site = site;
        writePrivate(machine, base, member, value);
        if (value instanceof Active) name(value, 0);
      },
    });
}

function superPlace(context: Context, target: ts.PropertyAccessExpression | ts.ElementAccessExpression): UsePlace {
  const { machine } = context.unit;
  const home = readHidden(context, "home object");
  const self = readHidden(context, "this");
  const key = keyOf(context, target);
  return (use) =>
    use({
      open: key,
      read: (frame, name) => {
        const object = home(frame);
        const proto = object instanceof ObjectValue ? object.proto : null;
        return proto === null ? undefined : proto.get(machine, toKey(machine, name), self(frame));
      },
      write: (frame, name, value) => {
        assignProperty(machine, self(frame), toKey(machine, name), value);
      },
    });
}
