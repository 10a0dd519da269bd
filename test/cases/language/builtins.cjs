// What built-in functions look at, and in which order.
"use strict";

exports.mathAsObject = function () {
  return [
    Math.hasOwnProperty("sin"),
    Math.toString(),
    Math.propertyIsEnumerable("PI"),
    Math.valueOf() === Math,
    Math["max"](1, 2),
    Object.prototype.toString.call(Math),
  ];
};

exports.emptySearches = function () {
  const log = [];
  const from = {
    valueOf() {
      log.push("v");
      return 0;
    },
  };
  return [
    [].includes(1, from),
    [].indexOf(1, from),
    [].lastIndexOf(1, from),
    new Float64Array(0).includes(1, from),
    new Float64Array(0).indexOf(1, from),
    new Uint8Array(0).lastIndexOf(1, from),
    [1].includes(1, from),
    log,
  ];
};

exports.flatReads = function () {
  const get = [];
  const h = {
    get(t, p, r) {
      get.push(String(p));
      return Reflect.get(t, p, r);
    },
  };
  const r = new Proxy([1, new Proxy([2, [3]], h)], h).flat(2);
  const m = new Proxy([1, 2], h).flatMap((x) => [x, [x]]);
  return [get, r, m];
};

exports.frozenLength = function () {
  "use strict";
  const a = Object.freeze([1]);
  try {
    a.length = 4294967295;
  } catch (e) {
    return [e.message, a.length];
  }
};

exports.ownFunctionOfMath = function () {
  const a = [];
  Math.twice = function (x) {
    return this === Math ? 2 * x : "bad";
  };
  return [Math.twice(3), delete Math.twice, typeof Math.twice];
};
