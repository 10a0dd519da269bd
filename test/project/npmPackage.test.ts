/** The published `gradlens/autodiff`: its types as another project's compiler sees them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, it } from "node:test";
import ts from "typescript";

const folder = path.join(PROJECT_ROOT, "out", `package-${process.pid}`);
const installed = path.join(folder, "node_modules", "gradlens");

after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const program = `import { tape } from "gradlens/autodiff";
const t = tape();
const x = t.input(3);
const gradient: readonly number[] = Array.from(t.gradient(t.multiply(x, t.sin(x)), [x]));
const wrong: string = t.gradient(x, [x]);
export { gradient, wrong };
`;

it("has types that a strict project can use, whichever way it finds modules", () => {
  const types = path.join(installed, "dist", "autodiff");
  const compiler = path.join(PROJECT_ROOT, "node_modules", "typescript", "bin", "tsc");
  const emitted = spawnSync(process.execPath, [compiler, "-p", "tsconfig.autodiff.json", "--outDir", types], {
    cwd: PROJECT_ROOT,
    encoding: "utf8",
  });
  assert.equal(emitted.status, 0, emitted.stdout);
  fs.writeFileSync(path.join(types, "package.json"), '{ "type": "module" }');
  fs.copyFileSync(path.join(PROJECT_ROOT, "package.json"), path.join(installed, "package.json"));
  const file = path.join(folder, "use.mts");
  fs.writeFileSync(file, program);
  for (const [module, moduleResolution] of [
    [ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ] as const) {
    const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [], module, moduleResolution };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
    // Only the line that is wrong on purpose is.
    assert.deepEqual(
      found.map(({ code, start }) => [code, start]),
      [[2322, program.indexOf("wrong:")]],
    );
  }
});
