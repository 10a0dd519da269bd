/** Numbers stay active through whatever holds them, and where a gradient ends, the place is said. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gradientOf, traceOf } from "./traced.ts";

/** A function of x = 3 and y = 2. */
function textOf(body: string): string {
  return `/** @at x = 3, y = 2 */\nfunction f(x: number, y: number) { ${body} }`;
}

/** Each body gives x², or whatever has the gradients that stand beside it. */
const kept: Readonly<Record<string, readonly [body: string, byX: number, byY?: number]>> = {
  "array elements": ["const a = [1, 2]; a[1] = x; a.push(a[1] * x); return a[2];", 6],
  "elements at computed places": [
    "const a: number[] = []; for (let i = 0; i < 3; i++) a[2 - i] = x * i; return a[0] * y;",
    4,
    6,
  ],
  "sums of products": [
    "const a = [x, y]; let s = y; for (let i = 0; i < 2; i++) s += a[i] * a[0]; s = 1 + s * x; return s + x * 2 - (2 * y + y * s);",
    -39,
    -66,
  ],
  "object fields": ["const o = { p: { q: x } }; o.p.q *= o['p'].q; return o.p.q;", 6],
  "getters and setters": [
    "const o = { v: 0, get z() { return this.v * this.v; }, set z(n) { this.v = n; } }; o.z = x; return o.z;",
    6,
  ],
  "values and keys of maps": [
    "const m = new Map([['a', x]]); m.set('b', m.get('a')! * x); return [...m.values()][1];",
    6,
  ],
  sets: ["const s = new Set([x]); return [...s][0] * x;", 6],
  closures: ["const times = (n: number) => (m: number) => n * m; return times(x)(x);", 6],
  "variables that closures change": ["let t = 1; const add = (n: number) => { t *= n; }; add(x); add(x); return t;", 6],
  Float64Array: ["const a = new Float64Array([x, 0]); a[1] = a[0] * x; return a[1];", 6],
  "Float32Array, which rounds": ["const a = new Float32Array(1); a[0] = x * x; return a[0];", 6],
  "a view of the same bytes": ["const a = new Float64Array([x]); return new Float64Array(a.buffer)[0] * x;", 6],
  DataView: ["const v = new DataView(new ArrayBuffer(8)); v.setFloat64(0, x); return v.getFloat64(0) * x;", 6],
  "class instances": [
    "class P { constructor(readonly v: number) {} times(o: P) { return new P(this.v * o.v); } } const p = new P(x); return p.times(p).v;",
    6,
  ],
  "private fields": ["class P { #v = x; static s = x; get v() { return this.#v * P.s; } } return new P().v;", 6],
  inheritance: [
    "class A { constructor(public v: number) {} area() { return this.v; } } class B extends A { area() { return super.area() * this.v; } } return new B(x).area();",
    6,
  ],
  "yields of generators": [
    "function* g() { const got: number = yield x; yield got * x; } const i = g(); const first = i.next().value as number; return i.next(first).value as number;",
    6,
  ],
  "return of a generator": ["function* g() { return x; } return (g().next().value as number) * x;", 6],
  "iterators of one's own": [
    "const it = { *[Symbol.iterator]() { yield x; yield x; } }; let p = 1; for (const v of it) p *= v; return p;",
    6,
  ],
  "results of sort": ["return [x, 9, y].sort((a, b) => b - a)[1] * x;", 6],
  "accumulators of reduce": ["return [x, x].reduce((a, b) => a * b, 1);", 6],
  "map, filter and flat": ["return [[x], [y]].flat().map((v) => v * v).filter((v) => v > 5)[0];", 6],
  destructuring: [
    "const [{ a, ...rest }, b = x] = [{ a: x, c: 1 }] as [{ a: number; c: number }, number?]; return a * b * rest.c;",
    6,
  ],
  "defaults of parameters": ["const g = (a = x, b = a) => a * b; return g();", 6],
  spread: ["const a = [x, x]; return Math.max(...a, 0) * [...a][1];", 6],
  "rest parameters and arguments": [
    "function g(...all: number[]) { return all[0] * arguments[1]; } return g(x, x);",
    6,
  ],
  "call, apply and bind": [
    "const g = function (this: number, b: number) { return +this * b; }; return g.call(x, 1) * g.apply(1, [x]) * g.bind(1)(1);",
    6,
  ],
  exceptions: ["try { throw { v: x }; } catch (e) { return (e as { v: number }).v * x; }", 6],
  "results of finally": ["let r = x; try { return r * x; } finally { r = 0; }", 6],
  "conditionals and logical operators": ["return ((x > 0 && x) || y) * (x > 5 ? 1 : x ?? y);", 6],
  "optional chains": ["const o: { v?: { n: number } } = { v: { n: x } }; return o?.v!.n * (o.v?.n ?? 0);", 6],
  "compound assignment": ["let a = x; a *= x; a += y; a -= y; a++; a--; return a;", 6],
  "the swap": ["let a = x, b = y; [a, b] = [b, a]; return a * a * b;", 4, 12],
  recursion: ["const p = (n: number): number => (n === 0 ? 1 : x * p(n - 1)); return p(2);", 6],
  "Number(x) and +x": ["return Number(x) * +x;", 6],
  wrappers: ["return Object(x) * new Number(x).valueOf();", 6],
  "an object as a number": [
    "const o = { valueOf: () => x }; return (o as unknown as number) * (o as unknown as number);",
    6,
  ],
  "Object.assign, entries and fromEntries": [
    "const o = Object.fromEntries(Object.entries(Object.assign({}, { v: x }))); return o.v * o.v;",
    6,
  ],
  structuredClone: ["return structuredClone({ v: [x] }).v[0] * x;", 6],
  "labelled templates": ["const t = (_: TemplateStringsArray, v: number) => v * v; return t`a${x}`;", 6],
  "console.log, which changes nothing": ["console.log(x); return x * x;", 6],
};

/** Each body lets nothing of x through; the finding stands at the text. */
const cut: Readonly<Record<string, readonly [body: string, at: string]>> = {
  "x | 0": ["return (x | 0) * y;", "x | 0"],
  "~~x": ["return ~~x * y;", "~x"],
  "x >> 1": ["return (x >> 1) * y;", "x >> 1"],
  "Math.floor": ["return Math.floor(x) * y;", "Math.floor(x)"],
  "Math.round, trunc, ceil and sign": [
    "return Math.round(x) * Math.trunc(x) * Math.ceil(x) * Math.sign(x) * y;",
    "Math.round(x)",
  ],
  "arrays of whole numbers": ["const a = new Int32Array(1); a[0] = x; return a[0] * y;", "a[0]"],
  "parseFloat(String(x))": ["return parseFloat(String(x)) * y;", "parseFloat(String(x))"],
  "Number of a template": ["return Number(`${x}`) * y;", "Number(`${x}`)"],
  "+x.toFixed(2)": ["return +x.toFixed(2) * y;", "+x.toFixed(2)"],
  "parseInt of a text with a unit": ["const width = x + 'px'; return parseInt(width, 10) * y;", "parseInt(width, 10)"],
  "a text that is multiplied": ["const t: any = '' + x; return t * y;", "t * y"],
  "a text in parts": [
    "const t = `(${x}; ${y})`; return Number(t.slice(1, t.indexOf(';'))) * y;",
    "Number(t.slice(1, t.indexOf(';')))",
  ],
  "parts by a separator": [
    "const [a] = [x, 1].join('|').split('|').map(Number); return a! * y;",
    "[x, 1].join('|').split('|').map(Number)",
  ],
  "a match": [
    "const m = /=(?<v>.*)/.exec('x=' + x)!; return parseFloat(m.groups!.v!) * y;",
    "parseFloat(m.groups!.v!)",
  ],
  "a replacement": [
    "return Number('{v}0'.replace('{v}', x.toFixed(1))) * y;",
    "Number('{v}0'.replace('{v}', x.toFixed(1)))",
  ],
  "a replacement by a function": [
    "let v = 0; `${x}!`.replace(/[\\d.]+/, (d) => { v = +d; return ''; }); return v * y;",
    "+d",
  ],
  "what a function puts into another text": [
    "return Number('1v0'.replace('v', () => x.toFixed(1))) * y;",
    "Number('1v0'.replace('v', () => x.toFixed(1)))",
  ],
  "what a function puts in the place of each match": [
    "return Number('1v0'.replace(/v/g, () => String(x).slice(0, 1))) * y;",
    "Number('1v0'.replace(/v/g, () => String(x).slice(0, 1)))",
  ],
  digits: ["let sum = 0; for (const digit of String(x * 100)) sum += Number(digit); return sum * y;", "Number(digit)"],
  "a character": ["const t = x.toString(); return +t[0]! * y;", "+t[0]!"],
  "a key": ["const o = { [x]: 1 }; return Number(Object.keys(o)[0]) * y;", "Number(Object.keys(o)[0])"],
  "padding and trimming": ["return Number(`${x}`.padStart(9).trim()) * y;", "Number(`${x}`.padStart(9).trim())"],
  "JSON within JSON": [
    "return JSON.parse(JSON.parse(JSON.stringify(JSON.stringify([x]))))[0] * y;",
    "JSON.parse(JSON.parse(JSON.stringify(JSON.stringify([x]))))",
  ],
  "JSON and back": [
    "return JSON.parse(JSON.stringify({ v: [x] })).v[0] * y;",
    "JSON.parse(JSON.stringify({ v: [x] }))",
  ],
};

/** Each body reads numbers from texts that have nothing to do with x, although they may look like what x is written as. */
const uncut: Readonly<Record<string, string>> = {
  "other texts": "const label = `${x} of ${y}`; return x * y + Number('17') + label.length;",
  "a text that is written anew": "const t = `${x}`; return x * y + Number(String(2)) + t.length;",
  "a part of a text of its own": "const t = `${x}`; return x * y + Number('2,3'.split(',')[0]) + t.length;",
  "what a function puts elsewhere":
    "const t = `${x}`; const log = 'v'.replace('v', () => t); return x * y + Number('v'.replace('v', () => '2')) + log.length;",
  "keys of a grid": `
    const log = "x is " + x;
    const cells = new Set<string>();
    for (let i = 0; i < 4; i++) cells.add(\`\${i},\${i + 1}\`);
    return [...cells].reduce((sum, key) => sum + key.split(",").map(Number)[1]!, log.length) + x * y;`,
  "what is no number": "const t = `x = ${x}`; return Number.isNaN(Number(t)) ? x * y : y;",
};

describe("Numbers stay active through", () => {
  for (const [name, [body, byX, byY = 0]] of Object.entries(kept))
    it(name, () => {
      const trace = traceOf(textOf(body));
      assert.deepEqual(gradientOf(trace), [byX, byY], JSON.stringify(trace.findings));
      assert.deepEqual(
        trace.findings.filter(({ code }) => !code.startsWith("input/") && !code.startsWith("kink/")),
        [],
      );
    });
});

describe("A gradient ends at", () => {
  for (const [name, [body, at]] of Object.entries(cut))
    it(name, () => {
      const text = textOf(body);
      const trace = traceOf(text);
      assert.equal(gradientOf(trace)[0], 0);
      const places = trace.findings
        .filter(({ code }) => code === "gradient/cut")
        .map(({ place }) => text.slice(place.start, place.end));
      assert.ok(places.includes(at), `${at} is not among ${places.join(" and ")}`);
    });
});

describe("A text is no cut", () => {
  for (const [name, body] of Object.entries(uncut))
    it(`where a number is read from ${name}`, () => {
      const trace = traceOf(textOf(body));
      assert.deepEqual(trace.findings, []);
      assert.deepEqual(gradientOf(trace), [2, 3]);
    });
});
