const mk =
  (log: any[]) =>
  (n: any, fail = false) => ({
    n,
    [Symbol.dispose]() {
      log.push("dispose " + this.n);
      if (fail) throw new Error("disposal of " + n);
    },
  });
const t = (f: any) => {
  try {
    return f();
  } catch (e) {
    return (
      (e as any).name +
      ": " +
      (e as any).message +
      "/" +
      (e as any).error?.message +
      "/" +
      (e as any).suppressed?.message
    );
  }
};
export function usingBlocks() {
  const log: any[] = [];
  const r = mk(log);
  {
    using a = r(1);
    using b = r(2),
      c = null,
      d = undefined;
    log.push(a.n + b.n);
  }
  log.push("after");
  for (let i = 0; i < 2; i++) {
    using x = r("loop" + i);
    if (i === 1) break;
    log.push("body");
  }
  return log;
}
export function usingReturns() {
  const log: any[] = [];
  const r = mk(log);
  const f = () => {
    using a = r("f");
    log.push("in");
    return [a.n, log.length];
  };
  const g = (x: number) => {
    while (true) {
      using q = r("w" + x);
      if (x++ < 2) continue;
      return x;
    }
  };
  const h = () => {
    try {
      using a = r("try");
      return "ret";
    } finally {
      log.push("finally");
    }
  };
  return [f(), g(0), h(), log];
}
export function usingThrows() {
  const log: any[] = [];
  const r = mk(log);
  return [
    t(() => {
      using a = r("a");
      throw new Error("body");
    }),
    t(() => {
      using a = r("a", true);
      throw new Error("body");
    }),
    t(() => {
      using a = r("a", true);
      using b = r("b", true);
      return 1;
    }),
    t(() => {
      using a = 5 as any;
    }),
    t(() => {
      using a = {} as any;
    }),
    t(() => {
      using a = r("fine");
      a.n = 3;
      return a.n;
    }),
    log,
  ];
}
export function usingGenerator() {
  const log: any[] = [];
  const r = mk(log);
  function* g() {
    using a = r("gen");
    yield 1;
    using b = r(yield 2);
    yield 3;
  }
  const r1 = [...g()];
  const it = g();
  it.next();
  it.return(undefined as any);
  for (const x of g()) if (x === 2) break;
  return [r1, log];
}
export function usingSwitch() {
  const log: any[] = [];
  const r = mk(log);
  switch (1 as number) {
    case 1: {
      using a = r("case");
      log.push(a.n);
    }
  }
  const arrow = (x: number) => {
    using _ = r(x);
    return x * 2;
  };
  class K {
    static {
      using s = r("static");
      log.push(s.n);
    }
    m() {
      using z = r("method");
      return z.n;
    }
  }
  return [arrow(4), new K().m(), log];
}
