/* Models, statistics, finance, signals and geometry as people write them: classes, closures, generators, recursion, memos. */

"use strict";
class Matrix {
    static #count = 0;
    #rows;
    #cols;
    data;
    constructor(rows, cols, data) { this.#rows = rows; this.#cols = cols; this.data = data ? Float64Array.from(data) : new Float64Array(rows * cols); Matrix.#count++; }
    get rows() { return this.#rows; }
    get cols() { return this.#cols; }
    static from(rows) { return new Matrix(rows.length, rows[0].length, rows.flat()); }
    at(i, j) { return this.data[i * this.#cols + j]; }
    mul(o) { const r = new Matrix(this.rows, o.cols); for (let i = 0; i < this.rows; i++)
        for (let j = 0; j < o.cols; j++) {
            let s = 0;
            for (let k = 0; k < this.cols; k++)
                s += this.at(i, k) * o.at(k, j);
            r.data[i * o.cols + j] = s;
        } return r; }
    map(f) { return new Matrix(this.#rows, this.#cols, this.data.map(f)); }
    add(o) { return this.map((x, i) => x + o.data[i % o.data.length]); }
    T() { const r = new Matrix(this.cols, this.rows); for (const [k, v] of this.data.entries())
        r.data[(k % this.cols) * this.rows + Math.floor(k / this.cols)] = v; return r; }
    *[Symbol.iterator]() { for (let i = 0; i < this.rows; i++)
        yield [...this.data.subarray(i * this.cols, (i + 1) * this.cols)]; }
    sum() { return this.data.reduce((a, b) => a + b, 0); }
}
/** @args [[[0.1,0.2],[0.3,-0.4]], [[1,2,3],[4,5,6]]] */
export function matLoss(a, b) { const A = Matrix.from(a), B = Matrix.from(b); const C = A.mul(B).map(Math.tanh); let s = 0; for (const row of C.T().mul(C))
    for (const v of row)
        s += v * v; return s + C.sum(); }
/** @args [[0.5,-1.2,2.0,0.1],[1.1,0.9,1.3,0.7],[0.1,0.2,-0.1,0.05]] */
export function layerNorm(x, gamma, beta, eps = 1e-5) { const mu = x.reduce((a, b) => a + b) / x.length; const varr = x.reduce((a, b) => a + (b - mu) ** 2, 0) / x.length; const rstd = 1 / Math.sqrt(varr + eps); return x.map((v, i) => (v - mu) * rstd * gamma[i] + beta[i]); }
/** @args [[[0.1,0.2,0.3],[0.4,-0.5,0.6]], [[1,-1],[0.5,0.25],[0.3,0.9]]] */
export const attention = (q, w) => {
    const mm = (a, b) => a.map(r => b[0].map((_, j) => r.reduce((s, v, k) => s + v * b[k][j], 0)));
    const tr = (a) => a[0].map((_, j) => a.map(r => r[j]));
    const softmax = (z) => { const m = Math.max(...z); const e = z.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s); };
    const K = mm(q, w);
    const S = mm(K, tr(K)).map(r => softmax(r.map(v => v / Math.sqrt(2))));
    return mm(S, K);
};
/** @args [[[1,2,3,4],[5,6,7,8],[9,1,2,3],[4,5,6,7]], [[0.1,-0.2],[0.3,0.4]]] */
export function conv2d(img, k, { stride = 1, pad = 1 } = {}) { const H = img.length, W = img[0].length; let total = 0; for (let y = -pad; y <= H + pad - k.length; y += stride)
    for (let x = -pad; x <= W + pad - k[0].length; x += stride) {
        let s = 0;
        outer: for (let i = 0; i < k.length; i++) {
            for (let j = 0; j < k[i].length; j++) {
                const v = img[y + i]?.[x + j];
                if (v === undefined)
                    continue outer;
                s += v * k[i][j];
            }
        }
        total += Math.log1p(Math.exp(s));
    } return total; }
/** @args [[0.5,-0.3],[0.2,0.1],[0.3,0.7]] */
export function vae(mu, logvar, x) { let seed = 42; const rnd = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 2 ** 32; }; const gauss = () => Math.sqrt(-2 * Math.log(rnd())) * Math.cos(2 * Math.PI * rnd()); const z = mu.map((m, i) => m + Math.exp(0.5 * logvar[i]) * gauss()); const kl = -0.5 * mu.reduce((s, m, i) => s + 1 + logvar[i] - m * m - Math.exp(logvar[i]), 0); const rec = x.reduce((s, v, i) => s - v * Math.log(sig(z[i])) - (1 - v) * Math.log(1 - sig(z[i])), 0); return { kl, rec, loss: kl + rec }; }
"use strict";
function sig(x) { return 1 / (1 + Math.exp(-x)); }
/** @args [[[0.1,0.5,-0.2],[0.3,0.8,0.4],[-0.6,0.2,0.9]], [1,0.5,2],[0.1,0,-0.1]] */
export function batchNorm(batch, g, b) { const n = batch.length; const out = batch.map(r => r.slice()); for (const j of g.keys()) {
    let m = 0;
    for (const r of batch)
        m += r[j] / n;
    let v = 0;
    for (const r of batch)
        v += (r[j] - m) ** 2 / n;
    out.forEach(r => { r[j] = (r[j] - m) / Math.sqrt(v + 1e-3) * g[j] + b[j]; });
} return out.flat().reduce((a, c) => a + c * c * c, 0); }
/** @args [100, 105, 0.75, 0.03, 0.2] */
export function bs(S, K, T, r, v) { const d1 = (Math.log(S / K) + (r + v * v / 2) * T) / (v * Math.sqrt(T)); const d2 = d1 - v * Math.sqrt(T); const N = (x) => { const a = [0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429]; const k = 1 / (1 + 0.2316419 * Math.abs(x)); const w = 1 - Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * a.reduceRight((acc, c) => (acc + c) * k, 0); return x < 0 ? 1 - w : w; }; return { call: S * N(d1) - K * Math.exp(-r * T) * N(d2), put: K * Math.exp(-r * T) * N(-d2) - S * N(-d1) }; }
/** @args [100, 102.5, 0.25, 0.05, 1] */
export function binomial(S, K, sigma, r, T) { const N = 7, dt = T / N, u = Math.exp(sigma * Math.sqrt(dt)), d = 1 / u, p = (Math.exp(r * dt) - d) / (u - d), disc = Math.exp(-r * dt); let v = Array.from({ length: N + 1 }, (_, i) => Math.max(0, K - S * u ** (N - i) * d ** i)); while (v.length > 1) {
    const step = N - (v.length - 1) + 1;
    v = v.slice(0, -1).map((x, i) => { const cont = disc * (p * x + (1 - p) * v[i + 1]); const ex = K - S * u ** (N - step - i) * d ** i; return Math.max(cont, ex); });
} return v[0]; }
/** @args [100, 0.05, 0.2, 1] */
export function mc(S0, r, s, T) { let st = 12345; const lcg = () => (st = (Math.imul(st, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff; let tot = 0; for (let i = 0; i < 50; i++) {
    let z = 0;
    for (let k = 0; k < 12; k++)
        z += lcg();
    z -= 6;
    const ST = S0 * Math.exp((r - s * s / 2) * T + s * Math.sqrt(T) * z);
    tot += Math.max(ST - 100, 0);
} return Math.exp(-r * T) * tot / 50; }
/** @args [[-100, 30, 40, 50, 20]] @reach 0.01 */
export function irr(cf) { let r = 0.1; for (let i = 0; i < 60; i++) {
    let f = 0, df = 0;
    cf.forEach((c, t) => { f += c / (1 + r) ** t; df -= t * c / (1 + r) ** (t + 1); });
    const nr = r - f / df;
    if (Math.abs(nr - r) < 1e-15) {
        r = nr;
        break;
    }
    r = nr;
} return r; }
/** @args [2.7] */
export function lgamma(x) { const g = 7, c = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7]; if (x < 0.5)
    return Math.log(Math.PI / Math.sin(Math.PI * x)) - lgamma(1 - x); x -= 1; let a = c[0]; const t = x + g + 0.5; for (let i = 1; i < g + 2; i++)
    a += c[i] / (x + i); return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(a); }
/** @args [0.4, 2.5, 3.1] */
export function betainc(x, a, b) { const bt = Math.exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * Math.log(x) + b * Math.log(1 - x)); const cf = (x, a, b) => { const FPMIN = 1e-30; let m = 1, qab = a + b, qap = a + 1, qam = a - 1, c = 1, d = 1 - qab * x / qap; if (Math.abs(d) < FPMIN)
    d = FPMIN; d = 1 / d; let h = d; for (; m <= 100; m++) {
    const m2 = 2 * m;
    let aa = m * (b - m) * x / ((qam + m2) * (a + m2));
    d = 1 + aa * d;
    c = 1 + aa / c;
    d = 1 / d;
    h *= d * c;
    aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2));
    d = 1 + aa * d;
    c = 1 + aa / c;
    d = 1 / d;
    const del = d * c;
    h *= del;
    if (Math.abs(del - 1) < 3e-16)
        break;
} return h; }; return x < (a + 1) / (a + b + 2) ? bt * cf(x, a, b) / a : 1 - bt * cf(1 - x, b, a) / b; }
/** @args [[[0.7,0.3],[0.4,0.6]], [[0.5,0.4,0.1],[0.1,0.3,0.6]], [0.6,0.4]] */
export function hmm(A, B, pi) { const obs = [0, 1, 2, 1]; let alpha = pi.map((p, i) => p * B[i][obs[0]]); for (const o of obs.slice(1))
    alpha = A[0].map((_, j) => alpha.reduce((s, a, i) => s + a * A[i][j], 0) * B[j][o]); return -Math.log(alpha.reduce((a, b) => a + b)); }
/** @args [[1.1, 2.3, 2.9, 4.2], 0.1, 0.5] */
export function kalman(zs, q, r) { let state = { x: 0, p: 1 }; for (const z of zs) {
    const pred = { ...state, p: state.p + q };
    const k = pred.p / (pred.p + r);
    state = { x: pred.x + k * (z - pred.x), p: (1 - k) * pred.p };
} return state; }
/** @args [[1, 2.5, -0.3, 4, 0.5, -1, 2, 0.1]] */
export function fftPower(xs) {  const fft = (x) => { if (x.length === 1)
    return x; const e = fft(x.filter((_, i) => i % 2 === 0)), o = fft(x.filter((_, i) => i & 1)); const n = x.length, out = new Array(n); e.forEach(([er, ei], k) => { const t = -2 * Math.PI * k / n, [or, oi] = o[k]; const re = Math.cos(t) * or - Math.sin(t) * oi, im = Math.cos(t) * oi + Math.sin(t) * or; out[k] = [er + re, ei + im]; out[k + n / 2] = [er - re, ei - im]; }); return out; }; return fft(xs.map(x => [x, 0])).slice(0, 5).map(([a, b]) => Math.hypot(a, b)); }
/** @args [[[4,1,0.5],[1,3,0.2],[0.5,0.2,2]], [1,2,3]] */
export function cholSolve(A, b) { const n = b.length; const L = []; for (let i = 0; i < n; i++) {
    L.push(Array(n).fill(0));
    for (let j = 0; j <= i; j++) {
        let s = A[i][j];
        for (let k = 0; k < j; k++)
            s -= L[i][k] * L[j][k];
        L[i][j] = i === j ? Math.sqrt(s) : s / L[j][j];
    }
} const y = []; for (let i = 0; i < n; i++)
    y[i] = (b[i] - L[i].slice(0, i).reduce((s, l, k) => s + l * y[k], 0)) / L[i][i]; const x = new Array(n); for (let i = n - 1; i >= 0; --i) {
    x[i] = y[i];
    for (let k = i + 1; k < n; k++)
        x[i] -= L[k][i] * x[k];
    x[i] /= L[i][i];
} return x; }
/** @args [[[2,1,0.3],[1,3,0.1],[0.3,0.1,1]]] */
export function jacobiEigen(M) { const A = structuredClone(M); const n = A.length; for (let sweep = 0; sweep < 8; sweep++)
    for (let p = 0; p < n - 1; p++)
        for (let q = p + 1; q < n; q++) {
            if (Math.abs(A[p][q]) < 1e-14)
                continue;
            const th = (A[q][q] - A[p][p]) / (2 * A[p][q]);
            const t = Math.sign(th || 1) / (Math.abs(th) + Math.sqrt(th * th + 1));
            const c = 1 / Math.sqrt(t * t + 1), s = t * c;
            for (let k = 0; k < n; k++) {
                const a = A[k][p], b = A[k][q];
                [A[k][p], A[k][q]] = [c * a - s * b, s * a + c * b];
            }
            for (let k = 0; k < n; k++) {
                const a = A[p][k], b = A[q][k];
                [A[p][k], A[q][k]] = [c * a - s * b, s * a + c * b];
            }
        } return A.map((r, i) => r[i]).sort((a, b) => a - b); }
/** @args [[1, 3, 2, 5, 4.5, 6]] */
export function isotonic(y) { const blocks = []; for (const v of y) {
    blocks.push({ sum: v, n: 1 });
    while (blocks.length > 1 && blocks.at(-2).sum / blocks.at(-2).n > blocks.at(-1).sum / blocks.at(-1).n) {
        const { sum, n } = blocks.pop();
        const prev = blocks[blocks.length - 1];
        prev.sum += sum;
        prev.n += n;
    }
} return blocks.flatMap(({ sum, n }) => Array(n).fill(sum / n)).reduce((s, v, i) => s + v * (i + 1), 0); }
/** @args [[1, 2, 3.5], [1.2, 1.9, 3, 3.4], 0.5] */
export function softDtw(a, b, gamma) { const memo = new Map(); const sm = (...v) => { const m = Math.min(...v); return m - gamma * Math.log(v.reduce((s, x) => s + Math.exp(-(x - m) / gamma), 0)); }; const D = (i, j) => { if (i < 0 && j < 0)
    return 0; if (i < 0 || j < 0)
    return 1e6; const key = `${i},${j}`; const hit = memo.get(key); if (hit !== undefined)
    return hit; const v = (a[i] - b[j]) ** 2 + sm(D(i - 1, j), D(i, j - 1), D(i - 1, j - 1)); memo.set(key, v); return v; }; return D(a.length - 1, b.length - 1); }
/** @args [[[0.5,0.2],[0.1,0.9],[0.3,-0.3]], [[0.1,-0.2],[0.4,0.3]]] */
export function crf(emit, trans) { const y = [0, 1, 1]; const lse = (v) => { const m = v.reduce((a, b) => a > b ? a : b); return m + Math.log(v.map(x => Math.exp(x - m)).reduce((a, b) => a + b)); }; let a = emit[0]; for (let t = 1; t < emit.length; t++) {
    const prev = a;
    a = emit[t].map((e, j) => e + lse(prev.map((p, i) => p + trans[i][j])));
} let score = 0; y.forEach((l, t) => { score += emit[t][l]; if (t)
    score += trans[y[t - 1]][l]; }); return lse(a) - score; }
/** @args [1.5, 2] */
export const genThrow = (x, y) => { function* g() { let acc = x; for (;;)
    try {
        yield acc;
        acc *= y;
    }
    catch (e) {
        acc += e.by;
        if (acc > 20)
            return acc ** 2;
    } } const it = g(); it.next(); it.next(); it.throw({ by: 5 * x }); it.next(); const r = it.throw({ by: 10 }); return [r.value, r.done ? 1 : 0]; };
/** @args [[2, 3, 4]] */
export const delegating = (xs) => { function* inner(k) { yield* xs.map(x => x * k); return xs[0] * k; } function* outer() { const a = yield* inner(2); yield a; const b = yield* inner(3); yield a * b; } let s = 0, i = 1; for (const v of outer())
    s += v * i++; return s; };
/** @args [2, 3] */
export function mixins(x, y) {  const Scaled = (Base) => class extends Base {
    static k = y;
    scale(s = this.constructor.k) { return this.v * s; }
}; const Shifted = (Base) => class extends Base {
    #by = x;
    get shifted() { return this.v + this.#by; }
    set shifted(n) { this.v = n - this.#by; }
}; class P {
    v;
    constructor(v) {
        this.v = v;
    }
} class Q extends Scaled(Shifted(P)) {
    scale(s) { return super.scale(s) + super.shifted; }
} const q = new Q(x * y); q.shifted = 10; q.shifted **= 2; return q.scale() + q.scale(0.5); }
/** @args [[0, 0, 0], [1, 0.2, -0.3], [0.1, 2, 0.3]] @reach 0.05 */
export function nbodyClass(p1, p2, p3) { class V {
    x;
    y;
    z;
    constructor(x, y, z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }
    static of = ([x, y, z]) => new V(x, y, z);
    plus = (o, k = 1) => new V(this.x + o.x * k, this.y + o.y * k, this.z + o.z * k);
    get len2() { return this.x ** 2 + this.y ** 2 + this.z ** 2; }
} const bodies = [p1, p2, p3].map((p, i) => ({ pos: V.of(p), vel: new V(0, i * 0.1, 0), m: i + 1 })); for (let s = 0; s < 5; s++) {
    const acc = bodies.map(b => bodies.filter(o => o !== b).reduce((a, o) => { const d = o.pos.plus(b.pos, -1); return a.plus(d, o.m / (d.len2 + 0.01) ** 1.5); }, new V(0, 0, 0)));
    bodies.forEach((b, i) => { b.vel = b.vel.plus(acc[i], 0.05); b.pos = b.pos.plus(b.vel, 0.05); });
} let E = 0; for (const { vel, m } of bodies)
    E += 0.5 * m * vel.len2; return E; }
/** @args [[0,0],[1,2],[3,3],[4,0]] */
export function bezierDeCasteljau(...pts) { const at = (t, p) => p.length === 1 ? p[0] : at(t, p.slice(1).map(([x, y], i) => [p[i][0] * (1 - t) + x * t, p[i][1] * (1 - t) + y * t])); let len = 0; for (let i = 1, prev = at(0, pts); i <= 10; i++) {
    const cur = at(i / 10, pts);
    len += Math.hypot(cur[0] - prev[0], cur[1] - prev[1]);
    prev = cur;
} return len; }
/** @args [[0.1, 0.2, 0.3, 0.9], [1, 2, 3]] */
export function quatRotate([x, y, z, w], v) { const n = Math.sqrt(x * x + y * y + z * z + w * w); [x, y, z, w] = [x / n, y / n, z / n, w / n]; const t = [2 * (y * v[2] - z * v[1]), 2 * (z * v[0] - x * v[2]), 2 * (x * v[1] - y * v[0])]; return { x: v[0] + w * t[0] + y * t[2] - z * t[1], y: v[1] + w * t[1] + z * t[0] - x * t[2], z: v[2] + w * t[2] + x * t[1] - y * t[0] }; }
/** @args [1.2, 0.5, 0.3] */
export const sdf = (x, y, z) => { const sphere = (r) => (p) => Math.hypot(...p) - r; const box = (...b) => (p) => { const q = p.map((v, i) => Math.abs(v) - b[i]); return Math.hypot(...q.map(v => Math.max(v, 0))) + Math.min(Math.max(...q), 0); }; const smin = (k, ...fs) => (p) => fs.map(f => f(p)).reduce((a, b) => { const h = Math.min(Math.max(0.5 + 0.5 * (b - a) / k, 0), 1); return b * (1 - h) + a * h - k * h * (1 - h); }); return smin(0.7, sphere(0.8), box(0.5, 0.4, 0.9))([x, y, z]); };
