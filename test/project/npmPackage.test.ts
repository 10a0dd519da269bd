/** The package as it is published to npm: which files are in it, and the library as another project's compiler and Node see it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import ts from "typescript";

// Outside of the project: within it, the package's name means the project itself.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gradlens-"));
const installed = path.join(folder, "node_modules", "gradlens");

before(() => {
  run(process.execPath, ["esbuild.mjs", "autodiff", "cli"]);
  run(process.execPath, [path.join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.autodiff.json"]);
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder]);
  const [tarball] = fs.readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  fs.mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", path.join(folder, tarball!), "-C", installed, "--strip-components=1"]);
});

after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function run(program: string, words: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: PROJECT_ROOT, encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
}

describe("the npm package", () => {
  it("has the command line, the library and the documentation, and nothing else", () => {
    const files = fs.readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map((entry) => path.relative(installed, path.join(entry.parentPath, entry.name)));
    const allowed =
      /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|docs\/\w+\.md|dist\/(?:cli|worker|workerNode)\.js|dist\/autodiff\/(?:(?:operations\/)?\w+\.d\.ts|autodiff\.js|package\.json))$/;
    assert.deepEqual(
      names.filter((name) => !allowed.test(name)),
      [],
    );
    const { bin, exports } = JSON.parse(fs.readFileSync(path.join(installed, "package.json"), "utf8")) as {
      readonly bin: { readonly gradlens: string };
      readonly exports: { readonly "./autodiff": Readonly<Record<string, string>> };
    };
    for (const named of [bin.gradlens, ...Object.values(exports["./autodiff"])])
      assert.ok(names.includes(path.normalize(named)), named);
  });

  it("has types that a strict project can use, whichever way it finds modules", () => {
    const program = `import { tape } from "gradlens/autodiff";
const t = tape();
const x = t.input(3);
const gradient: readonly number[] = t.gradient(t.multiply(x, t.sin(x)), [x]);
const wrong: string = t.gradient(x, [x]);
export { gradient, wrong };
`;
    const file = path.join(folder, "use.mts");
    fs.writeFileSync(file, program);
    for (const [module, moduleResolution] of [
      [ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
      [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    ] as const) {
      const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [], module };
      const found = ts.getPreEmitDiagnostics(ts.createProgram([file], { ...options, moduleResolution }));
      // Only the line that is wrong on purpose is.
      assert.deepEqual(
        found.map(({ code, start }) => [code, start]),
        [[2322, program.indexOf("wrong:")]],
      );
    }
  });

  it("gives what docs/autodiff.md says", async () => {
    const text = fs.readFileSync(path.join(PROJECT_ROOT, "docs", "autodiff.md"), "utf8");
    const examples = Array.from(text.matchAll(/^```ts\n(.*?)^```/gms), ([, example]) => example!);
    for (const [index, example] of examples.entries()) {
      const checked = example.replace(/^(.+); \/\/ (.+)$/gm, "assert.deepEqual($1, $2);");
      assert.notEqual(checked, example);
      const file = path.join(folder, `example${index}.mjs`);
      fs.writeFileSync(file, `import assert from "node:assert/strict";\n${checked}`);
      await import(pathToFileURL(file).href);
    }
  });
});
