export function defaultsAndRest() {
  function f(a: number, b = a + 1, { c = b * 2, d }: { c?: number; d?: number } = {}, ...rest: number[]) {
    return [a, b, c, d, rest];
  }
  return [f(1), f(1, undefined, { d: 4 }), f(1, 2, { c: 3 }, 4, 5), f.length, ((...a: unknown[]) => a).length];
}

export function argumentsObject() {
  function f(this: unknown) {
    // eslint-disable-next-line prefer-rest-params
    const args = arguments;
    const inner = () => args[0] as unknown;
    return [args.length, Array.from(args), inner(), typeof args, Object.prototype.toString.call(args)];
  }
  return (f as (...a: unknown[]) => unknown)(7, 8);
}

export function thisBinding() {
  const object = {
    n: 5,
    normal() {
      return this.n;
    },
    arrow() {
      return [1, 2].map((x) => x * this.n);
    },
  };
  const loose = object.normal as (this: { n: number }) => number;
  return [object.normal(), object.arrow(), loose.call({ n: 9 }), loose.apply({ n: 10 }, []), loose.bind({ n: 11 })()];
}

export function bindPartially() {
  function add(this: { k: number }, a: number, b: number, c: number) {
    return this.k + a * 100 + b * 10 + c;
  }
  const bound = add.bind({ k: 1000 }, 1, 2);
  return [bound(3), bound.length, bound.name];
}

export function closuresCounter() {
  const make = () => {
    let n = 0;
    return { inc: () => ++n, get value() { return n; } };
  };
  const a = make();
  const b = make();
  a.inc();
  a.inc();
  b.inc();
  return [a.value, b.value];
}

export function loopsKeepVariables() {
  const lets: (() => number)[] = [];
  for (let i = 0; i < 3; i++) lets.push(() => i++);
  const vars: (() => number)[] = [];
  for (var j = 0; j < 3; j++) vars.push(() => j);
  const ofs: (() => number)[] = [];
  for (const k of [10, 20]) {
    const doubled = k * 2;
    ofs.push(() => doubled + k);
  }
  let w = 0;
  const whiles: (() => number)[] = [];
  while (w < 2) {
    const mine = w++;
    whiles.push(() => mine);
  }
  return [lets.map((f) => [f(), f()]), vars.map((f) => f()), ofs.map((f) => f()), whiles.map((f) => f())];
}

export function hoisting() {
  const before = [typeof f, typeof v];
  var v = 1;
  function f() {
    return 1;
  }
  return [before, typeof v, g()];
  function g() {
    return v + 1;
  }
}

export function shadowing() {
  const x = 1;
  const out: number[] = [x];
  {
    const x = 2;
    out.push(x);
    {
      const x = 3;
      out.push(x);
    }
    out.push(x);
  }
  for (let x = 10; x < 12; x++) out.push(x);
  out.push(x);
  ((x: number) => out.push(x))(99);
  try {
    throw 5;
  } catch (x) {
    out.push(x as number);
  }
  return out;
}

export function recursion() {
  const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));
  const isEven = (n: number): boolean => n === 0 || isOdd(n - 1);
  const isOdd = (n: number): boolean => n !== 0 && isEven(n - 1);
  const named = function factorial(n: number): number {
    return n <= 1 ? 1 : n * factorial(n - 1);
  };
  return [fib(15), isEven(10), isOdd(7), named(10), named.name, fib.name];
}

export function namesOfFunctions() {
  const a = () => 1;
  const o = { b() {}, c: () => 2, ["d" + 1]: () => 3, get e() { return 1; } };
  class K {
    static s = () => 1;
    m() {}
  }
  let f;
  f = function () {};
  const { g = () => 1 } = {} as { g?: () => number };
  return [a.name, o.b.name, o.c.name, o.d1.name, K.s.name, K.prototype.m.name, f.name, g.name, Object.getOwnPropertyDescriptor(o, "e")!.get!.name, (() => 1).name];
}

export function immediatelyInvoked() {
  return [(() => 1)(), (function () { return 2; })(), ((a: number) => a * 2)(3)];
}

export function callOfNonFunction() {
  const o = { x: 3 } as unknown as { x: () => number };
  return o.x();
}

export function callOfUndefinedMethod() {
  const list = [1] as unknown as { frobnicate(): void };
  list.frobnicate();
}

export function readOfUndefined() {
  const o = {} as { a?: { b: number } };
  return o.a!.b;
}

export function undefinedVariable() {
  // @ts-expect-error the name does not exist
  return missingVariable + 1;
}

export function assignToConst() {
  const x = 1;
  // @ts-expect-error constants cannot be assigned
  x = 2;
}

export function destructureNull() {
  const f = ({ a }: { a: number }) => a;
  return f(null as never);
}

export function spreadOfNonIterable() {
  return Math.max(...(5 as unknown as number[]));
}

export function stackOverflow() {
  const f = (): number => 1 + f();
  try {
    return f();
  } catch (e) {
    return [(e as Error).name, (e as Error).message];
  }
}

export function higherOrder() {
  const compose = <T>(...fs: ((x: T) => T)[]) => (x: T) => fs.reduceRight((v, f) => f(v), x);
  const curry = (f: (a: number, b: number) => number) => (a: number) => (b: number) => f(a, b);
  const memo = (f: (n: number) => number) => {
    const cache = new Map<number, number>();
    return (n: number) => cache.get(n) ?? (cache.set(n, f(n)), cache.get(n)!);
  };
  return [compose<number>((x) => x + 1, (x) => x * 2)(5), curry((a, b) => a - b)(10)(3), memo((n) => n ** 2)(9)];
}

export function overloads() {
  function f(x: string): string;
  function f(x: number): number;
  function f(x: unknown) {
    return x;
  }
  return [f("a"), f(1)];
}

export function getterOnFunctions() {
  function f() {}
  f.tag = 5;
  return [f.tag, Object.keys(f), f.toString().includes("function"), typeof f.prototype];
}
