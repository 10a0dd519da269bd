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
