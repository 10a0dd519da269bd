/** Checks that a value which a user has set is of the type that its parameter declares. */
import type { Finding } from "../finding.ts";
import { TypedArrayValue } from "../interpreter/builtins/typedArray.ts";
import { typeOf } from "../interpreter/convert.ts";
import type { Machine } from "../interpreter/machine.ts";
import { ArrayValue, FunctionValue, ObjectValue } from "../interpreter/objects.ts";
import type { Value } from "../interpreter/values.ts";
import { placeOf, ts } from "../parse.ts";
import type { PlannedParameter } from "./plan.ts";

/** Return a finding if a value certainly does not fit a parameter's type. Named types are not looked into. */
export function fitFinding(
  machine: Machine,
  parameter: PlannedParameter,
  value: Value,
  expression: ts.Expression,
): Finding | undefined {
  const wanted = parameter.type === undefined ? undefined : wantedKind(parameter.type);
  if (wanted === undefined || value === undefined) return undefined;
  const given = kindOf(machine, value);
  if (given === wanted) return undefined;
  const message = `\`${parameter.name}\` is declared as ${article(wanted)}, but gets ${article(given)}.`;
  const help = `Give \`${parameter.name}\` ${article(wanted)}, or change its type.`;
  return { code: "input/wrong-type", severity: "warning", message, help, place: placeOf(expression) };
}

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.BigIntKeyword, "bigint"],
]);

/** The kind of value that a type asks for, where the type alone says so. */
function wantedKind(type: ts.TypeNode): string | undefined {
  if (ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type)) return "array";
  if (ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword) return wantedKind(type.type);
  if (ts.isFunctionTypeNode(type)) return "function";
  return KEYWORDS.get(type.kind);
}

function kindOf(machine: Machine, value: Value): string {
  if (value === null) return "null";
  if (value instanceof ArrayValue) return "array";
  if (value instanceof TypedArrayValue) return value.kind.name;
  if (value instanceof FunctionValue) return "function";
  if (value instanceof ObjectValue) return "object";
  return typeOf(machine.plain(value));
}

function article(kind: string): string {
  if (kind === "null") return "`null`";
  return `${/^[aeio]/i.test(kind) ? "an" : "a"} ${kind}`;
}
