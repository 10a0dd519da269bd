export function switches() {
  const f = (x: unknown) => {
    const log: string[] = [];
    switch (x) {
      case 1:
        log.push("one");
      case 2:
        log.push("two");
        break;
      case "s": {
        const x = "inner";
        log.push(x);
        break;
      }
      default:
        log.push("default");
      case 3:
        log.push("three");
    }
    return log;
  };
  return [f(1), f(2), f(3), f("s"), f(null), f(NaN)];
}

export function switchScopes() {
  const out: unknown[] = [];
  for (const k of [0, 1]) {
    try {
      switch (k) {
        case 0:
          let x = 5;
          out.push(x);
          break;
        case 1:
          // eslint-disable-next-line no-fallthrough -- the declaration was jumped over
          out.push(x!);
      }
    } catch (e) {
      out.push((e as Error).message);
    }
  }
  return out;
}

export function labels() {
  const out: number[][] = [];
  outer: for (let i = 0; i < 4; i++) {
    inner: for (let j = 0; ; j++) {
      if (j > i) continue outer;
      if (i === 3) break outer;
      if (j === 1) continue inner;
      out.push([i, j]);
    }
  }
  block: {
    if (out.length > 0) break block;
    out.push([-1]);
  }
  return out;
}

export function loops() {
  let a = 0;
  while (true) {
    if (++a > 5) break;
    if (a === 2) continue;
  }
  let b = 0;
  do b++;
  while (b < 3);
  let c = 0;
  for (;;) {
    c += 2;
    if (c > 7) break;
  }
  let d = "";
  for (const k in { x: 1, y: 2 }) d += k;
  for (const k in [7, 8]) d += k;
  for (const k in "ab" as unknown as object) d += k;
  for (const ch of "a😀b") d += `[${ch}]`;
  for (let i = 0, j = 10; i < j; i += 3, j--) d += `${i},${j};`;
  return [a, b, c, d];
}

export function finallyOrder() {
  const log: string[] = [];
  const f = (how: number) => {
    for (let i = 0; i < 2; i++) {
      try {
        log.push(`try ${how}`);
        if (how === 1) return "returned";
        if (how === 2) throw new Error("thrown");
        if (how === 3) continue;
        if (how === 4) break;
      } catch (e) {
        log.push((e as Error).message);
        if (i === 1) throw e;
      } finally {
        log.push("finally");
      }
    }
    return "end";
  };
  const results = [1, 2, 3, 4, 5].map((how) => {
    try {
      return f(how);
    } catch (e) {
      return `out: ${(e as Error).message}`;
    }
  });
  return [results, log];
}

export function finallyOverrides() {
  const f = () => {
    try {
      return 1;
    } finally {
      return 2;
    }
  };
  const g = () => {
    try {
      throw new Error("lost");
    } finally {
      return "kept";
    }
  };
  const h = () => {
    let x = 1;
    try {
      return x;
    } finally {
      x = 2;
    }
  };
  return [f(), g(), h()];
}

export function throwAnything() {
  const out: unknown[] = [];
  for (const thing of [1, "s", null, undefined, { a: 1 }, [2]]) {
    try {
      throw thing;
    } catch (e) {
      out.push(e);
    }
  }
  try {
    throw new RangeError("r", { cause: "because" });
  } catch ({ name, message, cause }: any) {
    out.push(name, message, cause);
  }
  try {
    null!.x;
  } catch {
    out.push("no binding");
  }
  return out;
}

export function uncaught() {
  class Custom extends TypeError {
    override name = "Custom";
  }
  throw new Custom("message");
}

export function comma() {
  let a = 0;
  const b = (a++, a++, a * 10);
  return [a, b, void 0];
}

export function logical() {
  const log: number[] = [];
  const t = (n: number) => (log.push(n), true);
  const f = (n: number) => (log.push(n), false);
  const r = [t(1) && f(2), f(3) && t(4), t(5) || t(6), f(7) || 0 || "x", null ?? 8, 0 ?? 9, undefined ?? null ?? 10];
  let a: number | null = null;
  a ??= 5;
  a &&= a + 1;
  let z = 0;
  z ||= 7;
  const o: { p?: number } = {};
  o.p ??= 3;
  o.p ||= log.push(99);
  return [r, log, a, z, o];
}

export function conditionals() {
  const f = (n: number) => (n < 0 ? "neg" : n === 0 ? "zero" : n < 10 ? "small" : "big");
  return [-1, 0, 5, 50, NaN].map(f);
}

export function iteratorsClose() {
  const log: string[] = [];
  const make = () => {
    let i = 0;
    return {
      [Symbol.iterator]() {
        return this;
      },
      next: () => ({ done: false, value: i++ }),
      return: () => (log.push("return"), {}),
    };
  };
  for (const x of make()) if (x === 2) break;
  const [a, b] = make() as Iterable<number>;
  try {
    for (const x of make()) throw new Error(`at ${x}`);
  } catch (e) {
    log.push((e as Error).message);
  }
  const f = () => {
    for (const x of make()) return x;
  };
  f();
  return [log, a, b];
}

export function bits() {
  return [5 & 3, 5 | 3, 5 ^ 3, ~5, 5 << 2, -5 >> 1, -5 >>> 28, 1 << 33, 2 ** 31 | 0, 4294967295 | 0, 1e20 | 0, NaN | 0, -1 >>> 0];
}

export function numbers() {
  return [0.1 + 0.2, -0, 1 / -0, 5 % -3, -5 % 3, -4 % 2, 2 ** -1, (-8) ** (1 / 3), 0xff, 0b101, 0o17, 1_000, .5, 5., 1e3, 9007199254740993, NaN === NaN, 1 / 3, 7 / 2 | 0, +"12", +"", +"x", +[], +{}, +true, -"3", "5" * ("2" as never as number), "5" + 2, 1 + +"1"] as unknown[];
}

export function bigints() {
  return [2n ** 64n, -7n / 2n, -7n % 2n, 5n & 3n, 1n << 70n, -5n >> 1n, BigInt(10) + 5n, 3n > 2, 2n == (2 as never), typeof 1n, BigInt.asUintN(8, 257n), 10n > 9n, -(-3n), (5n).toString(2)].map(String);
}

export function mixBigint() {
  return (1n as unknown as number) + 1;
}

export function equality() {
  const o = {};
  return [null == undefined, null === undefined, "1" == (1 as never), 0 == ("" as never), [] == ("" as never), [1] == (1 as never), o === o, NaN !== NaN, true == (1 as never), "b" > "a", "10" < "9", 10 < ("9" as never), null >= 0!, undefined == (0 as never), [2] > (1 as never)];
}

export function deletes() {
  const o: Record<string, unknown> = { a: 1, b: 2 };
  const list = [1, 2, 3];
  return [delete o.a, delete o.zzz, o, delete list[1], list, 1 in list, list.length, "b" in o];
}

export function deleteFrozen() {
  const o = Object.freeze({ a: 1 }) as { a?: number };
  delete o.a;
}

export function writeFrozen() {
  const o = Object.freeze({ a: 1 }) as { a: number };
  o.a = 2;
}

export function incrementForms() {
  let a = 5;
  const o = { n: 1, list: [1, 2] };
  let s: unknown = "7";
  (s as number)++;
  let big = 3n;
  big++;
  return [a++, ++a, a--, --a, o.n++, ++o.list[1], o, s, String(big)];
}
