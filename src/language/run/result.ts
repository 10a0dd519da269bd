/** How one function of a file is called, and what of its text the views need. */
import type { Machine } from "../interpreter/machine.ts";
import { newArray } from "../interpreter/rules/convert.ts";
import { FunctionValue } from "../interpreter/values/functionValue.ts";
import { GeneratorValue } from "../interpreter/values/generator.ts";
import type { Value } from "../interpreter/values/values.ts";
import { ts, unwrap } from "../parse.ts";
import type { Span } from "../span.ts";
import { isEndless } from "../text/endless.ts";
import type { FoundFunction } from "../text/functions.ts";
import type { FunctionNode } from "../text/functionSyntax.ts";
import type { TracedFunction } from "../trace.ts";

/** Call a function as its kind asks for, and what it returns as long as that is meant to be called. `begin` is told of each of these calls. */
export function callFunction(
  machine: Machine,
  found: FoundFunction,
  target: FunctionValue,
  self: Value,
  lists: readonly (readonly Value[])[],
  begin: () => void = () => undefined,
): Value {
  begin();
  if (found.call === "constructor") return target.construct(machine, lists[0] ?? [], target);
  let returned: Value = target;
  for (const [index, args] of lists.entries()) {
    if (!(returned instanceof FunctionValue)) return returned;
    if (index > 0) begin();
    returned = returned.call(machine, index === 0 ? self : undefined, args);
  }
  return returned;
}

/** So many values are taken of a generator that never ends. */
const FIRST = 10;

/** Take a generator's values until it ends, because nobody else would, with what it returns as a member; what is no generator stays as it is. */
export function takenValues(machine: Machine, result: Value, { node, chain }: FoundFunction): Value {
  if (!(result instanceof GeneratorValue)) return result;
  const most = isEndless(chain.at(-1) ?? node) ? FIRST : Infinity;
  machine.alone = result;
  const values: Value[] = [];
  for (;;) {
    machine.pay(1);
    machine.allocate(8);
    const step = result.resume(machine, "next", undefined);
    const value = step.get(machine, "value");
    if (step.get(machine, "done") !== true) {
      values.push(value);
      if (values.length < most) continue;
      machine.notice("result/endless", "info", `The generator never ends; its first ${FIRST} values are shown.`, -1);
      return newArray(machine, values);
    }
    const taken = newArray(machine, values);
    if (value !== undefined) taken.put("return", value);
    return taken;
  }
}

interface Return {
  readonly statement: ts.ReturnStatement | undefined;
  readonly expression: ts.Expression | undefined;
}

/** What a trace says of its function. */
export function tracedFunction(found: FoundFunction, returnedBy: ts.ReturnStatement | undefined): TracedFunction {
  const { name, parameters, place, namePlace } = found;
  const innermost = found.chain.at(-1) ?? found.node;
  const returns = returnsOf(innermost);
  const names = new Set(returns.map(({ expression }) => expression && nameOf(expression)));
  const returned = names.size === 1 ? [...names][0] : undefined;
  return { name, parameters, place, namePlace, returned, taken: takenOf(innermost, returns, returnedBy) };
}

/** The only `return` is the one that was taken; of several, the last that was carried out, because calls inside return before. */
function takenOf(
  node: FunctionNode,
  returns: readonly Return[],
  returnedBy: ts.ReturnStatement | undefined,
): TracedFunction["taken"] {
  const isGenerator = "asteriskToken" in node && node.asteriskToken !== undefined;
  const taken = returns.length === 1 ? returns[0] : returns.find(({ statement }) => statement === returnedBy);
  return isGenerator || taken === undefined ? undefined : returnPlace(taken);
}

/** What leaves the function: the body of an arrow, or every `return` of the function itself. */
function returnsOf(node: ts.SignatureDeclaration): readonly Return[] {
  if (!("body" in node) || node.body === undefined) return [];
  const body = node.body;
  if (!ts.isBlock(body)) return [{ statement: undefined, expression: body }];
  const returns: Return[] = [];
  const visit = (inner: ts.Node): void => {
    // No `return` of the function is inside an expression, however deep one is.
    if (ts.isExpression(inner) || ts.isFunctionLike(inner) || ts.isClassLike(inner)) return;
    if (ts.isReturnStatement(inner)) returns.push({ statement: inner, expression: inner.expression });
    else ts.forEachChild(inner, visit);
  };
  ts.forEachChild(body, visit);
  return returns;
}

function returnPlace({ statement, expression }: Return): TracedFunction["taken"] {
  if (statement === undefined || expression === undefined || nameOf(expression) !== undefined) return undefined;
  return { statement: spanOf(statement), expression: spanOf(expression) };
}

function spanOf(node: ts.Node): Span {
  return { start: node.getStart(), end: node.end };
}

function nameOf(node: ts.Expression): string | undefined {
  const inner = unwrap(node);
  return ts.isIdentifier(inner) ? inner.text : undefined;
}
