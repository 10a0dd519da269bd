import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NeedFiles, type Files } from "../../../src/language/modules/files.ts";
import { builtinModule, createResolver, resolveModule } from "../../../src/language/modules/resolve.ts";
import { resolver } from "./tree.ts";

describe("relative imports", () => {
  it("find files by extension, compiled names by their source, and folders by their index", () => {
    const find = resolver({
      "src/ts.ts": "",
      "src/tsx.tsx": "",
      "src/mts.mts": "",
      "src/js.js": "",
      "src/data.json": "",
      "src/both.ts": "",
      "src/both.js": "",
      "src/folder/index.ts": "",
      "src/index.mjs": "",
      "up.cjs": "",
      "src/x.y.ts": "",
      "src/f(1)é.ts": "",
      "src/f%281%29%C3%A9.ts": "",
    });
    const specifiers = [
      "./ts",
      "./ts.ts",
      "./ts.js",
      "./tsx",
      "./tsx.js",
      "./tsx.jsx",
      "./mts.mjs",
      "./js",
      "./js.js",
      "./data.json",
      "./data",
    ];
    const more = [
      "./both",
      "./both.js",
      "./folder",
      "./folder/",
      ".",
      "./",
      "../up.cjs",
      "../up",
      "./x.y",
      "./f(1)é",
      "./none",
      "./ts.mjs",
    ];
    assert.deepEqual(
      [...specifiers, ...more].map((specifier) => find(specifier)),
      [
        "src/ts.ts",
        "src/ts.ts",
        "src/ts.ts",
        "src/tsx.tsx",
        "src/tsx.tsx",
        "src/tsx.tsx",
        "src/mts.mts",
        "src/js.js",
        "src/js.js",
        "src/data.json",
        "src/data.json",
        "src/both.ts",
        "src/both.ts",
        "src/folder/index.ts",
        "src/folder/index.ts",
        "src/index.mjs",
        "src/index.mjs",
        "up.cjs",
        "up.cjs",
        "src/x.y.ts",
        "src/f%281%29%C3%A9.ts",
        undefined,
        undefined,
      ],
    );
  });

  it("prefer declarations beside compiled files for types, and cannot start from a document without a folder", () => {
    const find = resolver({ "src/lib.js": "", "src/lib.d.ts": "", "src/m.mjs": "", "src/m.d.mts": "" });
    assert.deepEqual(
      [find("./lib"), find("./lib", "types"), find("./lib.js", "types"), find("./m.mjs", "types")],
      ["src/lib.js", "src/lib.d.ts", "src/lib.d.ts", "src/m.d.mts"],
    );
    assert.equal(resolveModule({ read: () => "" }, "untitled:Untitled-1", "./a", "import"), undefined);
  });

  it("keep the scheme and the authority of virtual file systems", () => {
    const files: Files = { read: (uri) => (uri === "vscode-vfs://github/me/it/b.ts" ? "" : undefined) };
    assert.equal(
      resolveModule(files, "vscode-vfs://github/me/it/src/a.ts", "../b", "import"),
      "vscode-vfs://github/me/it/b.ts",
    );
    assert.equal(
      resolveModule(files, "vscode-vfs://github/me/it/src/a.ts", "../../../../../me/it/b", "import"),
      "vscode-vfs://github/me/it/b.ts",
    );
  });
});

describe("installed packages", () => {
  it("are found upwards, by `exports` with conditions, subpaths and patterns", () => {
    const pkg = {
      name: "p",
      exports: {
        ".": { types: "./t.d.ts", import: { node: "./esm.mjs" }, require: "./cjs.cjs" },
        "./sub": "./sub.js",
        "./features/*": "./src/features/*.js",
        "./features/private/*": null,
        "./data.json": ["./data.json"],
      },
    };
    const find = resolver({
      "node_modules/p/package.json": pkg,
      "node_modules/p/esm.mjs": "",
      "node_modules/p/cjs.cjs": "",
      "node_modules/p/t.d.ts": "",
      "node_modules/p/sub.js": "",
      "node_modules/p/src/features/a/b.js": "",
      "node_modules/p/src/features/private/c.js": "",
      "node_modules/p/data.json": "",
      "node_modules/p/hidden.js": "",
      "src/node_modules/p/other.js": "",
    });
    assert.deepEqual(
      [find("p"), find("p", "require"), find("p", "types"), find("p/sub"), find("p/features/a/b"), find("p/data.json")],
      ["esm.mjs", "cjs.cjs", "t.d.ts", "sub.js", "src/features/a/b.js", "data.json"].map(
        (path) => `node_modules/p/${path}`,
      ),
    );
    assert.deepEqual([find("p/features/private/c"), find("p/hidden.js"), find("q")], [undefined, undefined, undefined]);
  });

  it("are found by `module`, `main` and index without `exports`", () => {
    const find = resolver({
      "node_modules/a/package.json": { module: "es/a", main: "lib" },
      "node_modules/a/es/a.js": "",
      "node_modules/a/lib/index.js": "",
      "node_modules/a/lib/deep.js": "",
      "node_modules/a/part/package.json": { main: "../lib/deep.js" },
      "node_modules/@s/b/package.json": {},
      "node_modules/@s/b/index.js": "",
      "node_modules/c/package.json": { exports: "./c.js", main: "no.js" },
      "node_modules/c/c.js": "",
      "node_modules/@types/s__b/package.json": { types: "t.d.ts" },
      "node_modules/@types/s__b/t.d.ts": "",
    });
    assert.deepEqual(
      [
        find("a"),
        find("a", "require"),
        find("a/lib/deep"),
        find("a/part"),
        find("@s/b"),
        find("c"),
        find("@s/b", "types"),
      ],
      [
        "node_modules/a/es/a.js",
        "node_modules/a/lib/index.js",
        "node_modules/a/lib/deep.js",
        "node_modules/a/lib/deep.js",
        "node_modules/@s/b/index.js",
        "node_modules/c/c.js",
        "node_modules/@types/s__b/t.d.ts",
      ],
    );
    assert.equal(
      resolver({ "node_modules/@types/d/package.json": { types: "t.d.ts" }, "node_modules/@types/d/t.d.ts": "" })(
        "d",
        "types",
      ),
      "node_modules/@types/d/t.d.ts",
    );
  });

  it("see their own dependencies first, themselves, and their private names", () => {
    const tree = {
      "node_modules/a/package.json": {
        name: "a",
        exports: { "./x": "./x.js" },
        imports: { "#in/*": "./in/*.js", "#dep": "b" },
      },
      "node_modules/a/x.js": "",
      "node_modules/a/in/side.js": "",
      "node_modules/a/node_modules/b/package.json": { main: "inner.js" },
      "node_modules/a/node_modules/b/inner.js": "",
      "node_modules/b/package.json": { main: "outer.js" },
      "node_modules/b/outer.js": "",
    };
    const find = resolver(tree, "node_modules/a/x.js");
    assert.deepEqual(
      [find("b"), find("a/x"), find("#in/side"), find("#dep")],
      ["node_modules/b/inner.js", "x.js", "in/side.js", "node_modules/b/inner.js"].map(
        (path) => `node_modules/a/${path}`,
      ),
    );
    assert.equal(resolver(tree)("b"), "node_modules/b/outer.js");
  });
});

describe("names by configuration", () => {
  it("come from `paths` and `baseUrl` of the nearest configuration", () => {
    const find = resolver({
      "tsconfig.json":
        '{ // comment\n "compilerOptions": { "baseUrl": "./lib", "paths": { "@/*": ["missing/*", "../src/*"], "@/deep/*": ["deep/*"], "exact": ["x.ts"], }, } }',
      "src/b.ts": "",
      "lib/x.ts": "",
      "lib/deep/y.ts": "",
      "lib/plain.ts": "",
    });
    assert.deepEqual(
      [find("@/b"), find("@/deep/y"), find("exact"), find("plain"), find("@/none")],
      ["src/b.ts", "lib/deep/y.ts", "lib/x.ts", "lib/plain.ts", undefined],
    );
  });

  it("are inherited by `extends`, found through references, and read from jsconfig.json", () => {
    const extended = resolver({
      "src/tsconfig.json": { extends: ["../base", "shared/base.json"] },
      "base.json": { compilerOptions: { paths: { "~/*": ["src/*"] } } },
      "node_modules/shared/base.json": {},
      "src/b.ts": "",
    });
    assert.equal(extended("~/b"), "src/b.ts");
    const referred = resolver({
      "tsconfig.json": { files: [], references: [{ path: "./tsconfig.node.json" }, { path: "./tsconfig.app.json" }] },
      "tsconfig.node.json": {},
      "tsconfig.app.json": { compilerOptions: { paths: { "~/*": ["./src/*"] } } },
      "src/b.ts": "",
    });
    assert.equal(referred("~/b"), "src/b.ts");
    const script = resolver({ "jsconfig.json": { compilerOptions: { baseUrl: "src" } }, "src/b.js": "" }, "src/a.js");
    assert.equal(script("b"), "src/b.js");
    const loop = resolver({ "tsconfig.json": { extends: "./tsconfig.json" } });
    assert.equal(loop("b"), undefined);
  });
});

describe("unknown files", () => {
  it("are all asked for at once, step by step", () => {
    const texts: Record<string, string> = {
      "file:///p/node_modules/q/package.json": '{"main":"q.js"}',
      "file:///p/node_modules/q/q.js": "",
    };
    const known = new Map<string, string | undefined>();
    const files: Files = {
      read: (uri) => {
        if (!known.has(uri)) throw new NeedFiles([uri]);
        return known.get(uri);
      },
    };
    const resolve = createResolver(files);
    let rounds = 0;
    let found: string | undefined;
    for (; found === undefined; rounds++)
      try {
        found = resolve("file:///p/src/a.ts", "q", "import");
      } catch (error) {
        assert.ok(error instanceof NeedFiles);
        for (const uri of error.uris) known.set(uri, texts[uri]);
      }
    assert.deepEqual([found, rounds], ["file:///p/node_modules/q/q.js", 3 + 1]);
  });

  it("are not looked for when the module is part of Node.js", () => {
    assert.deepEqual(["node:fs", "fs/promises", "path", "fs-extra", "./fs"].map(builtinModule), [
      "fs",
      "fs/promises",
      "path",
      undefined,
      undefined,
    ]);
  });
});
