/** What is made up for types that contain themselves shows that they do. */
import { describe, it } from "node:test";
import { all } from "./assumed.ts";

describe("values of types that contain themselves", () => {
  it("are of an alternative that does so, with simple ones inside", () => {
    all(
      [
        ["e: Expression", '{ kind: "add", left: { kind: "number", value: 1 }, right: { kind: "number", value: 2 } }'],
        ["e: List", "{ head: 1, tail: { head: 2, tail: null } }"],
        ["e: Nested", "[1, 2, 3]"],
        ["e: Call", '["+", 1, 2]'],
        ["e: Tree", "{ left: 1, right: 2 }"],
        ["e: Json", "{ a: 1, b: 2, c: 3 }"],
        ["e: Add", '{ kind: "add", left: { kind: "add", left: { kind: "number", value: 1 }, right: { kind: "number", value: 2 } }, right: { kind: "add", left: { kind: "number", value: 3 }, right: { kind: "number", value: 4 } } }'], // prettier-ignore
      ],
      `
      type Expression = Literal | Negative | Add;
      interface Literal { kind: "number"; value: number }
      interface Negative { kind: "negative"; of: Expression }
      interface Add { kind: "add"; left: Expression; right: Expression }
      type List = null | { head: number; tail: List };
      type Nested = number | Nested[];
      type Call = number | [operator: "+" | "*", ...operands: Call[]];
      type Tree = { left: Tree; right: Tree } | number;
      type Json = null | boolean | number | string | Json[] | { [key: string]: Json };`,
    );
  });

  it("are of the first alternative with numbers where none contains the type", () => {
    all([["s: Circle | Square", "{ r: 1 }"]], "type Circle = { r: number }; type Square = { a: number };");
  });
});
