/** What functions without a name are called. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse, ts } from "../../../src/language/parse.ts";
import { calledName, distinctName } from "../../../src/language/text/calledName.ts";
import { calledText } from "../../../src/language/text/functionNames.ts";

/** The names of the functions and classes' constructors of a text, in the order in which they begin. */
function namesIn(text: string, nameOf = calledName): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) names.push(nameOf(node));
    ts.forEachChild(node, visit);
  };
  visit(parse("file:///a.ts", text));
  return names;
}

describe("The name of a function", () => {
  const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
    ["function neuron() {}", ["neuron"]],
    ["class Unit { constructor() {} run() {} #own() {} step = () => 1; }", ["Unit", "run", "#own", "step"]],
    ["const f = (x) => x, g = function named() {};", ["f", "named"]],
    ["const f = ((x) => x) as Step; const g = isFast ? () => 1 : () => 2;", ["f", "g", "g"]],
    ["const o = { cost: (z) => z, 'a b': () => 1 };", ["cost", "a b"]],
    ["exports.loss = () => 1; Unit.prototype.run = function () {};", ["loss", "run"]],
    ["function f(g = () => 1, { h = () => 2 }) {}", ["f", "g", "h"]],
    [
      "xs.map((x) => x); apply(1, (q) => q); new Solver((t) => t);",
      ["map callback", "apply callback", "Solver callback"],
    ],
    ["xs?.filter(((x) => x)!)", ["filter callback"]],
    ["const layers = [(x) => x, (x) => 2 * x]; pipe([(x) => x]);", ["layers[0]", "layers[1]", "pipe callback"]],
    ["const adder = (a) => (b) => a + b;", ["adder", "adder(…)"]],
    ["function make() { return function () { return () => 1; }; }", ["make", "make(…)", "make(…)(…)"]],
    ["const made = xs.map((x) => () => x);", ["map callback", "function"]],
    ["const y = ((t) => t)(3); all[2] = (t) => t; pipe(a)((t) => t);", ["function", "function", "function"]],
    ["export default (x) => x;", ["default"]],
  ];
  for (const [text, names] of cases)
    it(text, () => {
      assert.deepEqual(namesIn(text), names);
    });

  it("of a callback has a number where the same function has another one of its name", () => {
    const text =
      "function f(xs) { xs.map((x) => [x].map((y) => y)).filter((x) => x).map((z) => z); } xs.map((x) => x);";
    const expected = ["f", "map callback", "map callback", "filter callback", "map callback (2)", "map callback"];
    assert.deepEqual(namesIn(text, distinctName), expected);
    assert.equal(calledText("map callback (2)"), "map callback (2)");
  });

  it("is written as a call, but a callback is called by others", () => {
    assert.deepEqual(["neuron", "map callback"].map(calledText), ["neuron(…)", "map callback"]);
  });
});
