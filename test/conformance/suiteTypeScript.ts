/** TypeScript's own conformance cases: each is run by our interpreter, and by Node as TypeScript compiles it; what its variables hold in the end is compared. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { toText } from "../../src/language/interpreter/rules/convert.ts";
import { parseNew, syntaxErrors, ts } from "../../src/language/parse.ts";
import { endedText, type Ended, type Result } from "./ended.ts";
import { runInNode } from "./inNode.ts";
import { interpret, madeGlobal, type Sources } from "./interpreted.ts";

/** The folder of the cases in a checkout of TypeScript; undefined in any other directory. */
export function typeScriptRoot(checkout: string): string | undefined {
  const root = path.join(checkout, "tests/cases/conformance");
  return fs.existsSync(root) ? root : undefined;
}

/** The cases whose paths contain one of the parts. */
export function listTypeScript(root: string, parts: readonly string[]): string[] {
  return (fs.readdirSync(root, { recursive: true }) as string[])
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
    .sort();
}

/** Writes down what the variables of a case hold; evaluated by both, for which chance is the same. */
const PRELUDE = madeGlobal(`
Math.random = () => 0.25;
function $look(readers) {
  globalThis.$seen = readers.map(([name, read]) => {
    try {
      const value = read();
      const isPlain = value === null || (typeof value !== "object" && typeof value !== "function");
      if (isPlain) return name + ": " + typeof value + " " + (Object.is(value, -0) ? "-0" : String(value));
      return name + ": " + typeof value + " " + Reflect.ownKeys(value).map(String).join();
    } catch (error) {
      return name + ": " + (error && error.name);
    }
  }).join("\\n");
}
`);

/** Run a case. */
export async function runTypeScript(root: string, name: string): Promise<Result> {
  const file = path.join(root, name);
  const text = fs.readFileSync(file, "utf8");
  const uri = pathToFileURL(file).href;
  const parsed = parseNew(uri, text);
  const reason = leftOut(parsed);
  if (reason !== undefined) return { file: name, outcome: "left out", detail: reason };
  const watched = `${text}\n;$look([${namesOf(parsed)
    .map((own) => `["${own}", () => ${own}]`)
    .join(", ")}]);`;
  const prelude = { uri: "file:///prelude.cjs", text: PRELUDE };
  const read = (): undefined => undefined;
  let seen = "";
  const ended = interpret({ prelude, main: { uri, text: watched }, read }, (machine) => {
    seen = toText(machine, machine.intrinsics.global.get(machine, "$seen"));
  });
  if (ended.kind === "stopped" && /^(?:unsupported|module|budget)\//.test(ended.code))
    return { file: name, outcome: "left out", detail: ended.code };
  const { outputText } = ts.transpileModule(watched, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, alwaysStrict: true },
  });
  const main = { uri: uri.replace(/\.ts$/, ".cjs"), text: outputText };
  let expected = "";
  const inNode = await runInNode({ prelude, main, read } satisfies Sources, (globals) => {
    expected = String(globals["$seen"]);
  });
  // A declaration that fails does not end our module: whoever reads its variable meets the failure.
  const isMet =
    ended.kind === "done" &&
    inNode.kind === "thrown" &&
    seen.split("\n").some((line) => line.endsWith(`: ${inNode.name}`));
  const isSame = isMet || (kindOf(ended) === kindOf(inNode) && seen === expected);
  if (isSame) return { file: name, outcome: "pass", detail: "" };
  const isEarly = inNode.kind === "thrown" && inNode.name === "SyntaxError";
  if (isEarly) return { file: name, outcome: "refusal", detail: endedText(ended) };
  return {
    file: name,
    outcome: "fail",
    detail: `${endedText(ended)}, in Node ${endedText(inNode)}${difference(seen, expected)}`,
  };
}

function kindOf(ended: Ended): string {
  if (ended.kind === "syntax") return "SyntaxError";
  return ended.kind === "thrown" ? ended.name : ended.kind;
}

function difference(seen: string, expected: string): string {
  const ours = seen.split("\n");
  const theirs = expected.split("\n");
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  return at < 0 ? "" : `; ${ours[at]!} | ${String(theirs[at])}`;
}

function leftOut(file: ts.SourceFile): string | undefined {
  if (/^\/\/\s*@filename/im.test(file.text)) return "several files in one";
  if (syntaxErrors(file).length > 0) return "errors of syntax";
  if (file.statements.some(ts.isImportDeclaration) || file.statements.some(ts.isImportEqualsDeclaration))
    return "imports";
  return undefined;
}

/** The variables, functions, classes, enums and namespaces of a case's top level. */
function namesOf(file: ts.SourceFile): string[] {
  const names = new Set<string>();
  for (const node of file.statements) {
    const isAmbient =
      ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
    if (isAmbient === true) continue;
    if (ts.isVariableStatement(node)) {
      for (const { name } of node.declarationList.declarations) if (ts.isIdentifier(name)) names.add(name.text);
    } else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)) {
      const hasValue = !ts.isFunctionDeclaration(node) || node.body !== undefined;
      if (hasValue && node.name !== undefined) names.add(node.name.text);
    }
  }
  return [...names];
}
