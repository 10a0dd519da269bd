/** Function syntax: parameters, bodies, and what kind of function each is. */
import { ts } from "../../../parse.ts";
import { nameOf } from "../../builtins/define.ts";
import { GeneratorValue, type GeneratorBody } from "../../values/generator.ts";
import { ObjectValue } from "../../values/objects.ts";
import { TDZ, type Key, type Value } from "../../values/values.ts";
import { RETURN, type Code, type Context, type Signal, type Yielded } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { nameFunction } from "../expressions/literals.ts";
import { has, HAS_ARGUMENTS, HAS_CLOSURE, HAS_TARGET } from "../features.ts";
import { yieldingBlock } from "../generators/generators.ts";
import { brokenPart, observed, siteOf, unsupported } from "../observe.ts";
import { statements } from "../statements/blocks.ts";
import { asksForStrict } from "../strictness.ts";
import { boundNames, hoistDeclarations, hoistVariables } from "../variables/hoisting.ts";
import { BlockScope, FramePlan, type Frame } from "../variables/scope.ts";
import {
  Closure,
  WantedClosure,
  type Body,
  type CompiledFunction,
  type DirectFunction,
  type FunctionKind,
  type Template,
} from "./closure.ts";
import { parameterFields } from "./construction.ts";
import { expectedArguments, parametersOf } from "./parameters.ts";
import { bodyOfStatements } from "./tail.ts";

/** Function syntax that has a body. */
export type FunctionNode = ts.FunctionLikeDeclaration;

/** Make a function value out of the frame that it is evaluated in. */
export type MakeFunction = (frame: Frame | undefined) => Closure;

/** Compile a function expression or an arrow. */
export function functionExpression(context: Context, node: ts.FunctionExpression | ts.ArrowFunction): Code {
  const name = node.name?.text ?? context.name ?? "";
  const kind = ts.isArrowFunction(node) ? "arrow" : node.asteriskToken === undefined ? "normal" : "generator";
  if (node.name === undefined) return observed(context, node, makerOf(context, node, kind, name));
  // A named function expression sees itself under its name, in a block of its own.
  const plan = new FramePlan(context.scope.plan);
  const block = new BlockScope(context.scope, plan, false);
  const own = block.declare(node.name.text, "own-name", -1);
  const make = makerOf({ ...context, scope: block }, node, kind, name);
  return observed(context, node, (frame) => {
    const inner = plan.open(frame);
    return (inner.slots[own.slot] = make(inner));
  });
}

/** Compile a function declaration's value. */
export function functionDeclaration(context: Context, node: ts.FunctionDeclaration): MakeFunction {
  return makerOf(
    context,
    node,
    node.asteriskToken === undefined ? "normal" : "generator",
    node.name?.text ?? "default",
  );
}

/** Compile a method of a class or an object; the home object is what `super` starts from. */
export function methodFunction(
  context: Context,
  node: ts.MethodDeclaration,
): (frame: Frame, home: ObjectValue, key: Key) => Closure {
  const isComputed = ts.isComputedPropertyName(node.name);
  const name = isComputed ? "" : propertyText(node.name);
  const make = makerOf(context, node, node.asteriskToken === undefined ? "method" : "generator", name);
  return (frame, home, key) => {
    const closure = make(frame);
    closure.home = home;
    if (isComputed) nameFunction(closure, key);
    return closure;
  };
}

/** Compile a getter or a setter. */
export function accessorFunction(
  context: Context,
  node: ts.AccessorDeclaration,
): (frame: Frame, home: ObjectValue, key: Key) => Closure {
  const prefix = ts.isGetAccessor(node) ? "get" : "set";
  const name = ts.isComputedPropertyName(node.name) ? prefix : `${prefix} ${propertyText(node.name)}`;
  const make = makerOf(context, node, "method", name);
  return (frame, home, key) => {
    const closure = make(frame);
    closure.home = home;
    if (ts.isComputedPropertyName(node.name)) nameFunction(closure, `${prefix} ${nameOf(key)}`);
    return closure;
  };
}

function propertyText(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? "" : ts.isNumericLiteral(name) ? String(Number(name.text)) : name.text;
}

/** Compile the making of a function: the template is shared by all values that come from the same text. */
export function makerOf(context: Context, node: FunctionNode, kind: FunctionKind, name: string): MakeFunction {
  const { machine, capture } = context.unit;
  const template = templateOf(context, node, kind, name);
  if (capture.node !== node) return (frame) => new Closure(machine, template, frame);
  return (frame) => (capture.found = new WantedClosure(machine, template, frame, capture));
}

function templateOf(context: Context, node: FunctionNode, kind: FunctionKind, name: string): Template {
  let compiled: CompiledFunction | undefined;
  // The function that somebody waits for may be intercepted, and class constructors refuse calls.
  const canBeDirect = context.unit.capture.node !== node;
  const isClass = kind.endsWith("constructor");
  const isAsync = asyncWord(node) !== undefined;
  const isNewable = isClass || (kind === "normal" && !isAsync);
  const template: Template = {
    node,
    kind,
    name,
    isAsync,
    length: expectedArguments(node.parameters),
    isSloppy: !isStrictFunction(context, node),
    site: siteOf(context, node),
    regions: context.unit.regions,
    compiled: () => {
      if (compiled !== undefined) return compiled;
      brokenPart(context, node)?.();
      compiled = compileFunction({ ...context, name: undefined }, node, kind);
      if (!canBeDirect || !isDirect(compiled)) return compiled;
      if (!isClass) template.direct = compiled;
      if (isNewable) template.directNew = compiled;
      return compiled;
    },
    direct: undefined,
    directNew: undefined,
  };
  return template;
}

function compileFunction(outer: Context, node: FunctionNode, kind: FunctionKind): CompiledFunction {
  const plan = new FramePlan(outer.scope.plan);
  const scope = new BlockScope(outer.scope, plan, true);
  const isStrict = isStrictFunction(outer, node);
  const context: Context = { unit: outer.unit, scope, inLoop: false, isStrict, labels: [] };
  const isArrow = kind === "arrow";
  const hide = (name: string, isUsed: boolean): number =>
    isUsed && !isArrow ? scope.declare(name, "hidden", -1).slot : -1;
  // A generator looks up its own `prototype` when it starts.
  const usesTarget =
    kind === "generator" ||
    has(node.body, HAS_TARGET) ||
    node.parameters.some((parameter) => has(parameter, HAS_TARGET));
  const usesArguments =
    has(node.body, HAS_ARGUMENTS) || node.parameters.some((parameter) => has(parameter, HAS_ARGUMENTS));
  const thisSlot = hide("this", true);
  const targetSlot = hide("new.target", usesTarget);
  const functionSlot = hide("active function", usesTarget);
  const homeSlot = hide("home object", usesTarget);
  const argumentsSlot = hide("arguments", usesArguments && !declaresArguments(node));
  if (kind === "derived-constructor") scope.declare("super()", "hidden", -1);
  const bound = parametersOf(context, node);
  const keepsArguments = outer.unit.isObserved || argumentsSlot >= 0;
  // Every call looks into one of these, so all are written alike: V8 gives them one shape.
  return {
    plan,
    bind: bound.bind,
    parameters: keepsArguments ? undefined : bound.slots,
    run: bodyOf(context, node, kind, thisSlot),
    thisSlot,
    targetSlot,
    functionSlot,
    homeSlot,
    argumentsSlot,
    boxesThis: !isStrict && !isArrow,
    mapped: isStrict ? undefined : bound.mapped,
  };
}

function isDirect(compiled: CompiledFunction): compiled is DirectFunction {
  return compiled.parameters !== undefined;
}

function isStrictFunction({ isStrict }: Context, { body }: FunctionNode): boolean {
  return isStrict || (body !== undefined && ts.isBlock(body) && asksForStrict(body.statements));
}

function declaresArguments(node: FunctionNode): boolean {
  return node.parameters.some((parameter) => boundNames(parameter.name).some(({ text }) => text === "arguments"));
}

function asyncWord(node: FunctionNode): ts.ModifierLike | undefined {
  if (!ts.canHaveModifiers(node)) return undefined;
  return node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
}

/** Compile a body; an `async` one runs until it waits for something, or has come to its end. */
function bodyOf(context: Context, node: FunctionNode, kind: FunctionKind, thisSlot: number): Body {
  const asyncModifier = asyncWord(node);
  const run = synchronousBody(context, node, kind, thisSlot);
  if (asyncModifier === undefined) return run;
  const end = unsupported(
    context,
    asyncModifier,
    "unsupported/async",
    "An `async` function answers later than the computation needs it",
    "Load the data first and pass it to a function that is not `async`.",
  );
  if (kind === "generator") return end;
  return (frame) => {
    run(frame);
    return end();
  };
}

function synchronousBody(context: Context, node: FunctionNode, kind: FunctionKind, thisSlot: number): Body {
  const { body } = node;
  const { machine, regions } = context.unit;
  if (body === undefined) return () => undefined;
  if (!ts.isBlock(body)) return expression(context, body);
  const { inner, enter } = bodyScope(context, node, body);
  hoistDeclarations(inner.scope, body.statements);
  const [only] = body.statements;
  const isOne = body.statements.length === 1 && enter === NOTHING && !kind.endsWith("constructor");
  if (isOne && kind !== "generator" && ts.isReturnStatement(only!) && only.expression !== undefined)
    return expression(inner, only.expression);
  if (kind === "generator") {
    const yielding = yieldingBlock(inner, body.statements);
    const run = (frame: Frame) => (enter(frame), yielding(frame));
    return (frame) =>
      new GeneratorValue(machine, regions, generatorPrototype(context, frame), returning(context, run(frame)));
  }
  if (!kind.endsWith("constructor")) {
    const code = bodyOfStatements(inner, body.statements);
    return enter === NOTHING ? code : (frame) => (enter(frame), code(frame));
  }
  const code = statements(inner, body.statements);
  const run = enter === NOTHING ? code : (frame: Frame) => (enter(frame), code(frame));
  if (kind === "base-constructor") {
    const assign = parameterFields(context, body);
    return (frame) => {
      assign(frame, frame.slots[thisSlot] as ObjectValue);
      return run(frame) === RETURN ? machine.returned : undefined;
    };
  }
  return (frame) => {
    const signal = run(frame);
    if (signal === RETURN && machine.returned !== undefined) return machine.returned;
    const self = frame.slots[thisSlot];
    if (self !== TDZ) return self;
    throw machine.error(
      "ReferenceError",
      "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
    );
  };
}

const NOTHING = (): void => undefined;

/**
 * The scope of a body's variables. Functions in the parameter list must not see them: then the body has variables of its
 * own, which start with the values of parameters of the same name.
 */
function bodyScope(
  context: Context,
  node: FunctionNode,
  body: ts.Block,
): { readonly inner: Context; readonly enter: (frame: Frame) => void } {
  if (!node.parameters.some((parameter) => has(parameter, HAS_CLOSURE))) {
    hoistVariables(context, body);
    return { inner: context, enter: NOTHING };
  }
  const scope = new BlockScope(context.scope, context.scope.plan, true);
  hoistVariables({ ...context, scope }, body);
  const copies = node.parameters
    .flatMap((parameter) => boundNames(parameter.name))
    .flatMap(({ text }) => {
      const from = context.scope.own(text);
      const to = scope.own(text);
      return from === undefined || to === undefined ? [] : [{ from: from.slot, to: to.slot }];
    });
  return {
    inner: { ...context, scope },
    enter: ({ slots }) => {
      for (const { from, to } of copies) slots[to] = slots[from];
    },
  };
}

/** A generator's result is what it returned. */
function* returning(context: Context, body: Generator<Yielded, Signal | undefined, Value>): GeneratorBody {
  const signal = yield* body;
  return signal === RETURN ? context.unit.machine.returned : undefined;
}

function generatorPrototype(context: Context, frame: Frame): ObjectValue {
  const { machine } = context.unit;
  const own = context.scope.own("active function");
  const closure = own === undefined ? undefined : frame.slots[own.slot];
  const prototype = closure instanceof Closure ? closure.get(machine, "prototype") : undefined;
  return prototype instanceof ObjectValue ? prototype : machine.intrinsics.generator;
}
