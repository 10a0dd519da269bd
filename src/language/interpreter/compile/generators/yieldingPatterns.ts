/** Destructuring with a `yield` in it: in a default, a computed key, or the member that is assigned to. */
import { ts } from "../../../parse.ts";
import { toKey } from "../../rules/convert.ts";
import { closeQuietly, DONE, iterate } from "../../rules/iteration.ts";
import type { Key, Value } from "../../values/values.ts";
import { openMember, writeTo } from "../assigning/assignment.ts";
import { destructuringError } from "../assigning/destructuringError.ts";
import { bindingPattern, restOf, takenBy } from "../assigning/patterns.ts";
import { ForcedReturn, type Context, type Yielded } from "../context.ts";
import { propertyKey } from "../expressions/literals.ts";
import { has, HAS_YIELD } from "../features.ts";
import { siteOf } from "../observe.ts";
import { withoutWrappers } from "../syntax.ts";
import type { Frame } from "../variables/scope.ts";
import type { Write } from "../variables/store.ts";
import { afterOperands, yieldingExpression } from "./yielding.ts";
import { placeOperands } from "./yieldingOperands.ts";

/** A compiled write that may `yield`. */
export type YieldingWrite = (frame: Frame, value: Value) => Generator<Yielded, void, Value>;

/** What is declared, or what stands left of `=`. */
type Target = ts.BindingName | ts.Expression;

/** A part of a pattern as it is written. */
interface Syntax {
  readonly node: ts.Node;
  readonly key: ts.PropertyName | undefined;
  readonly isRest: boolean;
  readonly target: Target;
  readonly fallback: ts.Expression | undefined;
}

/** A compiled part: what happens before its value is there, and after. */
interface Part {
  readonly key: ((frame: Frame) => Generator<Yielded, Key, Value>) | undefined;
  readonly isRest: boolean;
  readonly open: (frame: Frame) => Generator<Yielded, YieldingWrite, Value>;
  readonly fallback: ((frame: Frame) => Generator<Yielded, Value, Value>) | undefined;
}

/** Compile a pattern of a generator; `named` is the expression that its value comes from. */
export function yieldingPattern(context: Context, target: Target, named: ts.Node, declares: boolean): YieldingWrite {
  if (!has(target, HAS_YIELD)) return plainly(context, target, named, declares);
  const node = declares ? target : withoutWrappers(target as ts.Expression);
  const parts = syntaxOf(node).map((part) => part && partOf(context, part, declares));
  return ts.isObjectBindingPattern(node) || ts.isObjectLiteralExpression(node)
    ? objectPattern(context, node, parts)
    : arrayPattern(context, node, parts);
}

function plainly(context: Context, target: Target, named: ts.Node, declares: boolean): YieldingWrite {
  return withoutYield(
    declares
      ? bindingPattern(context, target as ts.BindingName, named)
      : writeTo(context, target as ts.Expression, named),
  );
}

/** Return a write as one that may `yield`, though it does not. */
export function withoutYield(write: Write): YieldingWrite {
  return function* (frame, value) {
    write(frame, value);
  };
}

/** The parts of a pattern; undefined for a hole. */
function syntaxOf(node: Target): (Syntax | undefined)[] {
  if (ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
    return node.elements.map((element) =>
      ts.isOmittedExpression(element)
        ? undefined
        : {
            node: element,
            key: ts.isObjectBindingPattern(node)
              ? (element.propertyName ?? (element.name as ts.Identifier))
              : undefined,
            isRest: element.dotDotDotToken !== undefined,
            target: element.name,
            fallback: element.initializer,
          },
    );
  if (ts.isArrayLiteralExpression(node))
    return node.elements.map((element) =>
      ts.isOmittedExpression(element) ? undefined : assigned(element, undefined, element),
    );
  return (node as ts.ObjectLiteralExpression).properties.map((property) => {
    if (ts.isPropertyAssignment(property)) return assigned(property, property.name, property.initializer);
    if (ts.isSpreadAssignment(property)) return { ...assigned(property, undefined, property.expression), isRest: true };
    const { name, objectAssignmentInitializer } = property as ts.ShorthandPropertyAssignment;
    return { node: property, key: name, isRest: false, target: name, fallback: objectAssignmentInitializer };
  });
}

function assigned(node: ts.Node, key: ts.PropertyName | undefined, target: ts.Expression): Syntax {
  const isRest = ts.isSpreadElement(target);
  const inner = isRest ? target.expression : target;
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return { node, key, isRest, target: inner.left, fallback: inner.right };
  return { node, key, isRest, target: inner, fallback: undefined };
}

function partOf(context: Context, { node, key, isRest, target, fallback }: Syntax, declares: boolean): Part {
  const name = ts.isIdentifier(target) ? { ...context, name: target.text } : context;
  return {
    key: key === undefined || isRest ? undefined : keyOf(context, key),
    isRest,
    open: declares ? always(yieldingPattern(context, target, node, true)) : openOf(context, target as ts.Expression),
    fallback: fallback === undefined ? undefined : yieldingExpression(name, fallback),
  };
}

function always(write: YieldingWrite): Part["open"] {
  return function* () {
    return write;
  };
}

/** The evaluation of an assigned member's object and key, before its value is known. */
function openOf(context: Context, target: ts.Expression): Part["open"] {
  const inner = withoutWrappers(target);
  if (!ts.isPropertyAccessExpression(inner) && !ts.isElementAccessExpression(inner))
    return always(yieldingPattern(context, inner, target, false));
  const operands = placeOperands(inner);
  const open = has(inner, HAS_YIELD)
    ? afterOperands(context, operands, (after) => openMember(after, inner, target)!)
    : undefined;
  const openPlainly = open === undefined ? openMember(context, inner, target)! : undefined;
  return function* (frame) {
    const write = openPlainly?.(frame) ?? (yield* open!(frame));

    return function* (_frame, value) {
      write(value);
    };
  };
}

function keyOf(context: Context, name: ts.PropertyName): NonNullable<Part["key"]> {
  const { machine } = context.unit;
  if (!ts.isComputedPropertyName(name) || !has(name, HAS_YIELD)) {
    const key = propertyKey(context, name);

    return function* (frame) {
      return key(frame);
    };
  }
  const key = yieldingExpression(context, name.expression);
  return function* (frame) {
    return toKey(machine, yield* key(frame));
  };
}

function objectPattern(context: Context, node: ts.Node, parts: readonly (Part | undefined)[]): YieldingWrite {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  return function* (frame, source) {
    machine.site = site;
    if (source === undefined || source === null) throw destructuringError(machine, node, source);
    const used = new Set<Key>();
    for (const part of parts) {
      if (part === undefined) continue;
      const key = part.key === undefined ? undefined : yield* part.key(frame);
      const write = yield* part.open(frame);
      machine.site = site;
      let value = takenBy(context, source, key, used);
      if (value === undefined && part.fallback !== undefined) value = yield* part.fallback(frame);
      yield* write(frame, value);
    }
  };
}

function arrayPattern(context: Context, node: ts.Node, parts: readonly (Part | undefined)[]): YieldingWrite {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  return function* (frame, source) {
    machine.site = site;
    const iteration = iterate(machine, source);
    let isDone = false;
    // While `next` runs, an exception of its own must not close the iterator.
    const step = (): Value => {
      if (isDone) return undefined;
      isDone = true;
      const item = iteration.next();
      if (item === DONE) return undefined;
      isDone = false;
      return item;
    };
    try {
      for (const part of parts) {
        const write = part === undefined ? undefined : yield* part.open(frame);
        let value: Value;
        if (part?.isRest === true) {
          const rest = isDone ? undefined : restOf(context, iteration);
          isDone = true;
          value = rest ?? restOf(context, { next: () => DONE, close: () => undefined });
        } else value = step();
        if (part === undefined || write === undefined) continue;
        if (value === undefined && part.fallback !== undefined) value = yield* part.fallback(frame);
        yield* write(frame, value);
      }
    } catch (error) {
      if (!isDone && error instanceof ForcedReturn) iteration.close();
      else if (!isDone) closeQuietly(iteration);
      throw error;
    }
    if (!isDone) iteration.close();
  };
}
