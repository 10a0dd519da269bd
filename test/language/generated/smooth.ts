/** The grammar of generated functions that have a gradient: numbers go through everything that can hold one. */
import { Choices } from "./choices.ts";
import { Writer, type Grammar, type Rule } from "./writer.ts";

const PRELUDE = `
let ticks = 0;
const tick = () => { if (++ticks > 400) throw new RangeError("enough"); };
const box = { number: 0.7, array: [0.3, 0.4], object: { a: 0.1, b: 0.2 }, function: (x) => x, map: new Map(), point: undefined };
const tag = (parts, ...values) => values[0] * parts.length + (values[1] ?? 0);
class Point {
  #x; y = 0.5;
  static unit = 1;
  constructor(x, y = 0.25) { this.#x = x; this.y = y; }
  get x() { return this.#x; }
  set x(value) { this.#x = value; }
  get length() { return Math.hypot(this.#x, this.y, Point.unit); }
  plus(other) { return new Point(this.#x + other.x, this.y + other.y); }
  static of(...all) { return new this(...all); }
  valueOf() { return this.#x; }
  *[Symbol.iterator]() { yield this.#x; yield this.y; }
}
box.point = new Point(1, 2);
`;

/** Smooth functions whose values do not grow, so that differences of them are good. */
const smooth: readonly Rule[] = [
  ..."sin cos tanh atan asinh".split(" ").map((name) => `Math.${name}({number})`),
  "Math.tan(Math.sin({number}) / 2)",
  "Math.exp(-(({number}) ** 2))",
  "Math.expm1(Math.sin({number}))",
  "Math.log(1 + ({number}) ** 2)",
  "Math.log1p(({number}) ** 2)",
  "Math.log2(2 + Math.cos({number}))",
  "Math.log10(3 - Math.cos({number}))",
  "Math.sqrt(1 + ({number}) ** 2)",
  "Math.cbrt(2 + Math.sin({number}))",
  "Math.sinh(Math.sin({number}))",
  "Math.cosh(Math.cos({number}))",
  "Math.asin(Math.sin({number}) / 2)",
  "Math.acos(Math.cos({number}) / 2)",
  "Math.acosh(2 + ({number}) ** 2)",
  "Math.atanh(Math.sin({number}) / 2)",
  "Math.atan2({number}, 2)",
  "Math.hypot({number}, {number}, 1)",
  "Math.pow(1.5 + Math.sin({number}), Math.cos({number}))",
  "((2 + Math.sin({number})) ** Math.sin({number}))",
  "({number} / (2 + Math.cos({number})))",
];

const number: readonly Rule[] = [
  ...smooth,
  "({number} + {number})",
  "({number} - {number})",
  "(Math.sin({number}) * {number})",
  "(-({number}))",
  "(+({number}))",
  "Math.max({number}, {number})",
  "Math.min(...({array}), 1)",
  "Math.abs({number})",
  "({boolean} ? {number} : {number})",
  "({number} || {number})",
  "({number} && {number})",
  "(undefined ?? {number})",
  "Number({number})",
  "({!number} = {number})",
  "({!number} += {number})",
  "({!number} *= Math.cos({number}))",
  "({!number}++)",
  "(--{!number})",
  "({array})[0]",
  "({array}).at(-1)",
  "({array}).reduce(({=number}, {=number}) => {number}{/}, {number})",
  "({array}).reduceRight((a, b) => Math.sin(a) + b)",
  "(({array}).find(({=number}) => {boolean}{/}) ?? {number})",
  "(({!array})[0] = {number})",
  "(({!array})[1] -= {number})",
  "({!array}).splice(0, 1, {number})[0]",
  "({object}).a",
  "({object})?.['b']",
  "(({!object}).a = {number})",
  "(({!object}).b += {number})",
  "({point}).x",
  "({point}).length",
  "({point}).plus({point}).y",
  "(({!point}).x = {number})",
  "(({!point}).y -= {number})",
  "+({point})",
  "({function})({number})",
  "({function}).call(null, {number})",
  "({function}).apply(null, [{number}])",
  "({function}).bind(null, {number})()",
  "(({~number}, {~number} = {1}) => {body:number})({/}{number})",
  "(({ a: {~number}, ...{~object} }) => {body:number})({/}{object})",
  "(([{~number}, ...{~array}]) => {body:number})({/}[{number}, ...{array}, 1, 2])",
  "(function () { return arguments[0] * Math.sin(arguments[1]); })({number}, {number})",
  "(() => { try { {block} throw {number}; } catch (e) { return Math.sin(e); } finally {block} })()",
  "tag`a${{number}}b${{number}}`",
  "[...{iterator}].reduce((a, b) => a + b, 0)",
  "{iterator}.next().value",
  "(([a, b = 0.5]) => a * Math.cos(b))({iterator})",
  "({map}).get('a')",
  "[...({map}).values()].reduce((a, b) => a + b, 0)",
  "new Float64Array({array})[0]",
  "Float64Array.from({array}, ({=number}) => {number}{/}).reduce((a, b) => a + Math.sin(b), 0)",
  "new Float64Array([{number}, {number}]).sort().subarray(1)[0]",
  "((view) => (view.setFloat64(0, {number}), view.getFloat64(0)))(new DataView(new ArrayBuffer(8)))",
  "(function again(n, {~number}) { tick(); return n === 0 ? {number} : Math.sin(again(n - 1, {1} + {number})); })({/}3, {number})",
  "Object.values({object}).reduce((a, b) => a + b)",
  "structuredClone({object}).a",
  "[[{number}, {number}], [{number}]].flat()[1]",
  "Object.entries({object}).map(([key, value]) => Math.sin(value))[1]",
  "[{point}, {point}].toSorted((p, q) => p.x - q.x)[0].y",
  "({point})?.plus?.({point})?.x",
  "(({object})?.c?.d ?? {number})",
  "({array}).flatMap((x) => [x, {number} * x]).reduce((a, b) => a + Math.sin(b), 0)",
  "({array}).map((x, i, all) => x * all.length + i).at(1)",
  "({array}).toSorted((a, b) => b - a).reduce((s, x, i) => s + x / (i + 1), 0)",
  "({array}).reduceRight((s, x) => Math.sin(s + x), {number})",
  "(({array}).findLast((x) => x < {number}) ?? {number})",
  "(({array}).copyWithin(0, 1)[0])",
  "(({array}).toSpliced(0, 1, {number})[0])",
  "Float64Array.of({number}, {number}).toReversed()[0]",
  "new Float64Array({array}).map((x, i) => x * {number} + i).subarray(1).at(-1)",
  "((a) => (a.set([{number}, {number}], 1), a[2]))(new Float64Array(4))",
  "((a) => { a.fill({number}); a[0] *= 2; return a[0] + a[1]; })(new Float64Array(2))",
  "((x) => { switch (Math.sign(x)) { case 1: return x; case -1: x = -2 * x; default: return Math.sin(x); } })({number})",
  "((x) => { out: for (let i = 0; ; i++) { for (const y of {array}) { if (i > 1) break out; if (y < 0) continue out; x += 0.1 * Math.sin(y); } } return x; })({number})",
  "((x) => { try { return x * 2; } finally { x = 100; } })({number})",
  "((x, f = () => x * {number}) => { x = Math.cos(x); return f(); })({number})",
  "(([a, [b = {number}] = [], ...c] = {array}) => a + b + c.length)()",
  "(({ a = {number}, q: { r = a * 2 } = {} } = {object}) => r)()",
  "(() => { const fs = []; for (let i = 1; i < 4; i++) { let k = {number} * i; fs.push(() => (k = Math.sin(k))); } return fs.reduce((s, f) => s + f() + f(), 0); })()",
  "((o) => { o.total += {number}; return o.total; })({ v: {number}, get total() { return this.v * 2; }, set total(t) { this.v = t / 3; } })",
  "((m) => { let s = 0; for (const [k, v] of m) s += v * k.length; m.forEach((v) => { s += Math.sin(v); }); return s; })({map})",
  "(() => { const s = new Set(); s.add({number}).add(100 + {number}); return [...s].reduce((a, b) => a + b); })()",
  "(function* () { const got = yield {number}; return got * {number}; })().next().value",
  "((it) => (it.next(), it.next({number}).value))((function* () { yield 0 * {number} + (yield 1) * {number}; })())",
  "((it) => (it.next(), it.next({number}).value))((function* (x) { return x - (yield x) * x; })({number}))",
  "[...(function* () { yield* {array}; yield* {iterator}; })()].reduce((a, b) => a + b)",
  "new (class { #v = {number}; static k = {number}; get v() { return this.#v * this.constructor.k; } set v(x) { this.#v += x; } bump(x) { this.v = x; return this.v; } })().bump({number})",
  "new (class Counted { static #n = 0; static add(x) { return (Counted.#n += x); } m(x) { Counted.add(x); return Counted.add({number}); } })().m({number})",
  "[{number}, {number}, {number}].sort((a, b) => a - b)[1]",
  "Object.entries({object}).sort(([, a], [, b]) => a - b)[0][1]",
  "((a, b) => ([a, b] = [b, Math.sin(a)], a - 2 * b))({number}, {number})",
  "(({number}, {number}))",
  "((x) => { x ||= 1; x &&= x * {number}; x ??= 3; return x; })({number})",
  "((p) => { const { x, y } = p; return x * y; })({point})",
  "Reflect.apply({function}, null, [{number}])",
  "((...args) => args.reduce((a, b) => a + b) / args.length)(...{array}, {number})",
  "JSON.parse('[1.5]')[0] * {number}",
];

const SMOOTH: Grammar = {
  leaves: {
    number: ["0.5", "1.5", "-0.8", "0.3", "2", "box.number"],
    array: ["[0.1, 0.2, 0.3]"],
    object: ["({ a: 0.6, b: 0.9 })"],
    function: ["Math.sin", "((x) => x * 0.5)"],
    boolean: ["true"],
    point: ["new Point(0.2, 0.4)"],
    map: ["new Map([['a', 0.35]])"],
    iterator: ["[0.15, 0.25].values()"],
  },
  rules: {
    program: ["function f({~number}, {~number}, {~number}) {body:sum}"],
    sum: ["{number} + {number} + {number}"],
    number,
    boolean: ["({number} > {number})", "({number} <= {number})", "!({boolean})", "({boolean} && {boolean})"],
    array: [
      "[{number}, {number}, {number}]",
      "[...{array}, {number}].slice(0, 4)",
      "({array}).map(({=number}, index) => {number})",
      "({array}).map({function})",
      "({array}).filter((x, index) => index < 2)",
      "[...{iterator}, {number}, {number}].slice(0, 4)",
      "({array}).toSorted((a, b) => a - b)",
      "({array}).toReversed()",
      "({array}).concat({number}).slice(-3)",
      "({array}).flatMap((x) => [x, {number}]).slice(1, 4)",
      "Array.from({ length: 3 }, (_, index) => {number} * index)",
      "[...{point}]",
      "({array}).with(0, {number})",
      "(({!array}).sort((a, b) => b - a))",
      "Object.values({object})",
      "((...{=array}) => {array})({/}...{array})",
    ],
    object: [
      "({ a: {number}, b: {number} })",
      "({ ...{object}, a: {number} })",
      "Object.assign({}, {object}, { b: {number} })",
      "Object.fromEntries([['a', {number}], ['b', {number}]])",
      "({ get a() { return {number}; }, b: {number} })",
      "((({ a, ...rest }) => ({ a: a * {number}, ...rest }))({object}))",
    ],
    function: [
      "(({~number}) => {number})",
      "(({~number}) => {body:number})",
      "(function ({~number}, {~number} = {1}) {body:number})",
      "({!function} = {function})",
    ],
    point: [
      "new Point({number}, {number})",
      "Point.of({number})",
      "({point}).plus({point})",
      "new (class extends Point { z = {number}; get length() { return super.length * Math.cos(this.z); } })({number}, {number})",
    ],
    map: [
      "new Map([['a', {number}], ['b', {number}]])",
      "({map}).set('a', {number})",
      "new Map(Object.entries({object}))",
    ],
    iterator: [
      "(function* () {generator})()",
      "({array}).values()",
      "({map}).values()",
      "({point})[Symbol.iterator]()",
    ],
    statement: [
      ...["number", "array", "object", "function", "point", "map"].flatMap((type) => [
        `let {let:${type}} = {${type}};`,
        `{!${type}} = {${type}};`,
      ]),
      "let [{let:number}, {let:number} = {number}] = [{number}];",
      "const { a: {const:number}, b: {const:number} } = {object};",
      "[{!number}, {!number}] = [{number}, {number}];",
      "if ({boolean}) {block} else {block}",
      "for (let i = 0; i < 3; i++) {loop}",
      "for (const {each:number} of {array}) {loop}",
      "for (const key in {object}) {loop}",
      "{ let {=number} = 2; while ({1}-- > 0) {loop} }",
      "switch (2) { case 1: {cases} case 2: {cases} break; default: {cases} }",
      "try {block} finally {block}",
      "{!number} = {number};",
      "{!number} += {number};",
    ],
  },
};

/** A generated function of three numbers, `f`. */
export function writeSmooth(numbers: readonly number[]): string {
  const choices = new Choices(numbers);
  return `${PRELUDE}\n${new Writer(SMOOTH, choices).write("program", 4 + choices.below(3))}`;
}

/** A point to take the gradient at, away from round numbers, with no two alike. */
export function pointOf(numbers: readonly number[]): readonly [number, number, number] {
  const at = (index: number): number => ((numbers[index] ?? 0) % 4_001) / 1_000 - 2 + 0.000_314_159 + index * 0.061_8;
  return [at(0), at(1), at(2)];
}
