/** ECMA-262, 15.5 and 27: generators and iterators. */
import { list, same, throws } from "./assert.mjs";

const result = ({ value, done }, v, d) => {
  same(value, v, "value");
  same(done, d, "done");
};

export function valuesThenReturn() {
  const g = (function* () { yield 1; yield 2; return 3; })();
  result(g.next(), 1, false);
  result(g.next(), 2, false);
  result(g.next(), 3, true);
  result(g.next(), undefined, true);
  list([...(function* () { yield 1; return 2; })()], [1]);
}

export function nothingRunsBeforeTheFirstNext() {
  const log = [];
  const make = function* (x = log.push("default")) { log.push("body"); };
  const g = make();
  list(log, ["default"]);
  g.next();
  list(log, ["default", "body"]);
  throws(RangeError, () => (function* (x = (() => { throw new RangeError(); })()) {})());
}

export function valuesAreSentIn() {
  const got = [];
  const g = (function* () { got.push(yield "a"); got.push((yield "b") + (yield "c")); })();
  g.next("lost");
  g.next(1);
  g.next(2);
  g.next(3);
  list(got, [1, 5]);
}

export function yieldBindsLoosely() {
  const g = (function* () { const x = yield 1, y = 2; return [x, y, yield, yield 1 + 1]; })();
  g.next();
  result(g.next("x"), undefined, false);
  result(g.next("y"), 2, false);
  list(g.next("z").value, ["x", 2, "y", "z"]);
}

export function yieldInEveryPlace() {
  const g = (function* () {
    const o = { [yield "key"]: yield "value", ...(yield "spread") };
    const a = [yield "element", ...(yield "elements")];
    const t = `${yield "template"}`;
    const f = Math.max(yield "argument", 2);
    o.z = yield "assigned";
    o[yield "index"] += yield "added";
    if (yield "condition") o.c = (yield "left") ? yield "yes" : 0;
    for (let i = yield "start"; i < (yield "end"); i += yield "step") o.rounds = (o.rounds ?? 0) + 1;
    switch (yield "switch") { case yield "case": o.s = 1; }
    try { throw yield "throw"; } catch ({ m }) { o.m = m ?? (yield "default"); }
    return [o, a, t, f];
  })();
  const sent = [undefined, "k", 1, { s2: 2 }, 3, [4, 5], "t", 7, 8, "z", 2, true, true, "y", 0, 1, 1, 1, "q", "q", {}, "dm"];
  let last;
  for (const value of sent) last = g.next(value);
  const [o, a, t, f] = last.value;
  list(Object.entries(o).flat(), ["k", 1, "s2", 2, "z", 10, "c", "y", "rounds", 1, "s", 1, "m", "dm"]);
  list(a, [3, 4, 5]);
  list([t, f, last.done], ["t", 7, true]);
}

export function throwing() {
  const g = (function* () { try { yield 1; } catch (e) { yield e; } throw new RangeError(); })();
  g.next();
  result(g.throw("e"), "e", false);
  throws(RangeError, () => g.next());
  result(g.next(), undefined, true);
  const fresh = (function* () { yield 1; })();
  throws(TypeError, () => fresh.throw(new TypeError()));
  result(fresh.next(), undefined, true);
}

export function returning() {
  const log = [];
  const g = (function* () { try { yield 1; } finally { log.push("f"); } })();
  g.next();
  result(g.return("r"), "r", true);
  list(log, ["f"]);
  result(g.return("s"), "s", true);
  const fresh = (function* () { log.push("never"); })();
  result(fresh.return(5), 5, true);
  result(fresh.next(), undefined, true);
  same(log.length, 1);
}

export function finallyMayYieldAndOverride() {
  const g = (function* () { try { yield 1; } finally { yield "cleanup"; } })();
  g.next();
  result(g.return("r"), "cleanup", false);
  result(g.next(), "r", true);
  const h = (function* () { try { yield 1; } finally { return "mine"; } })();
  h.next();
  result(h.return("r"), "mine", true);
  const k = (function* () { for (;;) try { yield 1; } finally { continue; } })();
  k.next();
  result(k.return("r"), 1, false);
}

export function delegation() {
  const inner = function* () { const x = yield "a"; yield x; return "result"; };
  const g = (function* () { const r = yield* inner(); yield r; yield* [7, 8]; yield* "xy"; })();
  g.next();
  result(g.next("sent"), "sent", false);
  result(g.next(), "result", false);
  list([...g], [7, 8, "x", "y"]);
}

export function delegationOfThrowAndReturn() {
  const log = [];
  const inner = function* () { try { yield 1; yield 2; } catch (e) { log.push(e); yield "handled"; } finally { log.push("finally"); } };
  const g = (function* () { yield* inner(); yield "after"; })();
  g.next();
  result(g.throw("t"), "handled", false);
  result(g.next(), "after", false);
  const h = (function* () { try { yield* inner(); } finally { log.push("outer"); } })();
  h.next();
  result(h.return("r"), "r", true);
  list(log, ["t", "finally", "finally", "outer"]);
}

export function delegationToObjectsWithoutThrow() {
  const log = [];
  const make = (more) => ({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), ...more }) });
  const g = (function* () { yield* make({ return: () => (log.push("closed"), {}) }); })();
  g.next();
  throws(TypeError, () => g.throw(new RangeError()));
  list(log, ["closed"]);
  const h = (function* () { yield* make({}); })();
  h.next();
  result(h.return(4), 4, true);
  const k = (function* () { const r = yield* make({ return: (value) => ({ value: value * 2, done: true }) }); })();
  k.next();
  result(k.return(4), 8, true);
  const m = (function* () { yield* make({ return: () => 1 }); })();
  m.next();
  throws(TypeError, () => m.return(4));
}

export function delegatedResultsAreHandedOnUnread() {
  const inner = { value: "v", done: false, extra: 1 };
  const g = (function* () { yield* { [Symbol.iterator]: () => ({ next: () => inner }) }; })();
  same(g.next(), inner);
  throws(TypeError, () => (function* () { yield* 5; })().next());
  throws(TypeError, () => (function* () { yield* { [Symbol.iterator]: () => ({ next: () => 1 }) }; })().next());
}

export function runningGeneratorsCannotBeEntered() {
  let g;
  g = (function* () { throws(TypeError, () => g.next()); throws(TypeError, () => g.return()); yield 1; })();
  result(g.next(), 1, false);
}

export function objectsAndPrototypes() {
  function* f() {}
  const g = f();
  same(Object.getPrototypeOf(g), f.prototype);
  same(g[Symbol.iterator](), g);
  same(Object.prototype.toString.call(g), "[object Generator]");
  same(Object.getPrototypeOf(f).constructor.name, "GeneratorFunction");
  list(Object.getOwnPropertyNames(f.prototype), []);
  f.prototype = null;
  same(Object.getPrototypeOf(f()), Object.getPrototypeOf(function* () {}.prototype));
  throws(TypeError, () => f.prototype.next());
  throws(TypeError, () => Object.getPrototypeOf(function* () {}.prototype).next.call({}));
}

export function thisAndArguments() {
  const o = { *g(...all) { yield this; yield arguments.length; yield all; yield new.target; } };
  const [self, count, all, target] = o.g(1, 2);
  list([self, count, all.length, target], [o, 2, 2, undefined]);
}

export function infiniteGeneratorsAreLazy() {
  const naturals = function* () { let n = 0; for (;;) yield n++; };
  const take = function* (n, source) { if (n > 0) for (const x of source) { yield x; if (--n === 0) return; } };
  const map = function* (f, source) { for (const x of source) yield f(x); };
  list([...take(3, map((x) => x * x, naturals()))], [0, 1, 4]);
  const [a, b] = naturals();
  list([a, b], [0, 1]);
}

export function arrayIteratorsAreLive() {
  const a = [1, 2];
  const it = a.values();
  it.next();
  a.push(3);
  result(it.next(), 2, false);
  result(it.next(), 3, false);
  result(it.next(), undefined, true);
  a.push(4);
  result(it.next(), undefined, true);
  const seen = [];
  const b = [1, 2, 3];
  for (const x of b) { seen.push(x); if (x === 1) b.shift(); }
  list(seen, [1, 3]);
}

export function mapsChangeWhileTheyAreIterated() {
  const m = new Map([[1, "a"], [2, "b"], [3, "c"]]);
  const seen = [];
  for (const [k] of m) {
    seen.push(k);
    if (seen.length === 1) { m.delete(2); m.set(4, "d"); m.delete(1); m.set(1, "again"); }
  }
  list(seen, [1, 3, 4, 1]);
  const s = new Set([1]);
  let rounds = 0;
  s.forEach((x) => { if (x < 5) s.add(x + 1); rounds++; });
  same(rounds, 5);
}

export function stringIteratorsGoByCodePoints() {
  list([..."a😀\uD83D"], ["a", "😀", "\uD83D"]);
  same(""[Symbol.iterator]().next().done, true);
  same(Object.prototype.toString.call(""[Symbol.iterator]()), "[object String Iterator]");
}

export function builtInIteratorsShareAPrototype() {
  const of = (x) => Object.getPrototypeOf(Object.getPrototypeOf(x));
  same(of([].values()), of(new Map().keys()));
  same(of([].values()), of("".matchAll(/a/g)));
  const it = [].keys();
  same(it[Symbol.iterator](), it);
  throws(TypeError, () => Object.getPrototypeOf([].values()).next.call({}));
  list(Reflect.ownKeys(Object.getPrototypeOf([].values())), ["next", Symbol.toStringTag]);
}

export function consumersCloseIterators() {
  const log = [];
  const make = (value) => ({ [Symbol.iterator]: () => ({ next: () => ({ value, done: false }), return: () => (log.push("closed"), {}) }) });
  throws(RangeError, () => Array.from(make(1), () => { throw new RangeError(); }));
  throws(TypeError, () => new Map(make(1)));
  throws(TypeError, () => new WeakSet(make(1)));
  throws(TypeError, () => Object.fromEntries(make(1)));
  same(log.length, 4);
}

export function changedIterationOfArraysIsRespected() {
  class Odd extends Array { *[Symbol.iterator]() { for (let i = 0; i < this.length; i++) if (this[i] % 2) yield this[i]; } }
  list([...Odd.of(1, 2, 3)], [1, 3]);
  list(Math.max(...Odd.of(1, 8, 3)) + "", "3");
  const a = [1, 2];
  a[Symbol.iterator] = function* () { yield "own"; };
  const [first] = a;
  same(first, "own");
}
