/** Where a name means nothing, one that is like it is named. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { similarName } from "../../../src/language/interpreter/suggestions.ts";
import { findingsOf } from "../traced.ts";

/** The help of the one error of a function. */
function helpOf(body: string, before = ""): string | undefined {
  const errors = findingsOf(`${before}\nfunction f(x: number, width: number) { ${body} }`).filter(
    ({ severity }) => severity === "error",
  );
  assert.equal(errors.length, 1, JSON.stringify(errors));
  return errors[0]!.help;
}

describe("Names like those that mean nothing", () => {
  const cases: Readonly<Record<string, readonly [body: string, meant: string | undefined, before?: string]>> = {
    "a function of Math": ["return Math.sine(x);", "Math.sin"],
    "a function of Math in other letters": ["return Math.Sqrt(x);", "Math.sqrt"],
    "a method of arrays": ["return [x, width].redcue((a, b) => a + b);", "reduce"],
    "a method of numbers": ["return x.toFixd(2);", "x.toFixed"],
    "a method of a class": [
      "return new Circle(x).area2();",
      "area",
      "class Circle { constructor(private r: number) {} area() { return this.r ** 2; } }",
    ],
    "a method of an object": [
      "return shapes.cirle(x);",
      "shapes.circle",
      "const shapes = { circle: (r: number) => r * r };",
    ],
    "a parameter": ["return x * widht;", "width"],
    "a variable of the module": ["return x * SCALE_FACTR;", "SCALE_FACTOR", "const SCALE_FACTOR = 3;"],
    "a global": ["return x * Nubmer(2);", "Number"],
    nothing: ["return x.quux(2);", undefined],
    "nothing for short names": ["return x * zq;", undefined],
    "nothing for half of a word": ["ret", undefined],
  };
  for (const [name, [body, meant, before]] of Object.entries(cases))
    it(name, () => {
      const help = helpOf(body, before);
      if (meant === undefined) assert.match(help!, /^Check /);
      else assert.equal(help, `Perhaps \`${meant}\` is meant.`);
    });

  it("are found by the letters that differ", () => {
    assert.equal(similarName("lenght", ["left", "length", "height"]), "length");
    assert.equal(similarName("atan22", ["atan", "atan2", "tan"]), "atan2");
    assert.equal(similarName("foo", ["bar", "baz"]), undefined);
    assert.equal(similarName("same", ["same"]), undefined);
  });

  it("are not known of everything, and then it is said what to look at", () => {
    const helps: Readonly<Record<string, string>> = {
      "if (x * x >= 0) throw new Error('never'); return x;":
        "If these inputs are refused on purpose, give others with `@at`.",
      "return x.toFixed(200);": "Check what is passed here for these inputs, and give others with `@at`.",
      "return (x as any).foo.bar;": "Check what the value is for these inputs, and give others with `@at`.",
    };
    for (const [body, help] of Object.entries(helps)) assert.equal(helpOf(body), help);
  });

  it("is what to write instead of something newer", () => {
    const newer: Readonly<Record<string, RegExp>> = {
      "return new RegExp(RegExp.escape('a')).source.length * x;":
        /^`RegExp\.escape` is newer than the JavaScript that is traced\. Write/,
      "return new Float16Array([x])[0];": /^`Float16Array` is newer .* Write `Float32Array`/,
      "return new (globalThis as any).Float16Array([x])[0];": /^`Float16Array` is newer/,
      "return Math.sumPrecise([x, width]);": /^`Math\.sumPrecise` is newer .* Write a loop/,
      "return new Map([['a', x]]).getOrInsert('b', 1);": /getOrInsert` is newer .* Write `map\.get/,
      "Promise.try(() => x); return x;": /^`Promise\.try` is newer .* after the function has returned/,
    };
    for (const [body, help] of Object.entries(newer)) assert.match(String(helpOf(body)), help);
    assert.match(helpOf("const Own = { escape: 1 }; return (Own as any).escape('a') * x;")!, /^Check /);
  });
});
