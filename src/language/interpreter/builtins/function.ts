/** `Function.prototype`: `call`, `apply`, `bind` and the rest; the `Function` constructor, which makes code from text, ends the run. */
import { valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { getProperty, toInteger } from "../rules/convert.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { NativeFunction, type Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { Property } from "../values/property.ts";
import type { Value } from "../values/values.ts";
import { lengthOf } from "./array/arrayLike.ts";
import { defineClass, defineTag, makeFunction, methodTable, prototypeFor } from "./define.ts";
import { refuseText } from "./global.ts";
import type { Draft } from "./install.ts";

/** More arguments than Node's stack has room for. */
const MANY_ARGUMENTS = 120_000;

/** What `bind` makes. */
class BoundFunction extends FunctionValue {
  readonly isConstructor: boolean;
  private readonly target: FunctionValue;
  private readonly boundThis: Value;
  private readonly boundArguments: readonly Value[];

  constructor(target: FunctionValue, boundThis: Value, boundArguments: readonly Value[]) {
    super(target.getPrototype());
    this.target = target;
    this.boundTarget = target;
    this.isConstructor = target.isConstructor;
    this.boundThis = boundThis;
    this.boundArguments = boundArguments;
  }

  override call(machine: Machine, _thisValue: Value, args: readonly Value[]): Value {
    machine.enter();
    try {
      return this.target.call(machine, this.boundThis, this.boundArguments.concat(args));
    } finally {
      machine.depth--;
    }
  }

  protected override complete(): void {
    // `bind` defines its name and its length.
  }

  override construct(machine: Machine, args: readonly Value[], newTarget: FunctionValue): ObjectValue {
    machine.enter();
    try {
      const target = newTarget === this ? this.target : newTarget;
      return this.target.construct(machine, this.boundArguments.concat(args), target);
    } finally {
      machine.depth--;
    }
  }
}

/** Read an array-like object as the arguments of a call. */
export function argumentsFrom(machine: Machine, value: Value): Value[] {
  if (!(value instanceof ObjectValue)) throw machine.error("TypeError", "CreateListFromArrayLike called on non-object");
  const length = lengthOf(machine, value);
  if (length > MANY_ARGUMENTS) throw machine.error("RangeError", "Maximum call stack size exceeded");
  machine.pay(length);
  return Array.from({ length }, (_, index) => value.get(machine, String(index)));
}

/** `value instanceof target` for a function that does not say otherwise: whether the function's prototype is among the value's. */
function ordinaryHasInstance(machine: Machine, target: Value, value: Value): boolean {
  if (!(target instanceof FunctionValue)) return false;
  if (target.boundTarget !== undefined) return instanceOf(machine, value, target.boundTarget);
  if (!(value instanceof ObjectValue)) return false;
  const prototype = target.get(machine, "prototype");
  if (!(prototype instanceof ObjectValue))
    throw machine.error(
      "TypeError",
      `Function has non-object prototype '${valueText(machine, prototype)}' in instanceof check`,
    );
  for (let proto = value.getPrototype(); proto !== null; proto = proto.getPrototype()) {
    machine.pay(1);
    if (proto === prototype) return true;
  }
  return false;
}

/** The operator `instanceof`. */
export function instanceOf(machine: Machine, value: Value, target: Value): boolean {
  if (!(target instanceof ObjectValue))
    throw machine.error("TypeError", "Right-hand side of 'instanceof' is not an object");
  const method = getProperty(machine, target, Symbol.hasInstance);
  if (method === machine.intrinsics.hasInstance) return ordinaryHasInstance(machine, target, value);
  if (method !== undefined && method !== null) {
    const answer = machine.call(method, target, [value]);
    return Boolean(machine.plain(answer));
  }
  if (!(target instanceof FunctionValue))
    throw machine.error("TypeError", "Right-hand side of 'instanceof' is not callable");
  return ordinaryHasInstance(machine, target, value);
}

const call: Native = (machine, thisValue, args) => {
  if (!(thisValue instanceof FunctionValue))
    throw machine.error("TypeError", "Function.prototype.call.call is not a function");
  return within(machine, thisValue, args[0], args.slice(1));
};

const apply: Native = (machine, thisValue, args) => {
  if (!(thisValue instanceof FunctionValue))
    throw machine.error("TypeError", "Function.prototype.apply.call is not a function");
  const list = args[1] === undefined || args[1] === null ? [] : argumentsFrom(machine, args[1]);
  return within(machine, thisValue, args[0], list);
};

/** Built-in functions that call each other without end must meet the limit of the stack, too. */
function within(machine: Machine, callee: FunctionValue, thisValue: Value, args: readonly Value[]): Value {
  machine.enter();
  try {
    return callee.call(machine, thisValue, args);
  } finally {
    machine.depth--;
  }
}

const bind: Native = (machine, thisValue, args) => {
  if (!(thisValue instanceof FunctionValue)) throw machine.error("TypeError", "Bind must be called on a function");
  machine.allocate(360 + 8 * args.length);
  const bound = new BoundFunction(thisValue, args[0], args.slice(1));
  let length = 0;
  if (thisValue.own("length") !== undefined) {
    const own = machine.plain(thisValue.get(machine, "length"));
    if (typeof own === "number") length = Math.max(0, toInteger(machine, own) - Math.max(0, args.length - 1));
  }
  const name = thisValue.get(machine, "name");
  bound.define("length", Property.data(length, false, false, true));
  bound.define("name", Property.data(`bound ${typeof name === "string" ? name : ""}`, false, false, true));
  return bound;
};

const toString: Native = (machine, thisValue) => {
  if (thisValue instanceof FunctionValue) return thisValue.sourceText;
  throw machine.error("TypeError", "Function.prototype.toString requires that 'this' be a Function");
};

const methods = methodTable({ apply: [2, apply], bind: [1, bind], call: [1, call], toString: [0, toString] });

/** A constructor that makes code from text, which is never run. */
function textCompiler(name: string): Native {
  return (machine) => {
    throw refuseText(machine, name, "Write the function itself.");
  };
}

/** The function that `Function()` makes of no text: it does nothing. Classes that extend `Function` begin with one. */
class EmptyFunction extends NativeFunction {
  override get sourceText(): string {
    return "function anonymous(\n) {\n\n}";
  }
}

const makeFunctionOfText: Native = (machine, thisValue, args, newTarget) => {
  if (args.some((text) => text !== "")) return textCompiler("Function")(machine, thisValue, args, newTarget);
  machine.allocate(360);
  const proto = prototypeFor(machine, newTarget, machine.intrinsics.function);
  const prototype = new ObjectValue(machine.intrinsics.object);
  const work: Native = (_machine, _this, _args, target) =>
    target === undefined ? undefined : new ObjectValue(prototypeFor(machine, target, machine.intrinsics.object));
  const made = new EmptyFunction(proto, "anonymous", 0, work, true);
  made.define("prototype", Property.data(prototype, true, false, false));
  prototype.define("constructor", Property.hidden(made));
  return made;
};

/** `%ThrowTypeError%`, which nothing of can be changed. */
function makeThrower(machine: Machine): FunctionValue {
  const thrower = makeFunction(machine, "", 0, () => {
    throw machine.error(
      "TypeError",
      "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them",
    );
  });
  thrower.define("length", Property.data(0, false, false, false));
  thrower.define("name", Property.data("", false, false, false));
  thrower.extensible = false;
  return thrower;
}

const hasInstance: Native = (machine, thisValue, args) => ordinaryHasInstance(machine, thisValue, args[0]);

/** Make `Function` and fill in its prototype and that of generator functions. */
export function installFunction(machine: Machine, draft: Draft): void {
  draft.throwTypeError = makeThrower(machine);
  for (const key of ["arguments", "caller"])
    draft.function.define(key, Property.accessor(draft.throwTypeError, draft.throwTypeError, false, true));
  defineClass(machine, draft.function, { name: "Function", length: 1, work: makeFunctionOfText, methods });
  draft.hasInstance = makeFunction(machine, "[Symbol.hasInstance]", 1, hasInstance);
  draft.function.define(Symbol.hasInstance, Property.data(draft.hasInstance, false, false, false));
  for (const [name, prototype] of [
    ["GeneratorFunction", draft.generatorFunction],
    ["AsyncFunction", draft.asyncFunction],
    ["AsyncGeneratorFunction", draft.asyncGeneratorFunction],
  ] as const) {
    const made = makeFunction(machine, name, 1, textCompiler(name));
    made.define("prototype", Property.data(prototype, false, false, false));
    prototype.define("constructor", Property.data(made, false, false, true));
    defineTag(prototype, name);
  }
}
