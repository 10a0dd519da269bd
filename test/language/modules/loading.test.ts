/** Modules as they are evaluated: order, cycles, side effects, CommonJS, and how often a run has to ask for files. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { traceFunction, type TraceAnswer } from "../../../src/language/language.ts";
import { NeedFiles } from "../../../src/language/modules/files.ts";
import { AMPLE } from "../program.ts";

const MAIN = "file:///home/main.ts";

interface Ran {
  readonly result: string | undefined;
  readonly codes: readonly string[];
  /** How often files were asked for. */
  readonly rounds: number;
  readonly fetched: readonly string[];
}

/** Trace `run` of a file, with files that are fetched when they are asked for. */
function run(files: Readonly<Record<string, string>>): Ran {
  const known = new Map<string, string | undefined>();
  const read = (uri: string): string | undefined => {
    if (!known.has(uri)) throw new NeedFiles([uri]);
    return known.get(uri);
  };
  const text = files["main.ts"]!;
  for (let rounds = 0; ; rounds++)
    try {
      const answer = traceFunction({
        uri: MAIN,
        text,
        target: { kind: "name", name: "run" },
        changed: {},
        arguments: undefined,
        budget: AMPLE,
        files: { read: (uri) => (uri === MAIN ? text : read(uri)) },
        tape: undefined,
        isObserved: false,
      });
      const fetched = [...known].filter(([, content]) => content !== undefined).map(([uri]) => uri);
      return { ...outcome(answer), rounds, fetched };
    } catch (error) {
      if (!(error instanceof NeedFiles)) throw error;
      for (const uri of error.uris) known.set(uri, files[uri.replace("file:///home/", "")]);
    }
}

function outcome(answer: TraceAnswer): Pick<Ran, "result" | "codes"> {
  assert.ok(answer.kind === "traced");
  const { trace } = answer;
  return { result: trace.result, codes: trace.findings.map(({ code }) => code) };
}

/** The files of a package, below their folder. */
function installed(name: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`node_modules/${name}/${file}`, text]));
}

describe("The order of modules", () => {
  it("is the language's in a package that has side effects", () => {
    const ran = run({
      "main.ts": `import { list } from "kit"; export function run() { return list.join(); }`,
      ...installed("kit", {
        "package.json": `{ "main": "index.js" }`,
        "index.js": `import "./a.js"; export { list } from "./list.js"; export { b } from "./b.js";`,
        "a.js": `import { list } from "./list.js"; list.push("a");`,
        "b.js": `import { list } from "./list.js"; list.push("b"); export const b = 1;`,
        "list.js": `export const list = [];`,
      }),
    });
    assert.equal(ran.result, "'a,b'");
  });

  it("leaves out what a package without side effects does not need", () => {
    const ran = run({
      "main.ts": `import { used } from "kit"; export function run() { return used(2); }`,
      ...installed("kit", {
        "package.json": `{ "main": "index.js", "sideEffects": false }`,
        "index.js": `export { used } from "./used.js"; export { unused } from "./unused.js";`,
        "used.js": `export const used = (x) => 2 * x;`,
        "unused.js": `throw new Error("not needed");`,
      }),
    });
    assert.equal(ran.result, "4");
    assert.ok(!ran.fetched.some((uri) => uri.endsWith("unused.js")));
  });

  it("is taken up again when modules that import each other were begun in another one", () => {
    const ran = run({
      "main.ts": `import { last } from "./last.ts"; import { first } from "./first.ts"; export function run() { return first + last; }`,
      // Begun when `first` is used, it would need the last module before it has set what that needs.
      "first.ts": `import { double } from "./last.ts"; export const one = double(0.5); export const two = 2; export const first = one;`,
      "last.ts": `import { two } from "./first.ts"; export function double(x: number) { return 2 * x; } export const last = two * 10;`,
    });
    assert.equal(ran.result, "21");
  });
});

describe("CommonJS modules", () => {
  it("can ask whether a module is there", () => {
    const ran = run({
      "main.ts": `import f from "kit"; export function run() { return f; }`,
      ...installed("kit", {
        "package.json": `{}`,
        "index.js": `let a; try { a = require("crypto"); } catch (error) { a = error.code + " " + error.message; } module.exports = a;`,
      }),
    });
    assert.equal(ran.result, `"MODULE_NOT_FOUND Cannot find module 'crypto'"`);
  });

  it("give a finding for a module that they need", () => {
    const ran = run({
      "main.ts": `import f from "kit"; export function run() { return f; }`,
      ...installed("kit", { "package.json": `{}`, "index.js": `require("fs"); module.exports = 1;` }),
    });
    assert.ok(ran.codes.includes("unsupported/file-system"), ran.codes.join());
  });

  it("say of what a failed statement was to set why it is missing", () => {
    const ran = run({
      "main.ts": `import f from "kit"; export function run() { return f; }`,
      ...installed("kit", {
        "package.json": `{}`,
        "index.js": `const util = require("util"); module.exports = util.deprecate(() => 1);`,
      }),
    });
    assert.deepEqual(ran.codes, ["input/none", "unsupported/module"]);
    const own = run({ "main.ts": `const a = null.b; let c = 2 * a + a.length(); export function run() { return c; }` });
    assert.deepEqual(own.codes, ["input/none", "error/type"]);
  });

  it("give what the file for bundlers does not export", () => {
    const ran = run({
      "main.ts": `import kit, { forward, other } from "kit"; export function run() { return kit.other + forward + other; }`,
      ...installed("kit", {
        "package.json": `{ "module": "kit.mjs", "main": "kit.js" }`,
        "kit.mjs": `export const forward = 1;`,
        "kit.js": `exports.forward = 20; exports.other = 300;`,
      }),
    });
    assert.deepEqual([ran.result, ran.codes], ["601", ["input/none"]]);
  });

  it("that were compiled from modules give their default export, but not to Node's own modules", () => {
    const compiled = `exports.__esModule = true; exports.default = () => "inner";`;
    const files = {
      "main.ts": `import f from "kit"; export function run() { return typeof f; }`,
      ...installed("kit", { "package.json": `{}`, "index.js": compiled }),
    };
    assert.equal(run(files).result, "'function'");
    assert.equal(run({ ...files, "package.json": `{ "type": "module" }` }).result, "'object'");
  });

  it("of a package may ask which build is wanted", () => {
    const ran = run({
      "main.ts": `import f from "kit"; export function run() { return f; }`,
      ...installed("kit", {
        "package.json": `{}`,
        "index.js": `module.exports = process.env.NODE_ENV === "production" ? "small" : "checked";`,
      }),
    });
    assert.equal(ran.result, "'checked'");
  });
});

describe("Values of a package that its authors call pure", () => {
  const kit = (index: string): Record<string, string> =>
    installed("kit", { "package.json": `{ "type": "module", "sideEffects": false }`, "index.js": index });

  it("are made when they are first read, once", () => {
    const ran = run({
      "main.ts": `import { b, made } from "kit"; export function run() { return [b.x, b === b, made.join()]; }`,
      ...kit(`export const made = [];
        const make = (name, x) => { made.push(name); return { x }; };
        export var a = /* #__PURE__ */make("a", 1);
        export var b = /* @__PURE__ */make("b", a.x + 1);
        export const c = /*#__PURE__*/ make("c", 3), d = /*#__PURE__*/ make("d", 4);`),
    });
    assert.equal(ran.result, "[ 2, true, 'a,b' ]");
  });

  it("find unset what is declared after them", () => {
    const ran = run({
      "main.ts": `import { a, b, c } from "kit"; export function run() { return [a, b, c, typeof b]; }`,
      ...kit(`const read = (f) => { try { return f(); } catch (error) { return error.name; } };
        export var a = /*#__PURE__*/ read(() => b);
        export var b = /*#__PURE__*/ read(() => c);
        export const c = /*#__PURE__*/ read(() => a);`),
    });
    assert.equal(ran.result, "[ undefined, 'ReferenceError', undefined, 'string' ]");
  });

  it("are set in the order of the text where something assigns them", () => {
    const ran = run({
      "main.ts": `import { a, seen } from "kit"; export function run() { return [a, seen]; }`,
      ...kit(`export var a = /*#__PURE__*/ Number("1"); export const seen = a; a++;`),
    });
    assert.equal(ran.result, "[ 2, 1 ]");
  });
});

describe("Packages that look around", () => {
  const seen = (index: string): string | undefined =>
    run({
      "main.ts": `import { seen } from "kit"; export function run() { return seen(); }`,
      ...installed("kit", { "package.json": `{ "type": "module" }`, "index.js": index }),
    }).result;

  it("find a process of a browser without variables, and timers that never ring", () => {
    assert.equal(seen(`export const seen = () => process.env.NODE_ENV ?? process.versions.node ?? "none";`), "'none'");
    assert.equal(
      seen(`let n = 0; export const seen = () => { clearTimeout(setTimeout(() => { n = 1; }, 0)); return n; };`),
      "0",
    );
    assert.equal(seen(`export const seen = () => process.browser;`), "true");
    assert.equal(
      seen(`import { process } from "./own.js"; export const seen = () => typeof setInterval;`),
      "'function'",
    );
  });

  it("may catch that there is no page, and that code cannot be made from text", () => {
    assert.equal(
      seen(`export const seen = () => { try { return window; } catch (error) { return error.message; } };`),
      "'window is not defined'",
    );
    assert.equal(
      seen(
        `export const seen = () => { try { return new Function("return 1")(); } catch (error) { return error.name; } };`,
      ),
      "'EvalError'",
    );
  });

  it("find what the global object inherits", () => {
    assert.equal(seen(`export const seen = () => hasOwnProperty.call({ a: 1 }, "a");`), "true");
  });
});

describe("Files are asked for in few rounds", () => {
  it("for a package of a hundred files", () => {
    const names = Array.from({ length: 100 }, (_, index) => `part${index}`);
    const ran = run({
      "main.ts": `import { part7, part93 } from "kit"; export function run() { return part7 + part93; }`,
      ...installed("kit", {
        "package.json": `{ "main": "index.js" }`,
        "index.js": names.map((name) => `export * from "./${name}.js";`).join("\n"),
        ...Object.fromEntries(names.map((name, index) => [`${name}.js`, `export const ${name} = ${index};`])),
      }),
    });
    assert.equal(ran.result, "100");
    assert.ok(ran.rounds < 12, `${ran.rounds} rounds`);
  });

  it("for names that many packages could have", () => {
    const packages = Array.from({ length: 20 }, (_, index) => `kit${index}`);
    const ran = run({
      "main.ts": `import * as all from "all"; export function run() { return all.x13; }`,
      ...installed("all", {
        "package.json": `{ "main": "index.js", "sideEffects": false }`,
        "index.js": packages.map((name) => `export * from "${name}";`).join("\n"),
      }),
      ...Object.fromEntries(
        packages.flatMap((name, index) =>
          Object.entries(
            installed(name, {
              "package.json": `{ "main": "index.js", "sideEffects": false }`,
              "index.js": `export { x${index} } from "./x.js";`,
              "x.js": `export const x${index} = ${index};`,
            }),
          ),
        ),
      ),
    });
    assert.equal(ran.result, "13");
    assert.ok(ran.rounds < 14, `${ran.rounds} rounds`);
    assert.ok(!ran.fetched.some((uri) => uri.includes("kit5/x.js")));
  });
});

describe("A name that two modules are passed on with", () => {
  const files = {
    "a.ts": "export const x = 1; export const own = 1;",
    "b.ts": "export const x = 2; export { y } from './c';",
    "c.ts": "export const y = 3;",
    "star.ts": "export * from './a'; export * from './b'; export * from './c';",
  };

  it("is exported by neither", () => {
    const ran = run({ ...files, "main.ts": 'import { x } from "./star"; export const run = () => x;' });
    assert.deepEqual(ran.codes, ["input/none", "module/missing"]);
    const text = 'import * as star from "./star"; export const run = () => [Object.keys(star).join(), star.x];';
    assert.equal(run({ ...files, "main.ts": text }).result, "[ 'own,y', undefined ]");
  });

  it("is exported if both mean the same, or the file exports its own", () => {
    assert.equal(run({ ...files, "main.ts": 'import { y } from "./star"; export const run = () => y;' }).result, "3");
    const own = { ...files, "star.ts": `${files["star.ts"]} export const x = 5;` };
    assert.equal(run({ ...own, "main.ts": 'import { x } from "./star"; export const run = () => x;' }).result, "5");
  });
});
