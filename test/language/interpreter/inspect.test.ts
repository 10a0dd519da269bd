/** Holds the one-line print of values against Node's. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import util from "node:util";
import { inspect } from "../../../src/language/interpreter/inspect/inspect.ts";
import { assertSameTexts } from "../expressions.ts";
import { newMachine, toGuest } from "../host.ts";
import { load } from "../program.ts";

/** What a program that calls `console` leaves in the log. */
function logOf(body: string): readonly string[] {
  const { machine, module } = load(
    "file:///log.js",
    new Map([["file:///log.js", `export const run = () => { ${body} };`]]),
  );
  machine.call(module.read("run")!(), undefined, []);
  return machine.log;
}

it("Values are printed as Node prints them", () => {
  assertSameTexts(`
    ({ a: 1, 'b c': 2, 3: 4, [Symbol('s')]: 5, __proto__: null })
    ({ ['__proto__']: 1 })
    ({ a: { b: { c: { d: 1 } } } })
    [[[[1]]]]
    [[[[]]]]
    [[[{}]]]
    ({ a: { b: { c: {} } } })
    ({ a: { b: { c: new Map() } } })
    ({ a: { b: { c: new Map([[1, 2]]) } } })
    ({ a: { b: { c: [] , d: [1], f() {}, g: new Date(0), h: /x/ } } })
    [1, , , 4, ,]
    Array(5)
    [, 'a']
    Array.from({ length: 105 }, (_, i) => i)
    new Set(Array.from({ length: 103 }, (_, i) => i))
    new Map(Array.from({ length: 101 }, (_, i) => [i, i]))
    Array(200)
    [...Array(99), ...Array(5)]
    [undefined, null, -0, 0, 1n, NaN, true]
    ['it\\'s', "say \\"x\\"", 'both \\' and "', 'all \\' " \`', 'line\\nbreak\\ttab\\\\', '\\u0007\\u007f\\u009f', '\\ud800x', '😀']
    'top'
    Symbol('x')
    Symbol()
    [Symbol.iterator, Symbol('')]
    function foo() {}
    (() => {})
    (function () {})
    class A {}
    class extends Array {}
    (class B extends Map {})
    Object.assign(function foo() {}, { a: 1 }).a
    function* gen() {}
    (function* () {})()
    [function f() {}, () => 1, Math.max]
    new (class Foo { constructor() { this.x = 1; } })()
    new (class Foo {})()
    new (class Foo extends Map {})([[1, 2]])
    new (class Foo extends Array {})(1, 2, 3)
    new (class Foo extends Set {})([1])
    [new (class extends Object {})()]
    ({ [Symbol.toStringTag]: 'T', x: 1 })
    ({ get a() { return 1 }, set b(v) {}, get c() { return 1 }, set c(v) {} })
    Object.create(null)
    Object.create({})
    Object.create(Array.prototype)
    Object.create(class Foo {}.prototype)
    (class Foo {}).prototype
    Object.prototype
    Array.prototype
    Map.prototype
    (function f() {}).prototype
    [new Number(3), new String('abc'), new Boolean(false), Object(1n), Object(Symbol('q')), new Number(-0)]
    new (class N extends Number {})(4)
    Object.assign(new String('ab'), { x: 1 }).x
    new Map([['a', { b: [1, { c: {} }] }]])
    new Map([[{ k: 1 }, new Set([[1]])]])
    [new WeakMap(), new WeakSet()]
    [new Map().entries === undefined, new Date(0), new Date(NaN), /a\\/b/gi, new RegExp('')]
    new (class D extends Date {})(0)
    (() => { const o = { x: 1 }; o.self = o; o.list = [o]; return o })()
    (() => { const a = [1]; a.push(a); return [a, a] })()
    (() => { const a = {}; const b = { a }; a.b = b; return { a, b } })()
    (() => { const m = new Map(); m.set('me', m); return m })()
    (function () { return arguments })(1, 'a')
    [Math, JSON, Reflect]
    [new Error('x').message, Object.keys(new Error('x'))]
    [new Uint8Array(3), new Float64Array([1, -0, NaN]), new ArrayBuffer(2), new Uint8Array(0), new BigInt64Array(1)]
    Object.defineProperty({ a: 1 }, 'hidden', { value: 2 })
    Object.assign([1, 2], { x: 1, '-1': 2 })
    Object.assign([], { x: 1 })
    ({ f() {}, get: 1, 'a-b': 1, a_1: 2, $x: 3, 'é': 4 })
    ({ a: undefined, b: null, c: '' })
    [[], {}, [[]], [{}]]
    [1.5, 1e21, 1e-7, 0.1 + 0.2, 123456789012345680000]
    new Set([[1, 2], { a: 1 }, 'x'])
    ({ u: new Set(), m: new Map() })
  `);
});

it("A text is cut where it becomes too long", () => {
  const machine = newMachine();
  const long = toGuest(
    machine,
    Array.from({ length: 90 }, (_, i) => ({ index: i, text: "x".repeat(1_000) })),
  );
  const text = inspect(machine, long, 200);
  assert.equal(text.length, 201);
  assert.ok(text.startsWith("[ { index: 0, text: 'xxx") && text.endsWith("…"), text);
});

describe("The console writes to the log", () => {
  const cases: Readonly<Record<string, readonly unknown[]>> = {
    "'a', 1, [1, 'b'], { x: 'y' }": ["a", 1, [1, "b"], { x: "y" }],
    "": [],
    "'%s is %d and %i, %f%%', 'x', 1.5, 2.7, '3.5', 'rest'": ["%s is %d and %i, %f%%", "x", 1.5, 2.7, "3.5", "rest"],
    "'%o %O %j', 1, [2], 'q'": ["%o %O %j", 1, [2], "q"],
    "'%s', -0, '%s'": ["%s", -0, "%s"],
    "'%s %s', 'one'": ["%s %s", "one"],
    "'%cstyled', 'color: red'": ["%cstyled", "color: red"],
    "1n, '%s'": [1n, "%s"],
    "'%d %d', 1n, '0x10'": ["%d %d", 1n, "0x10"],
    "'%', '%x', 5": ["%", "%x", 5],
  };
  for (const [source, values] of Object.entries(cases))
    it(`console.log(${source})`, () => {
      assert.deepEqual(logOf(`console.log(${source});`), [util.format(...values)]);
    });

  it("with groups, counters and assertions", () => {
    const body =
      "console.group('outer'); console.warn('in'); console.group(); console.error({ a: 1 }); console.groupEnd(); console.groupEnd();" +
      "console.count(); console.count('x'); console.count(); console.countReset(); console.count();" +
      "console.assert(1 < 2, 'never'); console.assert(false, 'said %s', 'so'); console.assert(false);";
    const lines = ["outer", "  in", "    { a: 1 }", "default: 1", "x: 1", "default: 2", "default: 1"];
    assert.deepEqual(logOf(body), [...lines, "Assertion failed: said so", "Assertion failed"]);
  });

  it("up to a number of lines and characters", () => {
    const log = logOf("for (let i = 0; i < 2000; i++) console.log(i); ");
    assert.equal(log.length, 1_000);
    assert.equal(logOf("console.log('x'.repeat(50000));")[0]!.length, 10_001);
  });
});
