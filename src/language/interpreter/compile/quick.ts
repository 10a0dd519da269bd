/**
 * The operators that numeric loops consist of, each a closure of its own: it reads its operands in place, does plain numbers itself,
 * and leaves everything else to the operators' rules. Those of arithmetic can store their result in a variable, too.
 */
import { ts } from "../../parse.ts";
import type { Machine } from "../machine.ts";
import { compare } from "../rules/compare.ts";
import * as operators from "../rules/operators.ts";
import { Active, type Value } from "../values/values.ts";
import type { Code, Run } from "./context.ts";
import { constantNumber, localSlot, markOffset, operandOf, read, type Operand } from "./operand.ts";
import type { Frame } from "./variables/scope.ts";
import type { Store } from "./variables/store.ts";

const { SyntaxKind } = ts;

/** An operator with what it is applied to. The left operand is read first: evaluating the right one may change it. */
export interface Operation {
  readonly kind: ts.SyntaxKind;
  readonly machine: Machine;
  readonly left: Code;
  readonly right: Code;
  readonly site: number;
}

/** How the closures of an operator are made. What they use is no part of an object, which each of them would have to look into. */
interface Quick {
  readonly value: (machine: Machine, left: Operand, right: Operand, site: number) => Code;
  readonly store?: (machine: Machine, left: Operand, right: Operand, site: number, store: Store) => Run;
}

/** Store a result in a variable and give it its name. */
function keep(frame: Frame, store: Store, value: Value): void {
  frame.slots[store.slot] = value;
  if (value instanceof Active) store.names.give(value.node, store.name, store.machine.depth);
}

const add: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x + y : operators.add(machine, x, y, site);
  },
  store: (machine, left, right, site, store) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    if (typeof x === "number" && typeof y === "number") frame.slots[store.slot] = x + y;
    else keep(frame, store, operators.add(machine, x, y, site));
    return undefined;
  },
};
const subtract: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x - y : operators.subtract(machine, x, y, site);
  },
  store: (machine, left, right, site, store) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    if (typeof x === "number" && typeof y === "number") frame.slots[store.slot] = x - y;
    else keep(frame, store, operators.subtract(machine, x, y, site));
    return undefined;
  },
};
const multiply: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x * y : operators.multiply(machine, x, y, site);
  },
  store: (machine, left, right, site, store) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    if (typeof x === "number" && typeof y === "number") frame.slots[store.slot] = x * y;
    else keep(frame, store, operators.multiply(machine, x, y, site));
    return undefined;
  },
};
const divide: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x / y : operators.divide(machine, x, y, site);
  },
};
const less: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x < y : compare(machine, x, y, site, "<");
  },
};
const greater: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x > y : compare(machine, x, y, site, ">");
  },
};
const lessOrEqual: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x <= y : compare(machine, x, y, site, "<=");
  },
};
const greaterOrEqual: Quick = {
  value: (machine, left, right, site) => (frame) => {
    const x = read(frame, left);
    const y = read(frame, right);
    return typeof x === "number" && typeof y === "number" ? x >= y : compare(machine, x, y, site, ">=");
  },
};

/** A product that is added to something. */
interface Product {
  readonly y: Operand;
  readonly z: Operand;
  readonly site: number;
}

/** `x + y * z`, which sums of products consist of: the product is no call of its own, and its value need not be looked up on the tape. */
const addProduct = {
  value:
    (machine: Machine, left: Operand, product: Product, site: number): Code =>
    (frame) => {
      const x = read(frame, left);
      const y = read(frame, product.y);
      const z = read(frame, product.z);
      if (typeof x === "number" && typeof y === "number" && typeof z === "number") return x + y * z;
      return operators.addProduct(machine, x, y, z, product.site, site);
    },
  store:
    (machine: Machine, left: Operand, product: Product, site: number, store: Store): Run =>
    (frame) => {
      const x = read(frame, left);
      const y = read(frame, product.y);
      const z = read(frame, product.z);
      if (typeof x === "number" && typeof y === "number" && typeof z === "number") frame.slots[store.slot] = x + y * z;
      else keep(frame, store, operators.addProduct(machine, x, y, z, product.site, site));
      return undefined;
    },
};

/** The product that code is; undefined if it is something else. */
function productOf(code: Code): Product | undefined {
  const operation = operations.get(code);
  if (operation?.kind !== SyntaxKind.AsteriskToken) return undefined;
  return { y: operandOf(operation.left), z: operandOf(operation.right), site: operation.site };
}

const quick: ReadonlyMap<ts.SyntaxKind, Quick> = new Map<ts.SyntaxKind, Quick>([
  [SyntaxKind.PlusToken, add],
  [SyntaxKind.PlusEqualsToken, add],
  [SyntaxKind.MinusToken, subtract],
  [SyntaxKind.MinusEqualsToken, subtract],
  [SyntaxKind.AsteriskToken, multiply],
  [SyntaxKind.AsteriskEqualsToken, multiply],
  [SyntaxKind.SlashToken, divide],
  [SyntaxKind.SlashEqualsToken, divide],
  [SyntaxKind.LessThanToken, less],
  [SyntaxKind.GreaterThanToken, greater],
  [SyntaxKind.LessThanEqualsToken, lessOrEqual],
  [SyntaxKind.GreaterThanEqualsToken, greaterOrEqual],
]);

const operations = new WeakMap<Code, Operation>();

/** Compile an operator with two operands in the quick way; undefined for an operator that has none. */
export function quickBinary(
  machine: Machine,
  kind: ts.SyntaxKind,
  left: Code,
  right: Code,
  site: number,
): Code | undefined {
  const made = quick.get(kind);
  if (made === undefined) return undefined;
  const operation: Operation = { kind, machine, left, right, site };
  const product = made === add ? productOf(right) : undefined;
  const code =
    product === undefined
      ? made.value(machine, operandOf(left), operandOf(right), site)
      : addProduct.value(machine, operandOf(left), product, site);
  operations.set(code, operation);
  const slot = localSlot(left);
  const offset = constantNumber(right);
  if (slot !== undefined && offset !== undefined) {
    if (made === add) markOffset(code, slot, offset);
    if (made === subtract) markOffset(code, slot, -offset);
  }
  return code;
}

/** Compile the storing of what code calculates; undefined if it is no operator with a way of its own. */
export function quickStore(store: Store, code: Code): Run | undefined {
  const operation = operations.get(code);
  if (operation === undefined) return undefined;
  const { kind, machine, left, right, site } = operation;
  const made = quick.get(kind)!;
  const product = made === add ? productOf(right) : undefined;
  if (product !== undefined) return addProduct.store(machine, operandOf(left), product, site, store);
  return made.store?.(machine, operandOf(left), operandOf(right), site, store);
}

/** The operator that code is; undefined if it is something else. */
export function operationOf(code: Code): Operation | undefined {
  return operations.get(code);
}
