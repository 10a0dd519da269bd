const c1 = require("./c1.cjs");
exports.seen = { ...c1 };
exports.getLate = () => c1.late;
exports.again = require("./c1.cjs") === c1;
