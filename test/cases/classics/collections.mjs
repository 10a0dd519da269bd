/* Problems of Hock and Schittkowski, of CUTE and of other collections, as people write them: loops, tables, closures, classes, typed arrays. */

/** @args [[-2, 1]] @gradient [-2406, -600] */
export const hs1 = ([x1, x2]) => 100 * (x2 - x1 ** 2) ** 2 + (1 - x1) ** 2;
/** @args [[-10, 10]] */
export const hs5 = (x) => Math.sin(x[0] + x[1]) + (x[0] - x[1]) ** 2 - 1.5 * x[0] + 2.5 * x[1] + 1;
/** @args [[2, 2]] @gradient [0.8, -1] */
export const hs7 = ([x1, x2]) => ({ f: Math.log(1 + x1 ** 2) - x2, c: (1 + x1 ** 2) ** 2 + x2 ** 2 - 4 });
/** @args [[0.2, 0.3]] */
export const hs9 = ([a, b]) => Math.sin((Math.PI * a) / 12) * Math.cos((Math.PI * b) / 16);
/** @args [[1, 2, 3]] @reach 0.01 */
export function hs25(x) { let s = 0; for (let i = 1; i < 100; i++) { const u = 25 + (-50 * Math.log(0.01 * i)) ** (2 / 3); s += (-0.01 * i + Math.exp(-((u + x[1]) ** (x[2] / 2)) / (x[0] + 90))) ** 2; } return s; }
/** @args [new Float64Array([1, 1, 1])] */
export function hs29(x) { const [a, b, c] = x; return [-a * b * c, -(a ** 2) - 2 * b ** 2 - 4 * c ** 2 + 48]; }
/** @args [[0.1, 0.7, 0.2]] */
export const hs32 = ({ 0: x, 1: y, 2: z }) => [(x + 3 * y + z) ** 2 + 4 * (x - y) ** 2, 6 * y + 4 * z - x ** 3 - 3, 1 - x - y - z];
/** @args [{ "1": 10, "2": 10, "3": 10 }] @gradient [-100, -100, -100] */
export const hs36 = (x) => { const g = Object.create(x); return -g[1] * g[2] * g[3]; };
/** @args [[-3, -1, -3, -1]] */
export function hs38(v) { const x = [, ...v]; return 100 * (x[2] - x[1] ** 2) ** 2 + (1 - x[1]) ** 2 + 90 * (x[4] - x[3] ** 2) ** 2 + (1 - x[3]) ** 2 + 10.1 * ((x[2] - 1) ** 2 + (x[4] - 1) ** 2) + 19.8 * (x[2] - 1) * (x[4] - 1); }
/** @args [[2, 2, 2, 2, 2]] */
export const hs45 = (x) => 2 - x.reduce((p, v) => p * v, 1) / [1, 2, 3, 4, 5].reduce((p, v) => p * v);
/** @args [[0.7, 1.75, 0.5, 2, 2]] */
export function hs46(x) { const sq = (v) => Math.pow(v, 2); return { f: sq(x[0] - x[1]) + sq(x[2] - 1) + (x[3] - 1) ** 4 + (x[4] - 1) ** 6, c: [sq(x[0]) * x[3] + Math.sin(x[3] - x[4]) - 1, x[1] + x[2] ** 4 * sq(x[3]) - 2] }; }
/** @args [[1, 2, 3, 4, 5]] */
export const hs54 = (x) => { const m = [1e4, 1, 2e6, 10, 1e-3], s = [8e3, 1, 7e6, 50, 0.05]; const h = x.map((v, i) => (v - m[i]) / s[i]).reduce((t, z) => t + z * z, 0); return -Math.exp(-h / 2); };
/** @args [[6, 1, 3]] */
export const hs62 = ([x, y, z]) => -32.174 * (255 * Math.log((x + y + z + 0.03) / (0.09 * x + y + z + 0.03)) + 280 * Math.log((y + z + 0.03) / (0.07 * y + z + 0.03)) + 290 * Math.log((z + 0.03) / (0.13 * z + 0.03)));
/** @args [[1, 5, 5, 1]] @gradient [12, 1, 2, 11] */
export function hs71(x) { return [x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2], x.reduce((p, v) => p * v), x.map((v) => v * v).reduce((a, b) => a + b)]; }
/** @args [[1, 1, 1, 1]] */
export function hs72(x) { const a = [[4, 2.25, 1, 0.25], [0.16, 0.36, 0.64, 0.64]], b = [0.0401, 0.010085]; return [1 + x.reduce((s, v) => s + v, 0), ...a.map((row, k) => row.reduce((s, c, i) => s - c / x[i], b[k]))]; }
/** @args [[55, 24, 12, 44]] */
export const hs73 = (x) => { const w = { linear: [12, 11.9, 41.8, 52.1], square: [0.28, 0.19, 20.5, 0.62] }; const dot = (u, f = (v) => v) => u.reduce((s, c, i) => s + c * f(x[i]), 0); return dot(w.linear) - 1.645 * Math.sqrt(dot(w.square, (v) => v * v)) - 21 * 4; };
/** @args [[-2, 2, 2, -1, -1]] */
export const hs80 = (x) => [Math.exp([...x].reduceRight((p, v) => p * v)), Math.hypot(...x) ** 2 - 10, x[1] * x[2] - 5 * x[3] * x[4], x[0] ** 3 + x[1] ** 3 + 1];
/** @args [[2.52, 2, 37.5, 9.25, 6.8]] */
export function hs84(x) { const a = new Float64Array([-24345, -8720288.849, 150512.5253, -156.6950325, 476470.3222, 729482.8271]); return -a[0] - x[0] * (a[1] + a.subarray(2).reduce((s, c, i) => s + c * (x[i + 1] ?? 0), 0)); }
/** @args [[0.2, 0.4, 0.1, 0.3, 0.5]] */
export function hs86(x) { const e = [-15, -27, -36, -18, -12], c = [[30, -20, -10, 32, -10], [-20, 39, -6, -31, 32], [-10, -6, 10, -6, -10], [32, -31, -6, 39, -20], [-10, 32, -10, -20, 30]], d = [4, 8, 10, 6, 2]; let s = 0; for (let j = 0; j < 5; j++) { s += e[j] * x[j] + d[j] * x[j] ** 3; for (let i = 0; i < 5; i++) s += c[i][j] * x[i] * x[j]; } return s; }
/** @args [[0.5, -0.5]] @reach 0.01 */
export function hs88(x) { const roots = [0.86033358901938, 3.42561845948173, 6.43729817917195]; const mu = roots; const A = mu.map((m) => (2 * Math.sin(m)) / (m + Math.sin(m) * Math.cos(m))); const rho = mu.map((m) => -(Math.exp(-(m * m) * x.reduce((s, v) => s + v * v, 0)) + x.reduce((s, _, k) => s + (k ? 2 * (-1) ** k * Math.exp(-(m * m) * x.slice(k).reduce((t, v) => t + v * v, 0)) : 0), 0)) / (m * m)); return A.reduce((s, a, i) => s + a * rho[i] ** 2, 0) + 0.0001; }
/** @args [[2, 3, 5, 5, 1, 2, 7, 3, 6, 10]] */
export function hs113([a, b, c, d, e, f, g, h, i, j]) { return a ** 2 + b ** 2 + a * b - 14 * a - 16 * b + (c - 10) ** 2 + 4 * (d - 5) ** 2 + (e - 3) ** 2 + 2 * (f - 1) ** 2 + 5 * g ** 2 + 7 * (h - 11) ** 2 + 2 * (i - 10) ** 2 + (j - 7) ** 2 + 45; }
/** @args [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]] */
export function hs110(x) { const l = (v) => Math.log(v) ** 2; return x.map((v) => l(v + 2 - 2) + l(10 - v)).reduce((s, v) => s + v) - x.reduce((p, v) => p * v, 1) ** 0.2; }
/** @args [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]] */
export function hs112(x) { const c = [-6.089, -17.164, -34.054, -5.914, -24.721, -14.986, -24.1, -10.708, -26.662, -22.179]; const total = x.reduce((s, v) => s + v); return x.reduce((s, v, i) => s + v * (c[i] + Math.log(v / total)), 0); }
/** @args [[1, 2, 0, 4, 0, 1, 1]] @gradient [-18, -100, 0, -42, 0, 0, -8] */
export const hs100 = (x) => (x[0] - 10) ** 2 + 5 * (x[1] - 12) ** 2 + x[2] ** 4 + 3 * (x[3] - 11) ** 2 + 10 * x[4] ** 6 + 7 * x[5] ** 2 + x[6] ** 4 - 4 * x[5] * x[6] - 10 * x[5] - 8 * x[6];
/** @args [[0.3, 0.6, 0.9]] */
export function hartmann3(x) { const alpha = [1, 1.2, 3, 3.2], A = [[3, 10, 30], [0.1, 10, 35], [3, 10, 30], [0.1, 10, 35]], P = [[3689, 1170, 2673], [4699, 4387, 7470], [1091, 8732, 5547], [381, 5743, 8828]].map((row) => row.map((v) => v * 1e-4)); return -alpha.reduce((s, a, i) => s + a * Math.exp(-A[i].reduce((t, c, j) => t + c * (x[j] - P[i][j]) ** 2, 0)), 0); }
/** @args [[4.1, 3.9, 4.2, 4]] */
export function shekel(x) { const C = [[4, 1, 8, 6, 3], [4, 1, 8, 6, 7], [4, 1, 8, 6, 3], [4, 1, 8, 6, 7]], beta = [1, 2, 2, 4, 4].map((b) => b / 10); let outer = 0; beta.forEach((b, i) => { let inner = b; for (const j in C) inner += (x[j] - C[j][i]) ** 2; outer -= 1 / inner; }); return outer; }
/** @args [[0.5, -0.5]] */
export const shubert = (x) => x.map((v) => Array.from({ length: 5 }, (_, i) => (i + 1) * Math.cos((i + 2) * v + i + 1)).reduce((s, t) => s + t)).reduce((p, s) => p * s);
/** @args [[0.3, 0.4, 0.5]] */
export const langermann = (x) => { const c = [1, 2, 5], A = [[3, 5, 2], [2, 1, 4], [7, 9, 3]]; return c.reduce((s, k, i) => { const q = x.map((v, j) => (v - A[i][j]) ** 2).reduce((a, b) => a + b, 0); return s + k * Math.exp(-q / Math.PI) * Math.cos(Math.PI * q); }, 0); };
/** @args [[0.5, 1.5, -0.7, 0.2], 0.5] */
export function perm(x, beta) { const d = x.length; let s = 0; for (let i = 1; i <= d; i++) { let t = 0; for (let j = 1; j <= d; j++) t += (j ** i + beta) * ((x[j - 1] / j) ** i - 1); s += t ** 2; } return s; }
/** @args [[1.2, 0.8, 2.1, 0.4]] */
export const trid = (x) => x.reduce((s, v) => s + (v - 1) ** 2, 0) - x.slice(1).reduce((s, v, i) => s + v * x[i], 0);
/** @args [[0.5, 0.6, 0.7, 0.8]] */
export function extendedWood(x) { let s = 0; for (let i = 0; i < x.length; i += 4) { const [a, b, c, d] = x.slice(i, i + 4); s += 100 * (b - a * a) ** 2 + (1 - a) ** 2 + 90 * (d - c * c) ** 2 + (1 - c) ** 2; } return s; }
/** @args [[2, 1.5, -1, 0.5]] */
export function arwhead(x) { const n = x.length; let s = 0; for (let i = n - 1; i-- > 0; ) s += (x[i] ** 2 + x[n - 1] ** 2) ** 2 - 4 * x[i] + 3; return s; }
/** @args [[1.5, -0.5, 1, 2, 0.3]] */
export function tointgss(x) { return x.slice(2).map((_, i) => (10 / (x.length + 2) + x[i + 2] ** 2) * (2 - Math.exp(-((x[i] - x[i + 1]) ** 2) / (0.1 + x[i + 2] ** 2)))).reduce((s, v) => s + v, 0); }
/** @args [[1, 0.5, 2]] */
export const engval = (x) => { let s = 0; for (let i = 0; i in x && i + 1 in x; ++i) s += (x[i] ** 2 + x[i + 1] ** 2) ** 2 - 4 * x[i] + 3; return s; };
/** @args [[0.5, 1.5, 2.5, 3.5]] */
export function cosine(x) { return x.flatMap((v, i) => (i + 1 < x.length ? [Math.cos(-0.5 * x[i + 1] + v ** 2)] : [])).reduce((s, v) => s + v, 0); }
/** @args [[0.1, 0.2, 0.3, 0.4]] */
export function rosex([...x]) { const r = new Float64Array(x.length); for (let i = 0; i < x.length; i += 2) { r[i] = 10 * (x[i + 1] - x[i] ** 2); r[i + 1] = 1 - x[i]; } return r.reduce((s, v) => s + v * v, 0); }
/** @args [[3, -1, 0, 1, 2, -2, 0.5, 1]] */
export function singx(x) { let f = 0, i = 0; do { const [a, b, c, d] = [x[i++], x[i++], x[i++], x[i++]]; f += (a + 10 * b) ** 2 + (Math.sqrt(5) * (c - d)) ** 2 + ((b - 2 * c) ** 2) ** 2 + (Math.sqrt(10) * (a - d) ** 2) ** 2; } while (i < x.length); return f; }
/** @args [[0.5, 0.5, 0.5, 0.5]] */
export function penalty2(x) { const a = Math.sqrt(1e-5), n = x.length; const y = (i) => Math.exp(i / 10) + Math.exp((i - 1) / 10); const r = [x[0] - 0.2]; for (let i = 2; i <= n; i++) r.push(a * (Math.exp(x[i - 1] / 10) + Math.exp(x[i - 2] / 10) - y(i))); for (let i = n + 1; i < 2 * n; i++) r.push(a * (Math.exp(x[i - n] / 10) - Math.exp(-1 / 10))); r.push(x.reduce((s, v, j) => s + (n - j) * v * v, -1)); return r.reduce((s, v) => s + v ** 2, 0); }
/** @args [[0.6, 0.7, 0.8]] */
export function vardim(x) { const t = x.reduce((s, v, j) => s + (j + 1) * (v - 1), 0); return x.reduce((s, v) => s + (v - 1) ** 2, 0) + t ** 2 + t ** 4; }
/** @args [[0.1, 0.4, 0.2]] */
export function watson(x) { let s = x[0] ** 2 + (x[1] - x[0] ** 2 - 1) ** 2; for (let i = 1; i <= 29; i++) { const t = i / 29; const p = x.reduceRight((acc, v) => acc * t + v, 0); const dp = x.slice(1).reduceRight((acc, v, j) => acc * t + (j + 1) * v, 0); s += (dp - p * p - 1) ** 2; } return s; }
/** @args [[-0.5, -0.6, -0.7, -0.8]] */
export function broydenBanded(x) { const n = x.length; return x.map((v, i) => { let r = v * (2 + 5 * v * v) + 1; for (let j = Math.max(0, i - 5); j <= Math.min(n - 1, i + 1); j++) if (j !== i) r -= x[j] * (1 + x[j]); return r * r; }).reduce((a, b) => a + b); }
/** @args [[0.1, 0.2, 0.3, 0.4]] */
export function discreteIntegral(x) { const n = x.length, h = 1 / (n + 1), t = Array.from(x, (_, i) => (i + 1) * h), cube = (j) => (x[j] + t[j] + 1) ** 3; return x.map((v, i) => { let a = 0, b = 0; for (let j = 0; j <= i; j++) a += t[j] * cube(j); for (let j = i + 1; j < n; j++) b += (1 - t[j]) * cube(j); return (v + (h * ((1 - t[i]) * a + t[i] * b)) / 2) ** 2; }).reduce((s, v) => s + v); }
/** @args [[1, 1, 1]] */
export const linearFull = (x, m = 5) => { const n = x.length, sum = x.reduce((a, b) => a + b); let f = 0; for (let i = 0; i < m; i++) f += i < n ? (x[i] - (2 / m) * sum - 1) ** 2 : (-(2 / m) * sum - 1) ** 2; return f; };
/** @args [[1, 1, 1]] */
export const linearRank1 = (x) => Array.from({ length: 4 }, (_, i) => ((i + 1) * x.reduce((s, v, j) => s + (j + 1) * v, 0) - 1) ** 2).reduce((a, b) => a + b, 0);
/** @args [[0.5, -2]] @gradient [30, -1272] */
export const freudensteinRoth = ([a, b]) => (-13 + a + ((5 - b) * b - 2) * b) ** 2 + (-29 + a + ((b + 1) * b - 14) * b) ** 2;
/** @args [[0, 1]] @gradient [-20000.7355589, -0.2705970] @reach 0.001 */
export const powellBadly = ([a, b]) => (1e4 * a * b - 1) ** 2 + (Math.exp(-a) + Math.exp(-b) - 1.0001) ** 2;
/** @args [[1, 1]] */
export const brownBadly = ([a, b]) => [a - 1e6, b - 2e-6, a * b - 2].map((r) => r ** 2).reduce((s, v) => s + v);
/** @args [[0.02, 0.05]] */
export const bard = (p) => { const y = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39], x = [0.01, ...p]; let s = 0; for (const [k, v] of y.entries()) { const u = k + 1, w = 16 - u, m = Math.min(u, w); s += (v - (x[0] + u / (w * (1 + x[1]) + m * (1 + x[2])))) ** 2; } return s; };
/** @args [[1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5]] @reach 0.01 */
export function osborne2(x) { const y = [1.366, 1.191, 1.112, 1.013, 0.991, 0.885]; return y.reduce((s, v, i) => { const t = i / 10; const gauss = [0, 1, 2].reduce((g, k) => g + x[k + 1] * Math.exp(-((t - x[k + 8]) ** 2) * x[k + 5]), 0); return s + (v - (x[0] * Math.exp(-t * x[4]) + gauss)) ** 2; }, 0); }
