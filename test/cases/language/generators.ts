function* count(n: number): Generator<number, string, number | undefined> {
  let total = 0;
  for (let i = 0; i < n; i++) total += (yield i) ?? 1;
  return `total ${total}`;
}

export function drive() {
  const it = count(3);
  return [it.next(), it.next(10), it.next(20), it.next(), it.next()];
}

export function spread() {
  return [...count(4)];
}

export function delegation() {
  const log: unknown[] = [];
  function* inner() {
    try {
      const got: unknown = yield 1;
      log.push(got);
      yield 2;
    } finally {
      log.push("cleanup");
    }
    return "inner result";
  }
  function* outer(): Generator<unknown, unknown, unknown> {
    const result = yield* inner();
    log.push(result);
    yield* [7, 8];
    return "done";
  }
  const it = outer();
  return [it.next(), it.next("sent"), it.next(), it.next(), it.next(), it.next(), log];
}

export function earlyReturn() {
  const log: string[] = [];
  function* g() {
    try {
      yield 1;
      yield 2;
    } finally {
      log.push("finally");
      yield "from finally";
    }
  }
  const it = g();
  return [it.next(), it.return("bye" as never), it.next(), it.next(), log];
}

export function throwInto() {
  function* g(): Generator<string, string, unknown> {
    while (true) {
      try {
        yield "waiting";
      } catch (error) {
        yield `caught ${(error as Error).message}`;
        if ((error as Error).message === "stop") return "stopped";
      }
    }
  }
  const it = g();
  return [it.next(), it.throw(new Error("a")), it.next(), it.throw(new Error("stop")), it.next(), it.next()];
}

export function closesOnBreak() {
  const log: string[] = [];
  function* g() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      log.push("closed");
    }
  }
  for (const x of g()) if (x === 3) break;
  const [first, second] = g();
  return [log, first, second];
}

export function yieldInEveryPlace() {
  function* g(): Generator<unknown, unknown, number> {
    const a = [yield 1, yield 2, ...[yield 3]];
    const o = { p: yield 4, [`k${yield 5}`]: yield 6 };
    const s = `${yield 7}-${yield 8}`;
    const c = (yield 9) ? yield 10 : yield 11;
    const l = (yield 12) && (yield 13);
    let x = 100;
    x += yield 14;
    const box = { v: 1 };
    box.v *= yield 15;
    const list = [0, 0];
    list[(yield 16) % 2] = yield 17;
    const m = Math.max(yield 18, yield 19);
    const d = new Date(yield 20).getTime();
    if (yield 21) throw new Error(String(yield 22));
    switch (yield 23) {
      case yield 24:
        return [a, o, s, c, l, x, box, list, m, d];
      default:
        return "default";
    }
  }
  const it = g();
  const out: unknown[] = [];
  let send = 0;
  for (let step = it.next(0); !step.done; step = it.next(send === 21 ? 0 : send)) {
    out.push(step.value);
    send = step.value as number;
    if (send === 23) send = 24;
  }
  return out;
}

export function methods() {
  class Tree {
    constructor(
      readonly value: number,
      readonly left?: Tree,
      readonly right?: Tree,
    ) {}
    *[Symbol.iterator](): Generator<number> {
      if (this.left) yield* this.left;
      yield this.value;
      if (this.right) yield* this.right;
    }
  }
  return [...new Tree(2, new Tree(1), new Tree(4, new Tree(3)))];
}

export function closures() {
  function* g() {
    const fs: (() => number)[] = [];
    for (let i = 0; i < 3; i++) {
      fs.push(() => i * 10);
      yield fs.length;
    }
    yield fs.map((f) => f());
  }
  return [...g()];
}

export function runningError() {
  let it: Generator<number>;
  function* g() {
    yield 1;
    it.next();
  }
  it = g();
  it.next();
  it.next();
}

export function labels() {
  function* g() {
    outer: for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        if (j === 2) continue outer;
        if (i === 2) break outer;
        yield [i, j];
      }
    }
    let n = 0;
    do {
      yield n;
    } while (++n < 2);
    for (const key in { a: 1, b: 2 }) yield key;
  }
  return [...g()];
}
