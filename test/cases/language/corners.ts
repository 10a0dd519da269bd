// Corners of the language that only programs without types reach: `any` stands where TypeScript would refuse what Node runs.
const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

export function optionalCallsInParentheses() {
  const o: any = {
    x: 1,
    f() {
      return this.x;
    },
  };
  const none: any = undefined;
  return [(o?.f)(), (o.f)?.(), (o?.f)?.(), o.f?.(), (none?.f)?.(), typeof (o), caught(() => (none?.f)())];
}

export function namesOfFunctions() {
  const bare = Symbol();
  const said = Symbol("said");
  let covered: any;
  // prettier-ignore
  (covered) = () => 1;
  const o: any = {
    [bare]: () => 1,
    [said]: () => 2,
    get [bare as any]() {
      return 1;
    },
  };
  class C {
    static [bare]() {}
    static [said]() {}
    get [said]() {
      return 1;
    }
  }
  return [
    covered.name,
    o[said].name,
    Object.getOwnPropertyDescriptor(o, bare)!.get!.name,
    (C as any)[bare].name,
    (C as any)[said].name,
    Object.getOwnPropertyDescriptor(C.prototype, said)!.get!.name,
  ];
}

export function superWithoutPrototype() {
  class A extends (null as any) {
    read() {
      return super.x;
    }
    call() {
      return super["f"]();
    }
    write() {
      super.x = 1;
    }
  }
  class B extends Object {
    seen: unknown;
    constructor() {
      const early = caught(() => super.toString());
      super();
      this.seen = early;
    }
  }
  const a = A.prototype as A;
  return [caught(() => a.read()), caught(() => a.call()), caught(() => a.write()), new B().seen];
}

export function patternsOfCatch() {
  const x = "outside";
  let probe: any;
  try {
    throw [];
  } catch ([_ = (probe = () => x)]: any) {
    const x = "inside";
    return [probe(), x];
  }
  return [];
}

function* yieldedNames(): any {
  const o = {
    get [yield "a"]() {
      return 1;
    },
    [yield "b"]() {
      return 2;
    },
  };
  class C {
    static get [yield "c"]() {
      return 3;
    }
    [yield "d"]() {
      return 4;
    }
  }
  return [o, C];
}

export function resumedNames() {
  const steps = yieldedNames();
  const asked = [steps.next().value, steps.next("x").value, steps.next("y").value, steps.next("z").value];
  const [o, C] = steps.next("w").value;
  return [asked, o.x, o.y(), C.z, new C().w()];
}

export function privateMembersInChains() {
  class P {
    #v = 3;
    #f() {
      return this.#v;
    }
    static read(p: any) {
      return [p?.#v, p?.#f()];
    }
  }
  return [P.read(new P()), P.read(undefined), P.read(null)];
}

export function speciesThatAreNone() {
  const list: any = [1, 2];
  list.constructor = null;
  const other: any = [1, 2];
  other.constructor = { [Symbol.species]: null };
  return [caught(() => list.map((x: number) => x)), caught(() => other.map((x: number) => x + 1))];
}

export function elementsThatCannotBeWritten() {
  class Fixed extends Array {
    constructor() {
      super();
      Object.defineProperty(this, "0", { value: 1, writable: false, enumerable: false, configurable: true });
    }
    static get [Symbol.species]() {
      return Fixed;
    }
  }
  const made = Fixed.prototype.map.call(Array.from([5, 6]) as any, (x) => x);
  const list = new (Fixed as any)();
  list.push(7);
  const mapped = list.map((x: number) => x + 1);
  return [made, Object.getOwnPropertyDescriptor(mapped, "0"), mapped.length];
}

export function restrictedProperties() {
  const strict = () => 1;
  const thrower = Object.getOwnPropertyDescriptor(Function.prototype, "caller")!.get!;
  return [
    caught(() => (strict as any).caller),
    caught(() => ((strict as any).arguments = 1)),
    Object.isFrozen(thrower),
    Object.getOwnPropertyNames(Function.prototype),
    (function () {
      return Object.getOwnPropertyDescriptor(arguments, "callee")!.get === thrower;
    })(),
  ];
}

export function textsOfStaticMembers() {
  // prettier-ignore
  class C {
    static f() { return 1; }
    static get g() { return 2; }
    h() { return 3; }
  }
  return [
    C.f.toString(),
    Object.getOwnPropertyDescriptor(C, "g")!.get!.toString(),
    C.prototype.h.toString(),
  ];
}

export function keysThatGo() {
  const o: any = { a: 1, b: 2, c: 3 };
  const seen: string[] = [];
  for (const key in o) {
    seen.push(key);
    delete o.b;
    o.d = 1;
  }
  return seen;
}

export function promisesThatAreOnlyAskedFor() {
  const Later = Promise;
  class Own extends Promise<number> {}
  const isPromise = (value: unknown) =>
    value instanceof Promise || typeof (value as { then?: unknown } | undefined)?.then === "function";
  return [
    [1, "a", undefined, null, {}, [], () => 1, new Map()].map(isPromise),
    typeof Promise,
    typeof Later.resolve,
    Own.name,
    Object.getPrototypeOf(Own) === Later,
    Object.prototype.toString.call(Promise.prototype),
    Object.prototype.toString.call(Promise.resolve()),
    isPromise(Promise.resolve()),
    Object.getOwnPropertyNames(Promise).sort(),
    Object.getOwnPropertyNames(Promise.prototype).sort(),
    typeof setTimeout,
    clearTimeout(undefined),
  ];
}
