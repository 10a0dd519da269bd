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

/** What an attempt gives, as a text if it is an object, or how it fails. */
function told(work) {
  try {
    const result = work();
    return typeof result === "object" && result !== null ? String(result) : result;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

exports.viewsThatHaveLostTheirBytes = function () {
  const buffer = new ArrayBuffer(16, { maxByteLength: 32 });
  const views = [new Float64Array(buffer, 8), new Float64Array(buffer), new Uint8Array(buffer, 4, 8)];
  const reader = new DataView(buffer, 8);
  buffer.resize(4);
  const methods = ["at", "copyWithin", "entries", "every", "fill", "filter", "find", "forEach", "includes", "join"];
  methods.push("keys", "lastIndexOf", "map", "reduce", "reverse", "set", "slice", "some", "sort", "subarray", "with");
  return [
    views.map((view) => methods.map((method) => told(() => view[method](() => 0)))),
    views.map((view) => [view.length, view.byteLength, view.byteOffset, 0 in view, view[0], told(() => [...view])]),
    views.map((view) => told(() => new Float64Array(4).set(view))),
    ["getInt8", "getFloat64"].map((method) => [0, 100, -1].map((at) => told(() => reader[method](at)))),
    [told(() => reader.setInt8(-1, 0)), told(() => reader.byteLength), told(() => structuredClone(views[2]))],
  ];
};

exports.resizedByAnArgument = function () {
  const buffer = new ArrayBuffer(16, { maxByteLength: 32 });
  const view = new Float64Array(buffer);
  const log = [];
  for (const size of [4, 32]) {
    const resize = { valueOf: () => (buffer.resize(size), 0) };
    for (const method of ["at", "fill", "slice", "subarray", "copyWithin", "includes", "indexOf", "set", "join", "with"])
      for (const args of [[resize, 1], [1, resize], [1, 0, resize]]) {
        buffer.resize(16);
        view[0] = 3;
        log.push([method, told(() => view[method](...args)), view.length]);
      }
  }
  return log;
};

exports.resizedByACallback = function () {
  const buffer = new ArrayBuffer(16, { maxByteLength: 32 });
  const view = new Float64Array(buffer);
  const log = [];
  const visits = ["map", "forEach", "filter", "some", "every", "find", "findLast", "findIndex", "reduce", "reduceRight"];
  for (const method of [...visits, "sort", "toSorted"])
    for (const size of [4, 8, 32]) {
      buffer.resize(16);
      view.set([3, 2]);
      const seen = [];
      const callback = (x, y) => (buffer.resize(size), seen.push([x, y]), 1);
      log.push([method, told(() => view[method](callback)), seen, view.length]);
    }
  return log;
};

exports.notIterable = function () {
  const wrong = [3, {}, "x"].map((method) => ({ [Symbol.iterator]: method, length: 1, 0: 2 }));
  return [undefined, null, 1, "12", ...wrong].map((value) => [
    told(() => Float32Array.from(value)),
    told(() => Float32Array.from(value, (x) => x)),
    told(() => Array.from(value)),
    typeof value === "object" && value !== null ? told(() => new Float32Array(value)) : 0,
  ]);
};

exports.searchesWhoseStartChangesTheLength = function () {
  const seen = [];
  for (const method of ["includes", "indexOf", "lastIndexOf", "join"])
    for (const length of [0, 2, 8])
      for (const wanted of [0, 3, undefined]) {
        const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
        const bytes = new Uint8Array(buffer).fill(3);
        const fixed = new Uint8Array(buffer, 0, 4);
        const start = {
          valueOf: () => (buffer.resize(length), 3),
          toString: () => (buffer.resize(length), "-"),
        };
        const args = method === "join" ? [start] : [wanted, start];
        seen.push(attempt(() => bytes[method](...args)));
        buffer.resize(4);
        seen.push(attempt(() => fixed[method](...args)));
      }
  return seen;
};
