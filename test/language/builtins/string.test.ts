/** Holds strings, numbers, booleans and bigints of the interpreted program against the host's. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recordInput } from "../../../src/autodiff/record.ts";
import { Stop } from "../../../src/language/interpreter/meter.ts";
import { listOf } from "../../../src/language/interpreter/rules/iteration.ts";
import type { ObjectValue } from "../../../src/language/interpreter/values/objects.ts";
import { Active } from "../../../src/language/interpreter/values/values.ts";
import { assertSame, construct, invoke, named, newMachine } from "../host.ts";

const machine = newMachine({ steps: 1e12, time: 1e9, memory: 1e12 });

const text = fc.string({
  unit: fc.constantFrom("a", "b", "A", "é", "ß", "İ", " ", "\t", "1", "-", "😀", "\ud83d", "e\u0301"),
  maxLength: 8,
});
const argument = fc.oneof(
  fc.integer({ min: -10, max: 10 }),
  text,
  fc.constantFrom(undefined, null, true, NaN, Infinity, -Infinity, 1.5, -0, "2", "NFD"),
  fc.double(),
);

/** Methods that make no long strings of small arguments. */
const methods = [
  ...["at", "charAt", "charCodeAt", "codePointAt", "concat", "endsWith", "includes", "indexOf", "isWellFormed"],
  ...[
    "lastIndexOf",
    "normalize",
    "padEnd",
    "padStart",
    "repeat",
    "replace",
    "replaceAll",
    "slice",
    "split",
    "startsWith",
  ],
  ...[
    "substr",
    "substring",
    "toLowerCase",
    "toUpperCase",
    "toString",
    "toWellFormed",
    "trim",
    "trimEnd",
    "trimStart",
    "valueOf",
  ],
  ...["anchor", "big", "fontcolor", "link", "sub", "trimLeft", "trimRight", "match", "search"],
];

describe("strings", () => {
  it("have the host's methods with the host's results", () => {
    const args = fc.array(argument, { maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...methods), text, args, (method, receiver, given) => {
        const isHuge = ["repeat", "padEnd", "padStart"].includes(method) && Number(given[0]) > 1e6;
        if (!isHuge && !(method === "match" && given.length === 0))
          assertSame(`String.prototype.${method}`, receiver, given, machine);
      }),
      { numRuns: 4_000 },
    );
  });

  it("have all of the host's methods, with names and lengths", () => {
    for (const [path, host] of [
      ["String.prototype", String.prototype],
      ["Number.prototype", Number.prototype],
      ["String", String],
      ["Number", Number],
      ["BigInt", BigInt],
      ["BigInt.prototype", BigInt.prototype],
      ["RegExp.prototype", RegExp.prototype],
      ["RegExp", RegExp],
      ["Math", Math],
      ["JSON", JSON],
      ["Date", Date],
      ["Date.prototype", Date.prototype],
      ["ArrayBuffer.prototype", ArrayBuffer.prototype],
      ["DataView.prototype", DataView.prototype],
      ["Float32Array", Float32Array],
    ] as const) {
      const guest = named(machine, path) as ObjectValue;
      for (const key of Reflect.ownKeys(host)) {
        const own = guest.own(key);
        const expected = Object.getOwnPropertyDescriptor(host, key)!;
        assert.ok(own, `${path}.${String(key)}`);
        assert.deepEqual(
          [own.enumerable, own.configurable, own.isAccessor],
          [expected.enumerable, expected.configurable, expected.get !== undefined],
          `${path}.${String(key)}`,
        );
        const guestFunction = own.isAccessor ? own.getter : own.value;
        const hostFunction: unknown = own.isAccessor ? Reflect.get(expected, "get") : expected.value;
        if (typeof hostFunction !== "function") continue;
        const shown = ["name", "length"].map((name) => (guestFunction as ObjectValue).get(machine, name));
        // Symbol.toStringTag's getter and the like are named alike in both.
        assert.deepEqual(shown, [hostFunction.name, hostFunction.length], `${path}.${String(key)}`);
      }
    }
  });

  it("refuse what the host's refuse, in the same words", () => {
    const cases: [string, unknown, unknown[]][] = [
      ["String.prototype.at", null, []],
      ["String.prototype.trim", undefined, []],
      ["String.prototype.repeat", "a", [-1]],
      ["String.prototype.repeat", "a", [Infinity]],
      ["String.prototype.repeat", "a", [1e10]],
      ["String.prototype.padEnd", "a", [1e10]],
      ["String.prototype.normalize", "a", ["x"]],
      ["String.prototype.startsWith", "a", [/a/]],
      ["String.prototype.replaceAll", "a", [/a/, ""]],
      ["String.prototype.matchAll", "a", [/a/]],
      ["String.prototype.toString", 1, []],
      ["String.prototype.localeCompare", "a", ["b", "xx-"]],
      ["String.fromCodePoint", undefined, [-1]],
      ["String.fromCodePoint", undefined, ["a"]],
      ["String.raw", undefined, []],
      ["Number.prototype.toFixed", 1, [101]],
      ["Number.prototype.toString", 1, [1]],
      ["Number.prototype.toPrecision", 1, [0]],
      ["Number.prototype.valueOf", "x", []],
      ["Boolean.prototype.toString", 1, []],
      ["BigInt", undefined, [1.5]],
      ["BigInt", undefined, ["x"]],
      ["BigInt", undefined, [undefined]],
      ["BigInt.asUintN", undefined, [-1, 1n]],
      ["BigInt.asIntN", undefined, [8, 1]],
      ["BigInt.prototype.toString", 1, []],
      ["BigInt.prototype.toString", 1n, [1]],
    ];
    for (const [path, receiver, args] of cases) assertSame(path, receiver, args, machine);
  });

  it("compare, build and iterate as the host's do", () => {
    assertSame("String.prototype.localeCompare", "a", ["B"], machine);
    assertSame("String.prototype.localeCompare", "10", ["9", "en", { numeric: true }], machine);
    assertSame("String.prototype.localeCompare", "a", ["A", undefined, { sensitivity: "base" }], machine);
    assertSame("String.fromCharCode", undefined, [72, 105, 65536 + 33], machine);
    assertSame("String.fromCodePoint", undefined, [0x1f600, 65], machine);
    assertSame("String.raw", undefined, [{ raw: ["a", "b", "c"] }, 1, 2, 3], machine);
    assertSame("String.prototype.split", "a,b,c", [",", 2], machine);
    assertSame("String.prototype.replace", "abab", ["b", (...args: unknown[]) => args.join("|")], machine);
    assertSame("String.prototype.replaceAll", "abab", ["", "-"], machine);
    assertSame("String.prototype.replaceAll", "abab", ["b", "[$&$`$']"], machine);
    assert.deepEqual(listOf(machine, "a😀\ud83d"), Array.from("a😀\ud83d"));
    assert.equal(construct(machine, "String", ["xyz"]).get(machine, "1"), "y");
  });

  it("end within the budget however long they are to be", () => {
    const small = newMachine({ memory: 1e7 });
    const call = (path: string, receiver: string, ...args: number[]) => small.call(named(small, path), receiver, args);
    assert.throws(() => call("String.prototype.repeat", "ab", 2e8), Stop);
    assert.throws(() => call("String.prototype.padEnd", "ab", 5e8), Stop);
  });
});

describe("numbers", () => {
  it("are written and read as the host does", () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 2, max: 36 }),
        (number, digits, radix) => {
          assertSame("Number.prototype.toFixed", number, [digits], machine);
          assertSame("Number.prototype.toPrecision", number, [digits + 1], machine);
          assertSame("Number.prototype.toExponential", number, [digits], machine);
          assertSame("Number.prototype.toString", number, [radix], machine);
          assertSame("Number.prototype.toLocaleString", number, [], machine);
          assertSame("parseFloat", undefined, [`${number}px`], machine);
          assertSame("parseInt", undefined, [String(number), radix], machine);
          assertSame("Number", undefined, [String(number)], machine);
          for (const name of ["isFinite", "isInteger", "isNaN", "isSafeInteger"])
            assertSame(`Number.${name}`, undefined, [number], machine);
        },
      ),
      { numRuns: 300 },
    );
    assertSame("Number.prototype.toLocaleString", 1234.5, ["de-DE", { style: "currency", currency: "EUR" }], machine);
    assertSame("Number", undefined, [12n], machine);
  });

  it("stay active through Number and become texts as plain numbers", () => {
    const active = new Active(recordInput(machine.tape, 2.5, 0));
    assert.equal(machine.call(named(machine, "Number"), undefined, [active]), active);
    assert.equal(invoke(machine, construct(machine, "Number", [active]), "valueOf"), active);
    assert.equal(machine.call(named(machine, "Number.prototype.toFixed"), active, [2]), "2.50");
    assert.equal(machine.call(named(machine, "parseFloat"), undefined, [active]), 2.5);
    assert.equal(machine.call(named(machine, "Number.isInteger"), undefined, [active]), false);
  });

  it("can be whole and of any size", () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 2, max: 36 }),
        (value, bits, radix) => {
          assertSame("BigInt.asIntN", undefined, [bits, value], machine);
          assertSame("BigInt.asUintN", undefined, [bits, value], machine);
          assertSame("BigInt.prototype.toString", value, [radix], machine);
          assertSame("BigInt", undefined, [String(value)], machine);
        },
      ),
      { numRuns: 200 },
    );
    assertSame("BigInt", undefined, [true], machine);
    assertSame("BigInt", undefined, [2 ** 60], machine);
  });
});
