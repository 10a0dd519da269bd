/** Holds the list of built-in objects against the host's: names, lengths, attributes. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { FunctionValue } from "../../../src/language/interpreter/values/functionValue.ts";
import { ObjectValue } from "../../../src/language/interpreter/values/objects.ts";
import type { Key, Value } from "../../../src/language/interpreter/values/values.ts";
import { newMachine } from "../host.ts";

const machine = newMachine();

/** What the host has and a program does not find: hooks of Node's, and what came after Node 20. */
const absent = new Set(
  (
    "Error.prepareStackTrace Function.prototype.arguments Function.prototype.caller Symbol.dispose Symbol.asyncDispose " +
    "ArrayBuffer.prototype.resize ArrayBuffer.prototype.transfer ArrayBuffer.prototype.transferToFixedLength ArrayBuffer.prototype.detached " +
    "Array.fromAsync Object.groupBy Map.groupBy Iterator Float16Array SuppressedError DisposableStack AsyncDisposableStack " +
    "Math.f16round Math.sumPrecise RegExp.escape Promise.try Error.isError"
  ).split(" "),
);
/** What belongs to the host's own console and clock. */
const foreign = new Set(
  (
    "console performance structuredClone queueMicrotask " +
    "setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate"
  ).split(" "),
);

/** Compare the properties of two objects, and of the functions and objects in them. */
function compare(
  path: string,
  host: object,
  guest: ObjectValue,
  differences: string[],
  seen = new Set<object>(),
): void {
  if (seen.has(host)) return;
  seen.add(host);
  for (const key of Reflect.ownKeys(host)) {
    const name = path === "" ? String(key) : `${path}.${String(key)}`;
    const property = guest.own(key);
    if (foreign.has(name) || absent.has(name) || (path === "" && property === undefined)) continue;
    const description = Object.getOwnPropertyDescriptor(host, key)!;
    if (property === undefined) {
      if (!/\.(union|intersection|difference|symmetricDifference|is\w+Of|is\w+From|getOrInsert\w*)$/.test(name))
        differences.push(`${name} is missing`);
      continue;
    }
    const ours = [property.enumerable, property.configurable, property.isAccessor || property.writable];
    const theirs = [description.enumerable, description.configurable, "get" in description || description.writable];
    if (String(ours) !== String(theirs))
      differences.push(`${name} has attributes ${String(ours)} and not ${String(theirs)}`);
    const value = property.isAccessor ? property.getter : property.value;
    compareValue(name, (description.value ?? Reflect.get(description, "get")) as unknown, value, differences, seen);
  }
}

function compareValue(name: string, host: unknown, guest: Value, differences: string[], seen: Set<object>): void {
  if (typeof host === "function" || (typeof host === "object" && host !== null)) {
    if (!(guest instanceof ObjectValue) || guest instanceof FunctionValue !== (typeof host === "function")) {
      differences.push(`${name} is no ${typeof host}`);
      return;
    }
    compare(name, host, guest, differences, seen);
  } else if (!Object.is(host, guest)) differences.push(`${name} is not ${String(host)}`);
}

it("Every built-in object that Node has and a program may use is there, alike", () => {
  const differences: string[] = [];
  compare("", globalThis, machine.intrinsics.global, differences);
  assert.deepEqual(differences, []);
});

it("Global names are those of the language", () => {
  // Newer Nodes have `Iterator`, too.
  const names = new Set<Key>([...Object.getOwnPropertyNames(globalThis), "Iterator"]);
  const unknown = machine.intrinsics.global.ownKeys().filter((key) => typeof key === "string" && !names.has(key));
  assert.deepEqual(unknown, []);
});

it("Programs share no built-in object", () => {
  const other = newMachine().intrinsics;
  const own = machine.intrinsics;
  assert.notEqual(own.array, other.array);
  own.object.put("polluted", 1);
  assert.equal(other.object.has("polluted"), false);
  own.object.delete("polluted");
});
