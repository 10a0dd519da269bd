/** JavaScript's arithmetic over the program's values; on active numbers it records steps. */
import {
  BIT_AND,
  BIT_NOT,
  BIT_OR,
  BIT_XOR,
  NEGATE,
  PLUS,
  POWER,
  REMAINDER,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  SHIFT_RIGHT_UNSIGNED,
} from "../../../autodiff/operations/operations.ts";
import { recordAdd, recordDivide, recordMultiply, recordSubtract, recordUnary } from "../../../autodiff/record.ts";
import { CONSTANT } from "../../../autodiff/tape.ts";
import type { Machine } from "../machine.ts";
import { Active, activeAt, type Value } from "../values/values.ts";
import { arithmetic, numeric, recorded } from "./arithmetic.ts";
import { bigPower, bigProduct, bigShiftLeft } from "./bigint.ts";
import { toNumeric, toPrimitive, toText } from "./convert.ts";

/** The longest string that a program may make; V8 itself stops at twice as much. */
const LONGEST_TEXT = 1 << 28;

// The four operators that programs consist of say for themselves what `arithmetic` says for all: V8 makes one code of a function, and
// that of its `record` would call each recording with numbers in objects of its heap. For the same reason each records in one place only,
// which V8 then copies into the operator (a tenth of the time of numeric loops). It would keep a number that is not calculated with
// as an object, too, hence `x - 0`.

/** `+`: addition, or concatenation if an operand is a string. */
export function add(machine: Machine, x: Value, y: Value, site: number): Value {
  const { tape } = machine;
  let a = CONSTANT;
  let b = CONSTANT;
  let left: number;
  let right: number;
  if (x instanceof Active) {
    a = x.node;
    left = tape.value[a]!;
  } else if (typeof x === "number") left = x - 0;
  else return addOthers(machine, x, y, site);
  if (y instanceof Active) {
    b = y.node;
    right = tape.value[b]!;
  } else if (typeof y === "number" && a !== CONSTANT) right = y - 0;
  else return addOthers(machine, x, y, site);
  return activeAt(recordAdd(tape, a, left, b, right, site));
}

/** `x + y * z`, as if it were two operators: what stands on the tape is the same, but the product need not be looked up again. */
export function addProduct(machine: Machine, x: Value, y: Value, z: Value, productSite: number, site: number): Value {
  const { tape } = machine;
  let a = CONSTANT;
  let b = CONSTANT;
  let left: number;
  let right: number;
  if (y instanceof Active) {
    a = y.node;
    left = tape.value[a]!;
  } else if (typeof y === "number") left = y - 0;
  else return add(machine, x, multiplyOthers(machine, y, z, productSite), site);
  if (z instanceof Active) {
    b = z.node;
    right = tape.value[b]!;
  } else if (typeof z === "number" && a !== CONSTANT) right = z - 0;
  else return add(machine, x, multiplyOthers(machine, y, z, productSite), site);
  const node = recordMultiply(tape, a, left, b, right, productSite);
  if (x instanceof Active) {
    const sum = x.node;
    return activeAt(recordAdd(tape, sum, tape.value[sum]!, node, left * right, site));
  }
  if (typeof x === "number") return activeAt(recordAdd(tape, CONSTANT, x - 0, node, left * right, site));
  return addOthers(machine, x, activeAt(node), site);
}

function addOthers(machine: Machine, x: Value, y: Value, site: number): Value {
  if (typeof x === "number" && typeof y === "number") return x + y;
  machine.site = site;
  const left = toPrimitive(machine, x, "default");
  const right = toPrimitive(machine, y, "default");
  if (typeof left === "string" || typeof right === "string")
    return concatenate(machine, toText(machine, left), toText(machine, right));
  return numeric(
    machine,
    left,
    right,
    site,
    (a, b) => a + b,
    (a, b) => a + b,
    recordAdd,
  );
}

/** Join two strings, within the budget. */
export function concatenate(machine: Machine, left: string, right: string): string {
  if (left.length + right.length > LONGEST_TEXT) throw machine.stop("budget/memory", "A string became too long");
  machine.payForJoining(left, right);
  return machine.written.isEmpty ? left + right : machine.written.make(left + right, left, right);
}

/** `-`. */
export function subtract(machine: Machine, x: Value, y: Value, site: number): Value {
  const { tape } = machine;
  let a = CONSTANT;
  let b = CONSTANT;
  let left: number;
  let right: number;
  if (x instanceof Active) {
    a = x.node;
    left = tape.value[a]!;
  } else if (typeof x === "number") left = x - 0;
  else return subtractOthers(machine, x, y, site);
  if (y instanceof Active) {
    b = y.node;
    right = tape.value[b]!;
  } else if (typeof y === "number" && a !== CONSTANT) right = y - 0;
  else return subtractOthers(machine, x, y, site);
  return activeAt(recordSubtract(tape, a, left, b, right, site));
}

/** `*`. */
export function multiply(machine: Machine, x: Value, y: Value, site: number): Value {
  const { tape } = machine;
  let a = CONSTANT;
  let b = CONSTANT;
  let left: number;
  let right: number;
  if (x instanceof Active) {
    a = x.node;
    left = tape.value[a]!;
  } else if (typeof x === "number") left = x - 0;
  else return multiplyOthers(machine, x, y, site);
  if (y instanceof Active) {
    b = y.node;
    right = tape.value[b]!;
  } else if (typeof y === "number" && a !== CONSTANT) right = y - 0;
  else return multiplyOthers(machine, x, y, site);
  return activeAt(recordMultiply(tape, a, left, b, right, site));
}

/** `/`. */
export function divide(machine: Machine, x: Value, y: Value, site: number): Value {
  const { tape } = machine;
  let a = CONSTANT;
  let b = CONSTANT;
  let left: number;
  let right: number;
  if (x instanceof Active) {
    a = x.node;
    left = tape.value[a]!;
  } else if (typeof x === "number") left = x - 0;
  else return divideOthers(machine, x, y, site);
  if (y instanceof Active) {
    b = y.node;
    right = tape.value[b]!;
  } else if (typeof y === "number" && a !== CONSTANT) right = y - 0;
  else return divideOthers(machine, x, y, site);
  return activeAt(recordDivide(tape, a, left, b, right, site));
}

const subtractOthers = arithmetic(
  (x, y) => x - y,
  (x, y) => x - y,
  recordSubtract,
);
const multiplyOthers = arithmetic(
  (x, y) => x * y,
  (x, y, machine) => bigProduct(machine, x, y),
  recordMultiply,
);
const divideOthers = arithmetic(
  (x, y) => x / y,
  (x, y) => x / y,
  recordDivide,
);

/** `%`. */
export const remainder = arithmetic(
  (x, y) => x % y,
  (x, y) => x % y,
  recorded(REMAINDER),
);
/** `**`. */
export const power = arithmetic(
  (x, y) => x ** y,
  (x, y, machine) => bigPower(machine, x, y),
  recorded(POWER),
);
/** `&`. */
export const bitAnd = arithmetic(
  (x, y) => x & y,
  (x, y) => x & y,
  recorded(BIT_AND),
);
/** `|`. */
export const bitOr = arithmetic(
  (x, y) => x | y,
  (x, y) => x | y,
  recorded(BIT_OR),
);
/** `^`. */
export const bitXor = arithmetic(
  (x, y) => x ^ y,
  (x, y) => x ^ y,
  recorded(BIT_XOR),
);
/** `<<`. */
export const shiftLeft = arithmetic(
  (x, y) => x << y,
  (x, y, machine) => bigShiftLeft(machine, x, y),
  recorded(SHIFT_LEFT),
);
/** `>>`. */
export const shiftRight = arithmetic(
  (x, y) => x >> y,
  (x, y, machine) => bigShiftLeft(machine, x, -y),
  recorded(SHIFT_RIGHT),
);
/** `>>>`; bigints have none. */
export const shiftRightUnsigned = arithmetic(
  (x, y) => x >>> y,
  (_x, _y, machine) => {
    throw machine.error("TypeError", "BigInts have no unsigned right shift, use >> instead");
  },
  recorded(SHIFT_RIGHT_UNSIGNED),
);

/** Unary `-`. */
export function negate(machine: Machine, x: Value, site: number): Value {
  if (typeof x === "number") return -x;
  machine.site = site;
  const operand = toNumeric(machine, x);
  if (operand instanceof Active) return activeAt(recordUnary(machine.tape, NEGATE, operand.node, site));
  return -operand;
}

/** Unary `+`. */
export function plus(machine: Machine, x: Value, site: number): Value {
  if (typeof x === "number") return x;
  machine.site = site;
  if (typeof x === "bigint") throw machine.error("TypeError", "Cannot convert a BigInt value to a number");
  const operand = toNumeric(machine, x);
  if (operand instanceof Active) return activeAt(recordUnary(machine.tape, PLUS, operand.node, site));
  return typeof operand === "bigint" ? plus(machine, operand, site) : operand;
}

/** `~`. */
export function bitNot(machine: Machine, x: Value, site: number): Value {
  machine.site = site;
  const operand = toNumeric(machine, x);
  if (operand instanceof Active) return activeAt(recordUnary(machine.tape, BIT_NOT, operand.node, site));
  return ~operand;
}

/** `++` and `--`: the operand plus or minus one, for an operand that is numeric already. */
export function step(machine: Machine, x: number | Active | bigint, by: 1 | -1, site: number): Value {
  if (typeof x === "number") return x + by;
  if (typeof x === "bigint") return x + BigInt(by);
  return by === 1 ? add(machine, x, 1, site) : subtract(machine, x, 1, site);
}
