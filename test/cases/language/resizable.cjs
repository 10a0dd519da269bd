// Buffers that change their length, and what their views make of it.
"use strict";

function attempt(work) {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

exports.lengths = function () {
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  const all = new Float32Array(buffer);
  const late = new Uint8Array(buffer, 4);
  const fixed = new Uint8Array(buffer, 4, 4);
  all.fill(1.5);
  const seen = [buffer.resizable, buffer.maxByteLength, new ArrayBuffer(3).resizable, new ArrayBuffer(3).maxByteLength];
  for (const length of [16, 10, 6, 4, 0, 12]) {
    const outcome = attempt(() => buffer.resize(length));
    seen.push([outcome, buffer.byteLength, all.length, late.length, late.byteOffset, fixed.length, fixed.byteOffset]);
    seen.push([...all], all.byteLength, Object.keys(fixed), 3 in fixed, fixed[0]);
  }
  return seen;
};

exports.viewsThatLoseTheirBytes = function () {
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  const fixed = new Uint8Array(buffer, 4, 4);
  const view = new DataView(buffer, 4);
  const fixedView = new DataView(buffer, 4, 4);
  buffer.resize(6);
  const works = [
    () => fixed.fill(1),
    () => fixed.values(),
    () => fixed.at(0),
    () => fixed.slice(),
    () => fixed.sort(),
    () => fixed.join(),
    () => fixed.reverse(),
    () => fixed.copyWithin(0, 1),
    () => new Uint8Array(fixed),
    () => fixed.subarray(0).length,
    () => view.byteLength,
    () => view.getInt8(0),
    () => fixedView.byteLength,
    () => fixedView.byteOffset,
    () => fixedView.getInt8(0),
  ];
  const seen = works.map(attempt);
  buffer.resize(8);
  return [...seen, ...works.map((work) => typeof attempt(work)), attempt(() => fixedView.getInt8(0))];
};

exports.partsAndCopies = function () {
  const buffer = new ArrayBuffer(10, { maxByteLength: 16 });
  const bytes = new Uint8Array(buffer);
  bytes.set([1, 2, 3]);
  const rest = bytes.subarray(2);
  const part = bytes.subarray(2, 5);
  const copy = structuredClone(buffer);
  const clone = structuredClone(bytes);
  buffer.resize(16);
  return [
    rest.length,
    part.length,
    bytes.length,
    copy.resizable,
    copy.maxByteLength,
    clone.length,
    clone.buffer.resizable,
    buffer.slice(0, 3).resizable,
    [...new Uint8Array(buffer.slice(0, 4))],
  ];
};

exports.whatIsRefused = function () {
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  return [
    () => buffer.resize(17),
    () => buffer.resize(-1),
    () => new ArrayBuffer(8, { maxByteLength: 4 }),
    () => new ArrayBuffer(8, { maxByteLength: -1 }),
    () => new ArrayBuffer(2).resize(1),
    () => new Uint8Array(buffer, 17),
    () => new Uint16Array(buffer, 1),
    () => new ArrayBuffer(8, { maxByteLength: undefined }).resizable,
    () => new ArrayBuffer(8, {}).resizable,
  ].map(attempt);
};
