/** What is made up for the parameters of a function. */
import assert from "node:assert/strict";
import { assumedText, assumptionsFor } from "../../../src/language/inputs/assumed/assume.ts";
import { parameterShape } from "../../../src/language/inputs/shapes/parameters.ts";
import { typeScope } from "../../../src/language/inputs/shapes/types.ts";
import type { Surroundings } from "../../../src/language/modules/exports.ts";
import { createResolver } from "../../../src/language/modules/resolve.ts";
import { parse } from "../../../src/language/parse.ts";
import { functionNamed } from "../../../src/language/text/functions.ts";

/** Return what is assumed for the parameters of `f`. */
export function assumed(text: string, uri = "file:///a.ts", others: Readonly<Record<string, string>> = {}): string[] {
  const files = { read: (wanted: string): string | undefined => others[wanted.replace("file:///", "")] };
  const around: Surroundings = { files, resolve: createResolver(files) };
  const found = functionNamed(parse(uri, text), "f");
  assert.ok(found !== undefined, text);
  const state = assumptionsFor(uri);
  const texts = found.node.parameters.map((parameter) =>
    assumedText(parameterShape(parameter, typeScope(around)), state),
  );
  return [...texts, ...state.borrowed.map(({ name, original, file }) => `${name} is ${original} of ${file}`)];
}

/** Compare what is assumed for lists of parameters. */
export function all(cases: readonly (readonly [parameters: string, ...texts: string[]])[], declarations = ""): void {
  const found = cases.map(([parameters]) => [parameters, ...assumed(`${declarations}\nfunction f(${parameters}) {}`)]);
  assert.deepEqual(found, cases);
}
