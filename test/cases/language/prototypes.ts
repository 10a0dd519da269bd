/** Getters and methods of prototypes, read again and again at one place while everything around them changes. */

function readX(object: any): unknown {
  return object.x;
}

function readLength(object: any): unknown {
  return object.length;
}

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

class Base {
  constructor(readonly k: number) {}
  get x(): number {
    return this.k;
  }
}
class Derived extends Base {}

export function thatAreReplacedAndRemoved() {
  class Own extends Base {
    override get x(): number {
      return this.k * 10;
    }
  }
  class Below extends Own {}
  const [own, below] = [new Own(1), new Below(2)];
  const seen: unknown[] = [readX(own), readX(below), readX(own), readX(below)];
  Object.defineProperty(Own.prototype, "x", { get: () => "other", configurable: true });
  seen.push(readX(own), readX(below));
  Object.defineProperty(Own.prototype, "x", { value: "value", configurable: true, writable: true });
  seen.push(readX(own), readX(below));
  (Own.prototype as any).x = "written";
  seen.push(readX(own), readX(below));
  delete (Own.prototype as any).x;
  seen.push(readX(own), readX(below));
  Object.defineProperty(Below.prototype, "x", { get: () => "between", configurable: true });
  seen.push(readX(own), readX(below));
  Object.defineProperty(Below.prototype, "x", { set: () => undefined, configurable: true });
  seen.push(readX(own), readX(below));
  return seen;
}

export function thatAnObjectHides() {
  const seen: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const object: any = new Derived(i);
    seen.push(readX(object));
    if (i % 2 === 1) Object.defineProperty(object, "x", { value: "own" });
    seen.push(readX(object), readX(new Derived(i)));
    Object.setPrototypeOf(object, i === 2 ? { x: "new prototype" } : null);
    seen.push(readX(object));
  }
  return seen;
}

export function thatThrowOrCountOrAreMissing() {
  let count = 0;
  const proto = {
    get x() {
      if (++count % 3 === 0) throw new RangeError(`at ${count}`);
      return count;
    },
  };
  const seen: unknown[] = [];
  for (let i = 0; i < 7; i++) seen.push(outcome(() => readX(Object.create(proto))));
  for (let i = 0; i < 30; i++) seen.push(readX({ [`k${i % 3}`]: i }));
  seen.push(outcome(() => readX(Object.create(proto))), outcome(() => readX(undefined)), readX("text"));
  return seen;
}

export function thatChangeWhatTheyStandOn() {
  const proto: any = {};
  Object.defineProperty(proto, "x", {
    configurable: true,
    get(this: any) {
      if (this.k === 2) Object.defineProperty(proto, "x", { value: "gone" });
      return [this.k, Object.getPrototypeOf(this) === proto];
    },
  });
  return [1, 1, 2, 2, 3].map((k) => readX(Object.assign(Object.create(proto), { k })));
}

export function thatProxiesAndInheritorsOfPrimitivesSee() {
  const derived = new Derived(3);
  const proxy = new Proxy(derived, { get: (target, key) => [key, Reflect.get(target, key)] });
  const over = Object.create(proxy);
  const bare = Object.create(Derived.prototype);
  const list = Object.setPrototypeOf([7], Derived.prototype);
  const made = Object.setPrototypeOf(() => 1, Derived.prototype);
  return [derived, derived, proxy, over, bare, list, made, derived].map(readX);
}

export function ofLengthsOfTypedArrays() {
  const arrays = [new Float64Array(2), new Float64Array(3), new Uint8Array(4), new Float64Array(5)];
  const seen = arrays.map(readLength);
  const list = Object.setPrototypeOf([1, 2, 3, 4, 5, 6], Float64Array.prototype);
  const plain = Object.create(Float64Array.prototype);
  seen.push(readLength(list), outcome(() => readLength(plain)), readLength(new Float64Array(7)));
  class Longer extends Float64Array {
    override get length(): any {
      return super.length + 100;
    }
  }
  const longer: any = new Longer(2);
  seen.push(readLength(longer), readLength(new Float64Array(8)), readLength(longer));
  const own = new Float64Array(9);
  seen.push(readLength(own));
  Object.defineProperty(own, "length", { value: "own" });
  seen.push(readLength(own), readLength(new Float64Array(10)), readLength("text"), readLength(() => 1));
  const other = new Float64Array(11);
  Object.setPrototypeOf(other, Array.prototype);
  seen.push(readLength(other), readLength([1, 2]), readLength(new Float64Array(12)));
  return seen;
}

export function ofLengthsWhoseGetterIsReplaced() {
  const typed = Object.getPrototypeOf(Float32Array.prototype);
  const before = Object.getOwnPropertyDescriptor(typed, "length")!;
  const array = new Float32Array(3);
  const seen = [readLength(array), readLength(array)];
  try {
    Object.defineProperty(typed, "length", { ...before, get: () => "replaced" });
    seen.push(readLength(array));
    Object.defineProperty(Float32Array.prototype, "length", { value: "nearer", configurable: true });
    seen.push(readLength(array), readLength(new Float64Array(2)));
  } finally {
    delete (Float32Array.prototype as any).length;
    Object.defineProperty(typed, "length", before);
  }
  seen.push(readLength(array));
  return seen;
}

export function ofMethodsOfManyClassesAtOnePlace() {
  const seen: unknown[] = [];
  const classes = Array.from({ length: 7 }, (_, index) => {
    class Made {
      m() {
        return [index, this instanceof Made];
      }
    }
    return Made;
  });
  const call = (object: any): void => void seen.push(outcome(() => object.m()));
  for (let round = 0; round < 3; round++) for (const Made of classes) call(new Made());
  const [First, Second, Third] = classes as [any, any, any];
  First.prototype.m = () => "replaced";
  delete Second.prototype.m;
  Third.prototype.m = 5;
  for (let round = 0; round < 2; round++) for (const Made of classes) call(new Made());
  const own: any = new First();
  own.m = () => "own";
  for (const object of [own, new First(), Object.setPrototypeOf(new First(), classes[5]!.prototype), "text", null])
    call(object);
  return seen;
}
