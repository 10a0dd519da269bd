/** Classes: constructors, methods, accessors, fields, private members, static blocks. */
import { ts } from "../../../parse.ts";
import { valueText } from "../../inspect/describe.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property, type PrivateName } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";
import type { Code, Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { Closure, type CompiledFunction, type FunctionKind, type Template } from "../functions/closure.ts";
import { noSuperConstructor } from "../functions/construction.ts";
import { accessorFunction, makerOf, methodFunction } from "../functions/functions.ts";
import { observed, siteOf, unsupported } from "../observe.ts";
import { hasModifier } from "../syntax.ts";
import { isAmbient } from "../variables/hoisting.ts";
import { BlockScope, FramePlan, type Frame } from "../variables/scope.ts";
import { autoAccessor } from "./autoAccessors.ts";
import {
  field,
  isStatic,
  memberKey,
  parameterProperties,
  privatesOf,
  staticBlock,
  type ClassParts,
  type Member,
} from "./classFields.ts";
import { Field, Fields } from "./fields.ts";
import { declarePrivateNames } from "./privateNames.ts";

/** Compile a class expression. */
export function classExpression(context: Context, node: ts.ClassExpression): Code {
  return observed(context, node, classValue(context, node, node.name?.text ?? context.name ?? ""));
}

/** Compile the value of a class declaration or expression. */
export function classValue(outer: Context, node: ts.ClassLikeDeclaration, name: string): Code {
  const decorated = [node, ...node.members].find(
    (part) => ts.canHaveDecorators(part) && (ts.getDecorators(part)?.length ?? 0) > 0,
  );
  if (decorated !== undefined)
    return unsupported(
      outer,
      decorated,
      "unsupported/decorator",
      "Decorators can replace what they stand before",
      "Remove the decorator, or call its function yourself.",
    );
  const { machine } = outer.unit;
  const plan = new FramePlan(outer.scope.plan);
  const scope = new BlockScope(outer.scope, plan, false);
  const makeNames = declarePrivateNames(scope, node);
  const own = node.name === undefined ? undefined : scope.declare(node.name.text, "const", node.end);
  const context: Context = { ...outer, scope, isStrict: true, labels: [], name: undefined };
  const extended = heritageOf(node);
  const parent = extended === undefined ? undefined : expression(context, extended.expression);
  const make = constructorOf(context, node, name, parent !== undefined);
  const members = [
    ...parameterProperties(node),
    ...node.members.map((member) => memberOf(context, member)).filter((member) => member !== undefined),
  ];
  const site = siteOf(context, extended ?? node);
  return (outerFrame) => {
    const frame = plan.open(outerFrame);
    makeNames(frame);
    machine.allocate(600);
    const base = parent === undefined ? machine.intrinsics.function : parent(frame);
    const keys = members.map(({ key }) => key(frame));
    machine.site = site;
    const prototype = new ObjectValue(prototypeParent(context, base, parent !== undefined));
    const constructor = make(frame);
    constructor.home = prototype;
    if (base instanceof FunctionValue) constructor.proto = base;
    constructor.define("prototype", Property.data(prototype, false, false, false));
    prototype.define("constructor", Property.hidden(constructor));
    const parts: ClassParts = { constructor, prototype, fields: [], statics: [] };
    // What has no key, a static block, does not ask for it.
    for (const [at, { define }] of members.entries()) define(frame, parts, keys[at]!);
    if (parts.fields.length > 0) constructor.fields = new Fields(parts.fields);
    if (own !== undefined) frame.slots[own.slot] = constructor;
    for (const run of parts.statics) run();
    return constructor;
  };
}

function heritageOf(node: ts.ClassLikeDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}

/** The object that the class's prototype inherits from. */
function prototypeParent(context: Context, base: Value, hasParent: boolean): ObjectValue | null {
  const { machine } = context.unit;
  if (!hasParent) return machine.intrinsics.object;
  if (base === null) return null;
  if (!(base instanceof FunctionValue) || !base.isConstructor)
    throw machine.error("TypeError", `Class extends value ${valueText(machine, base)} is not a constructor or null`);
  const prototype = base.get(machine, "prototype");
  if (prototype instanceof ObjectValue || prototype === null) return prototype;
  throw machine.error(
    "TypeError",
    `Class extends value does not have valid prototype property ${valueText(machine, prototype)}`,
  );
}

/** Compile the constructor; a class without one gets the usual one. */
function constructorOf(
  context: Context,
  node: ts.ClassLikeDeclaration,
  name: string,
  isDerived: boolean,
): (frame: Frame) => Closure {
  const kind = isDerived ? "derived-constructor" : "base-constructor";
  const declared = node.members.find(
    (member): member is ts.ConstructorDeclaration =>
      ts.isConstructorDeclaration(member) && member.body !== undefined && !isStatic(member),
  );
  if (declared !== undefined) return makerOf(context, declared, kind, name);
  const template = usualConstructor(context, node, name, kind);
  const { machine } = context.unit;
  return (frame) => new Closure(machine, template, frame);
}

function usualConstructor(context: Context, node: ts.ClassLikeDeclaration, name: string, kind: FunctionKind): Template {
  const { machine } = context.unit;
  const plan = new FramePlan(context.scope.plan);
  const thisSlot = plan.add(undefined);
  const targetSlot = plan.add(undefined);
  const functionSlot = plan.add(undefined);
  let given: readonly Value[] = [];
  const compiled: CompiledFunction = {
    plan,
    bind: (_frame, args) => {
      given = args;
    },
    parameters: undefined,
    run: ({ slots }) => {
      if (kind === "base-constructor") return slots[thisSlot];
      const self = slots[functionSlot] as Closure;
      const parent = self.getPrototype();
      if (!(parent instanceof FunctionValue) || !parent.isConstructor) throw noSuperConstructor(machine, self);
      const object = parent.construct(machine, given, slots[targetSlot] as FunctionValue);
      self.fields?.define(machine, object);
      return object;
    },
    thisSlot,
    targetSlot,
    functionSlot,
    homeSlot: -1,
    argumentsSlot: -1,
    boxesThis: false,
    mapped: undefined,
  };
  return {
    node,
    kind,
    isAsync: false,
    name,
    length: 0,
    isSloppy: false,
    site: siteOf(context, node),
    regions: context.unit.regions,
    compiled: () => compiled,
    direct: undefined,
    directNew: undefined,
  };
}

function memberOf(context: Context, member: ts.ClassElement): Member | undefined {
  if (ts.isMethodDeclaration(member)) return member.body === undefined ? undefined : method(context, member);
  if (ts.isGetAccessor(member) || ts.isSetAccessor(member))
    return member.body === undefined ? undefined : accessor(context, member);
  if (ts.isPropertyDeclaration(member)) {
    if (isAmbient(member) || hasModifier(member, ts.SyntaxKind.AbstractKeyword)) return undefined;
    return ts.isAutoAccessorPropertyDeclaration(member) ? autoAccessor(context, member) : field(context, member);
  }
  if (ts.isClassStaticBlockDeclaration(member)) return staticBlock(context, member);
  return ts.isConstructorDeclaration(member) && isStatic(member) ? staticConstructor(context, member) : undefined;
}

/** `static constructor() {}`, which the parser takes for a constructor, is a method like others. */
function staticConstructor(context: Context, node: ts.ConstructorDeclaration): Member | undefined {
  if (node.body === undefined) return undefined;
  const make = makerOf(context, node, "method", "constructor");
  return {
    key: () => "constructor",
    define: (frame, { constructor }, key): void => {
      const closure = make(frame);
      closure.home = constructor;
      constructor.define(key as Key, Property.hidden(closure));
    },
  };
}

function method(context: Context, node: ts.MethodDeclaration): Member {
  const make = methodFunction(context, node);
  const onClass = isStatic(node);
  const define: Member["define"] = (frame, { constructor, prototype, fields }, key) => {
    const home = onClass ? constructor : prototype;
    if (typeof key !== "object") {
      home.define(key, Property.hidden(make(frame, home, key)));
      return;
    }
    const member = Property.data(make(frame, home, key.description), false, false, false);
    if (onClass) privatesOf(constructor).set(key, member);
    else fields.push(new Field(key, undefined, member));
  };
  return { key: memberKey(context, node), define };
}

function accessor(context: Context, node: ts.AccessorDeclaration): Member {
  const make = accessorFunction(context, node);
  const onClass = isStatic(node);
  const isGetter = ts.isGetAccessor(node);
  const definePrivate = (made: Closure, { constructor, fields }: ClassParts, key: PrivateName): void => {
    const known = onClass ? constructor.privates?.get(key) : fields.find((other) => other.key === key)?.member;
    const member = known ?? Property.accessor(undefined, undefined, false, false);
    if (isGetter) member.getter = made;
    else member.setter = made;
    if (known !== undefined) return;
    if (onClass) privatesOf(constructor).set(key, member);
    else fields.push(new Field(key, undefined, member));
  };
  const define: Member["define"] = (frame, parts, key) => {
    const home = onClass ? parts.constructor : parts.prototype;
    if (typeof key === "object") {
      definePrivate(make(frame, home, key.description), parts, key);
      return;
    }
    const known = home.own(key);
    const made = make(frame, home, key);
    const counterpart = known?.isAccessor === true ? known : undefined;
    home.define(
      key,
      Property.accessor(isGetter ? made : counterpart?.getter, isGetter ? counterpart?.setter : made, false, true),
    );
  };
  return { key: memberKey(context, node), define };
}
