/** Packages that pnpm has linked to its store find their own dependencies there. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { resolver } from "./tree.ts";

describe("packages of pnpm's store", () => {
  it("find their dependencies in the store, whose links cannot be followed", () => {
    const tree = {
      "node_modules/a/package.json": { main: "a.js" },
      "node_modules/a/a.js": "",
      "node_modules/.pnpm/node_modules/b/package.json": { main: "b.js" },
      "node_modules/.pnpm/node_modules/b/b.js": "",
      "node_modules/.pnpm/node_modules/c/package.json": { main: "c.js" },
      "node_modules/.pnpm/node_modules/c/c.js": "",
    };
    const stored = "node_modules/.pnpm/node_modules/";
    assert.equal(resolver(tree, "node_modules/a/a.js")("b"), `${stored}b/b.js`);
    assert.equal(resolver(tree, `${stored}b/b.js`)("c"), `${stored}c/c.js`);
    // What the project itself does not depend on stays out of its reach.
    assert.equal(resolver(tree)("b"), undefined);
  });

  it("find their own version of a dependency in the store of pnpm", () => {
    const tree = {
      "node_modules/a/package.json": { name: "a", version: "1.2.0", main: "a.js" },
      "node_modules/a/a.js": "",
      "node_modules/@s/c/package.json": { name: "@s/c", version: "3.0.0", main: "c.js" },
      "node_modules/@s/c/c.js": "",
      "node_modules/b/package.json": { name: "b", version: "2.0.0", main: "b.js" },
      "node_modules/b/b.js": "",
      "node_modules/.pnpm/a@1.2.0/node_modules/b/package.json": { name: "b", version: "1.0.0", main: "b.js" },
      "node_modules/.pnpm/a@1.2.0/node_modules/b/b.js": "",
      "node_modules/.pnpm/@s+c@3.0.0/node_modules/b/package.json": { name: "b", version: "0.5.0", main: "b.js" },
      "node_modules/.pnpm/@s+c@3.0.0/node_modules/b/b.js": "",
    };
    assert.equal(resolver(tree, "node_modules/a/a.js")("b"), "node_modules/.pnpm/a@1.2.0/node_modules/b/b.js");
    assert.equal(resolver(tree, "node_modules/%40s/c/c.js")("b"), "node_modules/.pnpm/@s+c@3.0.0/node_modules/b/b.js");
    assert.equal(resolver(tree)("b"), "node_modules/b/b.js");
  });

  it("find them by the peers that they were installed with, which the list of the store tells", () => {
    const manifest = (name: string, version: string): object => ({ name, version, main: `${name}.js` });
    const inStore = (place: string, version: string): Record<string, string | object> => ({
      [`node_modules/.pnpm/${place}/node_modules/b/package.json`]: manifest("b", version),
      [`node_modules/.pnpm/${place}/node_modules/b/b.js`]: "",
    });
    const tree = {
      "node_modules/a/package.json": manifest("a", "1.0.0"),
      "node_modules/a/a.js": "",
      "node_modules/@s/c/package.json": { name: "@s/c", version: "3.0.0-rc.1", main: "c.js" },
      "node_modules/@s/c/c.js": "",
      "node_modules/b/package.json": manifest("b", "9.0.0"),
      "node_modules/b/b.js": "",
      ...inStore("a@1.0.0_p@1.0.0", "1.0.0"),
      ...inStore("a@1.0.0_p@2.0.0", "2.0.0"),
      ...inStore("@s+c@3.0.0-rc.1_@t+p@2.0.0_q@1.0.0_r@1.0.0_", "3.0.0"),
    };
    const lists = {
      newer: `importers:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.0.0(p@2.0.0)\n\nsnapshots:\n\n  a@1.0.0(p@1.0.0):\n    dependencies:\n      b: 1.0.0\n\n  a@1.0.0(p@2.0.0):\n    dependencies:\n      b: 2.0.0\n\n  '@s/c@3.0.0-rc.1(@t/p@2.0.0)(q@1.0.0(r@1.0.0))':\n    dependencies:\n      b: 3.0.0\n`,
      older: `dependencies:\n  a: 1.0.0_p@2.0.0\n\npackages:\n\n  /a/1.0.0_p@2.0.0:\n    dependencies:\n      b: 2.0.0\n`,
    };
    for (const list of Object.values(lists)) {
      const find = resolver({ ...tree, "node_modules/.pnpm/lock.yaml": list }, "node_modules/a/a.js");
      assert.equal(find("b"), "node_modules/.pnpm/a@1.0.0_p@2.0.0/node_modules/b/b.js");
    }
    const withList = { ...tree, "node_modules/.pnpm/lock.yaml": lists.newer };
    assert.equal(
      resolver(withList, "node_modules/%40s/c/c.js")("b"),
      "node_modules/.pnpm/@s+c@3.0.0-rc.1_@t+p@2.0.0_q@1.0.0_r@1.0.0_/node_modules/b/b.js",
    );
    assert.equal(resolver(tree, "node_modules/a/a.js")("b"), "node_modules/b/b.js");
  });
});
