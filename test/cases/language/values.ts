const t = (f: any) => {
  try {
    return f();
  } catch (e) {
    return (e as any).name + ": " + (e as any).message;
  }
};
export function arrays1() {
  const a: any = [3, 1, , 2, undefined, NaN, -0];
  return [
    a.includes(NaN),
    a.indexOf(NaN),
    a.includes(undefined),
    a.indexOf(undefined),
    a.at(-1),
    a.findLast((x: any) => x > 1),
    a.findLastIndex((x: any) => x === 9),
    a.toSorted(),
    a.toReversed(),
    t(() => a.with(2, 5)),
    t(() => a.with(20, 5)),
    a.with(-1, "z"),
    a.toSpliced(1, 2, "n", "m"),
    a.copyWithin(0, 3),
    [1, 2, 3, 4, 5].copyWithin(-2, 0, 2),
    [1, 2, 3].fill(0, -2, -1),
    Array(3)
      .fill(undefined)
      .map((_, i) => i),
    [[1, [2, [3, [4]]]]].flat(Infinity),
    [1, 2].flatMap((x) => [x, [x]]),
    Array.from({ length: 3, 0: "a", 2: "c" }),
    Array.from("a💩", (c, i) => c + i),
    Array.of(7, 8),
    [1, 2, 3].lastIndexOf(3, -5),
    [..."ab"].entries().next(),
    [1, 2, 3].join(),
    [null, undefined, [1, [2]]].join("-"),
    [, 1].keys().next(),
    Object.keys([, 1, , 2]),
    [1, 2, 3].reduceRight((a, b) => (a + "" + b) as any),
    t(() => [].reduce((a, b) => a)),
    [5, 1, 10].sort(),
    [5, 1, 10].sort((a, b) => a - b),
    [3, 2, 1].sort(() => 0),
    ["b", , undefined, "a"].sort(),
  ];
}
export function arrays2() {
  const a = [1, 2, 3];
  (a as any).length = 1;
  a[3] = 4;
  delete a[0];
  (a as any).x = 5;
  const b = [1, 2, 3, 4, 5];
  const del = b.splice(1, 2, ...[9, 9, 9]);
  const c = [1, 2, 3];
  c.unshift(0, -1);
  c.push(7);
  const sh = c.shift(),
    po = c.pop();
  const d: any = [];
  d[2 ** 32 - 2] = 1;
  const f = Object.freeze([1, 2]);
  return [
    a,
    a.length,
    0 in a,
    Object.keys(a),
    b,
    del,
    c,
    sh,
    po,
    d.length,
    Object.keys(d),
    t(() => d.push(1)),
    t(() => {
      (f as any)[0] = 9;
    }),
    t(() => (f as any).push(1)),
    t(() => (f as any).sort()),
    t(() => {
      (a as any).length = -1;
    }),
    t(() => new Array(-1)),
    new Array(3).length,
    new Array("3" as any),
    new Array(2, 3),
    t(() => [].concat.call(1 as any, [2])),
    [1].concat([2, [3]] as any, 4),
    [].concat({ length: 1, 0: "s", [Symbol.isConcatSpreadable]: true } as any),
    [1, 2, 3].slice(-2),
    [1, 2, 3].slice(1, -1),
    Array.prototype.concat.call([], ...[[1], [2]]),
    Array.isArray(Array.prototype),
    [1, 2, 3, 4].findLastIndex((x) => x % 2 === 1),
    [3, 4].entries().toString(),
    [].length,
    [,].length,
    [, ,].length,
  ];
}
export function arrayCallbackMutation() {
  const r: any[] = [];
  const a = [1, 2, 3];
  a.forEach((x, i) => {
    r.push(x);
    if (i === 0) a.push(9);
    if (i === 1) a.pop();
  });
  const b = [1, 2, 3];
  const m = b.map((x, i, arr) => {
    if (i === 0) arr.length = 2;
    return x * 2;
  });
  const c = [1, 2, 3, 4];
  const f = c.filter((x, i, arr) => {
    arr[i + 1] = 0;
    return x;
  });
  const d = [1, 2, 3];
  let k = 0;
  for (const x of d) {
    if (k++ < 3) d.push(x * 10);
    r.push(x);
  }
  const e: any[] = [5, 4, 3];
  e.some((x, i) => {
    delete e[i + 1];
    r.push(i);
    return false;
  });
  const g = [3, 1, 2];
  g.sort((a, b) => {
    g.push(0);
    return a - b;
  });
  return [r, m, b, f, c, d, e, g.length];
}
export function arrayLikes() {
  const al = { length: 3, 0: "a", 1: "b", 2: "c" } as any;
  const P = Array.prototype as any;
  P.push.call(al, "d");
  P.reverse.call(al);
  const s = P.splice.call(al, 1, 1);
  return [
    al,
    s,
    P.map.call("abc", (x: string) => x + x),
    P.join.call({ length: 2, 0: 1 }),
    P.includes.call({ length: 1, 0: NaN }, NaN),
    P.fill.call({ length: 2 }, 5),
    P.indexOf.call("hello", "l"),
    t(() => P.push.call(null, 1)),
    P.at.call({ length: 2, 1: "q" }, -1),
    P.slice.call({ length: "2", 0: 1, 1: 2 }),
    P.concat.call({ a: 1 }, 2).length,
    P.flat.call({ length: 1, 0: [1] }),
    P.pop.call({ length: 0 }),
    P.shift.call({ length: 1, 0: 5 }),
    P.every.call("aab", (c: string) => c < "c"),
    t(() => P.forEach.call([1], 5)),
    t(() => P.map.call([1], undefined)),
    t(() => P.reduce.call([], null)),
    P.lastIndexOf.call([1, 2, 1], 1),
    t(() => P.sort.call([], 5)),
    t(() => P.toSorted.call([], null)),
    P.toString.call({ join: () => "j" }),
    P.toString.call({}),
    t(() => P.flatMap.call([1], {})),
    P.keys.call({ length: 1 }).next(),
  ];
}
export function sorting() {
  const people = [
    ["a", 3],
    ["b", 1],
    ["c", 3],
    ["d", 2],
  ] as any[];
  const r1 = [...people]
    .sort((x, y) => x[1] - y[1])
    .map((p) => p[0])
    .join("");
  const r2 = [3, 20, 100, undefined, , null, NaN, -1, "b", true].sort();
  const r3 = [3, 1, 2].sort((a, b) => (a > b) as any);
  const r4 = [3, 1, 2].sort((a, b) => NaN);
  const r5 = [1, 2, 3].sort((a, b) => "1" as any);
  const log: any[] = [];
  [4, 3, 2, 1].sort((a, b) => {
    log.push([a, b]);
    return a - b;
  });
  const big = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
  const r6 = [...big].sort((a, b) => b - a);
  const r7 = [...big].sort((a, b) => (a % 10) - (b % 10));
  const s = ["é", "z", "a", "Z", "ä", "1", "10", "2"].sort();
  const n = [-1, -2, 5, 10, 1].sort();
  const bs = [3n, 1n, 2n].sort();
  const thrown = t(() =>
    [1, 2].sort(() => {
      throw new Error("cmp");
    }),
  );
  const dd = [0, -0, 1].sort((a, b) => a - b).map((x) => Object.is(x, -0));
  return [
    r1,
    r2,
    r3,
    r4,
    r5,
    log,
    r6,
    r7,
    s,
    n,
    bs,
    thrown,
    dd,
    new Float64Array([3, NaN, -0, 0, -1]).sort(),
    new Uint8Array([3, 1]).toSorted((a, b) => b - a),
  ];
}
export function maps() {
  const m = new Map<any, any>([
    [NaN, 1],
    [0, 2],
    ["a", 3],
  ]);
  m.set(-0, 9);
  const r: any[] = [];
  let n = 0;
  m.forEach((v, k) => {
    r.push([k, v]);
    if (n++ < 2) {
      m.delete("a");
      m.set("a", n);
      m.set("x" + n, n);
    }
  });
  for (const [k] of m) {
    r.push(k);
    if (k === 0) m.delete(NaN);
    if (k === "x1") m.clear();
  }
  m.set(1, 1);
  const it = m.entries();
  const s = new Set([1, 2, 3]);
  for (const x of s) {
    r.push(x);
    s.delete(x);
    if (x < 6) s.add(x + 3);
  }
  const s2 = new Set([3, 1]);
  s2.add(1).add(2);
  const k = m.keys();
  m.delete(1);
  r.push(k.next());
  return [
    r,
    m.size,
    it.next(),
    [...s],
    [...s2],
    m.get(NaN),
    new Map([[1, 2]]).get(1),
    t(() => new Map([1] as any)),
    t(() => (Map as any)()),
    t(() => Map.prototype.get.call({} as any, 1)),
    [...new Map([[1, { a: 1 }]]).values()],
    Object.prototype.toString.call(m),
    String(new Map().entries()),
    m.set("q", 1) === m,
    new Set("hello").size,
    [...new Set([1]).entries()],
    new Map(Object.entries({ a: 1 })).get("a"),
    Map.groupBy ? 1 : 1,
  ];
}
export function groupBy() {
  const has = typeof (Object as any).groupBy;
  return [has === "function" || has === "undefined"];
}
export function weak() {
  const w = new WeakMap();
  const k = {};
  w.set(k, 5);
  const s = new WeakSet([k]);
  const r = new WeakRef(k);
  return [
    w.get(k),
    w.has({}),
    s.has(k),
    r.deref() === k,
    t(() => w.set(1 as any, 2)),
    t(() => new WeakSet([1 as any])),
    t(() => new WeakRef(1 as any)),
    w.delete(k),
    w.get(k),
    Object.prototype.toString.call(w),
    t(() => (WeakMap as any)()),
  ];
}
export function symbols() {
  const o: any = {
    [Symbol.toPrimitive](h: string) {
      return h === "number" ? 42 : h;
    },
  };
  const a: any = { valueOf: () => 3, toString: () => "s" };
  const d: any = {
    get [Symbol.toStringTag]() {
      return "Tag";
    },
  };
  class Even {
    static [Symbol.hasInstance](n: number) {
      return n % 2 === 0;
    }
  }
  class Sp extends Array {
    static get [Symbol.species]() {
      return Array;
    }
  }
  const s = Symbol("desc"),
    f = Symbol.for("reg");
  return [
    +o,
    `${o}`,
    o + "",
    o * 2,
    o == "default",
    a + 1,
    `${a}`,
    a * 2,
    a < 4,
    [a] + "",
    String(d),
    2 instanceof (Even as any),
    new Sp(1, 2, 3).map((x) => x) instanceof Sp,
    s.toString(),
    s.description,
    Symbol.keyFor(f),
    Symbol.keyFor(s),
    t(() => s + ""),
    t(() => +(s as any)),
    t(() => `${s as any}`),
    String(s),
    Object(s) == s,
    typeof Object(s),
    t(() => new (Symbol as any)()),
    Symbol.iterator.toString(),
    Object.getOwnPropertySymbols({ [s]: 1, a: 2 }).length,
    JSON.stringify({ [s]: 1, a: s }),
    Symbol().description,
    [1, 2, 3].concat(Object.assign([4], { [Symbol.isConcatSpreadable]: false }) as any).length,
    Symbol.prototype[Symbol.toPrimitive].call(Object(s)) === s,
    t(() => Symbol.keyFor("x" as any)),
    Array.prototype[Symbol.unscopables as any]
      ? Object.keys(Array.prototype[Symbol.unscopables as any] as any).length > 5
      : 0,
  ];
}
export function tagged() {
  const calls: any[] = [];
  const tag = (s: TemplateStringsArray, ...v: any[]) => {
    calls.push(s);
    return [s.raw.join("|"), [...s], v];
  };
  const f = () => tag`a${1}\n${2}\u{41}\xzz`;
  const r1 = f(),
    r2 = f();
  const g = () => tag`a${1}\n`;
  return [
    r1,
    calls[0] === calls[1],
    (g(), calls[2] === calls[0]),
    Object.isFrozen(calls[0]),
    Array.isArray(calls[0].raw),
    String.raw`a\n${1}\u0041${"x"}`,
    String.raw({ raw: "abc" } as any, 1, 2, 3),
    String.raw({ raw: { length: 2, 0: "p", 1: "q" } } as any, "-"),
    ((s: any) => s.length)``,
    ((s: any, ...v: any) => v)`${1}${2}`,
    (
      {
        m(s: any) {
          return this.k + s[0];
        },
        k: "k",
      } as any
    ).m`z`,
    (
      () => (s: any) =>
        s[0]
    )()`chain`,
    `a${`b${`c`}`}`,
    `line1
line2\
cont`,
    (new class {
      constructor(public v: any) {}
    }`x`() as any)
      ? 1
      : 0,
  ];
}
export function strings1() {
  return [
    "abc".at(-1),
    "abc".at(5),
    "a-b-c".replaceAll("-", (m, i) => String(i)),
    "aaa".replaceAll("a", "$&$&"),
    t(() => "a".replaceAll(/a/ as any, "b")),
    "x".padStart(5, "ab"),
    "x".padEnd(4),
    "x".padStart(3, ""),
    "abc".substring(2, 0),
    "abc".substr(-2, 1),
    "abc".slice(2, 0),
    "abc".slice(-2),
    "é".normalize("NFD").length,
    "a\u0301".normalize() === "á",
    t(() => "a".normalize("x")),
    "a".localeCompare("b"),
    "b".localeCompare("a"),
    "a".localeCompare("A"),
    ["é", "f", "e"].sort((a, b) => a.localeCompare(b)),
    "💩".codePointAt(0),
    "💩".charCodeAt(1),
    "💩".length,
    String.fromCodePoint(128169, 97),
    t(() => String.fromCodePoint(-1)),
    String.fromCharCode(65.9, 65536 + 66),
    "ab".repeat(3),
    t(() => "a".repeat(-1)),
    t(() => "a".repeat(Infinity)),
    "".repeat(1e9),
    " \t\n\u00a0\ufeffx ".trim(),
    " x ".trimEnd() + "|",
    "abcabc".lastIndexOf("c", 4),
    "abc".indexOf("", 10),
    "abc".includes("bc", 1),
    t(() => "abc".includes(/b/ as any)),
    "abc".startsWith("b", 1),
    "abc".endsWith("b", 2),
    "a,b,,c".split(","),
    "abc".split(""),
    "a1b2".split(/(\d)/),
    "abc".split("", 2),
    "".split(","),
    "".split(""),
    "abc".split(undefined as any),
    "İ".toLowerCase().length,
    "ß".toUpperCase(),
    "ΑΣ".toLowerCase(),
    "abc".concat(1 as any, null as any),
    "a".codePointAt(5),
    "x".charAt(9),
    "abc"[1],
    ("abc" as any)["-1"],
    "abc".search(/c/),
    "aBc".match(/b/i)!.index,
    [..."aXbX".matchAll(/X/g)].map((m) => m.index),
    t(() => "a".matchAll(/a/ as any)),
    ("a\ud800" as any).isWellFormed(),
    ("a\ud800" as any).toWellFormed(),
    "abc".localeCompare("abd"),
    "a".anchor('b"'),
    "z".big(),
    escape("ä b"),
    unescape("%u0107%20"),
    encodeURIComponent("ä/ ?"),
    decodeURIComponent("%C3%A4"),
    t(() => decodeURIComponent("%")),
    encodeURI("a b?c=ä"),
    "10" < "9",
    "a" < "B",
    "abc" < "abcd",
    "Z" < "a",
  ];
}
export function regexes() {
  const re = /(?<y>\d{4})-(?<m>\d\d)/g;
  const r: any[] = [];
  let m;
  while ((m = re.exec("2020-01 2021-12"))) r.push([m[0], m.index, re.lastIndex, m.groups!.y]);
  return [
    r,
    "2020-05".replace(/(?<y>\d+)-(?<m>\d+)/, "$<m>/$<y>|$1|$$|$`|$'|$&|$3|$10"),
    "abc".replace(/(b)(x)?/, (...a) => JSON.stringify(a)),
    /a.c/s.test("a\nc"),
    /^b/m.test("a\nb"),
    /\u{1F4A9}/u.test("💩"),
    /(?<=\$)\d+/.exec("cost $42")![0],
    /(?<!a)b/.exec("ab bb")!.index,
    /(a)|(b)/.exec("b"),
    /a{2,3}?/.exec("aaaa")![0],
    /(?:a|ab)(?:c|bcd)(?:d*)/.exec("abcd"),
    /(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac"),
    /\bfoo\b/.test("a foo b"),
    /[^]/.test("\n"),
    /\p{L}+/u.exec("héllo wörld")![0],
    /x/y.test("ax"),
    "aBC".replace(/[A-Z]/g, (c) => "_" + c.toLowerCase()),
    /(\w+)\s\1/.test("hello hello"),
    new RegExp("a/b", "gi").toString(),
    new RegExp("").toString(),
    /[/]/.source,
    /a/dgimsuy.flags,
    t(() => new RegExp("(")),
    t(() => new RegExp("a", "gg")),
    t(() => new RegExp("[b-a]")),
    RegExp("\\d").test("5"),
    /a/[Symbol.replace]("banana", "o"),
    "test".replace(/t/g, "$0"),
    /(?<a>.)(?<b>.)/d.exec("xy")!.indices!.groups!.b,
    "aaa".lastIndexOf("a"),
    /^(?:\d+|[a-z]+)$/i.test("ABC"),
    /\cJ/.test("\n"),
    /[\b]/.test("\b"),
    /\0/.test("\0"),
    /a|/.exec("b")![0],
    /(?=(a+))a*b\1/.exec("baaabac"),
    RegExp.prototype.toString.call({ source: "s", flags: "f" }),
    /x*/[Symbol.split]("axb"),
    "a.b*c".replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    /[\u0041-\u005A]+/.exec("abCDe")![0],
    /\u0041|\x42/.exec("B")![0],
    "𝒳𝒴".match(/./gu)!.length,
    "x".match(/y/),
    "xyx".match(/x/g),
    RegExp.escape ? 1 : 1,
  ];
}
export function numbers() {
  return [
    (0.1).toFixed(20),
    (1.005).toFixed(2),
    (1e21).toFixed(2),
    (-1.5).toFixed(0),
    (2.5).toFixed(0),
    (-0).toFixed(1),
    t(() => (1).toFixed(101)),
    (123.456).toPrecision(4),
    (0.00001).toPrecision(1),
    (1e21).toPrecision(3),
    (123).toPrecision(2),
    (0).toPrecision(3),
    (123456).toExponential(2),
    (0).toExponential(),
    (-1.5e-9).toExponential(0),
    (255).toString(16),
    (0.5).toString(2),
    (-255).toString(36),
    (1 / 3).toString(3),
    (1e21).toString(7),
    t(() => (1).toString(1)),
    NaN.toString(2),
    1e21 + "",
    1e-7 + "",
    123456789012345680000 + "",
    0.000001 + "",
    -0 + "",
    String(-0),
    `${-0}`,
    JSON.stringify(-0),
    (-0).toString(),
    [-0] + "",
    parseInt("12px"),
    parseInt("0x1f"),
    parseInt("10", 2),
    parseInt("z", 36),
    parseInt(""),
    parseInt("  -5"),
    parseInt(1e21 as any),
    parseInt(0.0000005 as any),
    parseInt("9".repeat(30)),
    parseInt("1", 1),
    parseInt("11", 37),
    parseFloat("3.14abc"),
    parseFloat(".5."),
    parseFloat("-Infinityx"),
    parseFloat("1e1000"),
    parseFloat("1e"),
    parseFloat("0x10"),
    Number(""),
    Number(" 12 "),
    Number("0b101"),
    Number("0o17"),
    Number("1_000"),
    Number("12px"),
    Number(null),
    Number([]),
    Number([5]),
    Number([1, 2]),
    Number({}),
    Number(true),
    Number("Infinity"),
    Number("-0"),
    Number(new Date(5)),
    Number("1e3"),
    Number("."),
    Number("5."),
    Number.EPSILON,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_VALUE,
    Number.isInteger(5.0),
    Number.isSafeInteger(2 ** 53),
    Number.isNaN("x" as any),
    isNaN("x" as any),
    isFinite("5" as any),
    Number.parseFloat === parseFloat,
    0.1 + 0.2,
    9007199254740993,
    5 % -3,
    -5 % 3,
    5.5 % 2,
    -0 % 1,
    Infinity % 1,
    1 / -0,
    2 ** -1074,
    (-8) ** (1 / 3),
    0 ** 0,
    NaN ** 0,
    1 ** Infinity,
    (0.1).toLocaleString(),
    (1234567.891).toLocaleString("en-US"),
    (12).toLocaleString("en-US", { minimumFractionDigits: 2 }),
  ];
}
export function coercions() {
  const vs: any[] = [
    undefined,
    null,
    true,
    false,
    0,
    -0,
    1,
    NaN,
    "",
    "0",
    "1",
    "a",
    " ",
    [],
    [0],
    [1, 2],
    {},
    () => 1,
    1n,
    0n,
    "1n",
  ];
  const r: any[] = [];
  for (const a of vs)
    for (const b of vs) {
      r.push([a == b, t(() => a < b), t(() => a <= b), t(() => (typeof (a + b) === "string" ? a + b : String(a + b)))]);
    }
  return r;
}
export function coercions2() {
  const vs: any[] = [
    undefined,
    null,
    true,
    0,
    -0,
    NaN,
    "",
    "12",
    "a",
    [],
    ["3"],
    {},
    5n,
    "0x1F",
    2 ** 31,
    2 ** 32 + 5,
    -1,
    1.9,
    -1.9,
    Infinity,
  ];
  return vs.map((v) => [
    t(() => +v),
    t(() => -v),
    t(() => ~v),
    t(() => !v),
    t(() => v | 0),
    t(() => v >>> 0),
    t(() => v >> 1),
    t(() => v << 31),
    t(() => v & 255),
    t(() => v ^ -1),
    t(() => v ** 2),
    t(() => v % 7),
    t(() => v * 1),
    t(() => v - 1),
    t(() => {
      let x = v;
      x++;
      return x;
    }),
    t(() => Math.imul(v, 3)),
    t(() => Math.fround(v)),
    t(() => Math.clz32(v)),
    t(() => Number(v)),
    t(() => String(v)),
    t(() => BigInt(v)),
    t(() => Boolean(v)),
    t(() => Object(v) === v),
    t(() => typeof v),
    t(() => [1, 2, 3][v]),
    t(() => parseInt(v)),
    t(() => "abc".at(v)),
    t(() => [v].toString()),
    t(() => JSON.stringify(v)),
    t(() => isNaN(v)),
  ]);
}
export function mathOdd() {
  const M: any = Math;
  const xs = [NaN, 0, -0, 1, -1, Infinity, -Infinity, 0.5, -0.5, 1e-320, 1e308, "2", null, undefined, [], [3], true];
  const fns = [
    "abs",
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atanh",
    "cbrt",
    "ceil",
    "clz32",
    "cos",
    "cosh",
    "exp",
    "expm1",
    "floor",
    "fround",
    "log",
    "log10",
    "log1p",
    "log2",
    "round",
    "sign",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "trunc",
  ];
  return [
    fns.map((f) => xs.map((x) => M[f](x))),
    xs.map((x) => xs.map((y) => [M.atan2(x, y), M.pow(x, y), M.hypot(x, y), M.max(x, y), M.min(x, y), M.imul(x, y)])),
    M.max(),
    M.min(),
    M.hypot(),
    M.hypot(3),
    M.max(NaN, 1),
    M.max(-0, 0),
    M.min(0, -0),
    M.round(-0.5),
    M.round(2.5),
    M.round(-2.5),
    M.round(0.49999999999999994),
    M.round(2 ** 52 + 1),
    t(() => M.max(1n)),
    Object.keys(M),
    String(M),
    M.PI,
    M.SQRT1_2,
    M.hypot(NaN, Infinity),
    t(() => {
      M.PI = 3;
    }),
    M.max.length,
    M.atan2.name,
  ];
}
export function intIdioms() {
  const r: any[] = [];
  let h = 0;
  for (const c of "hash me") h = (h * 31 + c.charCodeAt(0)) | 0;
  r.push(
    h,
    h >>> 0,
    ~~-5.7,
    5.7 | 0,
    (2 ** 32) | 0,
    (2 ** 31) | 0,
    1 << 31,
    1 << 32,
    -1 >>> 0,
    -1 >>> 31,
    -8 >> 1,
    5 & 6,
    5 ^ 6,
    0xffffffff & 0xff,
    Math.imul(0xffffffff, 5),
    Math.imul(2 ** 31, 2),
    (123456789 * 987654321) | 0,
    NaN | 0,
    Infinity >>> 0,
    1e20 | 0,
    "5" as any | 0,
    3.99 >> 0,
    -3.99 >>> 0,
    1 << -1,
    2 ** 53 + 1,
  );
  let s = 12345;
  for (let i = 0; i < 5; i++) {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    r.push(s >>> 0);
  }
  let seed = 42;
  const rnd = () => {
    seed |= 0;
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  r.push(rnd(), rnd(), rnd());
  return r;
}
export function bigints() {
  return [
    5n ** 20n,
    -7n / 2n,
    -7n % 2n,
    7n % -2n,
    1n << 70n,
    -1n >> 1n,
    5n & 3n,
    -5n | 2n,
    ~5n,
    -(-5n),
    t(() => 1n + (1 as any)),
    t(() => 1n / 0n),
    t(() => 2n ** -1n),
    t(() => +(1n as any)),
    t(() => 1n >>> (0n as any)),
    1n < 2,
    2n == (2 as any),
    2n === (2 as any),
    ("10" as any) > 9n,
    BigInt("0xff"),
    BigInt(" 12 "),
    t(() => BigInt("1.5")),
    t(() => BigInt(1.5)),
    t(() => BigInt(NaN)),
    BigInt(Number.MAX_SAFE_INTEGER) + 2n,
    BigInt.asIntN(8, 255n),
    BigInt.asUintN(8, -1n),
    255n.toString(16),
    Number(2n ** 64n),
    parseInt("12n"),
    typeof 1n,
    0n ? 1 : 2,
    [3n, 1n, 2].sort(),
    t(() => Math.max(1n as any)),
    10n > 9,
    `${5n}`,
    5n + "x",
    t(() => JSON.stringify({ a: 1n })),
    Object(1n) + 1n,
    BigInt(true),
    t(() => BigInt(undefined as any)),
    t(() => (BigInt as any)("abc")),
    0x1fn,
    0b11n,
    1_000n,
    (-5n).toLocaleString(),
    t(() => {
      let x = 1n;
      x++;
      return x--;
    }),
    new BigInt64Array([1n, -1n]),
    new BigUint64Array([-1n]),
    t(() => new BigInt64Array([1 as any])),
    BigInt64Array.from([1n]).map((x) => x * 2n),
    isNaN(5 as any),
    1n == ("1" as any),
    1n == ("a" as any),
    2n > ("a" as any),
  ];
}
