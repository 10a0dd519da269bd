import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findings } from "./planned.ts";
import { findingsOf } from "./traced.ts";

describe("findings about inputs", () => {
  it("name what a tag gets wrong, on the tag", () => {
    assert.deepEqual(findings("// @at v = 1, w = 2\n// @wrt z, w\nfunction f(w: number, x: number) {}"), [
      "input/unknown-name at v: `@at` sets `v`, which is no input of `f`.",
      "input/unknown-name at z: `@wrt` names `z`, which is no input of `f`.",
    ]);
    assert.deepEqual(findings("// @at s = 'a', p = { x: 1 }\n// @wrt s, p.y, p\nfunction f(s: string, p) {}"), [
      "input/wrong-type at s: `@wrt` names `s`, which is no number.",
      "input/unknown-name at p.y: `@wrt` names `p.y`, which is no input of `f`.",
    ]);
    assert.deepEqual(findings("// @at p.x.y = 1, w =\nfunction f(p: { x: number }, w: number) {}").length, 1);
    assert.deepEqual(findings("// @at p.q.y = 1\nfunction f(p: { x: number }) {}"), [
      "input/unknown-name at p.q.y: There is no such place inside the value of `p`.",
    ]);
  });

  it("name places that a list does not have, and what is set twice", () => {
    const text = "// @at xs[3] = 1, xs.length = 2, xs['a'] = 3, x = 1, x = 2\nfunction f(xs: number[], x: number) {}";
    assert.deepEqual(findings(text), [
      "input/tag-syntax at x: `@at` sets `x` a second time; this value counts.",
      "input/unknown-name at xs[3]: There is no such place inside the value of `xs`.",
      "input/unknown-name at xs.length: There is no such place inside the value of `xs`.",
      "input/unknown-name at xs['a']: There is no such place inside the value of `xs`.",
    ]);
  });

  it("say where a value does not fit the declared type, and only where that is certain", () => {
    const text =
      "// @at a = 'x', b = 2, c = [1], d = (x) => x, e = 'text'\nfunction f(a: number, b: readonly number[], c: [number], d: (x: number) => number, e: number | string) {}";
    assert.deepEqual(findings(text), [
      "input/wrong-type at 'x': `a` is declared as a number, but gets a string.",
      "input/wrong-type at 2: `b` is declared as an array, but gets a number.",
    ]);
    assert.deepEqual(findings("function f(a: boolean, x: number) {}", { changed: { a: "null" } }), [
      "input/wrong-type at null: `a` is declared as a boolean, but gets `null`.",
    ]);
  });

  it("say that there is no number, and that a typed value cannot be read", () => {
    assert.deepEqual(findings("function f(s: string) {}"), [
      "input/none at f: `f` has no numeric input, so its values are shown without gradients.",
    ]);
    assert.deepEqual(findings("function f(w: number) {}", { changed: { w: "2," } }), [
      "input/tag-syntax at w: The value `2,` of `w` cannot be read: Expression expected.",
    ]);
    assert.deepEqual(findings("function f(w: number) {}", { changed: { w: "2, x = 3" } }).length, 1);
  });

  it("say why an input has no effect, and nothing of one that has an effect on any number of the result", () => {
    const text = "function f(x = 1, y = 2, z = 3) { const sum = x + y; return [z, y * 2]; }";
    assert.deepEqual(
      findingsOf(text).map(({ message }) => message),
      ["`x` has no effect on the result: no path leads from it to there."],
    );
    assert.deepEqual(
      findingsOf("function f(x = 1, y = 2) { return y; }").map(({ message }) => message),
      ["`x` has no effect on the result: no step uses it."],
    );
    assert.deepEqual(
      findingsOf("function f(x = 1, y = 2) { return y > 0 ? y : x; }").map(({ message }) => message),
      ["`x` has no effect on the result for these inputs: no step uses it."],
    );
  });
});
