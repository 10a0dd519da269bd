/** Formulas as small trees, so that parentheses and signs come out right whatever is put in for the operands. */

/** A formula in mathematical notation. */
export type Formula =
  /** A name, a number or anything else that needs no parentheses anywhere. */
  | { readonly kind: "atom"; readonly text: string }
  /** Operands joined by a sign: `a + b`, `w · x`. */
  | {
      readonly kind: "infix";
      readonly sign: string;
      readonly rank: number;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: "negative"; readonly of: Formula }
  /** A sign before its operand: `~x`, `+x`. */
  | { readonly kind: "prefix"; readonly sign: string; readonly of: Formula }
  | { readonly kind: "power"; readonly base: Formula; readonly exponent: Formula }
  | { readonly kind: "call"; readonly name: string; readonly operands: readonly Formula[] };

const RANK = { or: 1, xor: 2, and: 3, shift: 4, sum: 5, product: 6, sign: 7, power: 8, atom: 9 } as const;
const INFIX: Readonly<Record<string, number>> = {
  "|": RANK.or,
  "⊕": RANK.xor,
  "&": RANK.and,
  "<<": RANK.shift,
  ">>": RANK.shift,
  ">>>": RANK.shift,
  "+": RANK.sum,
  "−": RANK.sum,
  "·": RANK.product,
  "/": RANK.product,
  "%": RANK.product,
};
const SIMPLE = /^(?:[\p{L}\p{N}_$.′″∂²³¹⁰⁴-⁹⁻₀-₉]|\[[^[\]]*\])+$/u;

/** A formula that is written as it stands; a text that is no single name, number or call gets parentheses. */
export function atom(text: string): Formula {
  if (/^[-−][\d.]+$/.test(text)) return { kind: "negative", of: atom(text.slice(1)) };
  return { kind: "atom", text: SIMPLE.test(text) || isCall(text) ? text : `(${text})` };
}

/** A number as a formula. */
export function literal(value: number): Formula {
  return value < 0 ? { kind: "negative", of: literal(-value) } : { kind: "atom", text: String(value) };
}

/** The sum of two formulas. */
export function sum(left: Formula, right: Formula): Formula {
  return infix("+", left, right);
}

/** The difference of two formulas. */
export function difference(left: Formula, right: Formula): Formula {
  return infix("−", left, right);
}

/** The product of two formulas; a factor 1 is not written, nor the 1 of −1. */
export function product(left: Formula, right: Formula): Formula {
  if (isNumber(left, -1)) return negative(right);
  if (isNumber(left, 1)) return right;
  return isNumber(right, 1) ? left : infix("·", left, right);
}

/** The quotient of two formulas. */
export function quotient(left: Formula, right: Formula): Formula {
  return infix("/", left, right);
}

/** A formula with the sign changed. */
export function negative(of: Formula): Formula {
  return of.kind === "negative" ? of.of : { kind: "negative", of };
}

/** An operand after a sign such as `~`. */
export function prefix(sign: string, of: Formula): Formula {
  return { kind: "prefix", sign, of };
}

/** A power; whole numbers become superscripts, and the exponents 0 and 1 are not written. */
export function power(base: Formula, exponent: Formula): Formula {
  if (isNumber(exponent, 0)) return literal(1);
  return isNumber(exponent, 1) ? base : { kind: "power", base, exponent };
}

/** A function of its operands: `max(0, v)`. */
export function call(name: string, ...operands: readonly Formula[]): Formula {
  return { kind: "call", name, operands };
}

/** Two formulas around one of the known signs. */
export function infix(sign: string, left: Formula, right: Formula): Formula {
  const rank = INFIX[sign];
  if (rank === undefined) throw new Error(`No rank for the sign ${sign}`);
  return { kind: "infix", sign, rank, left, right };
}

/** The number that a formula is, if it is one. */
export function numberOf(formula: Formula): number | undefined {
  if (formula.kind === "negative") {
    const inner = numberOf(formula.of);
    return inner === undefined ? undefined : -inner;
  }
  if (formula.kind !== "atom" || !/^[(]?[-−]?[\d.]/.test(formula.text)) return undefined;
  const value = Number(formula.text.replace(/[()]/g, "").replace("−", "-"));
  return Number.isNaN(value) ? undefined : value;
}

/** Write a formula as one line of text, with as few parentheses as keep its meaning. */
export function write(formula: Formula): string {
  return formula.kind === "atom" ? bare(formula.text) : text(formula);
}

function text(formula: Formula): string {
  switch (formula.kind) {
    case "atom":
      return formula.text;
    case "call":
      return `${formula.name}(${formula.operands.map(write).join(", ")})`;
    case "negative":
      return `−${within(formula.of, RANK.product)}`;
    case "prefix":
      return formula.sign + within(formula.of, RANK.sign);
    case "power":
      return within(formula.base, RANK.atom) + exponentText(formula.exponent);
    case "infix": {
      const { sign, rank } = formula;
      // Only sums and products may follow their own sign without parentheses: a − (b + c), a / (b · c), but a + b + c.
      const least = sign === "+" || sign === "·" ? rank : rank + 1;
      const right = formula.right.kind === "negative" ? `(${text(formula.right)})` : within(formula.right, least);
      return `${within(formula.left, rank)} ${sign} ${right}`;
    }
  }
}

function within(formula: Formula, least: number): string {
  const written = text(formula);
  return rankOf(formula) < least ? `(${written})` : written;
}

function rankOf(formula: Formula): number {
  switch (formula.kind) {
    case "infix":
      return formula.rank;
    case "negative":
    case "prefix":
      return RANK.sign;
    case "power":
      return RANK.power;
    case "atom":
    case "call":
      return RANK.atom;
  }
}

function exponentText(exponent: Formula): string {
  const value = numberOf(exponent);
  if (value !== undefined && Number.isInteger(value) && Math.abs(value) < 1000) {
    return Array.from(String(value), (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "⁻").join("");
  }
  return `^${exponent.kind === "atom" || exponent.kind === "call" ? text(exponent) : `(${text(exponent)})`}`;
}

function isNumber(formula: Formula, value: number): boolean {
  return numberOf(formula) === value;
}

function isCall(text: string): boolean {
  const open = text.indexOf("(");
  return open >= 0 && closing(text, open) === text.length - 1 && (open === 0 || SIMPLE.test(text.slice(0, open)));
}

function bare(text: string): string {
  return text.startsWith("(") && closing(text, 0) === text.length - 1 ? text.slice(1, -1) : text;
}

/** The index of the parenthesis that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "(") depth++;
    if (text[i] === ")" && --depth === 0) return i;
  }
  return -1;
}
