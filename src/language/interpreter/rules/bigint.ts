/** Bigints of many digits: how long they may become, and what working with them costs. Short ones are free. */
import type { Machine } from "../machine.ts";

/** Bits of the longest bigint that a program may make. */
const LONGEST = 4e6;

/** End the run if a bigint of so many bits would be too long. */
export function requireShort(machine: Machine, bits: number): void {
  if (bits > LONGEST) throw machine.stop("budget/memory", "A bigint became too long");
}

/** Bits that a bigint needs, roughly, and at least 32. */
function bitsOf(x: bigint): number {
  return x < 0xffff_ffffn && x > -0xffff_ffffn ? 32 : x.toString(16).length * 4;
}

function isShort(x: bigint): boolean {
  return x <= 0xffff_ffff_ffff_ffffn && x >= -0xffff_ffff_ffff_ffffn;
}

/** Multiply. */
export function bigProduct(machine: Machine, x: bigint, y: bigint): bigint {
  requireShort(machine, bitsOf(x) + bitsOf(y));
  return x * y;
}

/** Raise to a power. */
export function bigPower(machine: Machine, x: bigint, y: bigint): bigint {
  if (y > 0n && x !== 0n && x !== 1n && x !== -1n) {
    requireShort(machine, Number(y) * bitsOf(x));
    payForBits(machine, Number(y) * bitsOf(x));
  }
  return x ** y;
}

/** Shift to the left, or to the right by a negative number of bits. */
export function bigShiftLeft(machine: Machine, x: bigint, y: bigint): bigint {
  if (y > 0n && x !== 0n) requireShort(machine, Number(y) + bitsOf(x));
  return x << y;
}

/** Pay for working with two bigints. */
export function payForArithmetic(machine: Machine, x: bigint, y: bigint): void {
  if (!isShort(x) || !isShort(y)) payForBits(machine, bitsOf(x) + bitsOf(y));
}

/** The work grows faster than the length: multiplying 2 000 words by as many takes as long as some thousand steps. */
function payForBits(machine: Machine, bits: number): void {
  machine.pay(Math.trunc((bits / 64) ** 1.5 / 32));
}

/** Pay for what a bigint needs of memory. */
export function payForResult(machine: Machine, result: bigint): void {
  if (!isShort(result)) machine.allocate(bitsOf(result) / 4);
}

/** Pay for writing a bigint in digits. */
export function payForWriting(machine: Machine, value: bigint): void {
  if (isShort(value)) return;
  const words = bitsOf(value) / 64;
  machine.pay(Math.trunc(words + (words * words) / 128));
  machine.allocate(words * 20);
}
