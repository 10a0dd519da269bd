/** Holds typed arrays, buffers and views of the interpreted program against the host's, bit by bit, and follows active numbers through them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { opcodeOf } from "../../../src/autodiff/operations/operations.ts";
import { TypedArrayValue } from "../../../src/language/interpreter/builtins/typedArray/typedArray.ts";
import { Stop } from "../../../src/language/interpreter/meter.ts";
import { listOf } from "../../../src/language/interpreter/rules/iteration.ts";
import type { FunctionValue } from "../../../src/language/interpreter/values/functionValue.ts";
import type { ObjectValue } from "../../../src/language/interpreter/values/objects.ts";
import { Active, type Value } from "../../../src/language/interpreter/values/values.ts";
import { assertSame, construct, guestOutcome, invoke, named, newMachine, outcomeOf, toGuest, toHost } from "../host.ts";
import { active, hostClass, machine, make, names } from "./typedArrays.ts";

describe("typed arrays", () => {
  it("have the host's methods with the host's results", () => {
    const calls: [string, unknown[]][] = [
      ["at", [-1]],
      ["at", [9]],
      ["copyWithin", [1, 0, 2]],
      ["every", [(x: number) => x > 1]],
      ["fill", [7, 1]],
      ["filter", [(x: number) => x > 1]],
      ["find", [(x: number) => x > 1]],
      ["findIndex", [(x: number) => x > 1]],
      ["findLast", [(x: number) => x > 1]],
      ["findLastIndex", [(x: number) => x > 9]],
      ["includes", [2]],
      ["indexOf", [2]],
      ["indexOf", [2, -1]],
      ["lastIndexOf", [3]],
      ["lastIndexOf", [3, 1]],
      ["join", ["-"]],
      ["join", []],
      ["map", [(x: number) => x * 2.5]],
      ["reduce", [(a: number, b: number) => a + b]],
      ["reduceRight", [(a: string, b: number) => a + String(b), ""]],
      ["reverse", []],
      ["slice", [1, -1]],
      ["some", [(x: number) => x > 2]],
      ["sort", []],
      ["sort", [(a: number, b: number) => b - a]],
      ["subarray", [1, 3]],
      ["toReversed", []],
      ["toSorted", []],
      ["with", [1, 9]],
      ["with", [7, 9]],
      ["map", [1]],
      ["toString", []],
      ["toLocaleString", []],
      ["set", [[1, 2], 1]],
      ["set", [[1, 2, 3, 4, 5]]],
      ["set", [[1], -1]],
      ["sort", [1]],
      ["reduce", [1]],
      ["forEach", [undefined]],
    ];
    for (const name of names.filter((each) => !each.startsWith("Big")))
      for (const [method, args] of calls)
        assertSame(`${name}.prototype.${method}`, hostClass(name).from([3, 1.5, 2, 3]), args, machine);
    for (const method of ["map", "fill", "subarray", "entries", "set", "at"])
      assertSame(`Int8Array.prototype.${method}`, [1], [1], machine);
    assertSame("Float64Array.prototype.sort", Float64Array.of(0, -0, NaN, -1, Infinity), [], machine);
    assertSame("BigInt64Array.prototype.map", BigInt64Array.of(1n, -2n), [(x: bigint) => x * 2n], machine);
    assertSame("Int8Array.prototype.set", new Int8Array(2), [new BigInt64Array(1)], machine);
  });

  it("are made from lengths, lists, iterables and each other, or refused in the host's words", () => {
    for (const name of names)
      for (const arg of [
        undefined,
        3,
        "2",
        null,
        [1, 2.7, -1],
        [1n],
        { length: 2, 0: 5 },
        new Float32Array([1.5]),
        new BigInt64Array([5n]),
        -1,
        1e15,
      ]) {
        assert.deepEqual(
          guestOutcome(machine, () => construct(machine, name, [toGuest(machine, arg)])),
          outcomeOf(() => new (hostClass(name))(arg as number)),
          `${name}(${JSON.stringify(arg, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))})`,
        );
      }
    const buffer = (bytes: number) => construct(machine, "ArrayBuffer", [bytes]);
    for (const [bytes, ...rest] of [[3], [4, 1], [4, 6], [4, 0, 6], [8, 2, 2], [8, 2]] as const)
      assert.deepEqual(
        guestOutcome(machine, () => make("Int16Array", buffer(bytes), ...rest)),
        outcomeOf(() => new Int16Array(new ArrayBuffer(bytes), ...rest)),
      );
    for (const [bytes, ...rest] of [
      [1, 2],
      [1, 0, 3],
      [4, 1, 2],
    ] as const)
      assert.deepEqual(
        guestOutcome(machine, () =>
          construct(machine, "DataView", [buffer(bytes), ...rest]).get(machine, "byteLength"),
        ),
        outcomeOf(() => new DataView(new ArrayBuffer(bytes), ...rest).byteLength),
      );
    for (const name of ["Int8Array", "ArrayBuffer", "DataView"])
      assert.deepEqual(
        guestOutcome(machine, () => machine.call(named(machine, name), undefined, [])),
        outcomeOf(() => {
          (globalThis as unknown as Record<string, () => void>)[name]!();
        }),
      );
    const from = (...args: Value[]) =>
      machine.call(named(machine, "Float32Array.from"), named(machine, "Float32Array"), args);
    assert.deepEqual(toHost(machine, from("123")), Float32Array.from("123"));
    assert.deepEqual(
      toHost(
        machine,
        from(
          toGuest(machine, [1, 2]),
          toGuest(machine, (x: number, i: number) => x / 10 + i),
        ),
      ),
      Float32Array.from([1, 2], (x, i) => x / 10 + i),
    );
    assert.deepEqual(listOf(machine, make("Int8Array", toGuest(machine, [1, 2]))), [1, 2]);
  });

  it("have elements for properties, and nothing between them", () => {
    const array = make("Float64Array", toGuest(machine, [1, 2]));
    assert.deepEqual(
      ["0", "1", "2", "-0", "1.5", "NaN", "-1", "length", "01"].map((key) => array.get(machine, key)),
      [1, 2, undefined, undefined, undefined, undefined, undefined, 2, undefined],
    );
    assert.deepEqual(
      ["0", "2", "-0", "map", "1.5"].map((key) => array.has(key)),
      [true, false, false, true, false],
    );
    assert.equal(array.set(machine, "5", 1), true);
    assert.equal(array.set(machine, "1", "7"), true);
    array.put("name", 1);
    assert.deepEqual(array.ownKeys(), ["0", "1", "name"]);
    assert.deepEqual([array.delete("0"), array.delete("5"), array.get(machine, "1")], [false, true, 7]);
    // The prototype is not asked for what looks like a number.
    machine.intrinsics.typedArrays.Float64Array.put("1.5", "leaked");
    assert.equal(array.get(machine, "1.5"), undefined);
  });

  it("keep numbers active in 64 bits, round them on the tape in 32, and cut them off in integers", () => {
    const x = active(0.1);
    const wide = make("Float64Array", 2);
    wide.setIndex(machine, 1, x);
    assert.equal(wide.getIndex(machine, 1), x);
    const narrow = make("Float32Array", 2);
    narrow.setIndex(machine, 0, x);
    const rounded = narrow.getIndex(machine, 0);
    assert.ok(rounded instanceof Active);
    assert.equal(machine.number(rounded), Math.fround(0.1));
    assert.equal(machine.tape.op[rounded.node], opcodeOf("fround"));
    const whole = make("Int32Array", 1);
    whole.setIndex(machine, 0, active(7.9));
    assert.equal(whole.getIndex(machine, 0), 7);
  });

  it("lose an active number as soon as one of its bytes is written, and only then", () => {
    const buffer = construct(machine, "ArrayBuffer", [16]);
    const wide = make("Float64Array", buffer);
    const bytes = make("Uint8Array", buffer);
    const [x, y] = [active(1.5), active(2.5)];
    wide.setIndex(machine, 0, x);
    wide.setIndex(machine, 1, y);
    assert.equal(make("Float64Array", buffer, 8, 1).getIndex(machine, 0), y);
    assert.equal(bytes.getIndex(machine, 7), 0x3f);
    bytes.setIndex(machine, 15, 0x40);
    assert.equal(wide.getIndex(machine, 1), 2.5);
    assert.equal(wide.getIndex(machine, 0), x);
    wide.setIndex(machine, 0, 1.5);
    assert.equal(wide.getIndex(machine, 0), 1.5);
  });

  it("carry active numbers through copies, sorting and views with either order of bytes", () => {
    const [x, y] = [active(3), active(1)];
    const array = make("Float64Array", 4);
    array.setIndex(machine, 0, x);
    array.setIndex(machine, 2, y);
    const elements = (value: Value) =>
      Array.from({ length: 4 }, (_, i) => (value as TypedArrayValue).getIndex(machine, i));
    assert.deepEqual(elements(invoke(machine, array, "slice")), [x, 0, y, 0]);
    assert.deepEqual(elements(invoke(machine, array, "toReversed")), [0, y, 0, x]);
    assert.deepEqual(elements(invoke(machine, array, "toSorted")), [0, 0, y, x]);
    assert.deepEqual(elements(make("Float64Array", array)), [x, 0, y, 0]);
    assert.deepEqual(elements(make("Float64Array", invoke(machine, array.buffer, "slice", 0))), [x, 0, y, 0]);
    assert.deepEqual(elements(invoke(machine, array, "copyWithin", 1, 0, 3)), [x, x, 0, y]);
    assert.equal(
      invoke(
        machine,
        array,
        "find",
        toGuest(machine, () => true),
      ),
      x,
    );
    const view = construct(machine, "DataView", [array.buffer]);
    invoke(machine, view, "setFloat64", 3, y);
    assert.equal(invoke(machine, view, "getFloat64", 3), y);
    assert.equal(elements(array)[0], machine.plain(elements(array)[0]));
    invoke(machine, view, "setInt8", 10, 0);
    assert.equal(typeof invoke(machine, view, "getFloat64", 3), "number");
    invoke(machine, view, "setFloat64", 8, x, true);
    assert.equal(elements(array)[1], x);
  });

  it("let subclasses make their results", () => {
    const species = named(machine, "Float32Array") as FunctionValue;
    const array = make("Float64Array", 2);
    array.put("constructor", toGuest(machine, { [Symbol.species]: undefined }));
    assert.equal((invoke(machine, array, "slice") as TypedArrayValue).kind.name, "Float64Array");
    (array.get(machine, "constructor") as ObjectValue).put(Symbol.species, species);
    assert.equal((invoke(machine, array, "slice") as TypedArrayValue).kind.name, "Float32Array");
    assert.equal(
      (
        invoke(
          machine,
          array,
          "map",
          toGuest(machine, () => 1),
        ) as TypedArrayValue
      ).kind.name,
      "Float32Array",
    );
  });

  it("end within the budget however long they are to be", () => {
    const small = newMachine({ memory: 1e6 });
    assert.throws(() => construct(small, "Float64Array", [1e9]), Stop);
    assert.throws(() => construct(small, "ArrayBuffer", [4e9]), Stop);
  });
});
