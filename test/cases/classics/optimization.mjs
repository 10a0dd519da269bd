/* Test functions of optimisation: the classical ones, and those of Moré, Garbow and Hillstrom. */

/** @args [-1.2, 1] @gradient [-215.6, -88] */
export function rosenbrock(x, y) { return (1 - x) ** 2 + 100 * (y - x * x) ** 2; }
/** @args [[-1.2, 1, 0.5, -0.3]] */
export function rosenN(xs) { let s = 0; for (let i = 0; i + 1 < xs.length; i++) s += 100 * (xs[i + 1] - xs[i] ** 2) ** 2 + (1 - xs[i]) ** 2; return s; }
/** @args [[-1.2, 1, 0.5, -0.3]] */
export const rosenReduce = (xs) => xs.slice(1).reduce((s, y, i) => s + 100 * Math.pow(y - Math.pow(xs[i], 2), 2) + Math.pow(1 - xs[i], 2), 0);
/** @args [1, 2] @gradient [-36, -32] @reach 0.1 */
export function himmelblau(x, y) { const a = x * x + y - 11, b = x + y * y - 7; return a * a + b * b; }
/** @args [1, 1] @gradient [0, 27.75] */
export function beale(x, y) { return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2; }
/** @args [0, 0] @gradient [-34, -38] */
export const booth = (x, y) => (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2;
/** @args [[0.5, -1.3, 2.2]] */
export function rastrigin(x) { const A = 10; return A * x.length + x.map((v) => v * v - A * Math.cos(2 * Math.PI * v)).reduce((a, b) => a + b); }
/** @args [[0.5, -1.3, 2.2]] */
export function ackley(x, a = 20, b = 0.2, c = 2 * Math.PI) { const d = x.length; let s1 = 0, s2 = 0; for (const v of x) { s1 += v * v; s2 += Math.cos(c * v); } return -a * Math.exp(-b * Math.sqrt(s1 / d)) - Math.exp(s2 / d) + a + Math.E; }
/** @args [[1, 2, 3]] */
export function griewank(x) { let s = 0, p = 1; x.forEach((v, i) => { s += v ** 2 / 4000; p *= Math.cos(v / Math.sqrt(i + 1)); }); return 1 + s - p; }
/** @args [[0.4, 1.7, -2]] */
export function levy(x) { const w = x.map((v) => 1 + (v - 1) / 4); const n = w.length; let s = Math.sin(Math.PI * w[0]) ** 2; for (let i = 0; i < n - 1; i++) s += (w[i] - 1) ** 2 * (1 + 10 * Math.sin(Math.PI * w[i] + 1) ** 2); return s + (w.at(-1) - 1) ** 2 * (1 + Math.sin(2 * Math.PI * w[n - 1]) ** 2); }
/** @args [[100, -200, 300]] @reach 0.001 */
export const schwefel = (x) => 418.9829 * x.length - x.reduce((s, v) => s + v * Math.sin(Math.sqrt(Math.abs(v))), 0);
/** @args [[3, -1, 0, 1]] @gradient [306, -144, -2, -310] */
export function powell([a, b, c, d]) { return (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4; }
/** @args [-3, -1, -3, -1] @gradient [-12008, -2080, -10808, -1880] */
export function wood(x1, x2, x3, x4) { return 100 * (x1 ** 2 - x2) ** 2 + (x1 - 1) ** 2 + (x3 - 1) ** 2 + 90 * (x3 ** 2 - x4) ** 2 + 10.1 * ((x2 - 1) ** 2 + (x4 - 1) ** 2) + 19.8 * (x2 - 1) * (x4 - 1); }
/** @args [0, -1] @gradient [0, 0] */
export function goldsteinPrice(x, y) { return (1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x ** 2 - 14 * y + 6 * x * y + 3 * y ** 2)) * (30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x ** 2 + 48 * y - 36 * x * y + 27 * y ** 2)); }
/** @args [2.5, 7.5] */
export function branin(x, y) { const a = 1, b = 5.1 / (4 * Math.PI ** 2), c = 5 / Math.PI, r = 6, s = 10, t = 1 / (8 * Math.PI); return a * (y - b * x ** 2 + c * x - r) ** 2 + s * (1 - t) * Math.cos(x) + s; }
/** @args [1, 0.5] */
export const threeHump = (x, y) => 2 * x ** 2 - 1.05 * x ** 4 + x ** 6 / 6 + x * y + y ** 2;
/** @args [1, 0.5] */
export const sixHump = (x, y) => (4 - 2.1 * x ** 2 + x ** 4 / 3) * x ** 2 + x * y + (-4 + 4 * y ** 2) * y ** 2;
/** @args [3, 2.5] */
export const easom = (x, y) => -Math.cos(x) * Math.cos(y) * Math.exp(-((x - Math.PI) ** 2 + (y - Math.PI) ** 2));
/** @args [0.5, -1.5] */
export const mccormick = (x, y) => Math.sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1;
/** @args [[1, -2, 0.5]] */
export const styblinski = (x) => x.reduce((s, v) => s + v ** 4 - 16 * v ** 2 + 5 * v, 0) / 2;
/** @args [[2.2, 1.57, 1.28]] */
export function michalewicz(x, m = 10) { let s = 0; for (const [i, v] of x.entries()) s -= Math.sin(v) * Math.sin((i + 1) * v ** 2 / Math.PI) ** (2 * m); return s; }
/** @args [[1, 2, 3]] */
export function zakharov(x) { const q = x.reduce((s, v, i) => s + 0.5 * (i + 1) * v, 0); return Math.hypot(...x) ** 2 + q ** 2 + q ** 4; }
/** @args [[1, 2, 3]] */
export function dixonPrice(x) { let s = (x[0] - 1) ** 2; let i = 1; while (i < x.length) { s += (i + 1) * (2 * x[i] ** 2 - x[i - 1]) ** 2; i++; } return s; }
/** @args [[0.1, -0.2, 0.3]] */
export function colville([a, b, c]) { return Math.abs(a) + Math.abs(b) * c; }
/** @args [1.5, 2.5] @reach 0.01 */
export const crossInTray = (x, y) => -0.0001 * (Math.abs(Math.sin(x) * Math.sin(y) * Math.exp(Math.abs(100 - Math.sqrt(x * x + y * y) / Math.PI))) + 1) ** 0.1;
/** @args [1.5, 2.5] @reach 0.01 */
export const eggholder = (x, y) => -(y + 47) * Math.sin(Math.sqrt(Math.abs(x / 2 + (y + 47)))) - x * Math.sin(Math.sqrt(Math.abs(x - (y + 47))));
/** @args [1.5, 2.5] */
export const holderTable = (x, y) => -Math.abs(Math.sin(x) * Math.cos(y) * Math.exp(Math.abs(1 - Math.sqrt(x ** 2 + y ** 2) / Math.PI)));
/** @args [1.5, 2.5] */
export const dropWave = (x, y) => -(1 + Math.cos(12 * Math.sqrt(x ** 2 + y ** 2))) / (0.5 * (x ** 2 + y ** 2) + 2);
/** @args [[-1, 0, 0]] */
export function helicalValley([x1, x2, x3]) { let th = Math.atan(x2 / x1) / (2 * Math.PI); if (x1 < 0) th += 0.5; const f = [10 * (x3 - 10 * th), 10 * (Math.sqrt(x1 * x1 + x2 * x2) - 1), x3]; return f.reduce((s, v) => s + v * v, 0); }
/** @args [[1, 2, 1, 1, 1, 1]] @reach 0.01 */
export function biggs6(x) { let s = 0; for (let i = 1; i <= 13; i++) { const t = 0.1 * i, y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t); s += (x[2] * Math.exp(-t * x[0]) - x[3] * Math.exp(-t * x[1]) + x[5] * Math.exp(-t * x[4]) - y) ** 2; } return s; }
/** @args [[0.4, 1, 0]] */
export function gaussianMGH(x) { const y = [0.0009, 0.0044, 0.0175, 0.054, 0.1295, 0.242, 0.3521, 0.3989, 0.3521, 0.242, 0.1295, 0.054, 0.0175, 0.0044, 0.0009]; return y.reduce((s, yi, i) => { const t = (8 - (i + 1)) / 2; return s + (x[0] * Math.exp(-x[1] * (t - x[2]) ** 2 / 2) - yi) ** 2; }, 0); }
/** @args [[5, 2.5, 0.15]] */
export function gulf(x) { let s = 0; for (let i = 1; i <= 10; i++) { const t = i / 100, y = 25 + (-50 * Math.log(t)) ** (2 / 3); s += (Math.exp(-(Math.abs(y - x[1]) ** x[2]) / x[0]) - t) ** 2; } return s; }
/** @args [[0, 10, 20]] */
export function box3d(x) { let s = 0; for (let i = 1; i <= 10; i++) { const t = 0.1 * i; s += (Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10 * t))) ** 2; } return s; }
/** @args [[1, 1]] */
export function jennrich(x) { let s = 0; for (let i = 1; i <= 10; i++) s += (2 + 2 * i - (Math.exp(i * x[0]) + Math.exp(i * x[1]))) ** 2; return s; }
/** @args [[0.5, 0.5, 0.5, 0.5]] */
export function penalty1(x) { const a = 1e-5; return a * x.reduce((s, v) => s + (v - 1) ** 2, 0) + (x.reduce((s, v) => s + v * v, 0) - 0.25) ** 2; }
/** @args [[0.25, 0.5, 0.75, 1]] */
export function trigonometricMGH(x) { const n = x.length; const sumCos = x.map(Math.cos).reduce((a, b) => a + b); return x.map((v, i) => n - sumCos + (i + 1) * (1 - Math.cos(v)) - Math.sin(v)).reduce((s, f) => s + f ** 2, 0); }
/** @args [[0.1, 0.2, 0.3, 0.4, 0.5]] */
export function brownAlmostLinear(x) { const n = x.length, sum = x.reduce((a, b) => a + b); const f = x.map((v, i) => i < n - 1 ? v + sum - (n + 1) : x.reduce((p, q) => p * q) - 1); return f.reduce((s, v) => s + v * v, 0); }
/** @args [[-1, -1, -1, -1]] */
export function broydenTri(x) { const n = x.length; let s = 0; for (let i = 0; i < n; i++) { const f = (3 - 2 * x[i]) * x[i] - (x[i - 1] ?? 0) - 2 * (x[i + 1] ?? 0) + 1; s += f * f; } return s; }
/** @args [[0.5, 0.6, 0.7]] */
export function discreteBoundary(x) { const n = x.length, h = 1 / (n + 1); return x.reduce((s, v, i, a) => s + (2 * v - (i > 0 ? a[i - 1] : 0) - (i < n - 1 ? a[i + 1] : 0) + h * h * (v + (i + 1) * h + 1) ** 3 / 2) ** 2, 0); }
/** @args [[0.2, 0.3, 0.6, 0.9]] */
export function chebyquad(x) { const n = x.length; const f = new Array(n).fill(0); for (let j = 0; j < n; j++) { let t1 = 1, t2 = 2 * x[j] - 1; const t = 2 * t2; for (let i = 0; i < n; i++) { f[i] += t2; const th = t * t2 - t1; t1 = t2; t2 = th; } } let s = 0, iev = -1; for (let i = 0; i < n; i++) { let v = f[i] / n; if (iev > 0) v += 1 / ((i + 1) ** 2 - 1); iev = -iev; s += v * v; } return s; }
/** @args [[25, 5, -5, -1]] */
export function brownDennis([a, b, c, d]) { let s = 0; for (let i = 1; i <= 20; i++) { const t = i / 5; s += ((a + t * b - Math.exp(t)) ** 2 + (c + d * Math.sin(t) - Math.cos(t)) ** 2) ** 2; } return s; }
/** @args [[0.25, 0.39, 0.415, 0.39]] */
export function kowalik(x) { const y = [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246], u = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625]; return Object.entries(y).reduce((s, [i, yi]) => s + (yi - x[0] * (u[i] ** 2 + u[i] * x[1]) / (u[i] ** 2 + u[i] * x[2] + x[3])) ** 2, 0); }
/** @args [[0.02, 4000, 250]] @reach 0.001 */
export function meyer(x) { const y = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872]; return y.reduce((s, v, i) => s + (x[0] * Math.exp(x[1] / (45 + 5 * (i + 1) + x[2])) - v) ** 2, 0); }
/** @args [[0.5, 1.5, -1, 0.01, 0.02]] */
export function osborne1(x) { const y = [0.844, 0.908, 0.932, 0.936, 0.925, 0.908]; let s = 0; y.forEach((v, i) => { const t = 10 * i; s += (v - (x[0] + x[1] * Math.exp(-t * x[3]) + x[2] * Math.exp(-t * x[4]))) ** 2; }); return s; }
