/** Typed arrays, buffers and views. */
export function making() {
  return [new Float64Array(3), Float32Array.of(0.1, 2), Uint8Array.from([1, 300, -1]), new Int16Array(new Set([1, 2])), Uint8ClampedArray.from([300, -5, 1.5, 2.5]), Int8Array.from({ length: 3 }, (_, i) => i * i)];
}

export function rounding() {
  const f = new Float32Array(1);
  f[0] = 0.1;
  const i = new Int32Array(1);
  i[0] = 3e9;
  return [f[0], i[0], f[0] === Math.fround(0.1)];
}

export function outOfBounds() {
  const a = new Float64Array(2);
  a[5] = 1;
  a[-1] = 1;
  (a as unknown as Record<string, number>)["x"] = 7;
  return [a[5], a[-1], a[1.5], 5 in a, 1 in a, Object.keys(a), a.length];
}

export function aliasing() {
  const buffer = new ArrayBuffer(8);
  const wide = new Float64Array(buffer);
  const bytes = new Uint8Array(buffer);
  const halves = new Uint32Array(buffer);
  wide[0] = -Math.PI;
  const before = [...bytes];
  halves[1]! ^= 0x80000000;
  return [before, wide[0], buffer.byteLength, wide.buffer === bytes.buffer];
}

export function fastInverseSquareRoot() {
  const floats = new Float32Array(1);
  const ints = new Int32Array(floats.buffer);
  floats[0] = 2;
  ints[0] = 0x5f3759df - (ints[0]! >> 1);
  const y = floats[0];
  return y * (1.5 - 1 * y * y);
}

export function methods() {
  const a = Float64Array.from([5, 1, 4, 2, 3]);
  const copy = a.slice();
  copy.sort();
  const part = a.subarray(1, 3);
  part[0] = 100;
  return [copy, a, part, a.map((x) => x * 2), a.filter((x) => x > 3), a.reduce((x, y) => x + y), a.indexOf(4), a.join("-"), a.toSorted((x, y) => y - x), a.with(0, 9), a.at(-1), a.findLast((x) => x > 4)];
}

export function setting() {
  const a = new Uint8Array(6);
  a.set([1, 2, 3], 1);
  a.set(a.subarray(0, 4), 2);
  a.copyWithin(0, 3);
  a.fill(9, -1);
  return [a, String(a), a.toReversed()];
}

export function settingTooMuch() {
  new Uint8Array(2).set([1, 2, 3]);
}

export function iterating() {
  const a = Int16Array.of(3, -1, 2);
  let sum = 0;
  for (const x of a) sum += x;
  const [first, ...rest] = a;
  return [sum, first, rest, [...a.entries()], Math.max(...a), Array.from(a.keys())];
}

export function views() {
  const view = new DataView(new ArrayBuffer(16), 2);
  view.setFloat64(1, Math.E);
  view.setInt16(10, -2, true);
  return [view.getFloat64(1), view.getUint8(1), view.getUint16(10), view.getInt16(10, true), view.byteLength, view.byteOffset];
}

export function outsideOfView() {
  return new DataView(new ArrayBuffer(2)).getFloat32(0);
}

export function bigElements() {
  const a = new BigInt64Array(2);
  a[0] = 2n ** 63n;
  return [a[0], BigUint64Array.of(-1n)[0]].map(String);
}

export function wrongElement() {
  new Float64Array(1)[0] = 1n as unknown as number;
}

export function subclass() {
  class Vector extends Float64Array {
    get norm() {
      return Math.hypot(...this);
    }
  }
  const v = new Vector([3, 4]);
  const doubled = v.map((x) => 2 * x) as Vector;
  return [v.norm, doubled.norm, doubled instanceof Vector, Vector.from([1]).norm, v.length, Vector.BYTES_PER_ELEMENT, v.constructor.name, Object.prototype.toString.call(v)];
}

export function matrixProduct() {
  const n = 3;
  const a = Float32Array.from({ length: n * n }, (_, i) => i / 7);
  const c = new Float32Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) c[i * n + j]! += a[i * n + k]! * a[k * n + j]!;
  return c;
}

export function notAnArray() {
  return Array.isArray(new Int8Array(1)) || ArrayBuffer.isView([]) || !ArrayBuffer.isView(new Int8Array(1));
}

export function structuredClones() {
  const wide = new Float64Array([1, 2, 3]);
  const original = { wide, part: wide.subarray(1), view: new DataView(wide.buffer, 8), buffer: wide.buffer };
  const copy = structuredClone(original);
  copy.wide[1] = 9;
  return [copy.part[0], copy.view.getFloat64(0, true), copy.buffer === copy.part.buffer, copy.buffer === wide.buffer, wide, copy.part.byteOffset, copy.view.byteLength];
}
