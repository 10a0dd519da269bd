module.exports = function f(x) {
  return x * 2;
};
module.exports.extra = 5;
module.exports.default = "dd";
