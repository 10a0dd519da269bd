exports.early = 1;
const c2 = require("./c2.cjs");
exports.late = 2;
exports.fromC2 = c2.seen;
exports.self = module.exports === exports;
exports.thisIs = this === exports;
exports.fname = typeof __filename;
exports.main = require.main === module;
exports.paths = [
  module.id === __filename,
  module.filename === __filename,
  module.path === __dirname,
  __filename.endsWith("/test/cases/modules/c1.cjs"),
  require.resolve("./c2.cjs") === __filename.replace("c1", "c2"),
  require.resolve("node:fs"),
  module.loaded,
];
