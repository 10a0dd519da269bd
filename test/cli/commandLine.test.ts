/** What the words after `gradlens` mean. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readCommandLine } from "../../src/cli/commandLine.ts";

const nothing = { at: undefined, args: undefined, output: undefined, json: false };

describe("the command line", () => {
  it("names a file and a function", () => {
    const expected = { kind: "trace", file: "a.ts", name: "f", ...nothing };
    assert.deepEqual(readCommandLine(["trace", "a.ts#f"]), expected);
    assert.deepEqual(readCommandLine(["trace", "a.ts#Class.method"]), { ...expected, name: "Class.method" });
    assert.deepEqual(readCommandLine(["trace", "a#b.ts#f"]), { ...expected, file: "a#b.ts" });
    assert.deepEqual(readCommandLine(["trace", "a.ts"]), { ...expected, name: undefined });
    assert.deepEqual(readCommandLine(["trace", "a.ts#"]), { ...expected, name: undefined });
  });

  it("takes values that begin with a minus", () => {
    const words = ["trace", "--args", "-", "--output", "-1", "a.ts#f", "--json"];
    assert.deepEqual(readCommandLine(words), {
      kind: "trace",
      file: "a.ts",
      name: "f",
      at: undefined,
      args: "-",
      output: "-1",
      json: true,
    });
    assert.deepEqual(readCommandLine(["trace", "a.ts#f", "--at=w = 2, x = 3"]), {
      kind: "trace",
      file: "a.ts",
      name: "f",
      ...nothing,
      at: "w = 2, x = 3",
    });
  });

  it("says what is wrong", () => {
    const message = (...words: string[]) => {
      const read = readCommandLine(words);
      return read.kind === "wrong" ? read.message : read.kind;
    };
    assert.equal(message(), "There is no command.");
    assert.equal(message("plot"), "There is no command `plot`.");
    assert.equal(message("trace"), "There is no file.");
    assert.equal(message("trace", "a.ts", "b.ts"), "`b.ts` is one word too many.");
    assert.equal(
      message("trace", "a.ts", "--at", "w = 1", "--args", "[1]"),
      "`--at` and `--args` both give the inputs; use one of them.",
    );
    assert.match(message("trace", "a.ts", "--frob"), /--frob/);
    assert.match(message("trace", "a.ts", "--at"), /--at/);
  });

  it("gives help and the version, whatever else is said", () => {
    assert.deepEqual(readCommandLine(["trace", "--help"]), { kind: "help" });
    assert.deepEqual(readCommandLine(["-h"]), { kind: "help" });
    assert.deepEqual(readCommandLine(["--version"]), { kind: "version" });
  });
});
