/** Does the same to several views of one buffer in the interpreted program and in the host, and compares every byte. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ArrayBufferValue } from "../../../src/language/interpreter/builtins/typedArray/arrayBuffer.ts";
import { TypedArrayValue } from "../../../src/language/interpreter/builtins/typedArray/typedArray.ts";
import type { ObjectValue } from "../../../src/language/interpreter/values/objects.ts";
import type { Value } from "../../../src/language/interpreter/values/values.ts";
import { construct, guestOutcome, invoke, outcomeOf } from "../host.ts";
import { active, hostClass, machine, make, names } from "./typedArrays.ts";

type HostArray = Float64Array;

const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.integer({ min: -300, max: 300 }),
  fc.constantFrom(-0, 0, NaN, 1e40, 0.1, 2 ** 31, 255.5, 254.5),
);
const offset = fc.integer({ min: 0, max: 40 });

/** Something that both sides do to several views of one buffer. */
type Step =
  | {
      readonly kind: "write";
      readonly view: number;
      readonly index: number;
      readonly value: number;
      readonly isActive: boolean;
    }
  | {
      readonly kind: "fill";
      readonly view: number;
      readonly value: number;
      readonly from: number;
      readonly to: number;
      readonly isActive: boolean;
    }
  | {
      readonly kind: "copyWithin";
      readonly view: number;
      readonly at: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: "set"; readonly view: number; readonly source: number; readonly at: number }
  | { readonly kind: "method"; readonly view: number; readonly name: "reverse" | "sort" }
  | {
      readonly kind: "data";
      readonly at: number;
      readonly type: "Float32" | "Float64" | "Int16";
      readonly value: number;
      readonly littleEndian: boolean;
      readonly isActive: boolean;
    };

const view = fc.integer({ min: 0, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("write" as const),
    view,
    index: fc.integer({ min: -1, max: 12 }),
    value: number,
    isActive: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("fill" as const),
    view,
    value: number,
    from: fc.integer({ min: -3, max: 6 }),
    to: fc.integer({ min: -3, max: 9 }),
    isActive: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("copyWithin" as const),
    view,
    at: fc.integer({ min: -3, max: 6 }),
    from: fc.integer({ min: -3, max: 6 }),
    to: fc.integer({ min: -3, max: 9 }),
  }),
  fc.record({ kind: fc.constant("set" as const), view, source: view, at: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant("method" as const), view, name: fc.constantFrom("reverse" as const, "sort" as const) }),
  fc.record({
    kind: fc.constant("data" as const),
    at: offset,
    type: fc.constantFrom("Float32" as const, "Float64" as const, "Int16" as const),
    value: number,
    littleEndian: fc.boolean(),
    isActive: fc.boolean(),
  }),
);

const given = (value: number, isActive: boolean): Value => (isActive ? active(value) : value);

function onHost(step: Step, views: readonly HostArray[], data: DataView): unknown {
  switch (step.kind) {
    case "write":
      views[step.view]![step.index] = step.value;
      return undefined;
    case "fill":
      views[step.view]!.fill(step.value, step.from, step.to);
      return undefined;
    case "copyWithin":
      views[step.view]!.copyWithin(step.at, step.from, step.to);
      return undefined;
    case "set":
      views[step.view]!.set(views[step.source]!, step.at);
      return undefined;
    case "method":
      views[step.view]![step.name]();
      return undefined;
    case "data":
      data[`set${step.type}`](step.at, step.value, step.littleEndian);
      return data[`get${step.type}`](step.at, step.littleEndian);
  }
}

function onGuest(step: Step, views: readonly TypedArrayValue[], data: ObjectValue): Value {
  switch (step.kind) {
    case "write":
      views[step.view]!.setIndex(machine, step.index, given(step.value, step.isActive));
      return undefined;
    case "fill":
      invoke(machine, views[step.view], "fill", given(step.value, step.isActive), step.from, step.to);
      return undefined;
    case "copyWithin":
      invoke(machine, views[step.view], "copyWithin", step.at, step.from, step.to);
      return undefined;
    case "set":
      return invoke(machine, views[step.view], "set", views[step.source], step.at);
    case "method":
      invoke(machine, views[step.view], step.name);
      return undefined;
    case "data":
      invoke(machine, data, `set${step.type}`, step.at, given(step.value, step.isActive), step.littleEndian);
      return invoke(machine, data, `get${step.type}`, step.at, step.littleEndian);
  }
}

describe("views of one buffer", () => {
  it("stay bit-identical to the host's, and an active element always has its bytes' value", () => {
    const kinds = fc.array(fc.constantFrom(...names.filter((name) => !name.startsWith("Big"))), {
      minLength: 5,
      maxLength: 5,
    });
    const starts = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(kinds, starts, fc.array(step, { minLength: 1, maxLength: 12 }), (chosen, offsets, steps) => {
        const host = new ArrayBuffer(48);
        const guest = construct(machine, "ArrayBuffer", [48]);
        assert.ok(guest instanceof ArrayBufferValue);
        const hostViews = chosen.map((name, i) => new (hostClass(name))(host, offsets[i]! * 8));
        const guestViews = chosen.map((name, i) => make(name, guest, offsets[i]! * 8));
        const hostData = new DataView(host);
        const guestData = construct(machine, "DataView", [guest]);
        for (const each of steps) {
          // The bits of a NaN that is converted are the implementation's own, and other views would see them.
          if (each.kind === "set" && Array.from(hostViews[each.source]!, Number).some(Number.isNaN)) continue;
          const expected = outcomeOf(() => onHost(each, hostViews, hostData));
          assert.deepEqual(
            guestOutcome(machine, () => onGuest(each, guestViews, guestData)),
            expected,
          );
          assert.deepEqual(new Uint8Array(guest.bytes), new Uint8Array(host));
          guestViews.forEach((array, i) => {
            for (let index = 0; index < array.length; index++)
              assert.ok(Object.is(machine.plain(array.getIndex(machine, index)), hostViews[i]![index]));
          });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
