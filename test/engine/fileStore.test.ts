/** What is remembered of files, and that it is forgotten when they change. */
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { FileStore } from "../../src/engine/fileStore.ts";
import { hasSideEffects, isModuleByName } from "../../src/language/modules/packages.ts";
import { createResolver } from "../../src/language/modules/resolve.ts";

const folder = "file:///project";
const source = { uri: `${folder}/lecture.ts`, text: "" };
let disk: Map<string, string>;
let store: FileStore;

beforeEach(() => {
  disk = new Map();
  store = new FileStore((uris) => Promise.resolve(uris.map((uri) => ({ uri, text: disk.get(uri) }))));
});

function resolved(specifier: string, from = source): Promise<string | undefined> {
  return store.withFiles(from, (files) => createResolver(files)(from.uri, specifier, "import"));
}

describe("the files that the worker knows", () => {
  it("resolve a name without asking again", async () => {
    let reads = 0;
    disk.set(`${folder}/k.ts`, "");
    await resolved("./k.ts");
    await store.withFiles(source, (files) => {
      const counted = { ...files, read: (uri: string) => (reads++, files.read(uri)) };
      assert.equal(createResolver(counted)(source.uri, "./k.ts", "import"), `${folder}/k.ts`);
    });
    assert.equal(reads, 0);
  });

  it("are looked through again when one has come or gone", async () => {
    disk.set(`${folder}/k/index.ts`, "");
    assert.equal(await resolved("./k"), `${folder}/k/index.ts`);
    disk.set(`${folder}/k.ts`, "");
    store.forget([`${folder}/k.ts`]);
    assert.equal(await resolved("./k"), `${folder}/k.ts`);
    disk.delete(`${folder}/k.ts`);
    store.forget([`${folder}/k.ts`]);
    assert.equal(await resolved("./k"), `${folder}/k/index.ts`);
  });

  it("have the edited one among them, which need not be on the disk, and no other unsaved one", async () => {
    const unsaved = { uri: `${folder}/new.ts`, text: "" };
    assert.equal(await resolved("./new.ts", unsaved), unsaved.uri);
    assert.equal(await resolved("./new.ts"), undefined);
    assert.equal(await resolved("./new.ts", unsaved), unsaved.uri);
  });

  it("are of packages whose manifests may change", async () => {
    const inside = `${folder}/node_modules/p`;
    const manifest = `${inside}/package.json`;
    const known = (): Promise<unknown> =>
      store.withFiles(source, (files) => [
        createResolver(files)(source.uri, "p", "import"),
        hasSideEffects(files, `${inside}/a.js`),
        isModuleByName(files, `${inside}/a.js`),
      ]);
    disk.set(`${inside}/a.js`, "").set(`${inside}/b.js`, "");
    disk.set(manifest, `{ "main": "a.js", "type": "module", "sideEffects": false }`);
    assert.deepEqual(await known(), [`${inside}/a.js`, false, true]);
    assert.deepEqual(await known(), [`${inside}/a.js`, false, true]);
    disk.set(manifest, `{ "main": "b.js" }`);
    store.forget([manifest]);
    assert.deepEqual(await known(), [`${inside}/b.js`, true, false]);
  });
});
