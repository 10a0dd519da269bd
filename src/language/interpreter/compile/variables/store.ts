/** Writes of variables; who uses one that only stores and names does that itself, without a call. */
import type { Machine } from "../../machine.ts";
import type { Names } from "../../recording.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Active, type Value } from "../../values/values.ts";
import type { Code, Run } from "../context.ts";
import { quickStore } from "../quick.ts";
import type { MemberNames } from "./memberNames.ts";
import type { Frame } from "./scope.ts";

/** A compiled write. */
export type Write = (frame: Frame, value: Value) => void;

/** What code that only writes a variable of the current frame does. */
export interface Store {
  readonly slot: number;
  /** The name that an active number gets. */
  readonly name: number;
  readonly names: Names;
  readonly machine: Machine;
  /** The names of what an array or an object holds. */
  readonly members: MemberNames;
}

const stores = new WeakMap<Write, Store>();

/** A write of a variable of the current frame, whose value gets a name. */
export function localStore(store: Store): Write {
  const { slot, name, names, machine, members } = store;
  const write: Write = (frame, value) => {
    frame.slots[slot] = value;
    if (value instanceof Active) names.give(value.node, name, machine.depth);
    else if (value instanceof ObjectValue) members.give(value);
  };
  stores.set(write, store);
  return write;
}

/** Whether a write does no more than storing and naming. */
export function isStore(write: Write): boolean {
  return stores.has(write);
}

/** Compile an assignment as a statement. */
export function storeStatement(write: Write, value: Code): Run {
  const store = stores.get(write);
  if (store === undefined)
    return (frame) => {
      write(frame, value(frame));
      return undefined;
    };
  const quick = quickStore(store, value);
  if (quick !== undefined) return quick;
  const { slot, name, names, machine, members } = store;
  return (frame) => {
    const stored = value(frame);
    frame.slots[slot] = stored;
    if (stored instanceof Active) names.give(stored.node, name, machine.depth);
    else if (stored instanceof ObjectValue) members.give(stored);
    return undefined;
  };
}

/** Compile an assignment as an expression. */
export function storeExpression(write: Write, value: Code): Code {
  return (frame) => {
    const stored = value(frame);
    write(frame, stored);
    return stored;
  };
}
