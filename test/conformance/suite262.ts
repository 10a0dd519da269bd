/** The tests of test262: which files they are, what each asks for, and which are left out. */
import fs from "node:fs";
import path from "node:path";
import { leftOut } from "./leftOut262.ts";

/** What a test asks for in the comment at its head. */
export interface Test262 {
  readonly file: string;
  readonly text: string;
  readonly kind: "script" | "module";
  /** Whether "use strict" stands before it. */
  readonly isStrict: boolean;
  /** Helpers that are evaluated before it. */
  readonly includes: readonly string[];
  /** The error that it must end with, and when. */
  readonly negative: { readonly phase: string; readonly type: string } | undefined;
  /** Why it is not run. */
  readonly leftOut: string | undefined;
}

/** The folders of tests of a checkout; of the copy that Firefox carries, its own root. */
export function testRoot(checkout: string): string {
  const inside = path.join(checkout, "test");
  return fs.existsSync(path.join(inside, "language")) ? inside : checkout;
}

/** The tests whose paths contain one of the parts, relative to the root. */
export function listTests(root: string, parts: readonly string[]): string[] {
  const folders = ["language", "built-ins"].map((name) => path.join(root, name));
  return folders
    .flatMap((folder) =>
      (fs.readdirSync(folder, { recursive: true }) as string[]).map((name) =>
        path.join(path.relative(root, folder), name),
      ),
    )
    .filter((name) => name.endsWith(".js") && !/_FIXTURE\.js$|(?:^|\/)(?:shell|browser)\.js$/.test(name))
    .filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
    .sort();
}

/** Read a test. */
export function readTest(root: string, name: string): Test262 {
  const file = path.join(root, name);
  const text = fs.readFileSync(file, "utf8");
  const head = /\/\*---([\s\S]*?)---\*\//.exec(text)?.[1] ?? "";
  const flags = list(head, "flags");
  const features = list(head, "features");
  const negative = /^negative:\s*\n((?:[ \t]+.*\n?)*)/m.exec(head)?.[1];
  const field = (key: string): string => new RegExp(`${key}:\\s*(\\w+)`).exec(negative ?? "")?.[1] ?? "";
  return {
    file,
    text,
    kind: flags.includes("module") ? "module" : "script",
    isStrict: flags.includes("onlyStrict"),
    includes: flags.includes("raw") ? [] : [...new Set(["assert.js", "sta.js", ...list(head, "includes")])],
    negative: negative === undefined ? undefined : { phase: field("phase"), type: field("type") },
    leftOut: leftOut({ name, flags, features, code: text.replace(/\/\*---[\s\S]*?---\*\/|^\/\/.*$/gm, "") }),
  };
}

/** A list in the head, in either of YAML's two notations. */
function list(head: string, key: string): string[] {
  const short = new RegExp(`^\\s*${key}:\\s*\\[([^\\]]*)\\]`, "m").exec(head)?.[1];
  if (short !== undefined) return words(short.split(","));
  const long = new RegExp(`^\\s*${key}:\\s*\\n((?:\\s*-\\s.*\\n?)*)`, "m").exec(head)?.[1];
  return long === undefined ? [] : words(long.split("\n").map((line) => line.replace(/^\s*-\s*/, "")));
}

function words(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The helpers of a checkout by their names. */
export class Harness {
  private readonly texts = new Map<string, string>();
  private readonly folder: string;

  constructor(root: string) {
    this.folder = path.join(path.dirname(root), "harness");
    if (fs.existsSync(path.join(this.folder, "assert.js"))) return;
    // Firefox has put the helpers of a folder's tests together into a file of that folder.
    for (const name of fs.readdirSync(root, { recursive: true }) as string[]) {
      if (path.basename(name) !== "shell.js") continue;
      const parts = fs.readFileSync(path.join(root, name), "utf8").split(/^\/\/ file: (\S+)$/m);
      for (let index = 1; index < parts.length; index += 2) this.texts.set(parts[index]!, parts[index + 1]!);
    }
  }

  /** The text of a helper. */
  read(name: string): string {
    // The original makes it from a text.
    if (name === "fnGlobalObject.js") return "function fnGlobalObject() { return globalThis; }";
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const file = path.join(this.folder, name);
    const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
    this.texts.set(name, text);
    return text;
  }
}
