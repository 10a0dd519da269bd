exports.early = 1;
const c2 = require("./c2.cjs");
exports.late = 2;
exports.fromC2 = c2.seen;
exports.self = module.exports === exports;
exports.thisIs = this === exports;
exports.fname = typeof __filename;
exports.main = require.main === module;
