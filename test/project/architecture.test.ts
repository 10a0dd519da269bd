/** The table of who may import whom, held against the imports. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { it } from "node:test";

const source = path.join(PROJECT_ROOT, "src");

/** What each folder may import besides itself: folders of src/, packages, and `node:`. */
const table: Readonly<Record<string, readonly string[]>> = {
  autodiff: [],
  language: ["autodiff"],
  view: ["autodiff", "language"],
  engine: ["autodiff", "language", "view"],
  extension: ["engine", "view", "language (types)", "protocol.ts", "vscode"],
  webview: ["protocol.ts", "view", "mermaid", "preact", "preact/hooks", "d3-zoom", "d3-selection", "d3-contour"],
  cli: ["engine", "view"],
  "protocol.ts": ["view (types)"],
};

/** Files that may import more, each with what it is for. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  "language/parse.ts": ["typescript"],
  "language/interpreter/builtins/regexp/compile.ts": ["@eslint-community/regexpp"],
  "view/sealed.ts": ["fflate"],
  "engine/node/start.ts": ["node:worker_threads"],
  "engine/node/port.ts": ["node:module", "node:path", "node:v8", "node:worker_threads", "node:zlib"],
  "engine/node/compiled.ts": ["node:crypto", "node:fs", "node:path", "node:vm"],
  "cli/main.ts": ["node:fs", "node:path", "node:url"],
  "cli/run.ts": ["node:path", "node:url"],
  "cli/commandLine.ts": ["node:util"],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

it("every import is one that the table allows", () => {
  const wrong = importsOf(source).filter((each) => !isAllowed(each));
  assert.deepEqual(wrong, []);
});

it("the table has every folder of src/, and no other; its exceptions are files", () => {
  const entries = fs.readdirSync(source).filter((name) => !name.endsWith(".md"));
  assert.deepEqual(entries.sort(), Object.keys(table).sort());
  const missing = Object.keys(exceptions).filter((file) => !fs.existsSync(path.join(source, file)));
  assert.deepEqual(missing, []);
});

it("the map names folders and files that are there", () => {
  const missing = read("README.md")
    .split(/^Inside `/m)
    .flatMap((part, index) => {
      const folder = index === 0 ? "" : part.slice(0, part.indexOf("`"));
      return namesIn(part).filter((name) => !fs.existsSync(path.join(source, folder, name)));
    });
  assert.deepEqual(missing, []);
});

/** The folders and files that the first column of a table names; one beside another of the same folder by its last part alone. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/^\| (`[^|]*?) *\|/gm)].flatMap(([, cell]) => {
    const names = [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    const [folder] = /^.*\/(?=[^/]+\/?$)/.exec(names[0]!) ?? [""];
    return names.map((name) => (name.startsWith(folder) || name.slice(0, -1).includes("/") ? name : folder + name));
  });
}

it("only the page knows a document, and only workers and hosts know timers", () => {
  const files = filesOf(source).filter((file) => !file.startsWith("webview/"));
  const withDocument = files.filter((file) =>
    /\b(window|document)\.(body|createElement|querySelector)|\bHTMLElement\b/.test(withoutStrings(read(file))),
  );
  assert.deepEqual(withDocument, []);
  const withTimers = files.filter((file) => /\bsetTimeout\(/.test(read(file)) && !/^(engine|extension)\//.test(file));
  assert.deepEqual(withTimers, []);
});

it("nothing in src/ makes code from text", () => {
  const files = filesOf(source).filter((file) => /\beval\(|\bnew Function\b(?!`)/.test(withoutComments(read(file))));
  assert.deepEqual(files, []);
});

function isAllowed({ file, target, isType }: Import): boolean {
  const folder = file.split("/")[0]!;
  const allowed = [folder, ...table[folder]!, ...(exceptions[file] ?? [])];
  return allowed.includes(target) || (isType && allowed.includes(`${target} (types)`));
}

function importsOf(folder: string): Import[] {
  return filesOf(folder).flatMap((file) => {
    const statements = withoutComments(read(file)).matchAll(
      /^(?:import|export)\s+(type\s+)?(?:[^;"'`]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm,
    );
    return Array.from(statements, ([, type, named, dynamic]) => {
      const name = named ?? dynamic!;
      return {
        file,
        target: name.startsWith(".") ? targetOf(file, name) : name,
        isType: type !== undefined || file.endsWith(".d.ts"),
      };
    });
  });
}

/** The entry of src/ that a relative import leads to. */
function targetOf(file: string, name: string): string {
  return path.posix.join(path.posix.dirname(file), name).split("/")[0]!;
}

function filesOf(folder: string): string[] {
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  return names.filter((name) => /\.tsx?$/.test(name)).sort();
}

function read(file: string): string {
  return fs.readFileSync(path.join(source, file), "utf8");
}

function withoutStrings(text: string): string {
  return withoutComments(text).replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}
