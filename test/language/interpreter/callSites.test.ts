/** What errors call an expression that cannot be called, constructed, iterated over or taken apart: V8's words, looked at in Node itself. */
import { describe, it } from "node:test";
import { assertSameTexts } from "../expressions.ts";

const PRELUDE =
  "let k = 3, z; const o = { k: 1, list: [1], p(x) { return { q: 1 }; } }; class A {} const f = (x) => 7; const tag = () => 5;";

/** Each line is an expression with its own variables around it. */
function assertSame(text: string): void {
  const lines = text.split("\n").map((line) => line.trim());
  assertSameTexts(
    lines
      .filter((line) => line !== "")
      .map((line) => `(() => { ${PRELUDE} return (${line}); })()`)
      .join("\n"),
  );
}

describe("Errors name expressions as V8 does", () => {
  it("members and calls", () => {
    assertSame(`
      k() \n o() \n o.k() \n o.list() \n f(1)() \n o.p(1)() \n o.p(1)(2).z() \n o.p(1).q.r() \n o[k+1]() \n o["k"]() \n o["k l"]()
      o[0]() \n o[k]() \n o[f(1)]() \n o[o.k]() \n o[-1]() \n o["a"+"b"]() \n (o.z)() \n ((o)).z() \n o?.z() \n o?.[k]() \n o?.list?.zz()
      o?.["zz"]() \n (o?.zz)() \n (o?.p).zz() \n Math.max(1)() \n tag\`x\`() \n o.z\`a\` \n f().x\`a\` \n o[Symbol.iterator]() \n this() \n [].concat(k).z()
      new (class extends A { m() { super.zz(); } })().m() \n new (class { #p = 1; m() { this.#p(); } })().m() \n ((x) => x)(1)()
    `);
  });

  it("literals", () => {
    assertSame(`
      /a/() \n [1,k,"s"]() \n [k+1,...o.list]() \n [,1]() \n ({a:1,b:k})() \n ({}).z() \n ({m(){}}).z() \n (()=>{}).z() \n (class Q{}).x() \n null() \n undefined()
      true() \n 1n() \n 1.5() \n "s"() \n [][0]() \n \`a\`() \n \`a\${k}b\${o}\`() \n new A()() \n new A(1,k).x()
    `);
  });

  it("operators", () => {
    assertSame(`
      (k+k)() \n (k?o:k)() \n (-k)() \n (!k)() \n (k++)() \n (--k)() \n (typeof k)() \n (void 0)() \n (delete o.zz)() \n (k,o)() \n (z=o)() \n (z+=1)() \n (o.zz = 1)()
      (k&&o)() \n (k||k)() \n (k??k)() \n (k in o)() \n (k instanceof A)() \n (k<3)() \n (k ** 2)() \n ("a" + k + "b")() \n (k * 2 - 1)() \n (1 + 2)() \n (-1).z() \n (- - 1)()
      (2 > 1)() \n (true && 1)() \n (k*2*k)() \n (k-(k-1))() \n (k+(k+k))() \n (k**k**k)() \n (k<k<k)() \n (k,o,k)() \n (k+1).foo()
    `);
  });

  it("constructors", () => {
    assertSame(
      "new k() \n new o.k(1) \n new A.B() \n new (f(1))() \n new (()=>1)() \n new 1() \n new o.p() \n new Math.max()",
    );
  });

  it("what is not iterable", () => {
    assertSame(`
      [...k] \n [...undefined] \n [...o] \n [...o.zz] \n [...f(1)] \n [...o.p(1)] \n [...(k+1)] \n [...5] \n [1,...k,...2] \n [...(()=>1)()] \n [...(z=k)]
      f(...k) \n f(...undefined) \n f(...o.zz) \n f(1,...o) \n new A(...k) \n Math.max(...o.zz) \n o.p(...null) \n f(...z,1) \n f(...k,1)
      (()=>{for(const x of k);})() \n (()=>{for(const x of o.zz);})() \n (()=>{for(const x of f(1));})() \n (()=>{for(const x of 5);})()
      (()=>{const [a]=k})() \n (()=>{const [a]=z})() \n (()=>{const [[a]]=[1]})() \n (()=>{let a;[a]=k})() \n (([a])=>a)(k) \n (([a])=>a)(o)
    `);
  });

  it("what is taken apart", () => {
    assertSame(`
      (()=>{const {a}=null})() \n (()=>{const {a}=o.zz})() \n (()=>{const {a:{b}}=o})() \n (({a})=>a)() \n (({a})=>a)(null) \n (()=>{const {}=null})() \n (()=>{const {a}=o.zz?.b})() \n (()=>{const [{a}]=[]})()
    `);
  });

  it("what is taken apart, by its first part and by what stands around the pattern", () => {
    const parts =
      "c; c, d; c: d; 'c d': d; 1: d; c = 1; c: d = 1; c: {d}; c: {d} = {d: 1}; c: {d: {e} = 4} = {}; c: [d]; c: [d] = []; ; ...d; [k]: d; c = 1, ...d".split(
        "; ",
      );
    const around = [
      "(({@})=>1)(null)",
      "(({@} = {})=>1)(null)",
      "(function (x, {@}) {})(1)",
      "(([{@}])=>1)([])",
      "(([{@} = null])=>1)([])",
      "(({x: {@} = k})=>1)({x: null})",
      "(()=>{const {@}=null})()",
      "(()=>{const {@}=f().z})()",
      "(()=>{for (const {@} of [null]);})()",
      "(()=>{try {throw null} catch ({@}) {}})()",
      "(()=>{let c,d,e; ({@}=null)})()",
      "(()=>{let c,d,e; [{@}]=[]})()",
      "(()=>{let c,d,e; [{@} = null]=[]})()",
      "(()=>{let c,d,e; for ({@} of [null]);})()",
    ];
    assertSame(around.flatMap((text) => parts.map((part) => text.replace("@", part))).join("\n"));
    assertSame("(()=>{let x={}; ({c: x.y} = null)})() \n (()=>{let x={}; ({c: x[0] = 1} = null)})()");
  });

  it("keys of undefined and null", () => {
    assertSame(`
      z[o] \n z[[1]] \n z[()=>1] \n z[Symbol.iterator] \n z[new Map()] \n z[null] \n z[1.5] \n z[o]() \n z[o]=1 \n z[Symbol.iterator]=1 \n z[new Error("x")] \n z.a \n null.b=1
      Symbol.iterator in z \n o in k \n [1] in k \n 1n in z
      ((number) => { const long = number + number + number; const longer = long + long + long + long; return longer + long + number; }) in z
    `);
  });
});
