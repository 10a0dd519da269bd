/** Holds symbols, errors and global functions of the interpreted program against Node's. */
import { it } from "node:test";
import { assertSameTexts } from "../expressions.ts";

it("Symbols, errors and global functions answer what Node answers", () => {
  assertSameTexts(`
    Object.freeze([1,2]).push(3)
    Object.freeze([1,2]).pop()
    Object.freeze([2,1]).sort()
    Object.freeze([2,1]).reverse()
    Object.freeze([2,1]).shift()
    Object.freeze([2,1]).unshift(3)
    Object.freeze([2,1]).unshift()
    Object.freeze([2,1]).splice(0,1)
    Object.freeze([2,1]).splice(0,1,5)
    Object.freeze([2,1]).splice(0,0,5)
    Object.freeze([2,1]).fill(0)
    Object.freeze([2,1]).copyWithin(0,1)
    Object.freeze([2,1]).length=0
    Object.seal([2,1]).pop()
    Object.seal([2,1]).push(1)
    Object.preventExtensions([2,1]).push(1)
    Object.seal([2,1]).splice(0,1)
    Object.seal([2,1]).shift()
    Object.freeze([]).push()
    Object.freeze([]).pop()
    Symbol.prototype.toString.call(1)
    new Symbol()
    Symbol.keyFor(1)
    Symbol()+""
    Symbol.prototype.valueOf.call({})
    Error.prototype.toString.call(1)
    new AggregateError(1)
    new AggregateError([1,2],"m").message
    Error.captureStackTrace(1)
    structuredClone(()=>1)
    structuredClone(Symbol("a"))
    structuredClone()
    structuredClone({a:()=>1})
    structuredClone({a:function foo(){}})
    Symbol.for(Symbol())
    parseInt
    console.log.name
    (() => { const a = {}; const b = Object.create(a); Object.setPrototypeOf(a, b) })()
    Symbol("a").toString()
    Symbol("a").description
    Symbol().description
    Symbol("").description
    Symbol.for("q") === Symbol.for("q")
    Symbol.keyFor(Symbol.for("q"))
    Symbol.keyFor(Symbol("q"))
    Symbol.keyFor(Symbol.iterator)
    Symbol.iterator
    typeof Symbol()
    new Error("x").message
    new Error().message
    new Error(undefined).hasOwnProperty("message")
    new Error("x", {cause: 5}).cause
    Error("x") instanceof Error
    new TypeError("x") instanceof Error
    new TypeError("x").name
    String(new TypeError("x"))
    String(new Error)
    String(Object.assign(new Error("m"), {name: "N"}))
    Error.prototype.toString.call({name: "a", message: "b"})
    Error.prototype.toString.call({})
    Error.prototype.toString.call({name: "", message: "b"})
    new AggregateError([1, 2], "m").errors
    TypeError.prototype.name
    TypeError.length
    AggregateError.length
    TypeError.prototype.hasOwnProperty("toString")
    new Error(Symbol())
    (() => { const r = Object({}); return [Reflect.set({set x(v) { this.y = v }}, "x", 1, r), r] })()
    (() => { const r = Object({}); return [Reflect.set({x: 1}, "x", 2, r), r] })()
    isNaN("abc")
    isNaN(Symbol())
    isFinite("12")
    isFinite(Infinity)
    encodeURIComponent("a b&ü€😀")
    encodeURI("a b&ü?x=1#y")
    decodeURIComponent("%E2%82%AC")
    decodeURIComponent("%")
    encodeURIComponent("\\ud800")
    escape("aü€ b+@*_-./")
    unescape("%u20AC%FC%zz")
    structuredClone({a: [1, {b: new Map([[1, new Set([2])]])}], d: new Date(0)})
    structuredClone(new Error("x")).message
    structuredClone([1, , 3])
    structuredClone(Object(5))
    globalThis.globalThis === globalThis
  `);
});
