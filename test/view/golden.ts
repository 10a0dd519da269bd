/** Texts that were reviewed once and are compared from then on; UPDATE_GOLDEN=1 writes them anew. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

/** Compare a text with the reviewed one of this name. */
export function golden(name: string, actual: string): void {
  const file = path.join(PROJECT_ROOT, "test", "cases", "golden", name);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, actual);
  }
  assert.equal(actual, fs.readFileSync(file, "utf8"));
}
