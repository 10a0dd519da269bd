import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { FINDING_TITLES } from "../../src/language/findingCodes.ts";

const codes = Object.keys(FINDING_TITLES);

describe("codes of findings", () => {
  it("have a paragraph each in docs/findings.md, in the same order, that begins with the title and goes on", () => {
    const text = fs.readFileSync(path.join(PROJECT_ROOT, "docs", "findings.md"), "utf8");
    const sections = text.split(/^### /m).slice(1);
    const documented = sections.map((section) => section.split("\n")[0]);
    assert.deepEqual(documented, codes);
    for (const section of sections) {
      const [code = "", title, paragraph = ""] = section
        .replace(/^## .*$/ms, "")
        .trim()
        .split(/\n\n/);
      assert.equal(title, `${FINDING_TITLES[code as keyof typeof FINDING_TITLES]}.`);
      assert.match(paragraph, /^.{80,}\.$/s, code);
    }
  });

  it("are those that the source uses", () => {
    const root = path.join(PROJECT_ROOT, "src");
    const files = fs.readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
    const groups = [...new Set(codes.map((code) => code.split("/")[0]))].join("|");
    const used = new Set<string>();
    for (const file of files.filter((name) => !name.endsWith("findingCodes.ts")))
      for (const [, code] of fs
        .readFileSync(path.join(root, file), "utf8")
        .matchAll(new RegExp(`"((?:${groups})/[a-z-]+)"`, "g")))
        used.add(code!);
    assert.deepEqual([...used].sort(), [...codes].sort());
  });
});
