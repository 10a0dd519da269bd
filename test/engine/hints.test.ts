/** What stands behind the statements of real functions, from the text to the hint. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { defaultBudget } from "../../src/engine/budget.ts";
import { Service } from "../../src/engine/service.ts";
import type { Hint } from "../../src/view/editor/hints.ts";

/** The hints of the function `name`, each behind the line that it stands at. */
async function hinted(text: string, name: string, digits = 3): Promise<string[]> {
  const service = new Service((uris) => Promise.resolve(uris.map((uri) => ({ uri, text: undefined }))));
  const request = {
    source: { uri: "file:///hints.ts", text },
    target: { kind: "name", name } as const,
    choices: [],
    budget: defaultBudget,
    digits,
  };
  const hints = (await service.answer({ kind: "ask", id: 1, call: "hints", request })) as readonly Hint[];
  return hints.map(({ offset, text: hint }) => {
    assert.ok(hint.length <= 25, hint);
    const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim();
    assert.match(text.slice(offset), /^(?: \/\/.*)?\r?\n/u, `${hint} stands at the end of its line`);
    return `${line} ${hint}`;
  });
}

describe("the hints behind statements", () => {
  it("are those of the lecture", async () => {
    const lecture = fs.readFileSync(path.join(PROJECT_ROOT, "examples/lecture.ts"), "utf8");
    assert.deepEqual(await hinted(lecture, "activation"), [
      "const u = w * x; = 6  ∂ +1",
      "const v = u + b; = 7  ∂ +1",
      "return Math.max(0, v); = 7  ∂ +1",
    ]);
    assert.deepEqual(await hinted(lecture, "singlePath"), [
      "const z = w * x + b; = 1.1  ∂ −0.0936",
      "const a = Math.max(0, z); = 1.1  ∂ −0.0936",
      "const o = 1 / (1 + Math.exp(-a)); = 0.750  ∂ −0.499",
      "const l = (o - y) ** 2; = 0.0624  ∂ +1",
    ]);
  });

  it("tell what nothing uses from what has the gradient 0", async () => {
    const body = "  const unused = w * 2;\n  const cut = w * 0;\n  return w + cut * 0;";
    const text = `/** @at w = 2 */\nexport function f(w: number) {\n${body}\n}\n`;
    assert.deepEqual(await hinted(text, "f"), [
      "const unused = w * 2; = 4  no effect",
      "const cut = w * 0; = 0  ∂ 0",
      "return w + cut * 0; = 2  ∂ +1",
    ]);
  });

  it("stand at the end of a line that ends with the body of an arrow, and nowhere in the middle of a call", async () => {
    const text = `/** @at w = 2 */
export function f(w: number) {
  const xs = [1, 2, 3];
  const scaled = xs.map((x) => x * w);
  const sum = xs.reduce((s, x) => s + x * w, 0);
  const most = Math.max(...xs.map((x) => x * w)); // the largest
  const more = xs.reduce(
    (s, x) => s + x * w,
    0,
  );
  return sum + most + more + scaled[0];
}
`;
    assert.deepEqual(await hinted(text, "f"), [
      "const sum = xs.reduce((s, x) => s + x * w, 0); = 12  ∂ +1",
      "const most = Math.max(...xs.map((x) => x * w)); = 6  ∂ +1",
      "); = 12  ∂ +1",
      "return sum + most + more + scaled[0]; = 32  ∂ +1",
    ]);
    for (const call of [
      "xs.reduce((s, x) => s + x * w, 0)",
      "xs.map((x) => x * w)[2]",
      "Math.max(...xs.map((x) => x * w))",
      "((x) => x * w)(3)",
      "once((x) => x * w)",
    ]) {
      const returned = `const once = (g: (x: number) => number) => g(3);\n/** @at w = 2 */\nexport function f(w: number) {\n  const xs = [1, 2, 3];\n  return ${call};\n}\n`;
      const result = call.includes("reduce") ? "= 12" : "= 6";
      assert.deepEqual(await hinted(returned, "f"), [`return ${call}; ${result}  ∂ +1`]);
    }
  });

  it("tell what a call has returned that is the function's own result", async () => {
    const text = `const square = (z: number) => {
  const q = z * z;
  return q;
};
/** @at x = 3 */
export function direct(x: number) {
  return square(x);
}
/** @at x = 3 */
export function through(x: number) {
  const inner = (z: number) => square(z + 1);
  if (x > 0) {
    return inner(x);
  }
}
/** @at x = 3 */
export function same(x: number) {
  const clamped = (z: number) => {
    if (z > 10) return 10;
    return z;
  };
  return clamped(x);
}
/** @at x = 3 */
export function* listed(x: number) {
  yield x * x;
  return square(x);
}
/** @at x = 3 */
export function half(x: number) {
  return square(x) / 2;
}
`;
    assert.deepEqual(await hinted(text, "direct"), ["return square(x); = 9  ∂ +1"]);
    assert.deepEqual(await hinted(text, "through"), ["return inner(x); = 16  ∂ +1"]);
    assert.deepEqual(await hinted(text, "same"), ["return clamped(x); = 3  ∂ +1"]);
    assert.deepEqual(await hinted(text, "listed"), ["yield x * x; = 9  ∂ +1"]);
    assert.deepEqual(await hinted(text, "half"), ["return square(x) / 2; = 4.5  ∂ +1"]);
  });

  it("stand behind the semicolon after the body of an arrow, whose example is a call where its name is known", async () => {
    const text = `{
  const same = (x: number) => x * 2;
  same(3);
}
{
  const same = (x: number) => x * 5;
  same(2);
}
`;
    assert.deepEqual(await hinted(text, "same"), ["const same = (x: number) => x * 2; = 6  ∂ +1"]);
    assert.deepEqual(await hinted(text, "same (2)"), ["const same = (x: number) => x * 5; = 10  ∂ +1"]);
  });

  it("stand behind the one of several returns that was taken", async () => {
    const text = `const square = (z: number) => {
  const q = z * z;
  return q;
};
/** @at x = 3 */
export function chosen(x: number) {
  if (x < 0) return -x;
  if (x < 2) return square(x - 1);
  try {
    return square(x);
  } finally {
    square(1);
  }
}
/** @at x = 3 */
export function named(x: number) {
  const y = square(x) + 1;
  if (x > 0) return y;
  return square(y);
}
`;
    assert.deepEqual(await hinted(text, "chosen"), ["return square(x); = 9  ∂ +1"]);
    assert.deepEqual(await hinted(text, "named"), ["const y = square(x) + 1; = 10  ∂ +1"]);
  });

  it("tell the last of a statement that ran several times, and nothing of one with several numbers", async () => {
    const text = `/** @at x = 2 */
export function f(x: number) {
  let s = 0;
  for (let i = 0; i < 3; i++) {
    s += x * i;
  }
  const [a, b] = [s * 2, s * 3];
  return a + b;
}
`;
    assert.deepEqual(await hinted(text, "f"), ["s += x * i; = 6 (last of 3)", "return a + b; = 30  ∂ +1"]);
  });

  it("stand behind no head of a loop or a branch", async () => {
    const text = `export function f(x = 3): number {
  let s = 0;
  let y = 0;
  for (const each of [x]) {
    s += each * each;
  }
  if ((y = 2 * s) > 1) {
    s += y;
  }
  return s;
}
`;
    assert.deepEqual(await hinted(text, "f"), ["s += each * each; = 9  ∂ +3", "s += y; = 27  ∂ +1"]);
  });

  it("take fewer digits where they would be too long, and are none for what does not work", async () => {
    const text =
      "/** @at x = 2.123456789012345 */\nexport function f(x: number) {\n  const u = x / 3;\n  return u * u;\n}\n";
    for (const hint of await hinted(text, "f", 15)) assert.match(hint, /= 0\.\d+ {2}∂ \+\d|= 0\.5\d+ {2}∂ \+1$/u);
    assert.deepEqual(await hinted(text.replace("u * u", "u *"), "f"), []);
  });
});
