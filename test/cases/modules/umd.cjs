(function (root, factory) {
  if (typeof define === "function" && define.amd) define([], factory);
  else if (typeof module === "object" && module.exports) module.exports = factory();
  else root.Umd = factory();
})(this, function () {
  return { v: 42, self: typeof self, t: typeof this };
});
