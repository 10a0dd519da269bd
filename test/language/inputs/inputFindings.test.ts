import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findings } from "../planned.ts";
import { findingsOf } from "../traced.ts";

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

  it("say what of a value does not fit its type, on the part that does not", () => {
    const types =
      "interface V { x: number; y: number } interface S extends V { list: number[]; mode: 'a' | 'b'; o?: number }\nclass C { n = 1; constructor(public a: number) {} }\n";
    const told = (tag: string, parameter: string): string[] =>
      findings(`${types}// @at ${tag}\nfunction f(${parameter}) {}`);
    const cases: readonly (readonly [tag: string, parameter: string, finding: string])[] = [
      ["p.z = 1", "p: V", "input/unknown-name at p.z: The type of `p` has no member `z`."],
      ["p = 2", "p: V", "input/wrong-type at 2: `p` is declared as an object, but gets a number."],
      ["p = [1]", "p: V", "input/wrong-type at [1]: `p` is declared as an object, but gets an array."],
      ["p = { x: 1 }", "p: V", "input/wrong-type at { x: 1 }: `p` gets no member `y`, which its type asks for."],
      ["p = { x: 1, y: 2, z: 3 }", "p: V", "input/wrong-type at z: The type of `p` has no member `z`."],
      ["p = { x: 'a', y: 2 }", "p: V", "input/wrong-type at 'a': `p.x` is declared as a number, but gets a string."],
      ["s.list = [1, 'b']", "s: S", "input/wrong-type at 'b': `s.list[1]` is declared as a number, but gets a string."],
      ["s.mode = 'c'", "s: S", 'input/wrong-type at \'c\': `s.mode` is declared as `"a"` or `"b"`, but gets `"c"`.'],
      ["s.o = 'c'", "s: S", "input/wrong-type at 'c': `s.o` is declared as a number, but gets a string."],
      ["xs = [1, 'a']", "xs: number[]", "input/wrong-type at 'a': `xs[1]` is declared as a number, but gets a string."],
      ["xs = [1, 2]", "xs: number[][]", "input/wrong-type at 1: `xs[0]` is declared as an array, but gets a number."],
      ["xs = [1]", "xs: [number, number]", "input/wrong-type at [1]: `xs` is declared with 2 elements, but gets 1."],
      [
        "xs[1.5] = 1",
        "xs: number[]",
        "input/unknown-name at xs[1.5]: There is no such place inside the value of `xs`.",
      ],
      ["c = 1", "c: C", "input/wrong-type at 1: `c` is declared as an object, but gets a number."],
      ["c.zz = 1", "c: C", "input/unknown-name at c.zz: The type of `c` has no member `zz`."],
      [
        "w = undefined",
        "w: number",
        "input/wrong-type at undefined: `w` is declared as a number, but gets `undefined`.",
      ],
      [
        "r = { a: 'x' }",
        "r: Record<string, number>",
        "input/wrong-type at 'x': `r.a` is declared as a number, but gets a string.",
      ],
      ["t = [1]", "t: Float64Array", "input/wrong-type at [1]: `t` is declared as a Float64Array, but gets an array."],
      ["x = 'a'", "{ x }: V", "input/wrong-type at 'a': `x` is declared as a number, but gets a string."],
      [
        "rest = [1, 'a']",
        "...rest: number[]",
        "input/wrong-type at 'a': `rest[1]` is declared as a number, but gets a string.",
      ],
      [
        "u = 'x'",
        "u: number | number[]",
        "input/wrong-type at 'x': `u` is declared as a number or an array, but gets a string.",
      ],
    ];
    for (const [tag, parameter, finding] of cases) assert.deepEqual(told(tag, parameter), [finding], tag);
  });

  it("say nothing of a value that a type may accept", () => {
    const types =
      "type P = { kind: 'a'; x: number } | { kind: 'b'; r: number }; interface L<T> { value: T; next?: L<T> } enum E { A, B }\nclass C { z!: number; #p = 1; constructor(readonly x: number) {} get len() { return 1; } m() {} }\n";
    for (const [value, type] of [
      ["{ kind: 'b', r: 2 }", "P"],
      ["[1, 2, 3]", "[number, ...number[]]"],
      ["{}", "Partial<{ x: number }>"],
      ["{ a: 1, zz: 2 }", "{ [key: string]: number }"],
      ["{ value: 1, next: { value: 2 } }", "L<number>"],
      ["null", "number | null"],
      ["[1, 'a']", "(number | string)[]"],
      ["7", "E"],
      ["new C(1)", "C"],
      ["{ x: 1 }", "C"],
      ["{ x: 1, y: 2 }", "{ x: number } & { y: number }"],
      ["'x1'", "`x${number}`"],
      ["[1]", "T"],
      ["1", "{}"],
      ["() => 1", "Function"],
      ["{ m: 1 }", "{ [K in 'm']: number }"],
    ])
      assert.deepEqual(findings(`${types}// @at v = ${value!}\nfunction f<T>(v: ${type!}, w: number) {}`), [], value);
    assert.deepEqual(
      findings("// @at p = { x: 1 }, p.y = 2, o = undefined\nfunction f(p: { x: number; y: number }, o?: number) {}"),
      [],
    );
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

  it("say one thing of a tag that cannot be read", () => {
    const one = (tag: string): string[] => findings(`// ${tag}\nfunction f(w: number, x: number) {}`);
    assert.deepEqual(one("@wrt w + 1"), ["input/tag-syntax at w + 1: `w + 1` is no name of an input."]);
    assert.deepEqual(one("@wrt"), ["input/tag-syntax at @wrt: There is nothing here."]);
    assert.deepEqual(one("@at w = 2 x = 3"), ["input/tag-syntax at x: This cannot be read: `,` expected."]);
    assert.deepEqual(one("@at w: 2"), ["input/tag-syntax at w: 2: A value stands after `=`, not after `:`."]);
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
