Object.defineProperty(exports, "__esModule", { value: true });
exports.default = function () {
  return "esdef";
};
exports.named = 3;
let v = 0;
exports.inc = () => {
  v++;
  exports.live = v;
  return v;
};
exports.live = 0;
