import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activate } from "../../../src/language/inputs/activate.ts";
import { receivedArguments } from "../../../src/language/inputs/evaluate.ts";
import { inspect } from "../../../src/language/interpreter/inspect/inspect.ts";
import type { ObjectValue } from "../../../src/language/interpreter/values/objects.ts";
import { Active } from "../../../src/language/interpreter/values/values.ts";
import { newMachine, toGuest } from "../host.ts";
import { inputs, run } from "../planned.ts";

describe("where inputs come from", () => {
  it("tags come before defaults, defaults before calls, calls before assumptions", () => {
    const text = "// @at a = 0.5\nfunction f(a = 2, b = 3, c: number, d: number[]) {}\nf(10, 20, 30);\n";
    assert.deepEqual(inputs(text), [
      "a = 0.5 (at)",
      "b = 3 (default)",
      "c = 30 (call)",
      "d[0] = 1 (assumed)",
      "d[1] = 4 (assumed)",
      "d[2] = 5 (assumed)",
    ]);
  });

  it("the panel comes first, also for parts of values", () => {
    const text = "// @at p = { x: 1, y: [2, 3] }\nfunction f(p: { x: number; y: number[] }, q: number) {}";
    assert.deepEqual(inputs(text, { changed: { "p.y[1]": "-0", q: "1e3", gone: "1" } }), [
      "p.x = 1 (at)",
      "p.y[0] = 2 (at)",
      "p.y[1] = -0 (panel)",
      "q = 1000 (panel)",
    ]);
    assert.deepEqual(inputs(text, { changed: { p: "{ x: 5, y: [] }" } }), ["p.x = 5 (panel)", "q = 5 (assumed)"]);
  });

  it("a default that uses another input is left to the function", () => {
    const { call } = run("const k = 4;\nfunction f(a = k, b = a * 2, c = Math.PI) {}");
    assert.deepEqual(
      call.lists.map((values) => values.map((value) => value === undefined)),
      [[false, true, false]],
    );
    assert.deepEqual(inputs("const k = 4;\nfunction f(a = k, b = a * 2, c = Math.PI) {}"), [
      "a = 4 (default)",
      `c = ${Math.PI} (default)`,
    ]);
  });

  it("an example call may use literals, constants and, at the top, functions", () => {
    const program =
      "const DATA = [1, { w: 2 }];\nfunction f(xs, g, s) { return f(xs, g, 7); }\nfunction other(z) { return f(z, 1, 2); }\nconsole.log(f(DATA, (x) => x * x, -1.5));";
    assert.deepEqual(inputs(program), ["xs[0] = 1 (call)", "xs[1].w = 2 (call)", "s = -1.5 (call)"]);
    assert.deepEqual(inputs("function f(a: number) {}\nfunction g(z) { f(z); f(NaN); }"), ["a = NaN (call)"]);
    assert.deepEqual(inputs("function f(...xs: number[]) {}\nf(4, 5 /* five */, 6);"), [
      "xs[0] = 4 (call)",
      "xs[1] = 5 (call)",
      "xs[2] = 6 (call)",
    ]);
  });

  it("all arguments can be given at once", () => {
    const text = "// @at a = 9\nfunction f(a: number, b = 3, ...rest: number[]) {}";
    assert.deepEqual(inputs(text, { arguments: "[2, NaN, 5, -0]" }), [
      "a = 2 (at)",
      "b = NaN (at)",
      "rest[0] = 5 (at)",
      "rest[1] = -0 (at)",
    ]);
    assert.deepEqual(inputs(text, { arguments: "[2]" }), ["a = 2 (at)"]);
    assert.deepEqual(inputs("function f(a) { return arguments[1]; }", { arguments: "[1, [2]]" }), [
      "a = 1 (at)",
      "arguments[1][0] = 2 (at)",
    ]);
    const { plan } = run(text, { arguments: "[2, " });
    assert.deepEqual(
      plan.findings.map(({ code, severity, place }) => [code, severity, place.file]),
      [["input/tag-syntax", "error", "--args"]],
    );
  });
});

describe("names and paths of inputs", () => {
  it("follow the way from the argument to the number", () => {
    const text =
      "// @at p = { x: 1, 'a b': [2] }, m = [[3]], t = new Float32Array([0.5]), k = new Map([['w', 4]])\nfunction f(p, m, t, k) {}";
    const { active } = run(text);
    assert.deepEqual(
      active.inputs.map(({ name, path }) => [name, path]),
      [
        ["p.x", [0, "x"]],
        ['p["a b"][0]', [0, "a b", 0]],
        ["m[0][0]", [1, 0, 0]],
        ["t[0]", [2, 0]],
        ["k.w", [3, "w"]],
      ],
    );
    assert.ok(
      active.inputs.every(
        ({ node, place }) => node !== undefined && "pmtk".includes(text.slice(place.start, place.end)),
      ),
    );
  });

  it("are those that a pattern binds", () => {
    const text =
      "// @at b = 7\nfunction f({ x, y: { z = 2 }, k = x * 2 }: { x: number; y: { z: number }; k?: number; other: number }, [a, b]: [number, number]) {}";
    assert.deepEqual(inputs(text), ["x = 1 (assumed)", "z = 2 (default)", "a = 3 (assumed)", "b = 7 (at)"]);
    assert.deepEqual(inputs("function f({ a, b = 5 } = { a: 2 }) {}"), ["a = 2 (default)", "b = 5 (default)"]);
    assert.deepEqual(inputs("function f({ a, ...rest }: { a: number; c: number }) {}"), [
      "a = 1 (assumed)",
      "c = 2 (assumed)",
    ]);
    assert.deepEqual(inputs("function f({ a }) {}", { changed: { a: "3" } }), ["a = 3 (panel)"]);
  });

  it("of a rest parameter count from its own beginning", () => {
    const { active } = run("// @at xs = [1, [2]]\nfunction f(a: number, ...xs) {}");
    assert.deepEqual(
      active.inputs.map(({ name, path }) => [name, path]),
      [
        ["a", [0]],
        ["xs[0]", [1]],
        ["xs[1][0]", [2, 0]],
      ],
    );
  });

  it("are given once to an object that is met twice, also in cycles", () => {
    const { active } = run(
      "const o = { x: 1, self: null, list: [] };\no.self = o; o.list.push(o);\n// @at a = o, b = [o]\nfunction f(a, b) {}",
    );
    assert.deepEqual(
      active.inputs.map(({ name }) => name),
      ["a.x"],
    );
  });
});

describe("what is differentiated by", () => {
  it("is every number; booleans, strings, enums and whole-number arrays are inactive", () => {
    const text =
      "enum E { A = 3 }\nfunction f(a: boolean, b: 'x' | 'y', c: E, d: 2 | 4, e: number | string, g: Int32Array, h: (x: number) => number) {}";
    const all = inputs(text);
    assert.deepEqual(all, [
      "[a = true (assumed)]",
      '[b = "x" (assumed)]',
      "[c = 3 (assumed)]",
      "[d = 2 (assumed)]",
      "e = 1 (assumed)",
      "[g[0] = 2 (assumed)]",
      "[g[1] = 3 (assumed)]",
      "[g[2] = 4 (assumed)]",
    ]);
  });

  it("is what `@wrt` names", () => {
    const text =
      "// @at p = { x: 1, y: 2 }, xs = [1, 2]\n// @wrt w, p.x, xs[1]\nfunction f(w: number, p, xs, z: number) {}";
    assert.deepEqual(inputs(text), [
      "w = 1 (assumed)",
      "p.x = 1 (at)",
      "[p.y = 2 (at)]",
      "[xs[0] = 1 (at)]",
      "xs[1] = 2 (at)",
      "[z = 4 (assumed)]",
    ]);
    assert.deepEqual(inputs("// @wrt n\nfunction f(n: 1 | 2, p: { x: number }) {}"), [
      "n = 1 (assumed)",
      "[p.x = 1 (assumed)]",
    ]);
  });

  it("stands in the arguments themselves, also in frozen objects and typed arrays", () => {
    const { machine, call } = run(
      "// @at o = Object.freeze({ x: 1 }), t = new Float64Array([2]), a = Object.freeze([3])\nfunction f(o, t, a) {}",
    );
    const [o, t, a] = call.lists[0] as ObjectValue[];
    const nodes = [o!.get(machine, "x"), t!.get(machine, "0"), a!.get(machine, "0")].map(
      (value) => value instanceof Active && value.node,
    );
    assert.deepEqual(nodes, [0, 1, 2]);
  });
});

describe("`this`", () => {
  const text = `
    class Model { readonly w: number; #b = 0.5; name = "m"; static s(x: number) { return x; }
      constructor(w: number, public k = 2) { this.w = w; }
      predict(x: number) { return this.w * x + this.#b; } get size() { return this.w; } }
    const unit = { scale: 3, area(r: number) { return this.scale * r; } };
    export default class { m(x: number) { return x; } }
    namespace N { export class K { q = 1; m() { return this.q; } } }`;

  it("is an instance that is constructed from assumed arguments", () => {
    assert.deepEqual(inputs(text, {}, "predict"), [
      "this.k = 2 (assumed)",
      "this.w = 1 (assumed)",
      '[this.name = "m" (assumed)]',
      "this.#b = 0.5 (assumed)",
      "x = 2 (assumed)",
    ]);
    assert.deepEqual(inputs(text, {}, "N.K.m"), ["this.q = 1 (assumed)"]);
  });

  it("is what the tag says, or an instance of the file", () => {
    const tagged = text.replace("get size", "\n/** @at this = new Model(7) @wrt this.w */ get size");
    assert.deepEqual(inputs(tagged, {}, "size"), [
      "[this.k = 2 (at)]",
      "this.w = 7 (at)",
      '[this.name = "m" (at)]',
      "[this.#b = 0.5 (at)]",
    ]);
    assert.ok(inputs(`${text}\nnew Model(4).predict(5);`, {}, "predict").includes("x = 5 (call)"));
    assert.ok(inputs(`${text}\nconst m = new Model(6);`, {}, "predict").includes("this.w = 6 (call)"));
    const vector =
      "class V { static none = new V(7); constructor(public x: number) {} size() { return this.x ** 2; } } const o = new V(0);";
    assert.deepEqual(inputs(vector, {}, "V.size"), ["this.x = 1 (assumed)"]);
    const many =
      "class P { ks; constructor(...ks: number[]) { this.ks = ks; } at(x: number) { return this.ks[2] * x; } }";
    assert.deepEqual(
      inputs(many, {}, "P.at").map((each) => each.replace(/ .*/, "")),
      ["this.ks[0]", "this.ks[1]", "this.ks[2]", "x"],
    );
  });

  it("is the object of an object's methods, the class of static ones, and nothing in constructors", () => {
    assert.deepEqual(inputs(text, {}, "unit.area"), ["this.scale = 3 (default)", "r = 1 (assumed)"]);
    assert.deepEqual(inputs(text, {}, "Model.s"), ["x = 1 (assumed)"]);
    assert.deepEqual(inputs(text, {}, "Model.constructor"), ["w = 1 (assumed)", "k = 2 (default)"]);
    const { plan, call, machine } = run(text, {}, "Model.s");
    assert.equal(inspect(machine, call.receiver, 100), "[class Model]");
    assert.equal(
      plan.roots.some(({ name }) => name === "this"),
      true,
    );
  });
});

describe("functions inside functions", () => {
  it("are reached by the plan of the outer one, and take the arguments that they get", () => {
    const text =
      "// @at n = 3\nfunction outer(n: number) { const inner = (xs: number[], k = n) => xs[0] * k; return inner([n, 2]); }";
    const { plan } = run(text, {}, "inner");
    assert.equal(plan.outer?.function.name, "outer");
    assert.deepEqual(
      plan.outer.parameters.map(({ value }) => value?.source),
      ["at"],
    );
    assert.equal(plan.parameters[1]?.value, undefined);
    const machine = newMachine();
    const received = { self: undefined, args: [toGuest(machine, [3, 2]), 5] };
    const call = receivedArguments(machine, plan, received, () => undefined);
    assert.deepEqual(
      activate(machine, plan, call).inputs.map(({ name, source, node }) => [name, source, node]),
      [
        ["xs[0]", "call", 0],
        ["xs[1]", "call", 1],
        ["k", "call", 2],
      ],
    );
    assert.ok(call.lists[0]?.[1] instanceof Active);
  });
});

describe("values of other modules", () => {
  it("are borrowed where the function's file imports only their types", () => {
    const text = 'import type { Vec } from "../vec";\nfunction f(v: Vec, k: number) {}';
    const { active } = run(text, {}, "f", {
      "file:///vec.ts": "export class Vec { constructor(readonly x: number, readonly y: number) {} }",
    });
    assert.deepEqual(
      active.inputs.map(({ name, value }) => [name, value]),
      [
        ["v.x", 1],
        ["v.y", 2],
        ["k", 3],
      ],
    );
  });
});
