export function fieldsAndOrder() {
  const log: string[] = [];
  const say = (text: string) => (log.push(text), text);
  class Base {
    a = say("base a");
    constructor() {
      say("base constructor");
      this.init();
    }
    init() {
      say("base init");
    }
  }
  class Derived extends Base {
    b = say("derived b");
    [say("computed key")] = say("computed value");
    static s = say("static s");
    static {
      say("static block");
    }
    constructor() {
      say("before super");
      super();
      say("after super");
    }
    override init() {
      say(`derived init ${String(this.b)}`);
    }
  }
  const d = new Derived();
  return [log, { ...d }, Derived.s];
}

export function privateMembers() {
  class Counter {
    #count = 0;
    static #made = 0;
    static get made() {
      return Counter.#made;
    }
    constructor() {
      Counter.#made++;
    }
    get #double() {
      return this.#count * 2;
    }
    #bump(by: number) {
      this.#count += by;
      return this;
    }
    add(by: number) {
      return this.#bump(by).#double;
    }
    static is(x: object) {
      return #count in x;
    }
  }
  const c = new Counter();
  return [c.add(3), c.add(4), Counter.is(c), Counter.is({}), Counter.made, Object.keys(c)];
}

export function privateMissing() {
  class A {
    #x = 1;
    static read(a: A) {
      return a.#x;
    }
  }
  return A.read({} as A);
}

export function accessors() {
  class Temperature {
    static unit = "C";
    constructor(private celsius: number) {}
    get fahrenheit() {
      return this.celsius * 1.8 + 32;
    }
    set fahrenheit(f: number) {
      this.celsius = (f - 32) / 1.8;
    }
    static from(f: number) {
      const t = new this(0);
      t.fahrenheit = f;
      return t;
    }
  }
  const t = Temperature.from(212);
  return [t.fahrenheit, JSON.stringify(t), Object.getOwnPropertyNames(Temperature.prototype)];
}

export function inheritance() {
  class Shape {
    area() {
      return 0;
    }
    describe() {
      return `${this.constructor.name} of ${this.area()}`;
    }
    static create(...args: number[]) {
      return new (this as unknown as new (...a: number[]) => Shape)(...args);
    }
  }
  class Square extends Shape {
    constructor(readonly side: number) {
      super();
    }
    override area() {
      return this.side ** 2;
    }
    override describe() {
      return `[${super.describe()}]`;
    }
  }
  class Cube extends Square {
    override area() {
      return 6 * super.area();
    }
  }
  const c = Cube.create(2) as Cube;
  return [c.describe(), c instanceof Square, c instanceof Cube, Object.getPrototypeOf(Cube) === Square, c.side];
}

export function extendsBuiltIns() {
  class Stack<T> extends Array<T> {
    peek() {
      return this[this.length - 1];
    }
  }
  const s = new Stack<number>();
  s.push(1, 2, 3);
  class Problem extends Error {
    constructor(readonly code: number) {
      super(`problem ${code}`);
      this.name = "Problem";
    }
  }
  let caught: unknown;
  try {
    throw new Problem(7);
  } catch (e) {
    caught = [e instanceof Problem, e instanceof Error, (e as Problem).code, String(e)];
  }
  class Defaults extends Map<string, number> {
    override get(key: string) {
      return super.get(key) ?? 0;
    }
  }
  const m = new Defaults([["a", 1]]);
  const doubled = s.map((x) => x * 2);
  return [s.peek(), s.length, doubled instanceof Stack, [...doubled], caught, m.get("a"), m.get("b"), m.size];
}

export function newTarget() {
  function F(this: unknown) {
    return new.target === undefined ? "call" : { made: new.target.name };
  }
  abstract class A {
    kind: string;
    constructor() {
      this.kind = new.target.name;
    }
  }
  class B extends A {}
  return [(F as () => unknown)(), new (F as unknown as new () => unknown)(), new B().kind];
}

export function notCallable() {
  class A {}
  (A as unknown as () => void)();
}

export function superTwice() {
  class A {}
  class B extends A {
    constructor() {
      super();
      super();
    }
  }
  new B();
}

export function thisBeforeSuper() {
  class A {}
  class B extends A {
    x: number;
    constructor() {
      this.x = 1;
      super();
    }
  }
  new B();
}

export function constTdz() {
  const f = () => value;
  const before = (() => {
    try {
      return f();
    } catch (e) {
      return (e as Error).message;
    }
  })();
  const value = 3;
  return [before, f()];
}

export function expressions() {
  const Named = class Inner {
    static self() {
      return Inner.name;
    }
  };
  const Anonymous = class {};
  return [Named.name, Named.self(), Anonymous.name, typeof Anonymous, new (class { x = 1 })().x];
}

export function staticInheritance() {
  class A {
    static count = 1;
    static inc() {
      return ++this.count;
    }
  }
  class B extends A {}
  return [B.inc(), A.count, B.count, Object.hasOwn(B, "count")];
}

export function instanceofCustom() {
  class Even {
    static [Symbol.hasInstance](n: number) {
      return n % 2 === 0;
    }
  }
  return [(2 as unknown) instanceof Even, (3 as unknown) instanceof Even];
}

export function toPrimitive() {
  class Money {
    constructor(readonly amount: number) {}
    [Symbol.toPrimitive](hint: string) {
      return hint === "string" ? `$${this.amount}` : this.amount;
    }
  }
  const m = new Money(5) as unknown as number;
  return [m + 1, `${m}`, m * 2, m > 4, +m];
}

export function prototypes() {
  function Animal(this: { name: string }, name: string) {
    this.name = name;
  }
  Animal.prototype.speak = function (this: { name: string }) {
    return `${this.name} speaks`;
  };
  function Dog(this: { name: string }, name: string) {
    Animal.call(this, name);
  }
  Dog.prototype = Object.create(Animal.prototype);
  Dog.prototype.constructor = Dog;
  const d = new (Dog as unknown as new (n: string) => { speak(): string })("Rex");
  return [d.speak(), d instanceof Dog, d instanceof Animal, Object.keys(d)];
}
