// Scripts without "use strict": what old packages rely upon.
const t = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};

exports.thisIsTheGlobal = function () {
  function f() {
    return this === globalThis;
  }
  const o = { f, g: () => this === exports, n: [1].map(f)[0] };
  const root = (function () {
    return this;
  })();
  return [f(), (0, o.f)(), o.f(), f.call(null), f.apply(undefined), o.n, typeof root.Math, new f() instanceof f, o.g.length];
};

exports.thisIsBoxed = function () {
  function kind() {
    return [typeof this, this instanceof Number, Object.prototype.toString.call(this), this + 1];
  }
  function strict() {
    "use strict";
    return typeof this;
  }
  Number.prototype.double = function () {
    return this * 2;
  };
  const r = [kind.call(5), kind.call("s"), kind.call(true), strict.call(5), strict.call(undefined), (4).double()];
  delete Number.prototype.double;
  return r;
};

exports.undeclared = function () {
  implicitGlobal = 5;
  const seen = [implicitGlobal, typeof implicitGlobal, globalThis.implicitGlobal, "implicitGlobal" in globalThis];
  implicitGlobal += 2;
  (function () {
    implicitGlobal++;
  })();
  seen.push(implicitGlobal, delete globalThis.implicitGlobal, typeof implicitGlobal);
  for (loopCounter = 0; loopCounter < 3; loopCounter++);
  seen.push(loopCounter, delete loopCounter, typeof loopCounter);
  [a1, { b1 }] = [1, { b1: 2 }];
  seen.push(a1 + b1, delete a1, delete b1, t(() => (notThere += 1)), t(() => notThere));
  return seen;
};

exports.argumentsFollow = function () {
  function f(a, b) {
    arguments[0] = 9;
    b = 8;
    arguments[2] = 7;
    return [a, b, Array.from(arguments), arguments.length];
  }
  function g(a, b) {
    a = 5;
    const before = arguments[0];
    delete arguments[0];
    a = 6;
    Object.defineProperty(arguments, "1", { value: 4, writable: false });
    b = 3;
    return [before, arguments[0], a, arguments[1], b];
  }
  function h(a) {
    const inner = () => {
      arguments[0]++;
      return a;
    };
    return [inner(), inner(), a, arguments.callee === h];
  }
  function dup(a, a) {
    arguments[1] = "x";
    return [a, arguments[0]];
  }
  function simpleNot(a = 1) {
    arguments[0] = 5;
    return a;
  }
  function strict(a) {
    "use strict";
    arguments[0] = 5;
    return a;
  }
  function swap(x, y) {
    [arguments[0], arguments[1]] = [arguments[1], arguments[0]];
    return x - y;
  }
  function shift() {
    const first = Array.prototype.shift.call(arguments);
    return [first, arguments.length, arguments[0]];
  }
  function shiftNamed(a, b) {
    Array.prototype.shift.call(arguments);
    return [a, b, arguments.length];
  }
  return [f(1, 2, 3), f(1), g(1, 2), h(1), dup(1, 2), simpleNot(1), strict(1), swap(1, 3), shift(1, 2), shiftNamed(1, 2)];
};

exports.silentFailures = function () {
  const frozen = Object.freeze({ a: 1, list: [1] });
  frozen.a = 2;
  frozen.b = 3;
  frozen["c" + 1] = 3;
  frozen.a += 5;
  frozen.a++;
  const getter = {
    get x() {
      return 1;
    },
  };
  getter.x = 5;
  const list = Object.freeze([1, 2]);
  list[0] = 9;
  list[5] = 1;
  list.length = 0;
  (5).foo = 1;
  "str".length = 10;
  "str"[0] = "x";
  undefined = 1;
  NaN = 2;
  Math.PI = 3;
  const fixed = Object.preventExtensions({});
  fixed.z = 1;
  const named = function self() {
    self = 5;
    return typeof self;
  };
  return [
    frozen,
    getter.x,
    list,
    delete frozen.a,
    delete Math.PI,
    undefined,
    NaN,
    Math.PI,
    fixed,
    named(),
    t(() => (undefined.x = 1)),
    t(() => list.push(3)),
    t(() => {
      const c = 1;
      c = 2;
    }),
    (() => {
      "use strict";
      return t(() => (frozen.a = 2));
    })(),
    t(() => new (class {
      m() {
        frozen.a = 5;
      }
    })().m()),
  ];
};

exports.blockFunctions = function () {
  const r = [typeof inBlock, inBlock];
  {
    r.push(inBlock());
    function inBlock() {
      return 1;
    }
  }
  r.push(inBlock());
  if (true) {
    function chosen() {
      return "yes";
    }
  } else {
    function chosen() {
      return "no";
    }
  }
  r.push(chosen());
  if (r.length) function bare() { return "bare"; }
  r.push(bare());
  switch (1) {
    case 1:
      function inCase() {
        return "case";
      }
  }
  r.push(inCase());
  {
    function again() {
      return 1;
    }
    again = 5;
    r.push(again);
  }
  r.push(typeof again);
  {
    let shadowed = 1;
    {
      function shadowed() {}
    }
    r.push(shadowed);
  }
  r.push(t(() => shadowed));
  const param = (function (p) {
    {
      function p() {}
    }
    return p;
  })(3);
  label: function labelled() {
    return "l";
  }
  for (var i = 0; i < 2; i++) {
    function each() {
      return i;
    }
  }
  return [...r, param, labelled(), each()];
};

exports.oldLiterals = function () {
  return [010, 0777, 08, 09.5, "\101\0\08", "\7".charCodeAt(0), 0o17, -010];
};

exports.oldNames = function () {
  var let = 1;
  var static = 2;
  var yield = 3;
  var await = 4;
  var interface = 5;
  return [let + static + yield + await + interface, typeof arguments, (function (a, a) { return a; })(1, 2)];
};

exports.strictInside = function () {
  "use strict";
  const f = function () {
    return this;
  };
  {
    function onlyHere() {}
  }
  return [f(), t(() => (undeclaredHere = 1)), t(() => onlyHere)];
};

exports.generatorsAndGetters = function () {
  function* g() {
    yield this === globalThis;
    {
      function inner() {
        return 5;
      }
      yield 1;
    }
    yield inner();
  }
  Object.defineProperty(Number.prototype, "kind", {
    configurable: true,
    get() {
      return typeof this;
    },
  });
  const kind = (5).kind;
  delete Number.prototype.kind;
  return [[...g()], kind];
};

exports.callersOfSloppyFunctions = function () {
  function f() {}
  const strict = function () {
    "use strict";
  };
  return [
    Object.getOwnPropertyNames(f),
    Object.getOwnPropertyNames(strict),
    Object.getOwnPropertyNames(() => 1),
    f.caller,
    f.arguments,
    typeof Object.getOwnPropertyDescriptor(
      (function (x = 1) {
        return arguments;
      })(),
      "callee",
    ).get,
  ];
};

exports.letIsAName = function () {
  var let = 1;
  let = 2;
  let++;
  let += 3;
  return [let, { let }, [let], typeof let, (function (let) { return let; })(5), "\8"];
};

exports.staticConstructor = function () {
  class A {
    static constructor() {
      return 7;
    }
  }
  return [A.constructor(), Object.getOwnPropertyNames(A), new A().constructor === A, A.constructor.name];
};

exports.assignmentToACall = function () {
  const calls = [];
  const f = (name) => (calls.push(name), {});
  const messages = [];
  for (const attempt of [() => (f("=") = calls.push("value")), () => f("++")++, () => --f("--")])
    try {
      attempt();
    } catch (error) {
      messages.push(String(error));
    }
  return [calls, messages];
};

exports.functionsOfNoText = function () {
  class Doubled extends Function {
    constructor() {
      super();
      return Object.setPrototypeOf((x) => x * 2, new.target.prototype);
    }
    twice(x) {
      return this(this(x));
    }
  }
  class Own extends Function {}
  const f = new Doubled();
  const empty = new Function();
  const own = new Own();
  return [f(3), f.twice(3), f instanceof Doubled, f instanceof Function].concat([
    empty(),
    empty.name,
    empty.length,
    String(empty),
    new empty() instanceof empty,
    String(Function()),
    own(),
    own instanceof Own,
  ]);
};
