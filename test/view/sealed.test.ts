/** Models arrive as they were sent. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";
import { kept, opened, sealed, sealedAgain } from "../../src/view/sealed.ts";
import { perceptron } from "../webview/fixtures.ts";

describe("a sealed model", () => {
  const model = perceptron();
  const plain: unknown = JSON.parse(JSON.stringify(model));

  it("is the model again when it is opened, whoever packed it", () => {
    for (const deflate of [undefined, (bytes: Uint8Array) => deflateRawSync(bytes)])
      assert.deepEqual(opened(kept(sealed(model, deflate))), plain);
  });

  it("is the same after it was kept", () => {
    const again = sealedAgain(kept(sealed(model)));
    assert.deepEqual(again, sealed(model));
  });

  it("is nothing when it is damaged", () => {
    assert.equal(opened(kept({ ...sealed(model), bytes: new Uint8Array([1, 2, 3]) })), undefined);
  });
});
