// enums & namespaces
enum Dir {
  Up = 1,
  Down,
  Left = 10,
  Right,
}
enum Str {
  A = "a",
  B = `b`,
  C = (A + "c") as any,
}
const enum CE {
  X = 1 << 2,
  Y = X | 1,
  Z = "abc".length,
}
enum Mixed {
  A,
  B = "x",
  C = 5,
  D,
}
enum Neg {
  A = -1,
  B,
  C = ~B,
  D = +3,
  E = 2 ** 3,
  F = (1 + 2) * 3,
  G = 7 % 4,
  H = 1 / 4,
  I = -0,
}
enum Computed {
  A = Math.max(1, 2),
  B = A * 2,
  C = Dir.Down + 1,
}
enum Merge {
  A = 1,
}
enum Merge {
  B = 2,
  C = A + B,
}
namespace Merge {
  export function twice(m: Merge) {
    return m * 2;
  }
}
declare enum Ambient {
  X,
}
export function enums1() {
  return [Dir, Dir[1], Dir["Up"], Object.entries(Dir), Object.keys(Str), Str.C];
}
export function enums2() {
  return [CE.X, CE.Y, CE.Z, CE["X"]];
}
export function enums3() {
  return [Mixed, Object.keys(Mixed), Object.values(Neg), Neg, Object.is(Neg.I, -0), Neg[-1]];
}
export function enums4() {
  return [Computed, Object.keys(Computed), { ...Merge, twice: 0 }, (Merge as any).twice(Merge.C)];
}
export function enums5() {
  enum Local {
    A = 3,
    B = "q".length,
    "C D" = 7,
    "e-f" = 8,
  }
  return [Local, Local["C D"], typeof Local, Object.getPrototypeOf(Local) === Object.prototype];
}
export function enums6() {
  let n = 0;
  enum L {
    A = n++,
    B = n++,
    C = A,
  }
  return [L, n, Object.entries(L)];
}
export function enumNaN() {
  enum L {
    A = 0 / 0,
    B = 1 / 0,
    C = -1 / 0,
  }
  return [L, Object.keys(L)];
}
namespace N {
  export let x = 1;
  export function inc() {
    return ++x;
  }
  export class C {
    v = x;
    static s = 5;
  }
  export namespace Inner {
    export const y = x + 1;
    export function f() {
      return y * 2;
    }
  }
  export enum E {
    A = 2,
    B,
  }
  let hidden = 4;
  export const [p, q = hidden, ...r] = [1, undefined, 3, 4];
  export const {
    a,
    b: { c = 5 },
  } = { a: 1, b: {} as any };
}
namespace N {
  export const z = x * 10;
  export function useY() {
    return Inner.y + z;
  }
}
namespace A.B.C {
  export const deep = 42;
}
namespace A.B {
  export const mid = C.deep + 1;
}
export function ns1() {
  const r = [
    N.x,
    N.inc(),
    N.x,
    new N.C().v,
    N.Inner.f(),
    N.E.B,
    N.p,
    N.q,
    N.r,
    N.a,
    (N as any).c,
    N.z,
    N.useY(),
    Object.keys(N),
  ];
  return r;
}
export function ns2() {
  return [A.B.C.deep, A.B.mid, typeof A, Object.keys(A.B)];
}
function Fn(x: number) {
  return x + Fn.k;
}
namespace Fn {
  export const k = 10;
  export let state = 0;
  export function bump() {
    state += 1;
    return state;
  }
}
export function ns3() {
  return [Fn(1), Fn.k, Fn.bump(), Fn.bump(), Fn.state, Object.keys(Fn)];
}
class Cl {
  static a = 1;
  m() {
    return Cl.helper(this);
  }
}
namespace Cl {
  export const b = 2;
  export function helper(c: Cl) {
    return c instanceof Cl ? Cl.b : 0;
  }
  export interface I {}
}
export function ns4() {
  return [Cl.a, Cl.b, new Cl().m(), Object.keys(Cl)];
}
namespace OnlyTypes {
  export interface X {
    a: number;
  }
  export type Y = number;
}
export function ns5() {
  return [typeof (globalThis as any).OnlyTypes];
}
namespace Alias {
  export import Q = N.Inner;
  import W = N.E;
  export const v = W.A + Q.y;
}
import Short = N.Inner;
export function ns6() {
  return [Alias.v, Alias.Q.y, Short.f(), Object.keys(Alias)];
}
namespace Lp {
  export let i = 0;
  for (i = 0; i < 3; i++) {}
  export var arr = [i];
  [i] = [7];
  ({ i } = { i: i + 1 });
  i **= 2;
  export const fs = [() => i++];
}
export function ns7() {
  const a = Lp.fs[0]!();
  return [a, Lp.i, Lp.arr];
}
namespace This {
  export const self = typeof this;
}
export function nsDestr() {
  namespaceLocal();
  return true;
}
function namespaceLocal() {
  return 1;
}
namespace Fx {
  export async function g() {
    return 1;
  }
  export function* gen() {
    yield 1;
  }
  export const arrow = () => 2;
  export abstract class AB {
    abstract m(): void;
  }
}
export function ns8() {
  return [typeof Fx.g, [...Fx.gen()], Fx.arrow.name, Fx.gen.name, Fx.AB.name, Fx.g.name];
}
export function shadowNs() {
  const N = 5;
  return N;
}
namespace Var {
  export var count = 0;
  export function add() {
    count += 2;
    {
      let count = 100;
      count++;
    }
    return count;
  }
  function inner(count: number) {
    return count;
  }
  export const t = inner(9);
}
export function ns9() {
  return [Var.add(), Var.count, Var.t];
}
