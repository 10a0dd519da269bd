/** ECMA-262, chapter 14: statements and declarations. */
import { list, same, throws } from "./assert.mjs";

export function readingBeforeTheDeclaration() {
  throws(ReferenceError, () => {
    x;
    let x = 1;
  });
  throws(ReferenceError, () => {
    x = 1;
    const x = 2;
  });
  throws(ReferenceError, () => {
    let x = x + 1;
  });
  throws(ReferenceError, () => {
    new C();
    class C {}
  });
  throws(ReferenceError, () => ((a = b, b = 1) => a)());
}

export function closuresSeeTheDeclarationLater() {
  const read = () => x;
  throws(ReferenceError, read);
  let x = 3;
  same(read(), 3);
}

export function constCannotBeAssigned() {
  const c = 1;
  throws(TypeError, () => {
    c = 2;
  });
  throws(TypeError, () => {
    for (const i = 0; i < 1; i++);
  });
  let rounds = 0;
  for (const i of [1, 2]) rounds += i;
  same(rounds, 3);
}

export function blocksShadow() {
  let x = 1;
  {
    let x = 2;
    same(x, 2);
    {
      const x = 3;
      same(x, 3);
    }
  }
  same(x, 1);
}

export function varBelongsToTheFunction() {
  same(v, undefined);
  if (true) {
    var v = 1;
  }
  for (var i = 0; i < 3; i++);
  same(v, 1);
  same(i, 3);
  var v;
  same(v, 1);
}

export function functionsAreHoistedInTheirBlock() {
  same(f(), "outer");
  {
    same(f(), "inner");
    function f() {
      return "inner";
    }
  }
  function f() {
    return "outer";
  }
}

export function aVariableForEachRound() {
  const fs = [];
  for (let i = 0; i < 3; i++) {
    fs.push(() => i);
    i += 0;
  }
  list(fs.map((f) => f()), [0, 1, 2]);
  const gs = [];
  for (let i = 0, read = () => i; i < 2; i++) gs.push(read);
  list(gs.map((g) => g()), [0, 0]);
  const hs = [];
  for (let i = 0; hs.push(() => i), i < 2; i++);
  list(hs.map((h) => h()), [0, 1, 2]);
}

export function bodiesChangeTheirRoundsVariable() {
  const seen = [];
  for (let i = 0; i < 6; i++) {
    seen.push(() => i);
    i++;
  }
  list(seen.map((f) => f()), [1, 3, 5]);
}

export function theExpressionOfForOfSeesTheVariableUninitialized() {
  throws(ReferenceError, () => {
    for (let x of [x]);
  });
  throws(ReferenceError, () => {
    for (let x in { x });
  });
}

export function forInOrderAndPrototypes() {
  const proto = { p: 1, shadowed: 2 };
  const o = Object.create(proto, { hidden: { value: 1, enumerable: false }, shadowed: { value: 1, enumerable: false } });
  o.b = 1;
  o[1] = 1;
  o.a = 1;
  const keys = [];
  for (const key in o) keys.push(key);
  list(keys, ["1", "b", "a", "p"]);
}

export function forInSkipsWhatIsDeleted() {
  const o = { a: 1, b: 2, c: 3 };
  const keys = [];
  for (const key in o) {
    keys.push(key);
    delete o.b;
  }
  list(keys, ["a", "c"]);
}

export function forInOverPrimitives() {
  const keys = [];
  for (const key in "ab") keys.push(key);
  for (const key in null) keys.push(key);
  for (const key in undefined) keys.push(key);
  for (const key in 5) keys.push(key);
  for (const key in [, "x"]) keys.push(key);
  list(keys, ["0", "1", "1"]);
}

function counting(log, most = 10) {
  let n = 0;
  return {
    [Symbol.iterator]: () => ({
      next: () => (log.push("next"), { value: n++, done: n > most }),
      return: (value) => (log.push("return"), { value }),
    }),
  };
}

export function breakClosesTheIterator() {
  const log = [];
  for (const x of counting(log)) if (x === 1) break;
  list(log, ["next", "next", "return"]);
}

export function theEndDoesNotCloseTheIterator() {
  const log = [];
  for (const x of counting(log, 1));
  list(log, ["next", "next"]);
}

export function returnAndThrowCloseTheIterator() {
  const log = [];
  (() => {
    for (const x of counting(log)) return x;
  })();
  throws(RangeError, () => {
    for (const x of counting(log)) throw new RangeError();
  });
  list(log, ["next", "return", "next", "return"]);
}

export function continueOfAnOuterLoopClosesTheIterator() {
  const log = [];
  outer: for (let i = 0; i < 2; i++) for (const x of counting(log)) continue outer;
  list(log, ["next", "return", "next", "return"]);
}

export function anExceptionWinsOverThatOfReturn() {
  const iterable = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return() { throw new TypeError("r"); } }) };
  throws(RangeError, () => {
    for (const x of iterable) throw new RangeError();
  });
  throws(TypeError, () => {
    for (const x of iterable) break;
  });
}

export function returnMustGiveAnObject() {
  const iterable = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return: () => 1 }) };
  throws(TypeError, () => {
    for (const x of iterable) break;
  });
}

export function aThrowingNextDoesNotClose() {
  let closed = false;
  const iterable = { [Symbol.iterator]: () => ({ next() { throw new RangeError(); }, return() { closed = true; return {}; } }) };
  throws(RangeError, () => {
    for (const x of iterable);
  });
  same(closed, false);
}

export function theResultOfNextMustBeAnObject() {
  throws(TypeError, () => {
    for (const x of { [Symbol.iterator]: () => ({ next: () => 1 }) });
  });
  throws(TypeError, () => {
    for (const x of { [Symbol.iterator]: () => 1 });
  });
  throws(TypeError, () => {
    for (const x of {});
  });
}

export function nextIsReadOnce() {
  let reads = 0;
  const iterable = { [Symbol.iterator]: () => ({ i: 0, get next() { reads++; return function () { return { done: this.i++ > 2, value: 1 }; }; } }) };
  for (const x of iterable);
  same(reads, 1);
}

export function forOfAssignsToAnyTarget() {
  const o = {};
  const seen = [];
  for (o.x of [1, 2]) seen.push(o.x);
  let a, b;
  for ([a, { b = 9 }] of [[1, {}], [2, { b: 3 }]]) seen.push(a, b);
  list(seen, [1, 2, 1, 9, 2, 3]);
}

export function labelsLeaveBlocksAndLoops() {
  const log = [];
  block: {
    log.push(1);
    if (log.length) break block;
    log.push(2);
  }
  outer: for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      if (j === 1) continue outer;
      if (i === 2) break outer;
      log.push(`${i}${j}`);
    }
  }
  a: b: for (;;) break a;
  list(log, [1, "00", "10"]);
}

export function switchFallsThroughFromTheDefault() {
  const run = (x) => {
    const log = [];
    switch (x) {
      case 1:
        log.push(1);
      default:
        log.push("d");
      case 2:
        log.push(2);
        break;
      case 3:
        log.push(3);
    }
    return log.join();
  };
  list([run(1), run(2), run(3), run(4)], ["1,d,2", "2", "3", "d,2"]);
}

export function switchComparesStrictlyAndInOrder() {
  const log = [];
  const test = (value) => (log.push(value), value);
  switch ("1") {
    case test(1):
    case test("1"):
      break;
    case test(2):
  }
  list(log, [1, "1"]);
  switch (NaN) {
    case NaN:
      same(true, false);
  }
}

export function switchIsOneScope() {
  throws(ReferenceError, () => {
    switch (1) {
      case 0:
        let x;
      case 1:
        x;
    }
  });
  switch (1) {
    case 1:
      same(f(), 1);
      break;
    default:
      function f() {
        return 1;
      }
  }
}

export function finallyOverridesTheEnd() {
  const f = () => {
    try {
      return 1;
    } finally {
      return 2;
    }
  };
  const g = () => {
    for (;;)
      try {
        return 1;
      } finally {
        break;
      }
    return 3;
  };
  const h = () => {
    try {
      throw 1;
    } finally {
      return 4;
    }
  };
  list([f(), g(), h()], [2, 3, 4]);
}

export function theReturnedValueIsFixedBeforeFinally() {
  let x = 1;
  const f = () => {
    try {
      return x;
    } finally {
      x = 2;
    }
  };
  same(f(), 1);
  same(x, 2);
}

export function finallyRunsInEveryCase() {
  const log = [];
  for (const end of ["normal", "break", "continue", "throw"]) {
    try {
      for (let i = 0; i < 1; i++)
        try {
          if (end === "break") break;
          if (end === "continue") continue;
          if (end === "throw") throw end;
        } finally {
          log.push(end);
        }
    } catch (error) {
      log.push("caught " + error);
    }
  }
  list(log, ["normal", "break", "continue", "throw", "caught throw"]);
}

export function exceptionsOfCatchAndFinally() {
  const log = [];
  try {
    try {
      throw 1;
    } catch (e) {
      throw e + 1;
    } finally {
      log.push("f");
    }
  } catch (e) {
    log.push(e);
  }
  try {
    try {
      throw 1;
    } finally {
      throw 3;
    }
  } catch (e) {
    log.push(e);
  }
  list(log, ["f", 2, 3]);
}

export function catchParametersAreLocal() {
  const e = "outer";
  try {
    throw "inner";
  } catch (e) {
    same(e, "inner");
    {
      const e = "innermost";
      same(e, "innermost");
    }
  }
  same(e, "outer");
  try {
    throw { a: 1, b: [2, 3] };
  } catch ({ a, b: [, c], d = a + c }) {
    list([a, c, d], [1, 3, 4]);
  }
  try {
    throw 1;
  } catch {
    same(e, "outer");
  }
}

export function anythingCanBeThrown() {
  for (const thrown of [undefined, null, 0, "s", Symbol.iterator, 1n, [], () => 1]) {
    try {
      throw thrown;
    } catch (caught) {
      same(caught, thrown);
    }
  }
}

export function doWhileRunsOnce() {
  let n = 0;
  do n++;
  while (false);
  same(n, 1);
  do {
    n++;
    if (n < 4) continue;
    break;
  } while (true);
  same(n, 4);
}

export function commaInForHeads() {
  const seen = [];
  for (let i = 0, j = 3; i < j; i++, j--) seen.push(i, j);
  list(seen, [0, 3, 1, 2]);
  for (;;) break;
}

export function emptyStatementsAndDirectives() {
  ;;;
  if (0);
  else same(1, 1);
  "not a directive";
}

export function automaticSemicolons() {
  const f = () => {
    return
    1;
  };
  same(f(), undefined);
  let a = 1
  let b = 2
  ++b
  same(a + b, 4)
}

export function recursionEnds() {
  throws(RangeError, function f() {
    return f() + 1;
  });
}

export function assigningToAFunctionDeclaration() {
  function f() {
    return 1;
  }
  f = 2;
  same(f, 2);
}

export function classDeclarationsCanBeAssigned() {
  class C {}
  C = 1;
  same(C, 1);
  throws(TypeError, () => {
    class D {
      static change() {
        D = 1;
      }
    }
    D.change();
  });
}
