import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { importedName, type Surroundings } from "../../../src/language/modules/exports.ts";
import type { Files } from "../../../src/language/modules/files.ts";
import { createResolver } from "../../../src/language/modules/resolve.ts";
import { parse } from "../../../src/language/parse.ts";

function finder(texts: Readonly<Record<string, string>>): (name: string) => string | undefined {
  const files: Files = { read: (uri) => texts[uri.replace("file:///", "")] };
  const around: Surroundings = { files, resolve: createResolver(files) };
  return (name) => {
    const found = importedName(around, parse("file:///a.ts", texts["a.ts"]!), name);
    if (found === undefined) return undefined;
    const what = found.kind === "module" ? "*" : found.name;
    return `${found.file.fileName.replace("file:///", "")}#${what}${found.isTypeOnly ? " type" : ""}`;
  };
}

describe("importedName", () => {
  it("follows names, defaults, namespaces and re-exports to their declaration", () => {
    const find = finder({
      "a.ts": `import D, { P, type Q as R, Renamed } from "./b"; import * as N from "./b"; import type { S, Star, Space } from "./b"; import E from "./c"; import F from "./d"; import { G } from "./b"`,
      "b.ts": `export interface P {} export type Q = P; class Inner {} export { Inner as Renamed }; export { S } from "./c";
        export * from "./c"; export * as Space from "./c"; import { X } from "./c"; export { X as G }; export default class {}`,
      "c.ts": `export class S {} export enum Star { A } export const X = 1; function own() {} export default own; export * from "./b";`,
      "d.ts": `export default { a: 1 };`,
    });
    assert.deepEqual(
      ["D", "P", "R", "Renamed", "N", "S", "Star", "Space", "E", "F", "G", "none"].map((name) => find(name)),
      [
        "b.ts#default",
        "b.ts#P",
        "b.ts#Q type",
        "b.ts#Inner",
        "b.ts#*",
        "c.ts#S type",
        "c.ts#Star type",
        "c.ts#* type",
        "c.ts#own",
        "d.ts#default",
        "c.ts#X",
        undefined,
      ],
    );
  });

  it("ends in cycles and at missing modules", () => {
    const find = finder({
      "a.ts": `import { A } from "./b"; import { B } from "./none"`,
      "b.ts": `export { A } from "./c";`,
      "c.ts": `export { A } from "./b";`,
    });
    assert.deepEqual([find("A"), find("B")], [undefined, undefined]);
  });
});
