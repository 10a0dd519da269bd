/* eslint-disable max-lines -- One table, one row for each primitive: it is read by looking a row up. */
/**
 * The table of operations: values, partials, second derivatives, notation, domains, kinks and test points of every primitive.
 *
 * To add one, add a row: the recorder, the sweeps, the published API and the tests are made from the table.
 */
import type { NodeId } from "../tape.ts";
import { CONSTANT } from "../tape.ts";
import * as curvature from "./curvatures.ts";
import { preciseCosh, preciseSinh } from "./elementary.ts";
import { extremumKink, extremumPartials } from "./extremum.ts";
import type { Formula } from "./formula.ts";
import {
  atom,
  call,
  difference,
  infix,
  literal,
  negative,
  numberOf,
  power,
  prefix,
  product,
  quotient,
  sum,
  write,
} from "./formula.ts";
import { roundToHalf } from "./half.ts";
import type {
  BinaryOperation,
  Domain,
  InputOperation,
  Kink,
  ManyOperation,
  Operation,
  UnaryOperation,
} from "./operation.ts";
import * as planar from "./planar.ts";
import { baseSlope, exponentSlope, powerKink, powerSecond } from "./power.ts";
import * as slope from "./slopes.ts";

/** Opcodes of the operators and of what else is named in code; every other function is found by its name in the text. */
export const INPUT = 0;
export const ADD = 1;
export const SUBTRACT = 2;
export const MULTIPLY = 3;
export const DIVIDE = 4;
export const REMAINDER = 5;
export const POWER = 6;
export const BIT_AND = 7;
export const BIT_OR = 8;
export const BIT_XOR = 9;
export const SHIFT_LEFT = 10;
export const SHIFT_RIGHT = 11;
export const SHIFT_RIGHT_UNSIGNED = 12;
export const NEGATE = 13;
export const PLUS = 14;
export const BIT_NOT = 15;
export const MAX = 16;
export const MIN = 17;
export const HYPOT = 18;

const ONE = literal(1);
const ZERO = literal(0);
const TWO = literal(2);
const SMOOTH = [
  0, -0, 5e-324, -1e-310, 1e-200, -1e-9, 0.1, -0.3, 0.5, -0.75, 0.9375, 1, -1, 1.5, -2.25, 3, -7, 10.5, 25,
];
const WIDE = [-100, 710.4, 1e5, -3e9, 1e16, 1e155, -1e300, Number.MAX_VALUE, Infinity, -Infinity, NaN];
const REALS = [...SMOOTH, ...WIDE];
const STEPS = [...REALS, 2, -2, 2.5, -2.5, -0.5, 0.49999999999999994, 4503599627370495.5, 2 ** 53];
const ENDS = [...REALS, 1 - 2 ** -53, -1 + 2 ** -53, 1 + 2 ** -52, 1e-16, 2 ** -30];
const PAIR_VALUES = [0, -0, 1, -1, 2, 0.3, -2.5, 6, 7.25, 3e-308, -1e-310, 1e200, Infinity, -Infinity, NaN];
const PAIRS = PAIR_VALUES.flatMap((x) => PAIR_VALUES.map((y) => [x, y]));
const INTEGER_PAIRS = [0, -0, 1, -1, 5, 12.7, -3.9, 31, 2 ** 31, 2 ** 32 + 3, 1e300, NaN, Infinity].flatMap((x) =>
  [0, 1, -1, 3, 33, 2 ** 31, -7.5, NaN].map((y) => [x, y]),
);
const TUPLES = [
  ...PAIRS,
  [5],
  [-0],
  [NaN],
  [3, 3, 3],
  [1, 2, 2],
  [-1, -2, -2, 4],
  [0, 0, 0],
  [3, -4, 12],
  [1e-9, 1e9, 5],
];

type Optional = "symbol" | "cuts" | "domain" | "notation";
type UnaryRow = Given<UnaryOperation, "value" | "partial" | "second"> & {
  readonly kink?: (x: number) => Kink | undefined;
  readonly formula: (x: Formula, value: Formula) => Formula;
  readonly points: readonly number[];
};
type BinaryRow = Given<BinaryOperation, "value" | "partialX" | "partialY" | "second" | "kink" | "points"> & {
  readonly formula: readonly [
    (x: Formula, y: Formula, value: Formula) => Formula,
    (x: Formula, y: Formula, value: Formula) => Formula,
  ];
};
type Given<Operation, Keys extends keyof Operation> = {
  readonly [Key in Keys as undefined extends Operation[Key] ? never : Key]: Operation[Key];
} & {
  readonly [
    Key in Keys | (Optional & keyof Operation) as Key extends Optional
      ? Key
      : undefined extends Operation[Key]
        ? Key
        : never
  ]?: Operation[Key];
};

const jump: Kink = { kind: "jump", left: 0, right: 0 };
const flat = () => ZERO;
const zero = () => 0;

function end(left: number | undefined, right: number | undefined): Kink {
  return { kind: "end", left, right };
}

function where(text: string, contains: (x: number) => boolean): Domain {
  return { text, contains: ([x]) => contains(x!) };
}

/** 1 − x². */
function oneMinusSquare(x: Formula): Formula {
  return difference(ONE, power(x, TWO));
}

/** Steps that keep only some of a number: their derivative is 0 wherever it exists. */
function stepRow(value: (x: number) => number, jumpsAt: (x: number) => boolean) {
  const kink = (x: number) => (jumpsAt(x) ? jump : undefined);
  return { value, partial: zero, kink, formula: flat, cuts: true, points: STEPS };
}

/** Operations on the 32 bits of two numbers. */
function bitRow(symbol: string, value: (x: number, y: number) => number) {
  const notation = ([x, y]: readonly Formula[]) => infix(symbol, x!, y!);
  return bitFunction(value, { symbol, notation });
}

function bitFunction<T extends object>(value: (x: number, y: number) => number, more: T) {
  const formula = [flat, flat] as const;
  return { value, partialX: zero, partialY: zero, formula, cuts: true, points: INTEGER_PAIRS, ...more };
}

const powerRow = {
  partialX: baseSlope,
  partialY: exponentSlope,
  second: powerSecond,
  domain: {
    text: "x > 0, or y a constant whole number",
    contains: ([x, y]: readonly number[], nodes: readonly NodeId[]) =>
      x! >= 0 || (nodes[1] === CONSTANT && Number.isInteger(y)),
  },
  kink: ([x, y]: readonly number[], nodes: readonly NodeId[]) =>
    powerKink(x!, y!, nodes[0] !== CONSTANT, nodes[1] !== CONSTANT),
  symbol: "^",
  notation: ([x, y]: readonly Formula[]) => power(x!, y!),
  formula: [powerBaseFormula, (x: Formula, _y: Formula, value: Formula) => product(value, call("ln", x))],
  points: [
    ...PAIRS,
    ...[-3, -1, -0.5, 0, 1e-20, 0.3, 1, 1.5, 2, 3, 33].flatMap((y) =>
      [0, 1e-300, 0.7, 1.0001, 4, 1e9].map((x) => [x, y]),
    ),
    ...[-3, 0, 1, 2, 5, 60].map((y) => [-1.25, y]),
  ],
} as const;

function powerBaseFormula(x: Formula, y: Formula): Formula {
  const exponent = numberOf(y);
  return product(y, power(x, exponent === undefined ? difference(y, ONE) : literal(exponent - 1)));
}

function remainderKink(x: number, y: number, movesX: boolean): Kink | undefined {
  // Around 0 the remainder of a number is the number itself.
  if (x === 0 || x % y !== 0 || !Number.isFinite(y)) return undefined;
  if (movesX) return { kind: "jump", left: 1, right: 1 };
  const times = x / y;
  // The quotient's size grows as the divisor's shrinks.
  const [smaller, larger] = [-times, -(times - Math.sign(times))];
  return y > 0 ? { kind: "jump", left: smaller, right: larger } : { kind: "jump", left: larger, right: smaller };
}

const binaryOperatorRows = {
  add: {
    value: (x, y) => x + y,
    partialX: () => 1,
    partialY: () => 1,
    symbol: "+",
    notation: ([x, y]) => sum(x!, y!),
    formula: [() => ONE, () => ONE],
    points: PAIRS,
  },
  subtract: {
    value: (x, y) => x - y,
    partialX: () => 1,
    partialY: () => -1,
    symbol: "−",
    notation: ([x, y]) => difference(x!, y!),
    formula: [() => ONE, () => literal(-1)],
    points: PAIRS,
  },
  multiply: {
    value: (x, y) => x * y,
    partialX: (_, y) => y,
    partialY: (x) => x,
    second: { xx: zero, xy: () => 1, yy: zero },
    symbol: "·",
    notation: ([x, y]) => infix("·", x!, y!),
    formula: [(_, y) => y, (x) => x],
    points: PAIRS,
  },
  divide: {
    value: (x, y) => x / y,
    partialX: (_, y) => 1 / y,
    partialY: slope.divisorSlope,
    second: { xx: zero, xy: (_, y) => -1 / y / y, yy: curvature.divisorCurvature },
    domain: { text: "y ≠ 0", contains: ([, y]) => y !== 0 },
    kink: ([x, y], nodes) =>
      y === 0 && x !== 0 && nodes[1] !== CONSTANT
        ? { kind: "pole", left: -Infinity * Math.sign(x!), right: -Infinity * Math.sign(x!) }
        : undefined,
    symbol: "/",
    notation: ([x, y]) => quotient(x!, y!),
    formula: [(_, y) => quotient(ONE, y), (_, y, value) => negative(quotient(value, y))],
    points: [...PAIRS, [1e-310, 1e-5], [1, 3], [-22, 7], [1e300, -3e-8]],
  },
  remainder: {
    value: (x, y) => x % y,
    partialX: () => 1,
    partialY: slope.modulusSlope,
    domain: { text: "y ≠ 0", contains: ([, y]) => y !== 0 },
    kink: ([x, y], nodes) => remainderKink(x!, y!, nodes[0] !== CONSTANT),
    symbol: "%",
    notation: ([x, y]) => infix("%", x!, y!),
    formula: [() => ONE, (x, y) => negative(call("trunc", quotient(x, y)))],
    points: [
      ...PAIRS,
      [7, 3],
      [-7, 3],
      [7, -3],
      [6, 3],
      [6, -3],
      [1, 0.1],
      [0.3, 0.1],
      [1e17, 3],
      [5.9999999999999991, 3],
    ],
  },
  power: { value: (x, y) => x ** y, ...powerRow },
  bitAnd: bitRow("&", (x, y) => x & y),
  bitOr: bitRow("|", (x, y) => x | y),
  bitXor: bitRow("⊕", (x, y) => x ^ y),
  shiftLeft: bitRow("<<", (x, y) => x << y),
  shiftRight: bitRow(">>", (x, y) => x >> y),
  shiftRightUnsigned: bitRow(">>>", (x, y) => x >>> y),
} satisfies Record<string, BinaryRow>;

const binaryFunctionRows = {
  pow: { value: Math.pow, ...powerRow },
  atan2: {
    value: Math.atan2,
    partialX: planar.angleSlopeY,
    partialY: planar.angleSlopeX,
    second: planar.angleSecond,
    domain: { text: "not both 0", contains: ([y, x]) => y !== 0 || x !== 0 },
    kink: ([y, x], nodes) => planar.angleKink(y!, x!, nodes[0] !== CONSTANT),
    formula: [
      (y, x) => quotient(x, sum(power(x, TWO), power(y, TWO))),
      (y, x) => negative(quotient(y, sum(power(x, TWO), power(y, TWO)))),
    ],
    points: [...PAIRS, [3, 4], [-1e-200, 3e-200], [1e200, -1e199], [1e-320, 3e-310], [-0, -2]],
  },
  imul: bitFunction(Math.imul, {}),
} satisfies Record<string, BinaryRow>;

const unaryOperatorRows = {
  negate: {
    value: (x) => -x,
    partial: () => -1,
    symbol: "−",
    notation: ([x]) => negative(x!),
    formula: () => literal(-1),
    points: REALS,
  },
  plus: {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- This is the operator itself.
    value: (x) => +x,
    partial: () => 1,
    symbol: "+",
    notation: ([x]) => prefix("+", x!),
    formula: () => ONE,
    points: REALS,
  },
  bitNot: {
    value: (x) => ~x,
    partial: zero,
    symbol: "~",
    notation: ([x]) => prefix("~", x!),
    formula: flat,
    cuts: true,
    points: STEPS,
  },
} satisfies Record<string, UnaryRow>;

const unaryFunctionRows = {
  abs: {
    value: Math.abs,
    partial: (x) => (x === 0 ? 0 : Math.sign(x)),
    kink: (x) => (x === 0 ? { kind: "corner", left: -1, right: 1 } : undefined),
    formula: (x) => call("sign", x),
    points: REALS,
  },
  acos: {
    value: Math.acos,
    partial: (x) => -slope.asinSlope(x),
    second: (x) => -curvature.asinCurvature(x),
    domain: where("−1 ≤ x ≤ 1", (x) => Math.abs(x) <= 1),
    kink: (x) => (x === 1 ? end(-Infinity, undefined) : x === -1 ? end(undefined, -Infinity) : undefined),
    formula: (x) => negative(quotient(ONE, call("sqrt", oneMinusSquare(x)))),
    points: ENDS,
  },
  acosh: {
    value: Math.acosh,
    partial: slope.acoshSlope,
    second: curvature.acoshCurvature,
    domain: where("x ≥ 1", (x) => x >= 1),
    kink: (x) => (x === 1 ? end(undefined, Infinity) : undefined),
    formula: (x) => quotient(ONE, call("sqrt", difference(power(x, TWO), ONE))),
    points: ENDS,
  },
  asin: {
    value: Math.asin,
    partial: slope.asinSlope,
    second: curvature.asinCurvature,
    domain: where("−1 ≤ x ≤ 1", (x) => Math.abs(x) <= 1),
    kink: (x) => (x === 1 ? end(Infinity, undefined) : x === -1 ? end(undefined, Infinity) : undefined),
    formula: (x) => quotient(ONE, call("sqrt", oneMinusSquare(x))),
    points: ENDS,
  },
  asinh: {
    value: Math.asinh,
    partial: slope.asinhSlope,
    second: curvature.asinhCurvature,
    formula: (x) => quotient(ONE, call("sqrt", sum(ONE, power(x, TWO)))),
    points: ENDS,
  },
  atan: {
    value: Math.atan,
    partial: slope.atanSlope,
    second: curvature.atanCurvature,
    formula: (x) => quotient(ONE, sum(ONE, power(x, TWO))),
    points: ENDS,
  },
  atanh: {
    value: Math.atanh,
    partial: slope.atanhSlope,
    second: curvature.atanhCurvature,
    domain: where("−1 < x < 1", (x) => Math.abs(x) <= 1),
    kink: (x) => (x === 1 ? end(Infinity, undefined) : x === -1 ? end(undefined, Infinity) : undefined),
    formula: (x) => quotient(ONE, oneMinusSquare(x)),
    points: ENDS,
  },
  cbrt: {
    value: Math.cbrt,
    partial: slope.cbrtSlope,
    second: curvature.cbrtCurvature,
    kink: (x) => (x === 0 ? { kind: "vertical", left: Infinity, right: Infinity } : undefined),
    formula: (_, value) => quotient(ONE, product(literal(3), power(value, TWO))),
    points: [...REALS, 8, -27],
  },
  ceil: stepRow(Math.ceil, Number.isInteger),
  clz32: stepRow(Math.clz32, () => false),
  cos: {
    value: Math.cos,
    partial: (x) => -Math.sin(x),
    second: (_, value) => -value,
    formula: (x) => negative(call("sin", x)),
    points: REALS,
  },
  cosh: {
    value: Math.cosh,
    partial: preciseSinh,
    second: preciseCosh,
    formula: (x) => call("sinh", x),
    points: REALS,
  },
  exp: {
    value: Math.exp,
    partial: (_, value) => value,
    second: (_, value) => value,
    formula: (_, value) => value,
    points: [...REALS, -745, 709],
  },
  expm1: {
    value: Math.expm1,
    partial: Math.exp,
    second: Math.exp,
    formula: (x) => call("exp", x),
    points: [...REALS, -745, 709],
  },
  f16round: { value: roundToHalf, partial: () => 1, formula: () => ONE, points: [...REALS, 65519, 65520, 2 ** -25] },
  floor: stepRow(Math.floor, Number.isInteger),
  fround: { value: Math.fround, partial: () => 1, formula: () => ONE, points: REALS },
  log: {
    value: Math.log,
    partial: slope.logSlope,
    second: (x) => -1 / x / x,
    domain: where("x > 0", (x) => x >= 0),
    kink: (x) => (x === 0 ? end(undefined, Infinity) : undefined),
    symbol: "ln",
    formula: (x) => quotient(ONE, x),
    points: ENDS,
  },
  log10: {
    value: Math.log10,
    partial: (x) => Math.LOG10E / Math.abs(x),
    second: curvature.log10Curvature,
    domain: where("x > 0", (x) => x >= 0),
    kink: (x) => (x === 0 ? end(undefined, Infinity) : undefined),
    formula: (x) => quotient(ONE, product(x, call("ln", literal(10)))),
    points: ENDS,
  },
  log1p: {
    value: Math.log1p,
    partial: (x) => 1 / (1 + x),
    second: curvature.log1pCurvature,
    domain: where("x > −1", (x) => x >= -1),
    kink: (x) => (x === -1 ? end(undefined, Infinity) : undefined),
    formula: (x) => quotient(ONE, sum(ONE, x)),
    points: ENDS,
  },
  log2: {
    value: Math.log2,
    partial: (x) => Math.LOG2E / Math.abs(x),
    second: curvature.log2Curvature,
    domain: where("x > 0", (x) => x >= 0),
    kink: (x) => (x === 0 ? end(undefined, Infinity) : undefined),
    formula: (x) => quotient(ONE, product(x, call("ln", TWO))),
    points: ENDS,
  },
  round: stepRow(Math.round, (x) => x - Math.floor(x) === 0.5),
  sign: stepRow(Math.sign, (x) => x === 0),
  sin: {
    value: Math.sin,
    partial: Math.cos,
    second: (_, value) => -value,
    formula: (x) => call("cos", x),
    points: REALS,
  },
  sinh: {
    value: Math.sinh,
    partial: preciseCosh,
    second: preciseSinh,
    formula: (x) => call("cosh", x),
    points: REALS,
  },
  sqrt: {
    value: Math.sqrt,
    partial: slope.sqrtSlope,
    second: curvature.sqrtCurvature,
    domain: where("x ≥ 0", (x) => x >= 0),
    kink: (x) => (x === 0 ? end(undefined, Infinity) : undefined),
    formula: (_, value) => quotient(ONE, product(TWO, value)),
    points: ENDS,
  },
  tan: {
    value: Math.tan,
    partial: slope.tanSlope,
    second: curvature.tanCurvature,
    formula: (_, value) => sum(ONE, power(value, TWO)),
    points: REALS,
  },
  tanh: {
    value: Math.tanh,
    partial: slope.tanhSlope,
    second: curvature.tanhCurvature,
    formula: (_, value) => oneMinusSquare(value),
    points: REALS,
  },
  trunc: stepRow(Math.trunc, (x) => x !== 0 && Number.isInteger(x)),
} satisfies Record<string, UnaryRow>;

const manyRows = {
  max: {
    value: (x: readonly number[]) => x.reduce((a, b) => Math.max(a, b), -Infinity),
    partials: extremumPartials,
    second: undefined,
    kink: (x: readonly number[], nodes: readonly NodeId[]) => extremumKink(x, nodes, 1),
    formula: chosenFormula,
  },
  min: {
    value: (x: readonly number[]) => x.reduce((a, b) => Math.min(a, b), Infinity),
    partials: extremumPartials,
    second: undefined,
    kink: (x: readonly number[], nodes: readonly NodeId[]) => extremumKink(x, nodes, -1),
    formula: chosenFormula,
  },
  hypot: {
    value: (x: readonly number[]) => Math.hypot(...x),
    partials: planar.lengthPartials,
    second: planar.lengthSecond,
    kink: planar.lengthKink,
    formula: (index: number, x: readonly Formula[], value: Formula) => quotient(x[index]!, value),
  },
};

/** The share of one of several ties: `1`, `0`, `1 / 2`. */
function chosenFormula(_index: number, _operands: readonly Formula[], _result: Formula, partial: number): Formula {
  if (partial === 0 || Number.isNaN(partial)) return literal(partial);
  const ties = Math.round(1 / partial);
  return ties === 1 ? ONE : quotient(ONE, literal(ties));
}

/** Names of operations with one operand. */
export type UnaryName = keyof typeof unaryOperatorRows | keyof typeof unaryFunctionRows;
/** Names of operations with two operands. */
export type BinaryName = keyof typeof binaryOperatorRows | keyof typeof binaryFunctionRows;
/** Names of operations with any number of operands. */
export type ManyName = keyof typeof manyRows;
/** Names of all operations that are recorded by a program. */
export type OperationName = UnaryName | BinaryName | ManyName;

const input: InputOperation = {
  name: "input",
  arity: 0,
  symbol: "",
  cuts: false,
  domain: undefined,
  kink: undefined,
  notation: () => atom("input"),
  formula: () => ONE,
  points: [],
};

/** The table. An operation's index in it is its opcode. */
export const OPERATIONS: readonly Operation[] = [
  input,
  ...mapRows(binaryOperatorRows, binaryOperation),
  ...mapRows(unaryOperatorRows, unaryOperation),
  ...mapRows(manyRows, manyOperation),
  ...mapRows(binaryFunctionRows, binaryOperation),
  ...mapRows(unaryFunctionRows, unaryOperation),
];

const opcodes: ReadonlyMap<string, number> = new Map(OPERATIONS.map((operation, opcode) => [operation.name, opcode]));

/** Return the opcode of an operation. */
export function opcodeOf(name: OperationName): number {
  return opcodes.get(name)!;
}

/** Opcodes of the functions of `Math`, by name; `random` is missing because its values depend on no operand. */
export const mathOperations: ReadonlyMap<string, number> = new Map(
  [...Object.keys(manyRows), "pow", "atan2", "imul", ...Object.keys(unaryFunctionRows)].map((name) => [
    name,
    opcodeOf(name as OperationName),
  ]),
);

/** Write a step in mathematical notation from the texts of its operands: `w · x`, `max(0, v)`. */
export function formulaText(opcode: number, operands: readonly string[]): string {
  return write(OPERATIONS[opcode]!.notation(operands.map(atom)));
}

/** Write the partial of a step by one of its operands from the texts of operands and result: `x`, `−v / y`, `cos(x)`. */
export function partialText(
  opcode: number,
  index: number,
  operands: readonly string[],
  result: string,
  partial: number,
): string {
  return write(OPERATIONS[opcode]!.formula(index, operands.map(atom), atom(result), partial));
}

function mapRows<Row>(rows: Readonly<Record<string, Row>>, make: (name: string, row: Row) => Operation): Operation[] {
  return Object.entries(rows).map(([name, row]) => make(name, row));
}

function unaryOperation(name: string, row: UnaryRow): UnaryOperation {
  const { partial, second, kink, formula } = row;
  const symbol = row.symbol ?? name;
  return {
    cuts: false,
    domain: undefined,
    notation: (operands) => call(symbol, ...operands),
    ...row,
    name,
    arity: 1,
    symbol,
    // Where the value is no number, naive formulas give finite nonsense: log(−1), atanh(2).
    partial: (x, value) => (Number.isNaN(value) ? value : partial(x, value)),
    second: second && ((x, value) => (Number.isNaN(value) ? value : second(x, value))),
    kink: kink && (([x]) => kink(x!)),
    formula: (_, [x], result) => formula(x!, result),
    points: row.points.map((x) => [x]),
  };
}

function binaryOperation(name: string, row: BinaryRow): BinaryOperation {
  const { partialX, partialY, second } = row;
  const symbol = row.symbol ?? name;
  const guard = (f: (x: number, y: number, value: number) => number) => (x: number, y: number, value: number) =>
    Number.isNaN(value) ? value : f(x, y, value);
  return {
    cuts: false,
    domain: undefined,
    kink: undefined,
    notation: (operands) => call(symbol, ...operands),
    ...row,
    name,
    arity: 2,
    symbol,
    partialX: guard(partialX),
    partialY: guard(partialY),
    second: second && { xx: guard(second.xx), xy: guard(second.xy), yy: guard(second.yy) },
    formula: (index, [x, y], result) => row.formula[index]!(x!, y!, result),
  };
}

type ManyRow = Pick<ManyOperation, "value" | "partials" | "second" | "kink" | "formula">;

function manyOperation(name: string, row: ManyRow): ManyOperation {
  return {
    ...row,
    name,
    arity: "many",
    symbol: name,
    cuts: false,
    domain: undefined,
    notation: (operands) => call(name, ...operands),
    points: TUPLES,
  };
}
