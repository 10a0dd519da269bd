/** Numbers, Math, BigInt, JSON and dates. */
export function writing() {
  return [(0.1 + 0.2).toFixed(2), (1234.5678).toExponential(2), (0.000001234).toPrecision(2), (255).toString(16), (0.5).toString(2), (1e21).toString(), (-0).toString(), (1234.5).toLocaleString("en-US")];
}

export function reading() {
  return [Number(" 12 "), Number("0x1f"), Number("1e3"), Number(""), Number("x"), parseInt("12px"), parseInt("z", 36), parseFloat("3.14abc"), +true, +[], +"1_0"];
}

export function asking() {
  return [Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), Number.EPSILON, Number.MAX_VALUE, isNaN(Number("x")), Number.isNaN("x"), Number.parseFloat === parseFloat];
}

export function mathematics() {
  return [Math.max(), Math.min(1, NaN), Math.hypot(3, 4), Math.sign(-0), Math.round(-0.5), Math.fround(5.05), Math.imul(0xffffffff, 5), Math.clz32(1), Math.cbrt(27), Math.expm1(1e-10), Math.trunc(-4.7), Math.atan2(1, -0), Math.PI];
}

export function tooPrecise() {
  return (1).toFixed(101);
}

export function objects() {
  const wrapped = new Number(5);
  return [typeof wrapped, wrapped.valueOf() + 1, Number(wrapped) === 5, Object(1n) + 1n, new Boolean(false) ? "yes" : "no"];
}

export function bigints() {
  return [2n ** 64n, BigInt.asUintN(8, 257n), BigInt.asIntN(8, 255n), BigInt("0xff"), (-7n) / 2n, (255n).toString(16), BigInt(10) === 10n, typeof 1n, 1n < 2, Number(2n ** 60n)].map(String);
}

export function mixing() {
  return Number(1) + (1n as unknown as number);
}

export function json() {
  class Point {
    constructor(
      public x: number,
      public y: number,
    ) {}
    toJSON() {
      return [this.x, this.y];
    }
  }
  const text = JSON.stringify({ p: new Point(1, 2), n: NaN, u: undefined, s: 'q"', list: [undefined, () => 1, Symbol("x")], nested: { a: { b: [] } } }, null, 2);
  const filtered = JSON.stringify({ a: 1, b: { a: 2, c: 3 } }, ["a", "b"]);
  const revived: unknown = JSON.parse('{"a":[1,2,{"b":3}]}', (_key, value: unknown) => (typeof value === "number" ? value * 10 : value));
  return [text, filtered, revived];
}

export function circularJson() {
  const a: Record<string, unknown> = { list: [1] };
  (a["list"] as unknown[]).push({ back: a });
  return JSON.stringify(a);
}

export function brokenJson() {
  return JSON.parse("{oops}") as unknown;
}

export function dates() {
  const date = new Date(Date.UTC(2024, 1, 29, 12, 30));
  const later = new Date(date.getTime() + 86_400_000);
  return [date.toISOString(), later.getUTCDate(), Number(later) - Number(date), date < later, JSON.stringify({ date }), new Date("x").getTime(), typeof Date.now()];
}

export function invalidDate() {
  return new Date(NaN).toISOString();
}
