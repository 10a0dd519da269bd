/** What the interpreted program can hold: JavaScript's primitives as they are, active numbers, and objects of our own. No host object is ever among them. */
import type { NodeId } from "../../../autodiff/tape.ts";
import type { Stop } from "../meter.ts";
import type { ObjectValue } from "./objects.ts";

/** A number that remembers how it was made: its value stands on the tape, at its node. To the program it is a number like any other. */
export class Active {
  readonly node: NodeId;

  constructor(node: NodeId) {
    this.node = node;
  }
}

/** How many active numbers are made once and for all: their places in memory do not move, so that storing and dropping them costs nothing. */
const POOLED = 1 << 20;
/** How many of them are made at a time: so seldom that V8 does not copy the making to where they are asked for. */
const BATCH = 1 << 12;
const pool: Active[] = [];

/** The active number of a step. */
export function activeAt(node: NodeId): Active {
  return pool[node] ?? makeActive(node);
}

function makeActive(node: NodeId): Active {
  if (node >= POOLED) return new Active(node);
  while (pool.length < node + BATCH) pool.push(new Active(pool.length));
  return pool[node]!;
}

/** Any value of the interpreted program. */
export type Value = undefined | null | boolean | number | bigint | string | symbol | Active | ObjectValue;

/** What names a property: the program's strings and symbols. Numbers are turned into strings, arrays take them directly. */
export type Key = string | symbol;

/** An exception of the interpreted program on its way to a `catch`. Not an Error of ours: it carries the program's value and where it was thrown. */
export class Thrown {
  readonly value: Value;
  /** The site at which it was thrown; -1 inside a built-in function, until the call fills it in. */
  site: number;
  /** What to say of it if nobody catches it; undefined for what the error itself says. */
  readonly reason: Stop | undefined;

  constructor(value: Value, site = -1, reason?: Stop) {
    this.value = value;
    this.site = site;
    this.reason = reason;
  }
}

/** What a variable holds before its declaration has run. Never seen by the program. */
export const TDZ: Value = Symbol("uninitialized");
