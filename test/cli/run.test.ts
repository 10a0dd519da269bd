/** What `gradlens` prints and how it exits, against an engine that the test plays. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { run } from "../../src/cli/run.ts";
import type { Calls, Outcome, ReportRequest } from "../../src/engine/request.ts";
import type { JsonTrace } from "../../src/view/documents/json.ts";

const folder = path.resolve("/project");
const uri = pathToFileURL(path.join(folder, "a.ts")).href;
const json: JsonTrace = { function: "f", value: 6, output: [], gradient: [], steps: 1, findings: [] };
const finding = {
  code: "syntax/error",
  severity: "error",
  message: "`)` expected.",
  file: uri,
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 4,
};
const info = (name: string) => {
  const place = { file: uri, start: 0, end: 1 };
  return { name, signature: `${name}(x)`, place, namePlace: place, tagged: false };
};

interface Answers {
  readonly functions?: Calls["functions"]["answer"];
  readonly report?: Outcome<Calls["report"]["answer"]>;
  readonly input?: string;
}

async function play(words: readonly string[], { functions = [], report, input = "" }: Answers = {}) {
  const printed: string[] = [];
  const complained: string[] = [];
  const requests: ReportRequest[] = [];
  const status = await run(words, {
    folder,
    version: "1.2.3",
    engine: {
      ask: <Call extends keyof Calls>(call: Call, request: Calls[Call]["request"]) => {
        if (call === "report") requests.push(request as ReportRequest);
        const outcome = call === "report" ? report : { kind: "answered", answer: functions };
        return Promise.resolve(outcome as Outcome<Calls[Call]["answer"]>);
      },
    },
    readFile: (file) => (file === path.join(folder, "a.ts") ? "text" : undefined),
    readInput: () => input,
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
  });
  return { status, printed: printed.join(""), complained: complained.join(""), request: requests[0] };
}

const answered = (answer: Calls["report"]["answer"]): Outcome<Calls["report"]["answer"]> => ({
  kind: "answered",
  answer,
});

describe("gradlens trace", () => {
  it("prints the table and exits with 0 when there is a value", async () => {
    const table = `f(x)\n${uri}:1:2: something\n`;
    const report = answered({ kind: "report", json: { ...json, findings: [{ ...finding, severity: "info" }] }, table });
    const { status, printed, request } = await play(["trace", "a.ts#f", "--at", "x = 3", "--output", "0"], { report });
    assert.deepEqual([status, printed], [0, "f(x)\na.ts:1:2: something\n"]);
    assert.deepEqual(
      [request!.source, request!.target, request!.at, request!.output],
      [{ uri, text: "text" }, { kind: "name", name: "f" }, "x = 3", "0"],
    );
  });

  it("prints one JSON object with paths instead of addresses", async () => {
    const report = answered({ kind: "broken", json: { ...json, value: null, findings: [finding] } });
    const { status, printed } = await play(["trace", "a.ts#f", "--json"], { report });
    assert.equal(status, 1);
    assert.deepEqual(JSON.parse(printed), { ...json, value: null, findings: [{ ...finding, file: "a.ts" }] });
    assert.equal(printed.split("\n").length, 2);
  });

  it("says what prevented a value, and exits with 1", async () => {
    const report = answered({ kind: "broken", json: { ...json, value: null, findings: [finding] } });
    const { status, printed, complained } = await play(["trace", "a.ts#f"], { report });
    assert.deepEqual([status, printed, complained], [1, "", "a.ts:2:3: error: `)` expected. [syntax/error]\n"]);
  });

  it("reads the arguments from standard input", async () => {
    const report = answered({ kind: "report", json, table: "" });
    const { request } = await play(["trace", "a.ts#f", "--args", "-"], { report, input: "[1, NaN]" });
    assert.equal(request!.arguments, "[1, NaN]");
  });

  it("takes the only function of a file", async () => {
    const report = answered({ kind: "report", json, table: "" });
    const { status, request } = await play(["trace", "a.ts"], { report, functions: [info("only")] });
    assert.deepEqual([status, request!.target], [0, { kind: "name", name: "only" }]);
  });

  it("lists the functions when it is not clear which one is meant", async () => {
    const { status, complained } = await play(["trace", "a.ts"], { functions: [info("f"), info("g")] });
    assert.equal(status, 2);
    assert.equal(complained, "a.ts has several functions; name one of them:\n  a.ts#f   f(x)\n  a.ts#g   g(x)\n");
    const missing = await play(["trace", "a.ts#h"], { report: answered({ kind: "none", functions: [info("f")] }) });
    assert.equal(missing.status, 2);
    assert.equal(missing.complained, "a.ts has no function `h`. It has:\n  a.ts#f   f(x)\n");
    const empty = await play(["trace", "a.ts"], { report: answered({ kind: "none", functions: [] }) });
    assert.deepEqual([empty.status, empty.complained], [2, "a.ts has no function.\n"]);
    const json = { function: "", value: null, output: [], gradient: [], steps: 0, findings: [finding] };
    const unread = await play(["trace", "a.ts"], { report: answered({ kind: "broken", json }) });
    assert.deepEqual([unread.status, unread.complained.includes(finding.message)], [1, true]);
  });

  it("exits with 2 for a file that cannot be read and for a request that makes no sense", async () => {
    const missing = await play(["trace", "b.ts#f"]);
    assert.deepEqual([missing.status, missing.complained], [2, "The file b.ts cannot be read.\n"]);
    const wrong = await play(["trace", "a.ts#f", "--output", "z"], {
      report: answered({ kind: "wrong", message: "No number `z`." }),
    });
    assert.deepEqual([wrong.status, wrong.complained], [2, "No number `z`.\n"]);
    const usage = await play(["plot"]);
    assert.equal(usage.status, 2);
    assert.match(usage.complained, /^There is no command `plot`\.\n\nUsage: /);
  });

  it("reports an engine that had to be restarted as a finding", async () => {
    const report = { kind: "restarted", message: "The engine was restarted." } as const;
    const { status, printed } = await play(["trace", "a.ts#f", "--json"], { report });
    assert.equal(status, 1);
    const { findings, value } = JSON.parse(printed) as JsonTrace;
    assert.deepEqual(
      [value, findings[0]!.code, findings[0]!.message],
      [null, "engine/failed", "The engine was restarted."],
    );
  });

  it("prints help and version on standard output", async () => {
    assert.match((await play(["--help"])).printed, /^Usage: gradlens trace/);
    assert.deepEqual((await play(["--version"])).printed, "1.2.3\n");
  });
});
