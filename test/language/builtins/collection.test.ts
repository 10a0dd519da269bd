/** Holds maps and sets of the interpreted program against Node's. */
import { it } from "node:test";
import { assertSameTexts } from "../expressions.ts";

it("Maps and sets answer what Node answers", () => {
  assertSameTexts(`
    Array.of(1).map(new Map)
    new Map()[Symbol.iterator]().next.call([])
    Map()
    new Map(5)
    new Map([1])
    new Map(["ab"])
    new Map({})
    new Set(5)
    Map.prototype.get.call(3,1)
    Map.prototype.get.call([],1)
    Map.prototype.get.call({},1)
    Map.prototype.get.call("a",1)
    Map.prototype.get.call(undefined,1)
    Map.prototype.get.call(new Set,1)
    Map.prototype.get.call(()=>1,1)
    Map.prototype.get.call(function foo(){},1)
    Map.prototype.get.call(Symbol("a"),1)
    Object.getOwnPropertyDescriptor(Map.prototype,"size").get.call(1)
    new Map().forEach(3)
    new WeakMap().set(1,2)
    new WeakMap([[1,2]])
    new WeakSet().add(1)
    new WeakSet().add(Symbol.for("x"))
    new WeakRef(1)
    new Set().forEach(1)
    Object.fromEntries(new Map([["x", 1]]))
    Object.prototype.toString.call(new Map)
    new Map([[1, "a"], ["1", "b"], [NaN, "n"], [-0, "z"]])
    (() => { const m = new Map([[NaN, 1], [0, 2]]); return [m.get(NaN), m.get(-0), m.has(1), m.size, m.delete(0), m.delete(0), m.size] })()
    (() => { const m = new Map(); m.set("a", 1).set("b", 2).set("a", 3); return m })()
    (() => { const m = new Map([[1, 1], [2, 2], [3, 3]]); const l = []; m.forEach((v, k) => { if (k === 1) { m.delete(2); m.set(4, 4) } l.push(k) }); return l })()
    (() => { const s = new Set([1, 2, 3]); const l = []; s.forEach(v => { l.push(v); if (v < 3) { s.delete(v); s.add(v + 10) } }); return [l, s] })()
    (() => { const s = new Set([1]); const i = s.values(); const l = [i.next().value]; s.add(2); l.push(i.next().value, i.next().done); s.add(3); l.push(i.next().done); return l })()
    new Set("hello")
    new Set()
    new Map()
    new Set([1, 2]).entries().next().value
    new Map([[1, 2]]).entries().next().value
    Map.prototype.entries === Map.prototype[Symbol.iterator]
    Set.prototype.keys === Set.prototype.values
    new Map(null)
    new Set([NaN, NaN, 0, -0])
    new Map([[{}, []]])
    new Map([["a", new Map([["b", new Map([["c", new Map()]])]])]])
    (() => { const w = new WeakMap(); const k = Object({}); w.set(k, 1); return [w.get(k), w.has(k), w.has({}), w.get(1), w.delete(k), w.has(k), w] })()
    (() => { const k = Object({}); const w = new WeakSet([k]); return [w.has(k), w.has(1), w] })()
    (() => { const s = Symbol(); const w = new WeakMap([[s, 1]]); return [w.get(s), w.has(Symbol())] })()
    (() => { const o = Object({x: 1}); return new WeakRef(o).deref() === o })()
    Reflect.construct(Map, [[[1, 2]]])
    Reflect.construct(Array, [], Map) instanceof Map
  `);
});
