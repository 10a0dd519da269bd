/* What lectures, surveys and the documentation of other tools differentiate, and the programs of a benchmark of such tools. */

/** @args [-2, 5, -4] @gradient [-4, -4, 3] */
export function cs231n(x, y, z) { const q = x + y; const f = q * z; return f; }
/** @args [[2, -3, -3], [-1, -2]] @gradient [-0.19661193324148185, -0.39322386648296376, 0.19661193324148185, 0.39322386648296376, -0.5898357997244456] */
export function sigmoidNeuron(w, x) { const dot = w[0] * x[0] + w[1] * x[1] + w[2]; return 1.0 / (1 + Math.exp(-dot)); }
/** @args [3, -4] */
export function cs231nStaged(x, y) { const sigy = 1.0 / (1 + Math.exp(-y)); const num = x + sigy; const sigx = 1.0 / (1 + Math.exp(-x)); const xpy = x + y; const xpysqr = xpy ** 2; const den = sigx + xpysqr; const invden = 1.0 / den; return num * invden; }
/** @args [2, 5] @gradient [5.5, 1.7163378145367738] */
export function baydin(x1, x2) { return Math.log(x1) + x1 * x2 - Math.sin(x2); }
/** @args [-4, 2] @gradient [138.8338192419825, 645.5772594752186] */
export function micrograd(av, bv) {
    class Value {
        data;
        constructor(data) {
            this.data = data;
        }
        static of(v) { return v instanceof Value ? v : new Value(v); }
        add(o) { return new Value(this.data + Value.of(o).data); }
        mul(o) { return new Value(this.data * Value.of(o).data); }
        pow(n) { return new Value(this.data ** n); }
        relu() { return new Value(this.data < 0 ? 0 : this.data); }
        neg() { return this.mul(-1); }
        div(o) { return this.mul(Value.of(o).pow(-1)); }
        sub(o) { return this.add(o.neg()); }
    }
    const a = new Value(av), b = new Value(bv);
    let c = a.add(b);
    let d = a.mul(b).add(b.pow(3));
    c = c.add(c.add(1));
    c = c.add(new Value(1).add(c).add(a.neg()));
    d = d.add(d.mul(2).add(b.add(a).relu()));
    d = d.add(new Value(3).mul(d).add(b.sub(a).relu()));
    const e = c.sub(d);
    const f = e.pow(2);
    let g = f.div(2.0);
    g = g.add(new Value(10).div(f));
    return g.data;
}
/** @args [[1, 2, 3, 4]] @gradient [24, 12, 8, 6] */
export function speelpenning(x) { return x.reduce((p, v) => p * v, 1); }
/** @args [0.7, 0.4, 0.2, 0.5] */
export function lighthouse(nu, gamma, omega, t) { const y1 = (nu * Math.tan(omega * t)) / (gamma - Math.tan(omega * t)); return [y1, gamma * y1]; }
/** @args [1.5, 0.5] */
export function griewankWalther(x1, x2) { const v = Math.sin(x1 / x2) + x1 / x2 - Math.exp(x2); return v * (x1 / x2 - Math.exp(x2)); }
/** @args [[0.1, 0.2, 0.3], [[1, 2, 3], [4, 5, 6]], [0.5, -0.5]] */
export function softmaxCE(x, W, b) { const label = 1; const z = W.map((row, i) => row.reduce((s, w, j) => s + w * x[j], b[i])); const m = Math.max(...z); const e = z.map((v) => Math.exp(v - m)); const Z = e.reduce((a, v) => a + v); return -Math.log(e[label] / Z); }
/** @args [1.0] */
export function pytorchSin(x) { return Math.sin(x) ** 2 + Math.cos(x) ** 2 * x; }
/** @args [2, 6] @gradient [36, -12] */
export function pytorchQ(a, b) { return 3 * a ** 3 - b ** 2; }
/** @args [1.0] @gradient [0.4199743] */
export function jaxTanh(x) { const y = Math.exp(-2.0 * x); return (1.0 - y) / (1.0 + y); }
/** @args [3.0] */
export function taylorSine(x) { let ans = x, cur = x, i = 0; while (Math.abs(cur) > 0.001) {
    cur = (-cur * x ** 2) / ((2 * i + 3) * (2 * i + 2));
    ans += cur;
    i++;
} return ans; }
/** @args [[0.1, 0.2], [0.3, -0.4], 0.5] */
export function rk4LotkaVolterra(y0, p, h) {
    const n = 4;
    const f = ([a, b]) => [a * (p[0] - b), -b * (p[1] - a)];
    const axpy = (s, k, c) => [s[0] + c * k[0], s[1] + c * k[1]];
    let s = [y0[0], y0[1]];
    for (let i = 0; i < n; i++) {
        const k1 = f(s), k2 = f(axpy(s, k1, h / 2)), k3 = f(axpy(s, k2, h / 2)), k4 = f(axpy(s, k3, h));
        s = [0, 1].map((j) => s[j] + (h / 6) * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]));
    }
    return { prey: s[0], predator: s[1] };
}
/** @args [{ length: 1.2, mass: 2, g: 9.81 }, 0.3, 0.2] */
export function doublePendulum({ length: L, mass, g }, th, om) { const energies = []; for (let t = 0; t < 20; t++) {
    om += (-g / L) * Math.sin(th) * 0.01;
    th += om * 0.01;
    energies.push(0.5 * mass * (L * om) ** 2 - mass * g * L * Math.cos(th));
} return energies.at(-1) - energies[0]; }
/** @args [[{ m: 1, x: [0, 0, 0], v: [0, 0.1, 0] }, { m: 2, x: [1, 0.2, 0], v: [0, -0.05, 0.1] }, { m: 0.5, x: [-1, 0.7, 0.3], v: [0.2, 0, 0] }]] */
export function nbody(bodies) {
    const bs = structuredClone(bodies);
    for (let step = 0; step < 3; step++) {
        for (let i = 0; i < bs.length; i++)
            for (let j = i + 1; j < bs.length; j++) {
                const a = bs[i], b = bs[j];
                const d = a.x.map((v, k) => v - b.x[k]);
                const d2 = d.reduce((s, v) => s + v * v, 0.01), mag = 0.01 / (d2 * Math.sqrt(d2));
                for (let k = 0; k < 3; k++) {
                    a.v[k] -= d[k] * b.m * mag;
                    b.v[k] += d[k] * a.m * mag;
                }
            }
        for (const b of bs)
            b.x = b.x.map((x, k) => x + 0.01 * b.v[k]);
    }
    let e = 0;
    for (const b of bs)
        e += 0.5 * b.m * b.v.reduce((s, v) => s + v * v, 0);
    return e;
}
/** @args [new Float64Array([0, 1, 4, 2, 0]), 0.1] */
export function heat(u, alpha) { let a = u.slice(), b = new Float64Array(u.length); for (let s = 0; s < 10; s++) {
    for (let i = 1; i < a.length - 1; i++)
        b[i] = a[i] + alpha * (a[i - 1] - 2 * a[i] + a[i + 1]);
    [a, b] = [b, a];
} return a; }
/** @args [[0.3, 0.5, -0.2], [1, 0.8, 0.5]] */
export function armReach(angles, lengths) { let t = 0, x = 0, y = 0; angles.forEach((a, i) => { t += a; x += lengths[i] * Math.cos(t); y += lengths[i] * Math.sin(t); }); return (x - 1) ** 2 + (y - 1.2) ** 2; }
/** @args [[0.2, 0.3, -0.1], [[1, 2], [0.5, -1], [0.1, 0.3]], [[0.1, 0.2, 0.3], [0.4, 0.1, -0.3], [0.2, 0.6, 0.8]], [[1, 1.5], [0.3, -0.7]], 1, 0] */
export function gmm(alphas, means, icf, xs, gamma, m) {
    const K = alphas.length, d = means[0].length, n = xs.length;
    const lse = (v) => { const mx = Math.max(...v); return mx + Math.log(v.reduce((s, x) => s + Math.exp(x - mx), 0)); };
    const Qdiags = icf.map((r) => r.slice(0, d).map(Math.exp)), sumQs = icf.map((r) => r.slice(0, d).reduce((a, b) => a + b));
    let slse = 0;
    for (const x of xs) {
        const main = alphas.map((a, k) => { const diff = x.map((v, j) => v - means[k][j]); const q = diff.map((v, i) => Qdiags[k][i] * v + (i > 0 ? icf[k][d + i - 1] * diff[0] : 0)); return a + sumQs[k] - 0.5 * q.reduce((s, v) => s + v * v, 0); });
        slse += lse(main);
    }
    let frob = 0;
    icf.forEach((r, k) => { frob += 0.5 * gamma * gamma * (Qdiags[k].reduce((s, v) => s + v * v, 0) + r.slice(d).reduce((s, v) => s + v * v, 0)) - m * sumQs[k]; });
    return -n * d * 0.5 * Math.log(2 * Math.PI) + slse - n * lse(alphas) + frob;
}
/** @args [[0.1, 0.2, -0.3, 0.5, 0.6, 0.7, 1.1, 0.1, 0.2, 0.01, 0.001], [1, 2, 5], 0.9, [0.4, 0.7]] */
export function bundle(cam, X, w, feat) {
    const sub = (a, b) => a.map((v, i) => v - b[i]), dot = (a, b) => a.reduce((s, v, i) => s + v * b[i], 0), cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    const rodrigues = (rot, pt) => { const sq = dot(rot, rot); if (sq === 0)
        return pt.map((v, i) => v + cross(rot, pt)[i]); const th = Math.sqrt(sq), c = Math.cos(th), s = Math.sin(th), k = rot.map((v) => v / th), kx = cross(k, pt), kd = dot(k, pt) * (1 - c); return pt.map((v, i) => v * c + kx[i] * s + k[i] * kd); };
    const rot = cam.slice(0, 3), C = cam.slice(3, 6), f = cam[6], x0 = cam.slice(7, 9), kappa = cam.slice(9, 11);
    const Xo = rodrigues(rot, sub(X, C));
    const Xc = Xo.slice(0, 2).map((v) => v / Xo[2]);
    const rsq = dot(Xc, Xc), L = 1 + kappa[0] * rsq + kappa[1] * rsq * rsq;
    return [...Xc.map((v, i) => w * (v * L * f + x0[i] - feat[i])), 1 - w * w];
}
/** @args [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], [0.1, 0.2], [0.3, 0.1], [[0.5, -0.5], [0.2, 0.1]]] */
export function lstm(w, h0, c0, seq) { const sig = (x) => 1 / (1 + Math.exp(-x)); let h = [...h0], c = [...c0]; let loss = 0; for (const x of seq) {
    const n = h.length;
    const gates = Array.from({ length: 4 }, (_, g) => h.map((hv, i) => w[2 * g] * x[i] + w[2 * g + 1] * hv));
    c = c.map((cv, i) => cv * sig(gates[0][i]) + sig(gates[1][i]) * Math.tanh(gates[3][i]));
    h = c.map((cv, i) => sig(gates[2][i]) * Math.tanh(cv));
    loss += h.reduce((s, v) => s + v, 0) / n;
} return loss; }
/** @args [{ x: 1, y: { z: [2, 3] } }] */
export function nested(p) { const { x, y: { z: [a, b = 3] } } = p; return { sum: x + a * b, deep: { arr: [x * a, Math.sqrt(b)] } }; }
/** @args [[3, 1, 2]] */
export const viaGen = (xs) => { function* g() { let acc = 1; for (const x of xs)
    yield (acc *= x); } return [...g()].reduce((a, b) => a + b); };
/** @args [{ a: 1, b: 2 }] */
export function record(r) { return Object.entries(r).reduce((s, [k, v]) => s + v * k.charCodeAt(0), 0) + Object.values(r).map(Math.exp).reduce((a, b) => a * b); }
/** @args ["cosine", 1.2] */
export function union(kind, x) { switch (kind) {
    case "cosine": return Math.cos(x);
    case "sine": return Math.sin(x);
} }
/** @args [[[2, 1], [1, 3]], [1, 2]] */
export function solve(A, b) { const n = b.length, M = A.map((r, i) => [...r, b[i]]); for (let i = 0; i < n; i++) {
    let p = i;
    for (let r = i + 1; r < n; r++)
        if (Math.abs(M[r][i]) > Math.abs(M[p][i]))
            p = r;
    [M[i], M[p]] = [M[p], M[i]];
    for (let r = i + 1; r < n; r++) {
        const f = M[r][i] / M[i][i];
        for (let c = i; c <= n; c++)
            M[r][c] -= f * M[i][c];
    }
} const x = new Array(n); for (let i = n - 1; i >= 0; i--) {
    let s = M[i][n];
    for (let c = i + 1; c < n; c++)
        s -= M[i][c] * x[c];
    x[i] = s / M[i][i];
} return x; }
/** @args [[[4, 1, 0], [1, 3, 1], [0, 1, 2]]] */
export function cholLogDet(A) { const n = A.length, L = A.map((r) => r.map(() => 0)); for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
        let s = A[i][j];
        for (let k = 0; k < j; k++)
            s -= L[i][k] * L[j][k];
        L[i][j] = i === j ? Math.sqrt(s) : s / L[j][j];
    } return 2 * L.reduce((s, r, i) => s + Math.log(r[i]), 0); }
