/** Functions and classes as Node's `console.log` prints them. */
import type { Machine } from "../machine.ts";
import type { FunctionValue } from "../values/functionValue.ts";
import type { ObjectValue } from "../values/objects.ts";
import { peek } from "./describe.ts";

/** Print a function: `[Function: f]`, `[class A extends B]`. `className` is that of the function's own class. */
export function inspectFunction(
  machine: Machine,
  callee: FunctionValue,
  className: string | undefined,
  tag: string,
): string {
  const ownName = peek(callee, "name");
  const name = typeof ownName === "string" ? ownName : "";
  if (/^class\b/.test(callee.sourceText)) return classText(callee, name, className, tag);
  const type = typeOf(machine, callee);
  let text = `[${type}`;
  if (className === undefined) text += " (null prototype)";
  text += name === "" ? " (anonymous)]" : `: ${name}]`;
  if (className !== undefined && className !== type) text += ` ${className}`;
  return tag !== "" && className !== tag ? `${text} [${tag}]` : text;
}

function classText(callee: FunctionValue, name: string, className: string | undefined, tag: string): string {
  let text = `[class ${name === "" ? "(anonymous)" : name}`;
  if (className !== "Function" && className !== undefined) text += ` [${className}]`;
  if (tag !== "" && className !== tag) text += ` [${tag}]`;
  const parent = callee.proto === null ? "[null prototype]" : peek(callee.proto, "name");
  return typeof parent === "string" && parent !== "" ? `${text} extends ${parent}]` : `${text}]`;
}

function typeOf({ intrinsics }: Machine, callee: FunctionValue): string {
  for (let proto: ObjectValue | null = callee.proto; proto !== null; proto = proto.proto) {
    if (proto === intrinsics.generatorFunction) return "GeneratorFunction";
    if (proto === intrinsics.asyncFunction) return "AsyncFunction";
    if (proto === intrinsics.asyncGeneratorFunction) return "AsyncGeneratorFunction";
  }
  return "Function";
}
