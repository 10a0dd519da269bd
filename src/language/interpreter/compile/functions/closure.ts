/** Functions of the program: compiled once when they are first called, made as often as their declaration is evaluated. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import { REGION_CALL, type Regions } from "../../recording.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import { TDZ, type Value } from "../../values/values.ts";
import type { Fields } from "../classes/fields.ts";
import { Intercepted, type Capture } from "../context.ts";
import { readFully, type Operand } from "../operand.ts";
import { boxedThis } from "../strictness.ts";
import type { Frame, FramePlan } from "../variables/scope.ts";
import { argumentsObject } from "./argumentsObject.ts";

/** What a function's body does with its frame; the result is what the function returns. */
export type Body = (frame: Frame) => Value;

/** A compiled function body with the places in its frame that a call fills. */
export interface CompiledFunction {
  readonly plan: FramePlan;
  /** Store the arguments in the frame's parameters. */
  readonly bind: (frame: Frame, args: readonly Value[]) => void;
  /** Where the parameters stand in the frame if a call can write its arguments there itself; undefined if there is more to do. */
  readonly parameters: ParameterSlots | undefined;
  readonly run: Body;
  /** Slots of our own bindings; -1 where the function does not use one. */
  readonly thisSlot: number;
  readonly targetSlot: number;
  readonly functionSlot: number;
  readonly homeSlot: number;
  readonly argumentsSlot: number;
  /** Whether `this` is always an object, as in sloppy code. */
  readonly boxesThis: boolean;
  /** The parameters that `arguments` follows, as in sloppy code. */
  readonly mapped: readonly number[] | undefined;
}

/** Slots of parameters, one after the other. */
export interface ParameterSlots {
  readonly first: number;
  readonly count: number;
}

/** What kind of function it is: what `this` is in it, and what `new` does. */
export type FunctionKind = "normal" | "arrow" | "method" | "generator" | "base-constructor" | "derived-constructor";

/** A function of the text, before it is made into a value. */
export interface Template {
  readonly node: ts.Node;
  readonly kind: FunctionKind;
  readonly isAsync: boolean;
  readonly name: string;
  readonly length: number;
  /** Whether it is written in sloppy code. */
  readonly isSloppy: boolean;
  readonly site: number;
  readonly regions: Regions;
  /** Compile on first use. */
  compiled(): CompiledFunction;
  /** The compiled function, once there is one and if calls can write their arguments into its frame. */
  direct: DirectFunction | undefined;
  /** The same for `new`. */
  directNew: DirectFunction | undefined;
}

/** A compiled function whose calls can write their arguments into its frame. */
export type DirectFunction = CompiledFunction & { readonly parameters: ParameterSlots };

/** A function value of the program. */
export class Closure extends FunctionValue {
  readonly template: Template;
  readonly frame: Frame | undefined;
  /** The object whose prototype `super` means. */
  home: ObjectValue | undefined = undefined;
  /** The fields of a class's objects. */
  fields: Fields | undefined = undefined;
  private readonly machine: Machine;

  constructor(machine: Machine, template: Template, frame: Frame | undefined) {
    super(prototypeOf(machine, template));
    this.machine = machine;
    this.template = template;
    this.frame = frame;
    // With the frame that it may be the only one to keep.
    machine.allocate(240);
  }

  override get isConstructor(): boolean {
    const { kind, isAsync } = this.template;
    return (kind === "normal" && !isAsync) || kind === "base-constructor" || kind === "derived-constructor";
  }

  override get sourceText(): string {
    const { node, kind } = this.template;
    // The node of a class's written constructor stands in the class.
    const isInClass = kind.endsWith("constructor") && "members" in node.parent;
    const shown = isInClass ? node.parent : node;
    const file = shown.getSourceFile();
    // What JavaScript shows of a static method begins behind `static`.
    const modifier =
      ts.isClassElement(shown) && ts.canHaveModifiers(shown) ? ts.getModifiers(shown)?.find(isStatic) : undefined;
    if (modifier === undefined) return shown.getText(file);
    const rest = file.text.slice(modifier.end, shown.end);
    return rest.replace(/^(?:\s|\/\*[^]*?\*\/|\/\/.*)*/, "");
  }

  override call(machine: Machine, thisValue: Value, args: readonly Value[]): Value {
    const { direct } = this.template;
    if (direct !== undefined) return this.callWithList(machine, direct, thisValue, args);
    if (isClass(this.template))
      throw machine.error("TypeError", `${classText(this.template.name)} cannot be invoked without 'new'`);
    return this.invoke(machine, thisValue, args, undefined);
  }

  override construct(machine: Machine, args: readonly Value[], newTarget: FunctionValue): ObjectValue {
    if (this.template.kind === "derived-constructor") return this.constructDerived(machine, args, newTarget);
    const object = this.newObject(machine, newTarget);
    const result = this.invoke(machine, object, args, newTarget);
    return result instanceof ObjectValue ? result : object;
  }

  /** `new` it with arguments that stand in the frame of the caller. */
  constructDirectly(
    machine: Machine,
    compiled: DirectFunction,
    caller: Frame,
    args: readonly Operand[],
    site: number,
    newTarget: FunctionValue,
  ): ObjectValue {
    const frame = this.openWith(compiled, caller, args);
    machine.site = site;
    const isDerived = this.template.kind === "derived-constructor";
    const object = isDerived ? TDZ : this.newObject(machine, newTarget);
    const result = this.run(machine, compiled, frame, object, newTarget, undefined);
    return result instanceof ObjectValue ? result : this.made(machine, object);
  }

  private newObject(machine: Machine, newTarget: FunctionValue): ObjectValue {
    const prototype = prototypeFor(machine, newTarget);
    const object = new ObjectValue(prototype instanceof ObjectValue ? prototype : machine.intrinsics.object);
    this.fields?.define(machine, object);
    return object;
  }

  private constructDerived(machine: Machine, args: readonly Value[], newTarget: FunctionValue): ObjectValue {
    const result = this.invoke(machine, TDZ, args, newTarget);
    return result instanceof ObjectValue ? result : this.made(machine, TDZ);
  }

  /** What `new` gives if the body has returned no object. */
  private made(machine: Machine, object: Value): ObjectValue {
    if (object instanceof ObjectValue) return object;
    throw machine.error("TypeError", "Derived constructors may only return object or undefined");
  }

  private invoke(
    machine: Machine,
    thisValue: Value,
    args: readonly Value[],
    newTarget: FunctionValue | undefined,
  ): Value {
    const compiled = this.template.compiled();
    const frame = compiled.plan.open(this.frame);
    if (compiled.argumentsSlot >= 0)
      frame.slots[compiled.argumentsSlot] = argumentsObject(machine, this, compiled, frame, args);
    return this.run(machine, compiled, frame, thisValue, newTarget, args);
  }

  /** Call it with arguments that stand in the frame of the caller. */
  callDirectly(
    machine: Machine,
    compiled: DirectFunction,
    thisValue: Value,
    caller: Frame,
    args: readonly Operand[],
    site: number,
  ): Value {
    const frame = this.openWith(compiled, caller, args);
    machine.site = site;
    return this.run(machine, compiled, frame, thisValue, undefined, undefined);
  }

  /** Call it with arguments that somebody has put into a list, as built-in functions do with their callbacks. */
  private callWithList(machine: Machine, compiled: DirectFunction, thisValue: Value, args: readonly Value[]): Value {
    const frame = compiled.plan.open(this.frame);
    const { first, count } = compiled.parameters;
    const given = Math.min(count, args.length);
    for (let i = 0; i < given; i++) frame.slots[first + i] = args[i];
    return this.run(machine, compiled, frame, thisValue, undefined, undefined);
  }

  /** A frame with arguments that stand in the frame of the caller. */
  private openWith(compiled: DirectFunction, caller: Frame, args: readonly Operand[]): Frame {
    const frame = compiled.plan.open(this.frame);
    const { first, count } = compiled.parameters;
    for (let i = 0; i < args.length; i++) {
      const value = readFully(caller, args[i]!);
      if (i < count) frame.slots[first + i] = value;
    }
    return frame;
  }

  private run(
    machine: Machine,
    compiled: CompiledFunction,
    frame: Frame,
    thisValue: Value,
    newTarget: FunctionValue | undefined,
    args: readonly Value[] | undefined,
  ): Value {
    const { slots } = frame;
    if (compiled.thisSlot >= 0)
      slots[compiled.thisSlot] = compiled.boxesThis ? boxedThis(machine, thisValue) : thisValue;
    if (compiled.targetSlot >= 0) slots[compiled.targetSlot] = newTarget;
    if (compiled.functionSlot >= 0) slots[compiled.functionSlot] = this;
    if (compiled.homeSlot >= 0) slots[compiled.homeSlot] = this.home;
    machine.enter();
    const { regions, site } = this.template;
    const region = regions.enter(REGION_CALL, site, machine.tape.length);
    if (args !== undefined) compiled.bind(frame, args);
    const result = compiled.run(frame);
    regions.leave(region, machine.tape.length);
    machine.depth--;
    return result;
  }

  protected override complete(): void {
    const { template, machine } = this;
    machine.allocate(400);
    this.define("length", Property.data(template.length, false, false, true));
    this.define("name", Property.data(template.name, false, false, true));
    if (template.isSloppy && template.kind === "normal" && !template.isAsync)
      for (const key of ["arguments", "caller"]) this.define(key, Property.data(null, false, false, false));
    if (template.kind === "generator")
      this.define("prototype", Property.data(new ObjectValue(machine.intrinsics.generator), true, false, false));
    else if (template.kind === "normal" && !template.isAsync) {
      const prototype = new ObjectValue(machine.intrinsics.object);
      prototype.define("constructor", Property.hidden(this));
      this.define("prototype", Property.data(prototype, true, false, false));
    }
  }
}

/** What the objects inherit from that `new` makes of a function. A class's `prototype` is never another one than its methods' home. */
function prototypeFor(machine: Machine, newTarget: FunctionValue): Value {
  if (newTarget instanceof Closure && isClass(newTarget.template)) return newTarget.home;
  return newTarget.get(machine, "prototype");
}

/** What a function inherits from. */
function prototypeOf({ intrinsics }: Machine, { kind, isAsync }: Template): ObjectValue {
  if (kind === "generator") return isAsync ? intrinsics.asyncGeneratorFunction : intrinsics.generatorFunction;
  return isAsync ? intrinsics.asyncFunction : intrinsics.function;
}

function isClass({ kind }: Template): boolean {
  return kind === "base-constructor" || kind === "derived-constructor";
}

function isStatic({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.StaticKeyword;
}

function classText(name: string): string {
  return name === "" ? "Class constructors" : `Class constructor ${name}`;
}

/** The function that somebody waits for: its call can be intercepted. */
export class WantedClosure extends Closure {
  private readonly capture: Capture;

  constructor(machine: Machine, template: Template, frame: Frame | undefined, capture: Capture) {
    super(machine, template, frame);
    this.capture = capture;
  }

  override call(machine: Machine, thisValue: Value, args: readonly Value[]): Value {
    if (this.capture.intercepts) throw new Intercepted(this, thisValue, args);
    return super.call(machine, thisValue, args);
  }
}
