/** A run as the command line tells it: as JSON and as a table. */
import { parseAssignments } from "../language/inputs/written/tags.ts";
import type { Trace } from "../language/trace.ts";
import { jsonFinding, traceJson } from "../view/documents/json.ts";
import { traceTable } from "../view/documents/table.ts";
import { chooseOutput, outputKey } from "../view/inputs/outputs.ts";
import type { ReportAnswer, ReportRequest } from "./request.ts";
import { functionList, linesOfSource, optionsOf, resolve, type Runner } from "./runner.ts";

/** Outputs that a message lists. */
const MOST_NAMES = 12;

/** Run a function and report of it. */
export async function report(runner: Runner, request: ReportRequest): Promise<ReportAnswer> {
  const { source, target, at, output } = request;
  const changed = changesOf(at);
  if (typeof changed === "string") return { kind: "wrong", message: changed };
  const found = resolve(source, target);
  const choices = found === undefined ? [] : [{ name: found.name, start: found.namePlace.start, changed, output }];
  const run = await runner.run({ ...request, choices }, target, request.arguments, false);
  const { answer } = run;
  if (answer.kind === "none") return { kind: "none", functions: functionList(source) };
  if (answer.kind === "broken") {
    const findings = [jsonFinding(answer.finding, linesOfSource(source))];
    const json = { function: found?.name ?? "", value: null, output: [], gradient: [], steps: 0, findings };
    return { kind: "broken", json };
  }
  const { trace } = answer;
  const chosen = chooseOutput(trace, output);
  const wrong = unknownInput(trace, changed) ?? (chosen === undefined ? unknownOutput(trace, output) : undefined);
  if (wrong !== undefined) return { kind: "wrong", message: wrong };
  const table = traceTable(trace, optionsOf(answer, { ...request, choices }));
  return { kind: "report", json: traceJson(trace, chosen), table };
}

/** Inputs as they were typed for a report, by name; a sentence if they cannot be read. */
function changesOf(at: string | undefined): Readonly<Record<string, string>> | string {
  if (at === undefined) return {};
  const { entries, findings } = parseAssignments(at, "--at");
  const [first] = findings;
  return first?.message ?? Object.fromEntries(entries.map(({ target, value }) => [target.name, value.getText()]));
}

/** A sentence about the first changed input that the function does not have. */
function unknownInput(trace: Trace, changed: Readonly<Record<string, string>>): string | undefined {
  const rootOf = (name: string): string => /^[^.[]*/.exec(name)![0];
  const roots = new Set([...trace.function.parameters, ...trace.inputs.map(({ name }) => rootOf(name))]);
  const unknown = Object.keys(changed).find((name) => !roots.has(rootOf(name)));
  return unknown === undefined ? undefined : `\`${trace.function.name}\` has no input \`${unknown}\`.`;
}

/** A sentence about an output that the result does not have, if it has any. */
function unknownOutput({ outputs }: Trace, key: string | undefined): string | undefined {
  const [first] = outputs;
  if (first === undefined || key === undefined) return undefined;
  if (first.path.length === 0) return `The result is a number and has no part \`${key}\`.`;
  const names = outputs.slice(0, MOST_NAMES).map((output) => `\`${outputKey(output)}\``);
  const more = outputs.length > MOST_NAMES ? ` and ${outputs.length - MOST_NAMES} more` : "";
  return `The result has no number \`${key}\`. It has ${names.join(", ")}${more}.`;
}
