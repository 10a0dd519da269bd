/** The tape: every arithmetic step of one run, in order, as a structure of arrays. */

/** The index of a step on its tape; operands always have smaller indices than the steps that use them. */
export type NodeId = number;

/** In place of an operand's node: the operand is an inactive number, and its partial's slot holds its value. */
export const CONSTANT = -1;
/** In place of the second operand's node: the step has one operand only. */
export const ABSENT = -2;
/** In place of the second operand's node: the operands are in the tape's `extra` columns, from `a`, `da` of them. */
export const MANY = -3;

/**
 * A growing record of numeric steps.
 *
 * Column `op` is an index into the table of operations; `a`, `b` are the operands' nodes (or one of the constants above);
 * `da`, `db` are the partials of the step by its operands at the recorded point, or the value of a constant operand.
 * Column `tag` belongs to whoever records: an integer per step with no meaning here.
 * The arrays double when they are full, so read them through the tape each time and never past `length`.
 */
export class Tape {
  length = 0;
  op: Uint8Array;
  a: Int32Array;
  b: Int32Array;
  da: Float64Array;
  db: Float64Array;
  value: Float64Array;
  tag: Int32Array;
  extraLength = 0;
  extraNode: Int32Array;
  extraPartial: Float64Array;

  /** A tape with room for `capacity` steps before it first grows. */
  constructor(capacity = 1024) {
    this.op = new Uint8Array(capacity);
    this.a = new Int32Array(capacity);
    this.b = new Int32Array(capacity);
    this.da = new Float64Array(capacity);
    this.db = new Float64Array(capacity);
    this.value = new Float64Array(capacity);
    this.tag = new Int32Array(capacity);
    this.extraNode = new Int32Array(16);
    this.extraPartial = new Float64Array(16);
  }

  /** Record a step with one or two operands and return its node. */
  push(op: number, a: number, b: number, value: number, da: number, db: number, tag: number): NodeId {
    const node = this.length;
    if (node === this.op.length) this.grow();
    this.op[node] = op;
    this.a[node] = a;
    this.b[node] = b;
    this.da[node] = da;
    this.db[node] = db;
    this.value[node] = value;
    // Says that it is an integer: V8 would take the way of a fraction to a column of integers.
    this.tag[node] = tag | 0;
    this.length = node + 1;
    return node;
  }

  /** Record a step with any number of operands; `nodes[i]` is CONSTANT where `partials[i]` is a constant's value. */
  pushMany(op: number, nodes: ArrayLike<number>, partials: ArrayLike<number>, value: number, tag: number): NodeId {
    const start = this.extraLength;
    const count = nodes.length;
    while (start + count > this.extraNode.length) this.growExtra();
    for (let i = 0; i < count; i++) {
      this.extraNode[start + i] = nodes[i]!;
      this.extraPartial[start + i] = partials[i]!;
    }
    this.extraLength = start + count;
    return this.push(op, start, MANY, value, count, 0, tag);
  }

  /** Forget every step but keep the memory, for the next run. */
  reset(): void {
    this.length = 0;
    this.extraLength = 0;
  }

  private grow(): void {
    const capacity = this.op.length * 2;
    this.op = copy(new Uint8Array(capacity), this.op);
    this.a = copy(new Int32Array(capacity), this.a);
    this.b = copy(new Int32Array(capacity), this.b);
    this.da = copy(new Float64Array(capacity), this.da);
    this.db = copy(new Float64Array(capacity), this.db);
    this.value = copy(new Float64Array(capacity), this.value);
    this.tag = copy(new Int32Array(capacity), this.tag);
  }

  private growExtra(): void {
    const capacity = this.extraNode.length * 2;
    this.extraNode = copy(new Int32Array(capacity), this.extraNode);
    this.extraPartial = copy(new Float64Array(capacity), this.extraPartial);
  }
}

/** An operand of a step: a node with the step's partial by it, or an inactive number. */
export type Operand =
  | { readonly kind: "node"; readonly node: NodeId; readonly partial: number }
  | { readonly kind: "constant"; readonly value: number };

/** Return the operands of a step in the order in which they were written. */
export function operandsOf(tape: Tape, node: NodeId): Operand[] {
  const a = tape.a[node]!;
  const b = tape.b[node]!;
  if (b === MANY) {
    const count = tape.da[node]!;
    return Array.from({ length: count }, (_, i) => operand(tape.extraNode[a + i]!, tape.extraPartial[a + i]!));
  }
  if (a === ABSENT) return [];
  if (b === ABSENT) return [operand(a, tape.da[node]!)];
  return [operand(a, tape.da[node]!), operand(b, tape.db[node]!)];
}

/** Call `visit` for every active operand of a step, in the order in which they were written, without making objects. */
export function eachOperand(tape: Tape, node: NodeId, visit: (operand: NodeId, partial: number) => void): void {
  const a = tape.a[node]!;
  const b = tape.b[node]!;
  if (b === MANY) {
    const end = a + tape.da[node]!;
    for (let i = a; i < end; i++) {
      const operand = tape.extraNode[i]!;
      if (operand >= 0) visit(operand, tape.extraPartial[i]!);
    }
    return;
  }
  if (a >= 0) visit(a, tape.da[node]!);
  if (b >= 0) visit(b, tape.db[node]!);
}

/** The operands of a step as numbers: their nodes (CONSTANT for an inactive one), values and partials (NaN for an inactive one). */
export interface OperandColumns {
  readonly nodes: readonly NodeId[];
  readonly values: readonly number[];
  readonly partials: readonly number[];
}

/** Return the operands of a step in the form in which the table of operations takes them. */
export function operandColumns(tape: Tape, node: NodeId): OperandColumns {
  const nodes: NodeId[] = [];
  const values: number[] = [];
  const partials: number[] = [];
  const add = (operand: number, slot: number): void => {
    nodes.push(operand);
    values.push(operand === CONSTANT ? slot : tape.value[operand]!);
    partials.push(operand === CONSTANT ? NaN : slot);
  };
  const a = tape.a[node]!;
  const b = tape.b[node]!;
  if (b === MANY) {
    const end = a + tape.da[node]!;
    for (let i = a; i < end; i++) add(tape.extraNode[i]!, tape.extraPartial[i]!);
  } else {
    if (a !== ABSENT) add(a, tape.da[node]!);
    if (b !== ABSENT) add(b, tape.db[node]!);
  }
  return { nodes, values, partials };
}

function operand(node: number, slot: number): Operand {
  return node === CONSTANT ? { kind: "constant", value: slot } : { kind: "node", node, partial: slot };
}

function copy<T extends { set(source: T): void }>(target: T, source: T): T {
  target.set(source);
  return target;
}
