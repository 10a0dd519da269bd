/** Holds `Math` of the interpreted program against the host's, and what it records. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { OPERATIONS } from "../../../src/autodiff/operations/operations.ts";
import { recordInput } from "../../../src/autodiff/record.ts";
import { backward } from "../../../src/autodiff/sweep.ts";
import { Stop } from "../../../src/language/interpreter/meter.ts";
import { Active, type Value } from "../../../src/language/interpreter/values/values.ts";
import { assertSame, named, newMachine } from "../host.ts";

const names = Object.getOwnPropertyNames(Math).filter(
  (name) => typeof Math[name as "abs"] === "function" && name !== "random",
);
const machine = newMachine({ steps: 1e12, time: 1e9, memory: 1e12 });
const call = (name: string, ...args: Value[]) => machine.call(named(machine, `Math.${name}`), undefined, args);

describe("Math", () => {
  it("has the host's functions, with its values to the bit", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }), fc.constantFrom("3", null, undefined, true)), {
          maxLength: 4,
        }),
        (name, args) => {
          assertSame(`Math.${name}`, undefined, args, machine);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it("records a step with the host's value where an operand is active", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.double(), fc.double(), fc.boolean(), (name, x, y, isActive) => {
        const second = isActive ? new Active(recordInput(machine.tape, y, 0)) : y;
        machine.site = 7;
        const result = call(name, new Active(recordInput(machine.tape, x, 0)), second);
        assert.ok(result instanceof Active);
        assert.ok(Object.is(machine.number(result), Math[name as "pow"](x, y)), name);
        assert.equal(OPERATIONS[machine.tape.op[result.node]!]!.name, name);
        assert.equal(machine.tape.tag[result.node], 7);
      }),
      { numRuns: 2_000 },
    );
  });

  it("passes gradients through max, hypot and pow", () => {
    const [x, y] = [3, 4].map((value) => new Active(recordInput(machine.tape, value, 0)));
    const gradient = (result: Value) => {
      const all = backward(machine.tape, (result as Active).node);
      return [all[x!.node], all[y!.node]];
    };
    assert.deepEqual(gradient(call("max", 1, x, y)), [0, 1]);
    assert.deepEqual(gradient(call("hypot", x, y)), [0.6, 0.8]);
    assert.deepEqual(gradient(call("pow", x, 2)), [6, 0]);
  });

  it("draws the same random numbers in each run, all inactive and from 0 to before 1", () => {
    const draw = () => {
      const fresh = newMachine();
      return Array.from({ length: 1_000 }, () => fresh.call(named(fresh, "Math.random"), undefined, []) as number);
    };
    const drawn = draw();
    assert.deepEqual(draw(), drawn);
    assert.ok(drawn.every((value) => value >= 0 && value < 1));
    assert.equal(new Set(drawn).size, drawn.length);
    const mean = drawn.reduce((sum, value) => sum + value) / drawn.length;
    assert.ok(Math.abs(mean - 0.5) < 0.05, String(mean));
  });

  it("pays for long lists of arguments", () => {
    const small = newMachine({ steps: 20_000 });
    assert.throws(() => small.call(named(small, "Math.max"), undefined, new Array<number>(100_000).fill(1)), Stop);
  });
});
