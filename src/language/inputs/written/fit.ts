/** Checks that a value which a user has set is of the type that its parameter declares. */
import type { Finding } from "../../finding.ts";
import { CollectionValue } from "../../interpreter/builtins/collection/collectionValue.ts";
import { DateValue } from "../../interpreter/builtins/date.ts";
import { TypedArrayValue } from "../../interpreter/builtins/typedArray/typedArray.ts";
import { inspect } from "../../interpreter/inspect/inspect.ts";
import type { Machine } from "../../interpreter/machine.ts";
import { typeOf } from "../../interpreter/rules/convert.ts";
import { ArrayValue } from "../../interpreter/values/arrayValue.ts";
import { FunctionValue } from "../../interpreter/values/functionValue.ts";
import { ObjectValue } from "../../interpreter/values/objects.ts";
import type { Value } from "../../interpreter/values/values.ts";
import { placeOf, ts, unwrap } from "../../parse.ts";
import { nameList, pathName } from "../../pathName.ts";
import type { Place } from "../../span.ts";
import type { Path } from "../../trace.ts";
import { acceptedMember, type Accepted } from "../shapes/accepted.ts";

/** A value that a user has set. */
export interface SetValue {
  /** What it was set for, as in `p.x`. */
  readonly name: string;
  readonly value: Value;
  readonly expression: ts.Expression;
  /** Whether more is set inside of it afterwards, so that it may be incomplete. */
  readonly isPartial: boolean;
}

/** The first thing about a value that does not fit. */
type Misfit =
  | { readonly kind: "type"; readonly path: Path; readonly wanted: Accepted; readonly value: Value }
  | { readonly kind: "missing" | "extra"; readonly path: Path; readonly key: string; readonly wanted: Accepted }
  | { readonly kind: "length"; readonly path: Path; readonly wanted: number; readonly length: number };

/** Elements of a list that are looked at. */
const MOST_ELEMENTS = 10_000;

/** Return a finding if a value certainly does not fit its type, on the part of it that does not. */
export function fitFinding(machine: Machine, type: Accepted, set: SetValue): Finding | undefined {
  const misfit = misfitOf(machine, type, set.value, set.expression, []);
  if (misfit === undefined || (misfit.kind === "missing" && set.isPartial)) return undefined;
  const name = set.name + pathName(misfit.path);
  const finding = (message: string, help: string, place = placeOf(partOf(set.expression, misfit.path))): Finding => {
    return { code: "input/wrong-type", severity: "warning", message, help, place };
  };
  switch (misfit.kind) {
    case "type": {
      const given = givenText(machine, misfit.value, misfit.wanted);
      return finding(
        `\`${name}\` is declared as ${wantedText(misfit.wanted)}, but gets ${given}.`,
        `Give \`${name}\` ${wantedText(misfit.wanted)}, or change its type.`,
      );
    }
    case "missing":
      return finding(
        `\`${name}\` gets no member \`${misfit.key}\`, which its type asks for.`,
        `Give it \`${misfit.key}\`, or make that optional in its type.`,
      );
    case "extra":
      return finding(
        `The type of \`${name}\` has no member \`${misfit.key}\`.`,
        membersHelp(misfit.wanted),
        placeOf(memberName(partOf(set.expression, misfit.path), misfit.key)),
      );
    case "length":
      return finding(
        `\`${name}\` is declared with ${counted(misfit.wanted)}, but gets ${misfit.length}.`,
        `Give \`${name}\` ${counted(misfit.wanted)}, or change its type.`,
      );
    default:
      return misfit satisfies never;
  }
}

/** Return a finding if a way into a value leads to a member that the type certainly does not have, else the type there. */
export function typeAlong(
  nameAt: (path: Path) => string,
  type: Accepted,
  path: Path,
  place: Place,
): Accepted | Finding {
  let inner = type;
  for (const [index, step] of path.entries()) {
    const next = acceptedMember(inner, step);
    if (next === undefined) {
      const message = `The type of \`${nameAt(path.slice(0, index))}\` has no member \`${step}\`.`;
      return { code: "input/unknown-name", severity: "warning", message, help: membersHelp(inner), place };
    }
    inner = next;
  }
  return inner;
}

function membersHelp(type: Accepted): string {
  const names = type.kind === "object" ? [...type.members.keys()] : [];
  if (names.length === 0) return "Remove it, or declare it.";
  return names.length === 1
    ? `Its only member is ${nameList(names)}.`
    : `Its members are ${nameList(names.slice(0, 12))}.`;
}

function misfitOf(
  machine: Machine,
  type: Accepted,
  value: Value,
  expression: ts.Expression | undefined,
  path: Path,
): Misfit | undefined {
  const wrong: Misfit = { kind: "type", path, wanted: type, value };
  switch (type.kind) {
    case "any":
      return undefined;
    case "simple":
      return kindOf(machine, value) === type.name ? undefined : wrong;
    case "literal":
      return inspected(machine, value) === type.text ? undefined : wrong;
    case "union":
      return unionMisfit(machine, type.types, value, expression, wrong);
    case "array":
    case "tuple":
      return value instanceof ArrayValue ? listMisfit(machine, type, value, expression, path) : wrong;
    case "object":
      return objectMisfit(machine, type, value, expression, wrong);
    default:
      return type satisfies never;
  }
}

/** Of alternatives, what is wrong inside a value is told where only one of them is meant. */
function unionMisfit(
  machine: Machine,
  types: readonly Accepted[],
  value: Value,
  expression: ts.Expression | undefined,
  wrong: Misfit,
): Misfit | undefined {
  const misfits = types.map((type) => misfitOf(machine, type, value, expression, wrong.path));
  if (misfits.includes(undefined)) return undefined;
  const meant = misfits.filter((misfit) => misfit!.kind !== "type" || misfit!.path.length > wrong.path.length);
  return meant.length === 0 ? wrong : meant.length === 1 ? meant[0] : undefined;
}

function listMisfit(
  machine: Machine,
  type: Accepted,
  { elements }: ArrayValue,
  expression: ts.Expression | undefined,
  path: Path,
): Misfit | undefined {
  if (type.kind === "tuple" && type.elements.length !== elements.length)
    return { kind: "length", path, wanted: type.elements.length, length: elements.length };
  for (let index = 0; index < elements.length && index < MOST_ELEMENTS; index++) {
    const inner = acceptedMember(type, index);
    const at = expression && partOf(expression, [index]);
    const misfit = inner && misfitOf(machine, inner, elements[index], at, [...path, index]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function objectMisfit(
  machine: Machine,
  type: Extract<Accepted, { readonly kind: "object" }>,
  value: Value,
  expression: ts.Expression | undefined,
  wrong: Misfit,
): Misfit | undefined {
  if (!(value instanceof ObjectValue)) return wrong;
  const isKnown = value.proxy === undefined;
  const { path } = wrong;
  for (const [key, { type: inner, isOptional }] of isKnown ? type.members : []) {
    const own = value.own(key);
    if (own === undefined && !isOptional && !value.has(key))
      return value instanceof ArrayValue || value instanceof FunctionValue
        ? wrong
        : { kind: "missing", path, key, wanted: type };
    if (own === undefined || !own.isPlain || (isOptional && own.value === undefined)) continue;
    const misfit = misfitOf(machine, inner(), own.value, expression && partOf(expression, [key]), [...path, key]);
    if (misfit !== undefined) return misfit;
  }
  const written = expression === undefined ? [] : writtenKeys(expression);
  for (const key of written) {
    if (type.members.has(key)) continue;
    if (type.others === undefined) return { kind: "extra", path, key, wanted: type };
    const misfit = misfitOf(machine, type.others(), value.own(key)?.value, partOf(expression!, [key]), [...path, key]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

/** The keys that an object literal names; what is spread into it is not asked for. */
function writtenKeys(expression: ts.Expression): readonly string[] {
  const object = unwrap(expression);
  if (!ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap(({ name }) => (name !== undefined && isNamed(name) ? [name.text] : []));
}

function isNamed(name: ts.PropertyName): name is ts.Identifier | ts.StringLiteral | ts.NumericLiteral {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name);
}

/** The expression of a part of a value, as far as literals lead there. */
function partOf(expression: ts.Expression, path: Path): ts.Expression {
  const [step, ...rest] = path;
  const literal = unwrap(expression);
  if (step === undefined) return expression;
  if (ts.isArrayLiteralExpression(literal)) {
    const element = literal.elements[Number(step)];
    const isSpread = literal.elements.slice(0, Number(step) + 1).some(ts.isSpreadElement);
    return element === undefined || isSpread || ts.isOmittedExpression(element) ? expression : partOf(element, rest);
  }
  const property = ts.isObjectLiteralExpression(literal) ? propertyOf(literal, String(step)) : undefined;
  return property !== undefined && ts.isPropertyAssignment(property) ? partOf(property.initializer, rest) : expression;
}

function propertyOf(object: ts.ObjectLiteralExpression, key: string): ts.ObjectLiteralElementLike | undefined {
  return object.properties.findLast(({ name }) => name !== undefined && isNamed(name) && name.text === key);
}

function memberName(expression: ts.Expression, key: string): ts.Node {
  const object = unwrap(expression);
  return (ts.isObjectLiteralExpression(object) ? propertyOf(object, key)?.name : undefined) ?? expression;
}

function kindOf(machine: Machine, value: Value): string {
  if (value === null) return "null";
  if (value instanceof ArrayValue) return "array";
  if (value instanceof TypedArrayValue) return value.kind.name;
  if (value instanceof CollectionValue) return value.kind;
  if (value instanceof DateValue) return "Date";
  if (value instanceof FunctionValue) return "function";
  if (value instanceof ObjectValue) return "object";
  return typeOf(machine.plain(value));
}

/** A primitive value as a literal type is written. */
function inspected(machine: Machine, value: Value): string {
  const plain = machine.plain(value);
  return typeof plain === "string" ? JSON.stringify(plain) : inspect(machine, plain, 80);
}

function wantedText(type: Accepted): string {
  if (type.kind === "union") {
    const texts = [...new Set(type.types.filter(isWanted).map(wantedText))];
    return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)!}`;
  }
  if (type.kind === "literal") return `\`${type.text}\``;
  return article(type.kind === "simple" ? type.name : type.kind === "tuple" ? "array" : type.kind);
}

/** Whether an alternative is worth telling: that something may be left out is not. */
function isWanted(type: Accepted): boolean {
  return type.kind !== "simple" || type.name !== "undefined";
}

function givenText(machine: Machine, value: Value, wanted: Accepted): string {
  const kind = kindOf(machine, value);
  const types = wanted.kind === "union" ? wanted.types : [wanted];
  const isChosen = types.some((type) => type.kind === "literal") && !(value instanceof ObjectValue);
  return isChosen ? `\`${inspected(machine, value)}\`` : article(kind);
}

function article(kind: string): string {
  if (kind === "null" || kind === "undefined") return `\`${kind}\``;
  return `${/^[aeio]/i.test(kind) ? "an" : "a"} ${kind}`;
}

function counted(count: number): string {
  return count === 1 ? "1 element" : `${count} elements`;
}
