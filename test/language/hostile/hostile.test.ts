/** Texts that want to get out, to go on for ever or to eat the memory: each ends with a finding at its place, and nothing of the host is touched. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changesOf, hostRealm } from "../hostRealm.ts";
import { findingsOf, traceOf } from "../traced.ts";
import { endOf, inFunction } from "./hostileRuns.ts";

/** Ways out, and what is said about each. */
const escapes: Readonly<Record<string, string>> = {
  "f.constructor.constructor('return globalThis')()": "unsupported/eval",
  "(function* () {}).constructor('yield 1')": "unsupported/eval",
  "(() => 1).constructor.prototype.constructor('return this')()": "unsupported/eval",
  "[].at.constructor('canary.hit = 1')()": "unsupported/eval",
  "Object.getPrototypeOf(f).constructor('return process')()": "unsupported/eval",
  "Reflect.construct(f.constructor, ['return this'])()": "unsupported/eval",
  "Reflect.apply(Function, null, ['return this'])()": "unsupported/eval",
  "class F extends Function {}; new F('return this')()": "unsupported/eval",
  "eval('1 + 1')": "unsupported/eval",
  "(0, eval)('canary')": "unsupported/eval",
  "new Function('a', 'return a')": "unsupported/eval",
  "import('fs')": "unsupported/import",
  "require('fs')": "unsupported/file-system",
  "require('child_process')": "unsupported/module",
  "process.exit(1)": "unsupported/file-system",
  "globalThis.process.mainModule.require('fs')": "error/type",
  "this.constructor.constructor('return this')()": "error/type",
  "canary.hit = 1": "error/undefined-name",
  "globalThis.canary.hit = 1": "error/type",
  "fetch('http://example.org')": "unsupported/network",
  "new XMLHttpRequest()": "unsupported/network",
  "new WebSocket('ws://example.org')": "unsupported/network",
  "setTimeout(() => 1, 0)": "unsupported/async",
  "Promise.resolve().then(() => 1)": "unsupported/async",
  "document.cookie": "unsupported/dom",
  "postMessage('x')": "unsupported/dom",
  "new Worker('x.js')": "unsupported/async",
  "WebAssembly.compile(new Uint8Array())": "unsupported/global",
  "new SharedArrayBuffer(8)": "unsupported/async",
};

/** What never ends, or never stops growing. */
const endless: readonly string[] = [
  "for (;;);",
  "while (true) x++",
  "do {} while (x > 0)",
  "a: for (;;) { for (;;) continue a; }",
  "for (const v of { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) });",
  "for (const v of (function* () { for (;;) yield 1; })());",
  "function* g() { for (;;); } g().next()",
  "function* g(): any { yield* { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) }; } for (const v of g());",
  "const [...all] = (function* () { for (;;) yield x; })() as any",
  "Math.max(...(function* () { for (;;) yield x; })())",
  "const t = (parts: any, ...all: any[]): any => t(parts, ...all, ...all); t`${x}`",
  "const o = { get v() { for (;;); } }; (o as any).v",
  "const o = { set v(n: number) { for (;;); } }; o.v = 1",
  "`${{ toString() { for (;;); } }}`",
  "+{ valueOf() { for (;;); } }",
  "`${{ [Symbol.toPrimitive]() { for (;;); } }}`",
  "JSON.stringify({ toJSON() { for (;;); } })",
  "JSON.parse('[1]', () => { for (;;); })",
  "[3, 1, 2].sort(() => { for (;;); })",
  "'aaa'.replace(/a/g, () => { for (;;); })",
  "[1].map(() => { for (;;); })",
  "[1].reduce(() => { for (;;); }, 0)",
  "Array.from({ length: 2 }, () => { for (;;); })",
  "new Map([[1, 2]]).forEach(() => { for (;;); })",
  "class A { static { for (;;); } }",
  "class A { v = (() => { for (;;); })(); } new A()",
  "class A { static v = (() => { for (;;); })(); }",
  "class A { static [Symbol.hasInstance]() { for (;;); } } ({}) instanceof (A as any)",
  "((a = (() => { for (;;); })()) => a)()",
  "const { v = (() => { for (;;); })() } = {} as any",
  "({ [(() => { for (;;); return 'k'; })()]: 1 })",
  "((t: any) => t)`a`; (function loop() { for (;;); })()",
  "try { for (;;); } catch { for (;;); } finally { for (;;); }",
  "for (;;) try { throw 1; } catch {}",
  "for (;;) try { null!.x; } catch {}",
  "const g = (): void => { try { g(); } catch { g(); } }; g()",
  "Object.defineProperty([], 'length', { get value() { for (;;); } })",
  "new Array(1e9).fill(0)",
  "const a: any[] = []; a[1e9] = 1; a.forEach(() => {}); a.join()",
  "Array.from({ length: 1e9 })",
  "new Float64Array(1e9)",
  "new ArrayBuffer(2 ** 33)",
  "let s = 'x'; for (;;) s += s",
  "let s = 'x'; for (;;) s = `${s}${s}`",
  "let s = 'x'; for (;;) s = s.padEnd(s.length * 2)",
  "'x'.repeat(500_000_000)",
  "let a: any[] = [1]; for (;;) a = [...a, ...a]",
  "let a: any[] = [1]; for (;;) a = a.concat(a)",
  "let o: any = { k: 1 }; for (let i = 0; ; i++) o = { ...o, [i]: o }",
  "let b = 3n; for (;;) b *= b",
  "let b = 2n; for (;;) b **= 2n",
  "2n ** (2n ** 40n)",
  "1n << (2n ** 40n)",
  "let b = 1n; for (;;) b <<= 1000n",
  "const m = new Map(); for (let i = 0; ; i++) m.set(i, [i])",
  "const s = new Set([0]); for (const v of s) s.add(v + 1)",
  "const a = [1]; for (const v of a) a.push(v)",
  "for (;;) console.log('again')",
  "for (;;) Symbol('again')",
  "/(a+)+$/.test('a'.repeat(40) + 'b')",
  "/(a|a)*b/.test('a'.repeat(60))",
  "/(?:a*)*(?:a*)*c/.exec('a'.repeat(50))",
  "/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(50))",
  "'a'.repeat(40).replace(/(a?){40}a{40}/, '')",
  "/(?=(a+)+b)x/.test('a'.repeat(45))",
  "/(.*)\\1{3,}(.*)\\2{3,}z/.test('ab'.repeat(300))",
  "'x,'.repeat(1e5).split(/(,+)+$/)",
  "const s = 'x'.repeat(1e6), t = 'x'.repeat(1e6 - 1) + 'y'; for (;;) s === t",
  "const s = 'x'.repeat(1e6), t = 'x'.repeat(1e6 - 1) + 'y'; for (;;) s < t",
  "const s = 'x'.repeat(1e6), t = 'x'.repeat(1e6 - 1) + 'y'; for (;;) [t].includes(s)",
  "const s = '1'.repeat(1e6); for (;;) +s",
  "const s = '1'.repeat(1e6); for (;;) (s as any) == 5",
  "const s = 'x'.repeat(1e6), m = new Map(); for (;;) m.set(s + m.size, 1)",
  "const s = 'x'.repeat(1e6), o: any = {}; for (let i = 0; ; i++) o[s + i] = 1",
  "const a = Array(1e4).fill(1); for (;;) for (const k in a) break",
  "const a = Array(1e4).fill(1); for (;;) ({ ...a })",
  "const s = 'x'.repeat(1e5); for (;;) for (const k in s as any) break",
  "const b = 7n ** 50000n; for (;;) b * b",
  "const b = 7n ** 50000n; for (;;) String(b)",
  "const b = 7n ** 50000n; for (;;) `${b}`",
];

/** What calls itself without end, however it does. */
const recursive: readonly string[] = [
  "(function g(): void { g(); })()",
  "const g = (n: number): number => h(n) + 1, h = (n: number): number => g(n) + 1; g(1)",
  "const o = { get v(): any { return this.v; } }; o.v",
  "const o = { toString(): string { return `${this}`; } }; `${o}`",
  "const o: any = { valueOf() { return +this; } }; +o",
  "class A { v = new A(); } new A()",
  "class A { constructor() { new (this.constructor as any)(); } } new A()",
  "const g: any = () => [1].map(g); g()",
  "const g: any = (a: any, b: any) => [2, 1].sort(g)[0]; g()",
  "const g: any = () => 'a'.replace(/a/, g); g()",
  "const o: any = { toJSON() { return JSON.stringify(this); } }; JSON.stringify(o)",
  "function* g(): any { yield* g(); } g().next()",
  "function* g(): any { for (const v of g()) yield v; } g().next()",
  "const g: any = (a = g()) => a; g()",
  "const g: any = ({ a = g({}) }) => a; g({})",
  "const o: any = { [Symbol.iterator]() { return [...this]; } }; [...o]",
  "const g: any = () => Reflect.apply(g, null, []); g()",
  "const g: any = () => g.bind(null)(); g()",
  "const o: any = {}; Object.defineProperty(o, 'v', { set(n) { this.v = n; } }); o.v = 1",
  "class A { static [Symbol.hasInstance](v: any): boolean { return v instanceof A; } } ({}) instanceof A",
];

describe("Hostile texts", () => {
  const before = hostRealm();

  describe("do not get out", () => {
    for (const [body, code] of Object.entries(escapes))
      it(body, () => {
        const canary = { hit: 0 };
        Object.defineProperty(globalThis, "canary", { value: canary, configurable: true });
        assert.deepEqual(endOf(inFunction(body)), [code]);
        assert.equal(canary.hit, 0);
        assert.ok(Reflect.deleteProperty(globalThis, "canary"));
      });
  });

  describe("end, however long they want to go on", () => {
    for (const body of endless)
      it(body, () => {
        const [code, ...more] = endOf(inFunction(body));
        assert.match(String(code), /^budget\/(?:steps|memory|nodes)$/);
        assert.deepEqual(more, []);
      });
  });

  describe("end, however deep they go", () => {
    for (const body of recursive)
      it(body, () => {
        assert.deepEqual(endOf(inFunction(body)), ["budget/recursion"]);
      });
  });

  it("end, and say whether calls or something else is too deep", () => {
    const said = (body: string): string | undefined => findingsOf(inFunction(body))[0]?.message;
    assert.equal(said("const g = (n: number): number => g(n + 1); g(1)"), "The function calls itself too deeply.");
    for (const body of [
      "let a: any = 1; for (let i = 0; i < 1e5; i++) a = [a]; String(a)",
      `const s = x${" && x".repeat(100_000)}`,
      "Math.max.apply(null, { length: 1e9 } as any)",
    ])
      assert.equal(said(body), "Something is nested too deeply, or a call has too many arguments.");
  });

  it("point at the expression that is too deep", () => {
    for (const deep of [`x${" + x".repeat(100_000)}`, `x${".a".repeat(20_000)}`]) {
      const text = inFunction(`const y = x * 2; return ${deep}`);
      const [finding] = findingsOf(text);
      assert.equal(finding?.code, "budget/recursion");
      assert.equal(text.slice(finding.place.start, finding.place.end), deep);
    }
  });

  it("end where a description or a parsed text is much larger than it looks", () => {
    const many = "const a = new Array(30_000).fill(x); for (;;) Object.getOwnPropertyDescriptors(a)";
    assert.match(String(endOf(inFunction(many))[0]), /^budget\/(?:steps|memory)$/);
    const budget = { steps: 10_000_000, nodes: 1000, time: 600_000, memory: 64 * 1024 * 1024 };
    assert.deepEqual(endOf(inFunction("JSON.parse('[' + '1,'.repeat(4e6) + '1]')"), { budget }), ["budget/memory"]);
  });

  it("are told shortly, however much they say", () => {
    const long = findingsOf(inFunction("throw new Error('x'.repeat(1e6))"));
    assert.ok(long.every(({ message }) => message.length < 400));
    const [object] = findingsOf(inFunction("throw { code: 5 }"));
    assert.equal(object?.message, "A value was thrown: { code: 5 }.");
  });

  it("leave the host's own objects as they were", () => {
    assert.ok(before.size > 500, String(before.size));
    assert.deepEqual(changesOf(before, hostRealm()), []);
  });
});

describe("Pollution", () => {
  const pollute = inFunction(`
    (Object.prototype as any).polluted = 1;
    ({} as any).__proto__.leaked = 2;
    (Array.prototype as any).map = () => "mapped";
    (Array.prototype as any)[0] = "zero";
    Array.prototype[Symbol.iterator] = function* () { yield 7; } as any;
    (Function.prototype as any).call = () => "called";
    Number.prototype.valueOf = () => 42;
    String.prototype.toString = () => "text";
    Math.sin = () => 0.5;
    Object.setPrototypeOf(Object.prototype.constructor, null);
    (globalThis as any).Object = 1;
    (JSON as any).stringify = 2;
    ({} as any).constructor.prototype.toString = () => "hit";
    (Symbol as any).iterator2 = 1;
    Map.prototype.get = () => 3;
    (Error as any).prototype.message = "polluted"`);

  it("reaches neither the host nor the next run", () => {
    const before = hostRealm();
    assert.deepEqual(endOf(pollute), []);
    assert.deepEqual(changesOf(before, hostRealm()), []);
    const after = traceOf(
      inFunction(`
      const o: any = {};
      return [typeof o.polluted, typeof o.leaked, [1].map((v) => v + 1)[0], [...[1, 2]].length, Math.sin(0), String(o), typeof Object,
        JSON.stringify([1]), new Map([[1, 2]]).get(1), new Error().message, [,].length && 0 in [,], ((v: any) => v).call(null, 9)]`),
    );
    assert.equal(
      after.result,
      `[ 'undefined', 'undefined', 2, 2, 0, '[object Object]', 'function', '[1]', 2, '', false, 9 ]`,
    );
  });

  it("by the key __proto__ changes one object at most", () => {
    const { result } = traceOf(
      inFunction(`
      const parsed = JSON.parse('{"__proto__": {"bad": 1}}');
      const merged: any = {};
      for (const key in parsed) for (const inner in parsed[key]) { merged[key] ??= {}; merged[key][inner] = parsed[key][inner]; }
      const computed = { ["__proto__"]: { bad: 2 } };
      return [Object.keys(parsed), (parsed as any).bad, ({} as any).bad, computed.bad, Object.assign({}, parsed).bad]`),
    );
    assert.equal(result, "[ [ '__proto__' ], 1, 1, 1, 1 ]");
    assert.equal((Object.prototype as { bad?: number }).bad, undefined);
  });
});
