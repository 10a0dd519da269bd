/** The cut parser against the whole package: equal trees and equal errors, on good and on broken texts. */
import { build } from "esbuild";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import whole from "typescript";

const folder = path.join(PROJECT_ROOT, "out", `parser-${process.pid}`);
let cut: typeof whole;

before(async () => {
  const plugin = pathToFileURL(path.join(PROJECT_ROOT, "parserBundle.mjs")).href;
  const { parserBundle } = (await import(plugin)) as { parserBundle: () => import("esbuild").Plugin };
  const outfile = path.join(folder, "parser.mjs");
  await build({
    stdin: { contents: `export { ts } from "./src/language/parse.ts";`, resolveDir: PROJECT_ROOT, loader: "ts" },
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    plugins: [parserBundle()],
  });
  ({ ts: cut } = (await import(pathToFileURL(outfile).href)) as { ts: typeof whole });
});
after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Real files of every dialect. */
function corpus(): string[] {
  const own = ["src", "test"].flatMap((name) => listFiles(path.join(PROJECT_ROOT, name)));
  const packages = [
    "preact/src",
    "fast-check/lib/cjs",
    "mermaid/dist/diagrams",
    "@types/d3-selection",
    "typescript/lib/lib.es5.d.ts",
  ];
  return [...own, ...packages.flatMap((name) => listFiles(path.join(PROJECT_ROOT, "node_modules", name)).slice(0, 40))];
}

function listFiles(place: string): string[] {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  const names = fs
    .readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name));
  return names.sort().map((name) => path.join(place, name));
}

/** Everything that a tree says, as one text. */
function describeTree(ts: typeof whole, file: string, text: string): string {
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo };
  const kind =
    { ".tsx": ts.ScriptKind.TSX, ".js": ts.ScriptKind.JS, ".jsx": ts.ScriptKind.JSX }[path.extname(file)] ??
    ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, options, true, kind);
  const lines: string[] = [];
  const visit = (node: whole.Node): void => {
    const word = "text" in node && node !== source ? JSON.stringify(node.text) : "";
    lines.push(`${node.kind} ${node.getStart(source)} ${node.end} ${node.flags} ${word}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: whole.Diagnostic[] };
  for (const { start, length, code, messageText } of parseDiagnostics)
    lines.push(`${start} ${length} ${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  return lines.join("\n");
}

describe("the cut parser", () => {
  it("has everything that src/language uses", () => {
    const names = listFiles(path.join(PROJECT_ROOT, "src/language")).flatMap((file) =>
      Array.from(fs.readFileSync(file, "utf8").matchAll(/\bts\.([a-z]\w+)\(/g), (match) => match[1]!),
    );
    assert.ok(names.length > 50);
    assert.deepEqual(
      [...new Set(names)].filter((name) => !(name in cut)),
      [],
    );
  });

  it("makes the same trees of real files", () => {
    const files = corpus();
    assert.ok(files.length > 100);
    for (const file of files) {
      const text = fs.readFileSync(file, "utf8");
      assert.equal(describeTree(cut, file, text), describeTree(whole, file, text), file);
    }
  });

  it("makes the same trees and errors of broken files", () => {
    // A part is taken out of each file, at a place that depends on nothing but its length.
    for (const file of corpus().filter((_, index) => index % 3 === 0)) {
      const text = fs.readFileSync(file, "utf8").slice(0, 20_000);
      for (const part of [0.2, 0.5, 0.8]) {
        const at = Math.floor(text.length * part);
        const broken = text.slice(0, at) + text.slice(at + 7);
        assert.equal(describeTree(cut, file, broken), describeTree(whole, file, broken), file);
      }
    }
  });

  it("reads configuration files as the whole package does", () => {
    const config = '{ /* a */ "compilerOptions": { "paths": { "@/*": ["./src/*"], }, }, }';
    assert.deepEqual(
      cut.parseConfigFileTextToJson("tsconfig.json", config),
      whole.parseConfigFileTextToJson("tsconfig.json", config),
    );
  });
});
