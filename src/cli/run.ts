/** What `gradlens` does: everything but the process itself, so that it can be tested. */
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { defaultBudget } from "../engine/budget.ts";
import type { Engine } from "../engine/engine.ts";
import type { ReportAnswer, SourceText, Target } from "../engine/request.ts";
import type { JsonFinding, JsonTrace } from "../view/documents/json.ts";
import { readCommandLine, usage, type CommandLine } from "./commandLine.ts";

/** The surroundings of the process. */
export interface Surroundings {
  readonly folder: string;
  readonly version: string;
  readonly engine: Pick<Engine, "ask">;
  /** Return a file's text; undefined if it cannot be read. */
  readonly readFile: (file: string) => string | undefined;
  readonly readInput: () => string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Exit statuses. Stable: other programs depend on them. */
const VALUE = 0;
const NO_VALUE = 1;
const WRONG_USAGE = 2;

/** Do what the words after `gradlens` ask for; return the exit status. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const commandLine = readCommandLine(words);
  switch (commandLine.kind) {
    case "help":
      surroundings.print(usage);
      return VALUE;
    case "version":
      surroundings.print(`${surroundings.version}\n`);
      return VALUE;
    case "wrong":
      return wrongUsage(surroundings, `${commandLine.message}\n\n${usage}`);
    case "trace":
      return trace(commandLine, surroundings);
    default:
      return commandLine satisfies never;
  }
}

type TraceCommand = Extract<CommandLine, { readonly kind: "trace" }>;

async function trace(command: TraceCommand, surroundings: Surroundings): Promise<number> {
  const file = path.resolve(surroundings.folder, command.file);
  const text = surroundings.readFile(file);
  if (text === undefined) return wrongUsage(surroundings, `The file ${command.file} cannot be read.\n`);
  const source: SourceText = { uri: pathToFileURL(file).href, text };
  const target = await targetOf(command, source, surroundings);
  if (typeof target === "string") return wrongUsage(surroundings, target);
  const outcome = await surroundings.engine.ask("report", {
    source,
    target,
    at: command.at,
    arguments: command.args === "-" ? surroundings.readInput() : command.args,
    output: command.output,
    budget: defaultBudget,
    digits: 6,
  });
  if (outcome.kind !== "answered") {
    const message = outcome.kind === "dropped" ? "The run was dropped." : outcome.message;
    return report({ kind: "broken", json: failure(target, source, message) }, command, surroundings);
  }
  return report(outcome.answer, command, surroundings);
}

/** The function that is meant; a sentence if that is not clear. */
async function targetOf(
  { file, name }: TraceCommand,
  source: SourceText,
  { engine }: Surroundings,
): Promise<Target | string> {
  if (name !== undefined) return { kind: "name", name };
  const outcome = await engine.ask("functions", source);
  const functions = outcome.kind === "answered" ? outcome.answer : [];
  const [first, second] = functions;
  // A text that cannot be read has none either; asking for one gives the error.
  if (first === undefined) return { kind: "name", name: "" };
  if (second === undefined) return { kind: "name", name: first.name };
  return `${file} has several functions; name one of them:\n${listOf(file, functions)}`;
}

function report(answer: ReportAnswer, { file, name, json }: TraceCommand, surroundings: Surroundings): number {
  switch (answer.kind) {
    case "none": {
      const list = answer.functions.length === 0 ? "It has none.\n" : `It has:\n${listOf(file, answer.functions)}`;
      if (name === undefined) return wrongUsage(surroundings, `${file} has no function.\n`);
      return wrongUsage(surroundings, `${file} has no function \`${name}\`. ${list}`);
    }
    case "wrong":
      return wrongUsage(surroundings, `${answer.message}\n`);
    case "broken":
    case "report": {
      const trace = withFiles(answer.json, surroundings.folder);
      if (json) surroundings.print(`${JSON.stringify(trace)}\n`);
      else if (answer.kind === "report") surroundings.print(withNames(answer, surroundings.folder));
      else surroundings.complain(trace.findings.map(findingLine).join(""));
      return trace.value === null ? NO_VALUE : VALUE;
    }
    default:
      return answer satisfies never;
  }
}

function wrongUsage({ complain }: Surroundings, message: string): number {
  complain(message);
  return WRONG_USAGE;
}

function listOf(file: string, functions: readonly { readonly name: string; readonly signature: string }[]): string {
  return functions.map(({ name, signature }) => `  ${file}#${name}   ${signature}\n`).join("");
}

function failure(target: Target, { uri, text }: SourceText, message: string): JsonTrace {
  const name = target.kind === "name" ? target.name : "";
  const endLine = text.split("\n").length;
  const finding: JsonFinding = {
    code: "engine/failed",
    severity: "error",
    message,
    file: uri,
    line: 1,
    column: 1,
    endLine,
    endColumn: 1,
  };
  return { function: name, value: null, output: [], gradient: [], steps: 0, findings: [finding] };
}

/** The engine speaks of URIs, people of paths. */
function withFiles(json: JsonTrace, folder: string): JsonTrace {
  return {
    ...json,
    findings: json.findings.map((finding) => ({ ...finding, file: displayPath(finding.file, folder) })),
  };
}

function withNames({ json, table }: Extract<ReportAnswer, { readonly kind: "report" }>, folder: string): string {
  const files = new Set(json.findings.map(({ file }) => file));
  return [...files].reduce((text, file) => text.replaceAll(file, displayPath(file, folder)), table);
}

function displayPath(uri: string, folder: string): string {
  if (!uri.startsWith("file:")) return uri;
  const file = fileURLToPath(uri);
  const relative = path.relative(folder, file);
  return relative.startsWith("..") || path.isAbsolute(relative) ? file : relative;
}

function findingLine({ file, line, column, severity, message, code }: JsonFinding): string {
  return `${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`;
}
