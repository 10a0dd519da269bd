/** How one function of a file is called, and what of its text the views need. */
import { newArray } from "../interpreter/convert.ts";
import { GeneratorValue } from "../interpreter/generator.ts";
import { listOf } from "../interpreter/iteration.ts";
import type { Machine } from "../interpreter/machine.ts";
import type { FunctionValue } from "../interpreter/objects.ts";
import type { Value } from "../interpreter/values.ts";
import { ts, unwrap } from "../parse.ts";
import type { FoundFunction } from "../text/functions.ts";
import type { TracedFunction } from "../trace.ts";

/** Call a function as its kind asks for. A generator's values are taken until it ends, because nobody else would. */
export function callFunction(
  machine: Machine,
  found: FoundFunction,
  target: FunctionValue,
  self: Value,
  args: readonly Value[],
): Value {
  if (found.call === "constructor") return target.construct(machine, args, target);
  const result = target.call(machine, self, args);
  return result instanceof GeneratorValue ? newArray(machine, listOf(machine, result)) : result;
}

/** What a trace says of its function. */
export function tracedFunction(found: FoundFunction): TracedFunction {
  const { name, parameters, place, namePlace } = found;
  return { name, parameters, place, namePlace, returned: returnedName(found.node) };
}

/** The variable that the function returns, if every `return` returns the same one. */
function returnedName(node: ts.SignatureDeclaration): string | undefined {
  if (!("body" in node) || node.body === undefined) return undefined;
  const body = node.body;
  if (!ts.isBlock(body)) return nameOf(body);
  const names = new Set<string | undefined>();
  const visit = (inner: ts.Node): void => {
    if (ts.isFunctionLike(inner) || ts.isClassLike(inner)) return;
    if (ts.isReturnStatement(inner)) names.add(inner.expression === undefined ? undefined : nameOf(inner.expression));
    else ts.forEachChild(inner, visit);
  };
  ts.forEachChild(body, visit);
  return names.size === 1 ? [...names][0] : undefined;
}

function nameOf(node: ts.Expression): string | undefined {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) ? inner.text : undefined;
}
