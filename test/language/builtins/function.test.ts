/** Holds `Function.prototype` of the interpreted program against Node's. */
import { it } from "node:test";
import { assertSameTexts } from "../expressions.ts";

it("Functions answer what Node answers", () => {
  assertSameTexts(`
    [][Symbol.iterator]().next.call({})
    (function*(){})().next.call({})
    (function*(){})().throw.call(3)
    Function.prototype.call.call(1)
    Function.prototype.apply.call(1)
    Function.prototype.bind.call(1)
    Function.prototype.toString.call(1)
    Function.prototype.toString.call(Math.max)
    Function.prototype.toString.call((()=>1).bind())
    Math.max.apply(null,1)
    Math.max.apply(null,"ab")
    (function foo(){}).bind().name
    (function foo(a,b){}).bind(null,1).length
    Function.prototype[Symbol.hasInstance].call(1,2)
    (class A{}).call()
    Math.max.call(null, 1, 2)
    Math.max.apply(null, [1, 2])
    Math.max.apply(null, {length: 2, 0: 5, 1: 7})
    Math.max.apply(null)
    Math.max.bind(null, 5)(3)
    Math.max.bind(null, 1, 2).length
    Math.max.bind(null).name
    Math.max.name
    Function.prototype.name
    Function.prototype.length
    Function.prototype()
    typeof Function.prototype
    Math.max instanceof Function
    Object instanceof Function
    Function instanceof Object
    Function.prototype[Symbol.hasInstance].call(Array, [])
    Function.prototype[Symbol.hasInstance].call(Array.bind(), [])
  `);
});
