/** What a conformance run prints. */
import path from "node:path";
import type { Result } from "./ended.ts";
import { listTests, testRoot } from "./suite262.ts";
import { listTypeScript, typeScriptRoot } from "./suiteTypeScript.ts";

/** What is run. */
export interface Suite {
  readonly kind: "test262" | "typescript";
  readonly root: string;
  readonly files: readonly string[];
}

/** The tests of a directory. */
export function testsOf(directory: string, parts: readonly string[]): Suite {
  const typeScript = typeScriptRoot(directory);
  if (typeScript !== undefined)
    return { kind: "typescript", root: typeScript, files: listTypeScript(typeScript, parts) };
  const root = testRoot(directory);
  return { kind: "test262", root, files: listTests(root, parts) };
}

/** What is shown of the results. */
export interface ReportOptions {
  /** How many folders deep figures are given. */
  readonly depth: number;
  /** Whether each failing test is named. */
  readonly isFull: boolean;
}

/** Figures for each folder, then what was left out, then what fails. */
export function report(results: readonly Result[], { depth, isFull }: ReportOptions): string {
  const folders = grouped(results, ({ file }) => path.dirname(file).split("/").slice(0, depth).join("/"));
  const lines = [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folder, some]) => figures(folder, some));
  const reasons = grouped(
    results.filter(({ outcome }) => outcome === "left out"),
    ({ detail }) => detail,
  );
  const failing = results.filter(({ outcome }) => outcome === "fail");
  const causes = [...grouped(failing, ({ detail }) => detail.split("\n")[0]!.slice(0, 100))];
  causes.sort(([, a], [, b]) => b.length - a.length);
  return [
    ...lines,
    figures("all", results),
    "",
    "Left out:",
    ...[...reasons].map(([reason, some]) => `  ${some.length} ${reason}`),
    "",
    "Failing:",
    ...causes.slice(0, isFull ? Infinity : 40).map(([cause, some]) => `  ${some.length} ${cause} (${some[0]!.file})`),
    ...(isFull ? ["", ...listed(results, "fail"), "", "Node fails, too:", ...listed(results, "outdated")] : []),
  ].join("\n");
}

function listed(results: readonly Result[], outcome: Result["outcome"]): string[] {
  return results.filter((result) => result.outcome === outcome).map(({ file, detail }) => `${file}: ${detail}`);
}

function figures(name: string, results: readonly Result[]): string {
  const count = (outcome: Result["outcome"]): number => results.filter((result) => result.outcome === outcome).length;
  const passed = count("pass");
  const run = passed + count("fail");
  const share = run === 0 ? "" : ` (${((100 * passed) / run).toFixed(1)} %)`;
  const rest = [
    `${count("refusal")} early errors missed`,
    `${count("outdated")} fail in Node, too`,
    `${count("left out")} left out`,
  ];
  return `${name}: ${passed} of ${run}${share}; ${rest.join(", ")}`;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
