/** Assignments to members, `p.x = 1` and `xs[i] += 2`: what they do for each evaluation is in one place, whether or not somebody asks for the value. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import type { BinaryOperator } from "../../rules/arithmetic.ts";
import { readAt, writeAt } from "../../rules/elements.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { Active, type Value } from "../../values/values.ts";
import type { Context } from "../context.ts";
import { arithmetic } from "../expressions/binary.ts";
import { expression } from "../expressions/expressions.ts";
import type { PropertySite, Writing } from "../members/propertySite.ts";
import { siteOf } from "../observe.ts";
import { operandOf, read, readFully, type Operand } from "../operand.ts";
import type { Frame } from "../variables/scope.ts";
import { memberName, namedMemberOf } from "./places.ts";

/** An assignment to a member. */
export interface MemberAssignment {
  /** Do it; the answer is what was assigned. */
  run(frame: Frame): Value;
}

/** What is assigned. */
interface Assigned {
  readonly machine: Machine;
  readonly value: Operand;
  /** What makes it out of what is there and the value; undefined for `=`. */
  readonly operator: BinaryOperator | undefined;
  readonly site: number;
}

/** Compile an assignment to a member with a name or a key; undefined for other assignments. */
export function memberAssignment(
  context: Context,
  node: ts.BinaryExpression,
  target: ts.Expression,
): MemberAssignment | undefined {
  const { kind } = node.operatorToken;
  const operator = arithmetic.get(kind);
  if (operator === undefined && kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const named = operator === undefined ? node.right : node;
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const assigned = (): Assigned => {
    return { machine, value: operandOf(expression(context, node.right)), operator, site };
  };
  const member = namedMemberOf(context, target, named);
  if (member !== undefined) return new ToProperty(operandOf(member.object), member.property, assigned());
  if (!ts.isElementAccessExpression(target) || target.expression.kind === ts.SyntaxKind.SuperKeyword) return undefined;
  const { isStrict, unit } = context;
  const at = siteOf(context, target);
  const object = operandOf(expression(context, target.expression));
  const writing: Writing = { isStrict, names: unit.names, name: memberName(context, target, named) };
  const key = operandOf(expression(context, target.argumentExpression));
  return new ToElement(object, key, at, writing, assigned());
}

class ToProperty implements MemberAssignment {
  private readonly object: Operand;
  private readonly property: PropertySite;
  private readonly assigned: Assigned;

  constructor(object: Operand, property: PropertySite, assigned: Assigned) {
    this.object = object;
    this.property = property;
    this.assigned = assigned;
  }

  run(frame: Frame): Value {
    const { machine, value, operator, site } = this.assigned;
    const base = readFully(frame, this.object);
    let result: Value;
    if (operator === undefined) result = read(frame, value);
    else {
      const before = this.property.read(base);
      result = operator(machine, before, read(frame, value), site);
    }
    this.property.write(base, result);
    return result;
  }
}

class ToElement implements MemberAssignment {
  private readonly object: Operand;
  private readonly key: Operand;
  /** The site of the element, as opposed to that of the assignment. */
  private readonly site: number;
  private readonly writing: Writing;
  private readonly assigned: Assigned;

  constructor(object: Operand, key: Operand, site: number, writing: Writing, assigned: Assigned) {
    this.object = object;
    this.key = key;
    this.site = site;
    this.writing = writing;
    this.assigned = assigned;
  }

  run(frame: Frame): Value {
    const { machine, value, operator, site } = this.assigned;
    const { isStrict, names, name } = this.writing;
    const base = readFully(frame, this.object);
    const given = read(frame, this.key);
    // As in V8, a read and a write convert the key each for itself, the write after the value is known.
    const index = given instanceof Active ? machine.settle(given) : given;
    let result: Value;
    if (operator === undefined) result = read(frame, value);
    else {
      const before = this.before(base, index);
      result = operator(machine, before, read(frame, value), site);
    }
    machine.site = this.site;
    // An element that exists: nothing in the prototypes or the attributes can interfere.
    if (
      typeof index === "number" &&
      base instanceof ArrayValue &&
      base.elementsWritable &&
      base.elements[index] !== undefined
    )
      base.elements[index] = result;
    else writeAt(machine, base, index, result, isStrict);
    if (name >= 0 && result instanceof Active && typeof index === "number")
      names.giveElement(result.node, name, index, machine.depth);
    return result;
  }

  private before(base: Value, index: Value): Value {
    if (typeof index === "number" && base instanceof ArrayValue) {
      const value = base.elements[index];
      if (value !== undefined) return value;
    }
    const { machine } = this.assigned;
    machine.site = this.site;
    return readAt(machine, base, index);
  }
}
