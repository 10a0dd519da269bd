/** Holds `JSON` and `Date` of the interpreted program against the host's. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recordInput } from "../../../src/autodiff/record.ts";
import { Stop } from "../../../src/language/interpreter/meter.ts";
import { ArrayValue } from "../../../src/language/interpreter/values/arrayValue.ts";
import { ObjectValue } from "../../../src/language/interpreter/values/objects.ts";
import { Active } from "../../../src/language/interpreter/values/values.ts";
import { assertSame, construct, guestOutcome, named, newMachine, outcomeOf, toGuest, toHost } from "../host.ts";

const machine = newMachine({ steps: 1e12, time: 1e9, memory: 1e12 });

describe("JSON", () => {
  it("reads and writes any data as the host does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 0, 2, 20, "\t", "--->++++++++++", true), (data, space) => {
        const text = JSON.stringify(data);
        const parsed = machine.call(named(machine, "JSON.parse"), undefined, [text]);
        assert.deepEqual(toHost(machine, parsed), JSON.parse(text));
        const written = machine.call(named(machine, "JSON.stringify"), undefined, [
          parsed,
          null,
          toGuest(machine, space),
        ]);
        assert.equal(written, JSON.stringify(JSON.parse(text), null, space as string));
      }),
      { numRuns: 500 },
    );
  });

  it("refuses wrong texts with the host's words", () => {
    for (const text of ["", "{", "[1,]", "nul", '{"a":1,}', "\u0000", "1 2"])
      assertSame("JSON.parse", undefined, [text], machine);
  });

  it("asks toJSON, the replacer and the reviver as the host does", () => {
    const data = {
      a: [1, { b: 2 }],
      c: "x",
      d: undefined,
      e: null,
      f: NaN,
      5: true,
      s: new String("s"),
      n: new Number(3),
    };
    const replacer = function (this: unknown, key: string, value: unknown): unknown {
      return key === "b" ? undefined : typeof value === "number" ? value + 1 : value;
    };
    assertSame("JSON.stringify", undefined, [data, replacer, 1], machine);
    assertSame("JSON.stringify", undefined, [data, ["a", "b", 5], "  "], machine);
    assertSame("JSON.stringify", undefined, [{ toJSON: () => "mine", a: 1 }], machine);
    assertSame("JSON.stringify", undefined, [new Date(0)], machine);
    assertSame("JSON.stringify", undefined, [undefined], machine);
    assertSame("JSON.stringify", undefined, [1n], machine);
    assertSame("JSON.stringify", undefined, ["\ud800\u2028\n"], machine);
    const reviver = (key: string, value: unknown): unknown =>
      key === "b" ? undefined : Array.isArray(value) ? value.length : value;
    assertSame("JSON.parse", undefined, ['{"a":[1,2],"b":1,"c":{"b":2,"d":[[]]}}', reviver], machine);
  });

  it("names the circle of an object that contains itself in the host's words", () => {
    for (const depth of [0, 1, 2, 3, 4, 6]) {
      const host: Record<string, unknown> = {};
      let inner = host;
      for (let i = 0; i < depth; i++) inner = inner[`k${i}`] = (i % 2 === 0 ? {} : []) as Record<string, unknown>;
      inner["0"] = host;
      const guest = new ObjectValue(machine.intrinsics.object);
      let guestInner = guest;
      for (let i = 0; i < depth; i++) {
        const next =
          i % 2 === 0 ? new ObjectValue(machine.intrinsics.object) : new ArrayValue(machine.intrinsics.array, []);
        guestInner.put(`k${i}`, next);
        guestInner = next;
      }
      guestInner.put("0", guest);
      if (depth > 1 && depth % 2 === 0) continue;
      assert.deepEqual(
        guestOutcome(machine, () => machine.call(named(machine, "JSON.stringify"), undefined, [guest])),
        outcomeOf(() => JSON.stringify(host)),
      );
    }
  });

  it("keeps `__proto__` a key like any other", () => {
    const parsed = machine.call(named(machine, "JSON.parse"), undefined, [
      '{"__proto__":{"polluted":1}}',
    ]) as ObjectValue;
    assert.equal(parsed.proto, machine.intrinsics.object);
    assert.equal(machine.call(named(machine, "JSON.stringify"), undefined, [parsed]), '{"__proto__":{"polluted":1}}');
  });

  it("writes active numbers as plain ones", () => {
    const active = new Active(recordInput(machine.tape, 0.1, 0));
    const list = new ArrayValue(machine.intrinsics.array, [active]);
    assert.equal(machine.call(named(machine, "JSON.stringify"), undefined, [list]), "[0.1]");
  });

  it("reads texts that are nested deeply, and refuses to write them as the host does", () => {
    const text = "[".repeat(50_000) + "]".repeat(50_000);
    const parsed = machine.call(named(machine, "JSON.parse"), undefined, [text]);
    const result = guestOutcome(machine, () => machine.call(named(machine, "JSON.stringify"), undefined, [parsed]));
    assert.deepEqual(result, { kind: "error", name: "RangeError", message: "Maximum call stack size exceeded" });
    assert.equal(machine.depth, 0);
  });

  it("ends within the budget", () => {
    const small = newMachine({ memory: 1e6 });
    const text = JSON.stringify(new Array(1e6).fill(1));
    assert.throws(() => small.call(named(small, "JSON.parse"), undefined, [text]), Stop);
  });
});

describe("Date", () => {
  const method = (name: string) => named(machine, `Date.prototype.${name}`);
  const time = fc.integer({ min: -8_640_000_000, max: 8_640_000_000 }).map((seconds) => seconds * 1000 + 7);
  const readers = Object.getOwnPropertyNames(Date.prototype).filter(
    (name) => /^(get|to)/.test(name) || name === "valueOf",
  );
  const setters = Object.getOwnPropertyNames(Date.prototype).filter((name) => name.startsWith("set"));

  it("tells of any time what the host's tells", () => {
    fc.assert(
      fc.property(fc.oneof(time, fc.constant(NaN)), (value) => {
        const date = construct(machine, "Date", [value]);
        for (const name of readers) {
          const expected = outcomeOf(() => (new Date(value)[name as "getTime"] as () => unknown)());
          assert.deepEqual(
            guestOutcome(machine, () => machine.call(method(name), date, [])),
            expected,
            name,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is changed as the host's", () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: -70, max: 3_000 }), fc.constantFrom(NaN, 1.7)), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.oneof(time, fc.constant(NaN)), fc.constantFrom(...setters), numbers, (value, name, args) => {
        const host = new Date(value);
        const guest = construct(machine, "Date", [value]);
        const expected: unknown = Reflect.apply(Reflect.get(host, name) as () => number, host, args);
        assert.equal(machine.call(method(name), guest, args), expected, name);
        assert.equal((toHost(machine, guest) as Date).getTime(), host.getTime());
      }),
      { numRuns: 500 },
    );
  });

  it("is made from parts, texts and other dates", () => {
    for (const args of [
      [2020, 1],
      [99, 0, 1],
      [2020, 1, 30, 25, 61, 61, 1001],
      ["2020-01-01"],
      ["March 7, 2021 10:00"],
      ["nonsense"],
      [null],
      [undefined],
    ] as const)
      assert.equal(
        (toHost(machine, construct(machine, "Date", args)) as Date).getTime(),
        new Date(...(args as unknown as [number])).getTime(),
      );
    assertSame("Date.UTC", undefined, [2020, 1, 2], machine);
    assertSame("Date.UTC", undefined, [], machine);
    assertSame("Date.parse", undefined, ["2020-02-30T00:00Z"], machine);
    assertSame("Date.prototype.getTime", {}, [], machine);
    assertSame(
      "Date.prototype.toLocaleDateString",
      new Date(0),
      ["de-DE", { timeZone: "UTC", month: "long" }],
      machine,
    );
  });

  it("stands still", () => {
    assert.equal(machine.call(named(machine, "Date.now"), undefined, []), Date.UTC(2000, 0, 1));
    assert.deepEqual(toHost(machine, construct(machine, "Date", [])), new Date("2000-01-01T00:00:00Z"));
    assert.equal(machine.call(named(machine, "performance.now"), undefined, []), 0);
  });
});
