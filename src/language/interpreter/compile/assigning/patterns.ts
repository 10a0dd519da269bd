/** Destructuring: binding patterns of declarations and parameters, and patterns left of `=`. */
import { ts } from "../../../parse.ts";
import { getProperty, newArray, newObject, toObject } from "../../rules/convert.ts";
import { closeQuietly, DONE, iterate, type Iteration } from "../../rules/iteration.ts";
import type { Key, Value } from "../../values/values.ts";
import type { Code, Context } from "../context.ts";
import { expression, namedExpression } from "../expressions/expressions.ts";
import { copyProperties, propertyKey } from "../expressions/literals.ts";
import { siteOf } from "../observe.ts";
import type { Frame } from "../variables/scope.ts";
import type { Write } from "../variables/store.ts";
import { initialise } from "../variables/variables.ts";
import { openMember, writeTo } from "./assignment.ts";
import { destructuringError } from "./destructuringError.ts";

/** A part of a pattern, whether it declares or assigns. */
interface Part {
  readonly key: ((frame: Frame) => Key) | undefined;
  readonly isRest: boolean;
  readonly isHole: boolean;
  readonly fallback: Code | undefined;
  /** Of a member: evaluate its object and key, which happens before the value is there. */
  readonly open: ((frame: Frame) => (value: Value) => void) | undefined;
  readonly write: Write;
}

/** Compile a declared name or pattern; `named` is the expression that its value comes from. */
export function bindingPattern(context: Context, name: ts.BindingName, named: ts.Node): Write {
  if (ts.isIdentifier(name)) return initialise(context, name, named);
  const parts = name.elements.map((element): Part => {
    if (ts.isOmittedExpression(element)) return HOLE;
    const isPlain = ts.isIdentifier(element.name);
    return {
      key:
        ts.isObjectBindingPattern(name) && element.dotDotDotToken === undefined
          ? propertyKey(context, element.propertyName ?? (element.name as ts.Identifier))
          : undefined,
      isRest: element.dotDotDotToken !== undefined,
      isHole: false,
      fallback: fallbackOf(context, element.initializer, isPlain ? element.name.text : undefined),
      open: undefined,
      write: bindingPattern(context, element.name, element),
    };
  });
  return ts.isObjectBindingPattern(name)
    ? objectPattern(context, name, parts)
    : arrayPattern(context, name, parts, ts.isIdentifier(named) ? () => named.text : undefined);
}

/** Compile a pattern left of `=`. */
export function assignPattern(context: Context, target: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression): Write {
  if (ts.isArrayLiteralExpression(target))
    return arrayPattern(
      context,
      target,
      target.elements.map((element) => (ts.isOmittedExpression(element) ? HOLE : elementPart(context, element))),
    );
  const parts = target.properties.map((property): Part => {
    if (ts.isSpreadAssignment(property))
      return {
        key: undefined,
        isRest: true,
        isHole: false,
        fallback: undefined,
        open: openMember(context, property.expression, property),
        write: writeTo(context, property.expression, property),
      };
    if (ts.isShorthandPropertyAssignment(property)) {
      const { text } = property.name;
      const fallback = fallbackOf(context, property.objectAssignmentInitializer, text);
      return {
        key: () => text,
        isRest: false,
        isHole: false,
        fallback,
        open: undefined,
        write: writeTo(context, property.name, property),
      };
    }
    if (!ts.isPropertyAssignment(property)) throw new Error("A method cannot stand left of =.");
    return { ...elementPart(context, property.initializer), key: propertyKey(context, property.name) };
  });
  return objectPattern(context, target, parts);
}

const HOLE: Part = {
  key: undefined,
  isRest: false,
  isHole: true,
  fallback: undefined,
  open: undefined,
  write: () => undefined,
};

function elementPart(context: Context, element: ts.Expression): Part {
  if (ts.isSpreadElement(element))
    return {
      key: undefined,
      isRest: true,
      isHole: false,
      fallback: undefined,
      open: openMember(context, element.expression, element),
      write: writeTo(context, element.expression, element),
    };
  if (ts.isBinaryExpression(element) && element.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const name = ts.isIdentifier(element.left) ? element.left.text : undefined;
    const fallback = fallbackOf(context, element.right, name);
    return {
      key: undefined,
      isRest: false,
      isHole: false,
      fallback,
      open: openMember(context, element.left, element),
      write: writeTo(context, element.left, element),
    };
  }
  return {
    key: undefined,
    isRest: false,
    isHole: false,
    fallback: undefined,
    open: openMember(context, element, element),
    write: writeTo(context, element, element),
  };
}

function fallbackOf(context: Context, node: ts.Expression | undefined, name: string | undefined): Code | undefined {
  if (node === undefined) return undefined;
  return name === undefined ? expression(context, node) : namedExpression(context, node, name);
}

/** What a part of an object's pattern takes: the property of its key, or without one all that no key before has named. */
export function takenBy(context: Context, source: Value, key: Key | undefined, used: Set<Key>): Value {
  const { machine } = context.unit;
  if (key !== undefined) {
    used.add(key);
    return getProperty(machine, source, key);
  }
  const rest = newObject(machine);
  copyProperties(context, toObject(machine, source), rest, used);
  return rest;
}

function objectPattern(context: Context, node: ts.Node, parts: readonly Part[]): Write {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  return (frame, source) => {
    machine.site = site;
    if (source === undefined || source === null) throw destructuringError(machine, node, source);
    const used = new Set<Key>();
    for (const part of parts) {
      const key = part.key?.(frame);
      const write = part.open?.(frame);
      machine.site = site;
      const value = takenBy(context, source, key, used);
      finish(part, frame, write, value);
    }
  };
}

/** Give a part its value, or its default. */
function finish(part: Part, frame: Frame, write: ((value: Value) => void) | undefined, found: Value): void {
  const value = found === undefined && part.fallback !== undefined ? part.fallback(frame) : found;
  if (write === undefined) part.write(frame, value);
  else write(value);
}

function arrayPattern(context: Context, node: ts.Node, parts: readonly Part[], textOf?: () => string): Write {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  return (frame, source) => {
    machine.site = site;
    const iteration = iterate(machine, source, textOf);
    let isDone = false;
    try {
      for (const part of parts) {
        const write = part.open?.(frame);
        if (part.isRest) {
          isDone = true;
          finish(part, frame, write, restOf(context, iteration));
          return;
        }
        let value: Value = undefined;
        if (!isDone) {
          // While `next` runs, an exception of its own must not close the iterator.
          isDone = true;
          const item = iteration.next();
          if (item !== DONE) {
            value = item;
            isDone = false;
          }
        }
        if (!part.isHole) finish(part, frame, write, value);
      }
    } catch (error) {
      if (!isDone) closeQuietly(iteration);
      throw error;
    }
    if (!isDone) iteration.close();
  };
}

/** The rest of an iteration as an array. */
export function restOf(context: Context, iteration: Iteration): Value {
  const { machine } = context.unit;
  const values: Value[] = [];
  for (let item = iteration.next(); item !== DONE; item = iteration.next()) {
    machine.pay(1);
    machine.allocate(8);
    values.push(item);
  }
  return newArray(machine, values);
}
