/** Reading and writing variables. */
import { ts } from "../../../parse.ts";
import { assign, trySet } from "../../builtins/object/orThrow.ts";
import { unsupportedGlobals } from "../../builtins/unsupported.ts";
import { similarName } from "../../suggestions.ts";
import { ObjectValue } from "../../values/objects.ts";
import { ABSENT } from "../../values/property.ts";
import { Active, TDZ, type Value } from "../../values/values.ts";
import type { Code, Context } from "../context.ts";
import { siteOf } from "../observe.ts";
import { markVariable } from "../operand.ts";
import { MemberNames } from "./memberNames.ts";
import { frameAt, hopsBetween, type Binding, type BlockScope } from "./scope.ts";
import { localStore, type Write } from "./store.ts";

/** Compile the read of a variable. */
export function readVariable(context: Context, node: ts.Identifier): Code {
  const found = context.scope.find(node.text);
  if (found === undefined) return readGlobal(context, node);
  const { binding } = found;
  const { machine, isObserved } = context.unit;
  const site = siteOf(context, node);
  const { last } = machine;
  const { slot } = binding;
  const hops = hopsBetween(context.scope.plan, binding.plan);
  const { resolve } = binding;
  if (resolve !== undefined)
    return () => {
      const value = resolve();
      return isObserved ? (last[site] = value) : value;
    };
  if (binding.owner !== undefined) return readMember(context, node.text, binding.owner, site);
  if (mayBeUninitialised(context, binding, found.block, node.pos)) {
    const code: Code = (frame) => {
      const value = frameAt(frame, hops).slots[slot];
      if (value === TDZ) throw uninitialised(context, node.text, site);
      return isObserved ? (last[site] = value) : value;
    };
    return isObserved ? code : markVariable(code, slot, hops, true);
  }
  if (failedVariable(context, binding, found.block))
    return (frame) => {
      const value = frameAt(frame, hops).slots[slot];
      if (value === undefined) throw context.unit.failures.get(node.text);
      return isObserved ? (last[site] = value) : value;
    };
  if (!isObserved) return readSlot(slot, hops);
  if (hops === 0) return (frame) => (last[site] = frame.slots[slot]);
  if (hops === 1) return (frame) => (last[site] = frame.parent!.slots[slot]);
  return (frame) => (last[site] = frameAt(frame, hops).slots[slot]);
}

/** Read a variable that is a property. */
function readMember({ unit, scope }: Context, name: string, owner: Binding, site: number): Code {
  const { machine, isObserved } = unit;
  const hops = hopsBetween(scope.plan, owner.plan);
  return (frame) => {
    machine.site = site;
    const value = (frameAt(frame, hops).slots[owner.slot] as ObjectValue).get(machine, name);
    return isObserved ? (machine.last[site] = value) : value;
  };
}

/** Read a slot that is known to be initialised. */
export function readSlot(slot: number, hops: number): Code {
  return markVariable(slotCode(slot, hops), slot, hops, false);
}

function slotCode(slot: number, hops: number): Code {
  if (hops === 0) return (frame) => frame.slots[slot];
  if (hops === 1) return (frame) => frame.parent!.slots[slot];
  if (hops === 2) return (frame) => frame.parent!.parent!.slots[slot];
  return (frame) => frameAt(frame, hops).slots[slot];
}

/** Read one of our own bindings (`this`, `new.target`), which always exists where it is asked for; undefined at the top of a module. */
export function readHidden(context: Context, name: string): Code {
  const found = context.scope.find(name);
  if (found === undefined) return () => undefined;
  return readSlot(found.binding.slot, hopsBetween(context.scope.plan, found.binding.plan));
}

/** Compile a read of `this`, which a derived class's constructor has only after `super()`. */
export function readThis(context: Context, node: ts.Node): Code {
  const { machine } = context.unit;
  const read = readHidden(context, "this");
  if (context.scope.find("super()") === undefined) return read;
  const site = siteOf(context, node);
  return (frame) => {
    const value = read(frame);
    if (value !== TDZ) return value;
    throw machine.error(
      "ReferenceError",
      "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
      site,
    );
  };
}

/** Whether a variable is one of `var` at the top of a module whose statement has failed, so that its value is missing. */
function failedVariable({ unit }: Context, { kind, name }: Binding, block: BlockScope): boolean {
  return kind === "var" && block.parent === undefined && unit.failures.has(name);
}

function mayBeUninitialised(context: Context, binding: Binding, block: BlockScope, position: number): boolean {
  if (binding.kind !== "let" && binding.kind !== "const" && binding.kind !== "class") return false;
  const isSameFunction = context.scope.ofFunction === block.ofFunction;
  if (isSameFunction && !block.isJumpedInto && position >= binding.declaredAt)
    return block.parent === undefined && context.unit.failures.has(binding.name);
  if (isSameFunction) block.resets.push(binding.slot);
  return true;
}

function uninitialised({ unit, scope }: Context, name: string, site: number): unknown {
  const isOfModule = scope.find(name)?.block.parent === undefined;
  const failure = isOfModule ? unit.failures.get(name) : undefined;
  if (failure !== undefined) return failure;
  return unit.machine.error("ReferenceError", `Cannot access '${name}' before initialization`, site);
}

function readGlobal(context: Context, node: ts.Identifier): Code {
  const { machine, isObserved } = context.unit;
  const name = node.text;
  if (name === "undefined") return () => undefined;
  const site = siteOf(context, node);
  const { global } = machine.intrinsics;
  let epoch = -1;
  let value: Value;
  return () => {
    if (epoch !== machine.epoch) {
      value = lookUpGlobal(context, name, site);
      // What is inherited can change without the global object.
      if (global.lookup(name) !== ABSENT) epoch = machine.epoch;
    }
    return isObserved ? (machine.last[site] = value) : value;
  };
}

/** The value of a global variable; a ReferenceError of the program's, or a Stop for one that cannot exist here. */
function lookUpGlobal({ unit, scope }: Context, name: string, site: number): Value {
  const { machine } = unit;
  const { global } = machine.intrinsics;
  machine.site = site;
  // The global object inherits names, too: `hasOwnProperty`.
  if (global.has(name)) return global.get(machine, name);
  const reason = unsupportedGlobals.get(name);
  const text = `${name} is not defined`;
  if (reason === undefined) {
    const thrown = machine.error("ReferenceError", text, site);
    if (thrown.value instanceof ObjectValue)
      machine.suggestions.set(thrown.value, () =>
        similarName(name, [...scope.names(), ...global.ownKeys().filter((key) => typeof key === "string")]),
      );
    throw thrown;
  }
  const stop = machine.stop(reason.code, reason.message, site, reason.help);
  throw reason.isMissing ? machine.refusal("ReferenceError", text, stop) : stop;
}

/** Compile what `typeof name` reads: a missing global is undefined there. */
export function readForTypeof(context: Context, node: ts.Identifier): Code {
  if (context.scope.find(node.text) !== undefined) return readVariable(context, node);
  const { machine } = context.unit;
  return () => machine.intrinsics.global.get(machine, node.text);
}

/** Compile an assignment to a variable; `value`'s step gets the variable's name. */
export function writeVariable(context: Context, node: ts.Identifier, named: ts.Node): Write {
  const found = context.scope.find(node.text);
  const { machine } = context.unit;
  const site = siteOf(context, node);
  if (found === undefined)
    return (_frame, value) => {
      machine.site = site;
      const { global } = machine.intrinsics;
      if (context.isStrict && !global.has(node.text))
        throw machine.error("ReferenceError", `${node.text} is not defined`);
      if (context.isStrict) assign(machine, global, node.text, value);
      else trySet(machine, global, node.text, value, global);
    };
  const { binding, block } = found;
  if (binding.kind === "own-name" && !context.isStrict) return () => undefined;
  if (binding.kind === "const" || binding.kind === "import" || binding.kind === "own-name")
    return (frame) => {
      if (
        binding.kind === "const" &&
        frameAt(frame, hopsBetween(context.scope.plan, binding.plan)).slots[binding.slot] === TDZ
      )
        throw uninitialised(context, node.text, site);
      throw machine.error("TypeError", "Assignment to constant variable.", site);
    };
  const store = storeNamed(context, binding, node, named);
  if (!mayBeUninitialised(context, binding, block, node.pos)) return store;
  const hops = hopsBetween(context.scope.plan, binding.plan);
  return (frame, value) => {
    if (frameAt(frame, hops).slots[binding.slot] === TDZ) throw uninitialised(context, node.text, site);
    store(frame, value);
  };
}

/** Compile the first write of a declared variable. */
export function initialise(context: Context, node: ts.Identifier, named: ts.Node): Write {
  const found = context.scope.find(node.text);
  if (found === undefined) throw new Error(`The declaration of ${node.text} was not hoisted.`);
  return storeNamed(context, found.binding, node, named);
}

function storeNamed(context: Context, binding: Binding, node: ts.Identifier, named: ts.Node): Write {
  const { machine, names, isObserved } = context.unit;
  const { slot } = binding;
  const hops = hopsBetween(context.scope.plan, binding.plan);
  const site = siteOf(context, node);
  const name = names.intern(node.text, siteOf(context, named), false);
  const members = new MemberNames(machine, names, node.text);
  const give = (value: Value): void => {
    if (value instanceof Active) names.give(value.node, name, machine.depth);
    else if (value instanceof ObjectValue) members.give(value);
  };
  const { last } = machine;
  const { owner } = binding;
  if (owner !== undefined) {
    const ownerHops = hopsBetween(context.scope.plan, owner.plan);
    return (frame, value) => {
      machine.site = site;
      assign(machine, frameAt(frame, ownerHops).slots[owner.slot] as ObjectValue, node.text, value);
      if (isObserved) last[site] = value;
      give(value);
    };
  }
  if (!isObserved && hops === 0) return localStore({ machine, names, slot, name, members });
  if (!isObserved)
    return (frame, value) => {
      frameAt(frame, hops).slots[slot] = value;
      give(value);
    };
  return (frame, value) => {
    frameAt(frame, hops).slots[slot] = value;
    last[site] = value;
    give(value);
  };
}
