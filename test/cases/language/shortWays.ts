// Ends of bodies, `new` and assignments to members, at sites that meet one thing often and then another.
export function endings() {
  const sign = (x: number): string => {
    if (x > 0) return "plus";
    else if (x === 0) {
      const zero = Object.is(x, -0) ? "minus" : "plus";
      return `${zero} zero`;
    } else {
      x = -x;
    }
    if (x > 10) {
      return `far ${x}`;
    }
    const { y } = { y: x + 1 };
    if (y > 5) {
      throw new Error(`near ${y}`);
    }
    return `minus ${y}`;
  };
  return [1, 0, -0, -11, -1, -7].map((x) => {
    try {
      return sign(x);
    } catch (error) {
      return String(error);
    }
  });
}
export function endingsWithoutValue() {
  const log: unknown[] = [];
  const nothing = (x: number): unknown => {
    if (x === 1) return;
    if (x === 2) {
      return;
    }
    if (x === 3) return void log.push("three");
    if (x === 4) log.push("four");
    else return 5;
  };
  for (const x of [1, 2, 3, 4, 5]) log.push(nothing(x));
  return log;
}
export function endingsAndFunctions() {
  function f(x: number): number {
    if (x > 2) return g(x) + later();
    if (x > 1) {
      const own = () => x * 100;
      return own();
    }
    return g(x);
    function g(y: number) {
      return y * 2;
    }
    function later() {
      return 1000;
    }
  }
  return [f(1), f(2), f(3)];
}
export function endingsInside() {
  const search = (list: number[], wanted: number) => {
    for (let i = 0; i < list.length; i++) {
      if (list[i] === wanted) return i;
    }
    try {
      if (wanted > 8) return "large";
    } finally {
      list.push(wanted);
    }
    switch (wanted) {
      case 5:
        return "five";
      case 6:
        break;
      default:
        return list.length;
    }
    if (list.length > 3) return "long";
    return undefined;
  };
  const list = [1, 2];
  return [search(list, 2), search(list, 9), search(list, 5), search(list, 6), search(list, 7), list];
}
export function endingsShadow() {
  const f = (x: number) => {
    const inner: (() => number)[] = [];
    if (x < 0) {
      const x = 7;
      inner.push(() => x);
      return inner[0]!();
    }
    let x2 = x;
    if (x2 > 1) {
      let x2 = 3;
      x2 += x;
      return x2;
    }
    return x2;
  };
  return [f(-1), f(0), f(2)];
}
export function endingsUninitialised() {
  const f = (x: number) => {
    const read = () => late;
    if (x > 0) {
      return read();
    }
    const late = 4;
    return read();
  };
  try {
    return [f(0), f(1)];
  } catch (error) {
    return String(error);
  }
}
class Base {
  label: string;
  static made = 0;
  constructor(public size: number) {
    this.label = `b${size}`;
    Base.made++;
  }
}
class Derived extends Base {
  extra?: number;
  own = this.size * 2;
  constructor(size: number, extra: number) {
    const twice = size * 2;
    super(twice);
    this.extra = extra;
  }
}
class Further extends Derived {
  constructor(...sizes: number[]) {
    super(...(sizes as [number, number]));
  }
}
export function derivedObjects() {
  const made = [new Derived(1, 2), new Derived(3, 4), new Further(5, 6)];
  return [made.map((one) => [Object.entries(one), one instanceof Base, one.constructor.name]), Base.made];
}
export function superFindsThis() {
  const trouble: string[] = [];
  const attempt = (make: () => unknown) => {
    try {
      trouble.push(JSON.stringify(make()));
    } catch (error) {
      trouble.push(String(error));
    }
  };
  class Twice extends Base {
    constructor(times: number) {
      for (let i = 0; i < times; i++) super(i);
    }
  }
  class Other extends Base {
    constructor(result: unknown) {
      super(1);
      return result as Other;
    }
  }
  for (const times of [1, 1, 0, 2]) attempt(() => new Twice(times));
  for (const result of [undefined, { a: 1 }, 3, null]) attempt(() => new Other(result));
  class Changing extends Base {}
  attempt(() => new Changing(1));
  Object.setPrototypeOf(Changing, class extends Base {
    constructor(size: number) {
      super(size + 100);
    }
  });
  attempt(() => new Changing(1));
  Object.setPrototypeOf(Changing, Object.assign(() => 1, {}));
  attempt(() => new Changing(1));
  return trouble;
}
export function targetsOfNew() {
  const seen: unknown[] = [];
  class A {
    constructor() {
      seen.push(new.target.name);
    }
  }
  class B extends A {
    constructor() {
      super();
      seen.push(new.target.name, Object.getPrototypeOf(this) === B.prototype);
    }
  }
  class C extends B {}
  new A();
  new B();
  new C();
  Reflect.construct(B, [], C);
  return seen;
}
class Blank {
  a?: number;
  b?: number;
  c?: number;
  d?: number;
  e?: number;
  constructor(which: number) {
    if (which > 1) this.e = which;
    this.a = which;
  }
}
class FrozenBase {
  constructor(isFrozen: boolean) {
    if (isFrozen) Object.freeze(this);
  }
}
class OnFrozen extends FrozenBase {
  a?: number;
}
export function blankFields() {
  const made = [1, 2, 3].map((which) => Object.entries(new Blank(which)));
  const frozen = [false, false, true].map((isFrozen) => {
    try {
      return Object.keys(new OnFrozen(isFrozen));
    } catch (error) {
      return String(error);
    }
  });
  return [made, frozen];
}
export function elementsAndProperties() {
  const targets: any[] = [[1, 2, 3], [1, 2, 3], { 1: 5 }, new Float32Array(3), Object.freeze([1, 2, 3]), "abc", [, ,]];
  return targets.map((target) => {
    try {
      const given = (target[1] = 0.1);
      const added = (target[1] += 2);
      target[5] = 7;
      target.note = 1;
      target.note -= 3;
      return [given, added, target.note, Object.keys(target)];
    } catch (error) {
      return String(error);
    }
  });
}
export function orderOfAssignment() {
  const log: string[] = [];
  const object = (name: string): any => (log.push(name), { p: 1, 0: 1 });
  const key = (): any => (log.push("key"), { toString: () => (log.push("text"), "p") });
  const value = (): number => (log.push("value"), 2);
  object("a").p = value();
  object("b")[key()] = value();
  object("c").p += value();
  object("d")[key()] *= value();
  for (const none of [null, undefined]) {
    try {
      (none as any)[key()] = value();
    } catch (error) {
      log.push(String(error));
    }
    try {
      (none as any).p += value();
    } catch (error) {
      log.push(String(error));
    }
  }
  return log;
}
function Maker(this: any, x: number) {
  this.x = x;
  this.y = x + 1;
}
export function propertiesThatAreAdded() {
  const seen: unknown[] = [];
  const make = (x: number) => new (Maker as any)(x);
  const show = (one: any) => seen.push([Object.keys(one), one.x, one.y]);
  for (let i = 0; i < 3; i++) show(make(i));
  Object.defineProperty(Maker.prototype, "y", {
    get: () => "from the prototype",
    set: (value) => seen.push(["set", value]),
    configurable: true,
  });
  for (let i = 0; i < 3; i++) show(make(i));
  delete Maker.prototype.y;
  for (let i = 0; i < 3; i++) show(make(i));
  const above = Object.create(null, { x: { value: "fixed", writable: false } });
  Object.setPrototypeOf(Maker.prototype, above);
  for (let i = 0; i < 2; i++)
    try {
      show(make(i));
    } catch (error) {
      seen.push(String(error));
    }
  Object.setPrototypeOf(Maker.prototype, null);
  for (let i = 0; i < 2; i++) show(make(i));
  Object.setPrototypeOf(Maker.prototype, Object.prototype);
  const write = (target: any) => {
    target.x = 9;
    return Object.keys(target);
  };
  const closed = Object.preventExtensions(Object.create(Maker.prototype));
  for (const target of [{}, {}, Object.create(Maker.prototype), closed, [], () => 1, new Proxy({}, {})])
    try {
      seen.push(write(target));
    } catch (error) {
      seen.push(String(error));
    }
  return seen;
}
export function sumsOfProducts() {
  const seen: unknown[] = [];
  const sum = (x: any, y: any, z: any): unknown => x + y * z;
  const added = (x: any, y: any, z: any): unknown => {
    x += y * z;
    return x;
  };
  const log: string[] = [];
  const asked = (name: string, value: unknown) => ({ valueOf: () => (log.push(name), value) });
  const values = [2, -0, NaN, Infinity, "3", "a", null, undefined, true, 2n, [], [4], {}, Symbol.iterator];
  for (const x of [1, -0, "s", 1n, asked("x", 5), {}])
    for (const y of values)
      for (const z of [3, 0.1, "7", 5n, asked("z", 2)])
        for (const work of [sum, added])
          try {
            seen.push(work(x, y, z));
          } catch (error) {
            seen.push(String(error));
          }
  return [seen, log];
}
export function productsThatAssign() {
  let a = 2;
  const next = () => (a += 3);
  const first = a + a * next();
  a += a * (a = 4);
  const list = [1, 2, 3];
  let i = 0;
  let s = list[i++]! + list[i++]! * list[i++]!;
  s += list[--i]! * list[--i]!;
  return [first, a, s, i];
}
const outerRows: any[] = [[1, 2], { length: 7, inner: { list: [5, 6] } }, "text"];
export function membersOfOuterValues() {
  const seen: unknown[] = [];
  const read = (i: any, j: any): unknown => [outerRows[i][j], outerRows[i].length, outerRows.length];
  for (const [i, j] of [[0, 1], [0, 0.5], [0, -0], [0, "1"], [1, "inner"], [2, 1], [3, 0], ["length", 0]]) // prettier-ignore
    try {
      seen.push(read(i, j));
    } catch (error) {
      seen.push(String(error));
    }
  seen.push(outerRows[1].inner.list[1], outerRows[1].inner.list.length);
  const early = (): unknown => [late[0].x, late.length];
  try {
    seen.push(early());
  } catch (error) {
    seen.push(String(error));
  }
  const late = [{ x: 1 }];
  seen.push(early());
  const callee = (): unknown => later(1);
  try {
    seen.push(callee());
  } catch (error) {
    seen.push(String(error));
  }
  const later = (x: number) => x + 1;
  seen.push(callee());
  return seen;
}
export function functionsOfMath() {
  const seen: unknown[] = [];
  const usual = Math.hypot;
  const work = (x: any, y: any): unknown => [Math.sqrt(x), Math.hypot(x, y), Math.max(x, y), Math?.min(x, y)];
  seen.push(work(4, 3), work("9", [1]));
  (Math as any).hypot = function (this: unknown, ...args: unknown[]) {
    return [this === Math, ...args];
  };
  const changed = Math.hypot(1, 2) as any;
  seen.push(changed.slice(1), work(1, 2) instanceof Array);
  (Math as any).hypot = 5;
  try {
    seen.push(work(1, 2));
  } catch (error) {
    seen.push(String(error));
  }
  Math.hypot = usual;
  seen.push(work(3, 4));
  return seen;
}
