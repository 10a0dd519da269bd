import * as A from "./a.mjs";
import def, { a, bump, getA, incA, reB, sum } from "./a.mjs";
import Foo, { b } from "./b.mjs";
import c1 from "./c1.cjs";
import c2 from "./c2.cjs";
import data from "./data.json" with { type: "json" };
import * as esmNs from "./esm.cjs";
import esm, { inc, named } from "./esm.cjs";
import fn, * as fnNs from "./fn.cjs";
import * as star from "./star.mjs";
import "./package/script.js";
import umd from "./umd.cjs";
const t = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name + ": " + e.message;
  }
};
export function live() {
  const r = [a, incA(), a, A.a, getA(), sum(), reB(), bump(), b, star.b];
  return r;
}
export function ns() {
  return [
    Object.keys(A),
    Object.keys(star),
    A[Symbol.toStringTag],
    Object.prototype.toString.call(A),
    typeof star.ns,
    star.default === Foo,
    star.DefA(),
    "nope" in star,
    star.x1,
    star["string name"],
    t(() => {
      A.a = 5;
    }),
    t(() => {
      A.zz = 5;
    }),
    t(() => {
      delete A.a;
    }),
    delete A.nope,
    Object.isFrozen(A),
    Object.isSealed(A),
    Reflect.getPrototypeOf(A),
    Object.getOwnPropertyDescriptor(A, "a").writable,
    "getA" in A,
    A.nope,
    def.name,
    Foo.name,
  ];
}
export function imports() {
  return [
    t(() => {
      a = 5;
    }),
    typeof def,
    typeof fn,
    fn(4),
    fn.extra,
    Object.keys(fnNs),
    fnNs.default === fn,
    fnNs.extra,
    typeof esm,
    named,
    Object.keys(esmNs),
  ];
}
export function cjs() {
  return [c1, c2.seen, c2.getLate(), c2.again, umd, inc(), esm.live];
}
export function pkgs() {
  return [data.k, data.default, data.s];
}
export function meta() {
  const { url, filename, dirname } = import.meta;
  return [url, filename, dirname, import.meta === import.meta, typeof import.meta.env];
}
export function scriptsOfAPackageOfModules() {
  return globalThis.scriptSays;
}
export function thisAtTop() {
  return topThis;
}
const topThis = typeof this;
export { hoisted, K };
function hoisted() {
  return typeof K;
}
class K {}
export default (class {}.name);
