/** Why a run ended before its end, in words: a budget that is used up, something that cannot be followed, or an exception of the program's. */
import type { Finding } from "../finding.ts";
import type { FindingCode } from "../findingCodes.ts";
import { caught } from "../interpreter/compile/statements/tries.ts";
import { inspect } from "../interpreter/inspect/inspect.ts";
import { type Machine } from "../interpreter/machine.ts";
import { Stop } from "../interpreter/meter.ts";
import { REGION_CALL } from "../interpreter/recording.ts";
import { getProperty } from "../interpreter/rules/convert.ts";
import { ObjectValue } from "../interpreter/values/objects.ts";
import type { Thrown, Value } from "../interpreter/values/values.ts";
import { placeOf, ts } from "../parse.ts";
import { calledName } from "../text/calledName.ts";
import { deepExpression } from "../text/deepest.ts";
import { fill, placeAt, type Report } from "./findings.ts";
import { insteadOfNewer } from "./newer.ts";

/** How much of a program's own message is said. */
const LONGEST_MESSAGE = 300;

/** Say why a run ended by an exception; undefined if the exception is a mistake of ours. */
export function failure(report: Report, error: unknown): Finding | undefined {
  if (error instanceof Stop) return stopped(report, error);
  const thrown = caught(report.machine, error);
  if (thrown?.reason !== undefined) return stopped(report, thrown.reason);
  return thrown === undefined ? undefined : thrownFinding(report, thrown);
}

function stopped(report: Report, stop: Stop): Finding {
  const { place: known } = stop.finding;
  if (known !== undefined) return { ...stop.finding, place: known };
  const node = report.sites.nodes[stop.site];
  const place = placeAt(report, stop.site);
  const { message } = stop.finding;
  const where = stop.finding.code.startsWith("budget/") && node !== undefined ? ` in ${whereabouts(node)}` : "";
  return { ...stop.finding, message: `${fill(report, message, stop.site)}${where}.`, place };
}

/** The loop or the function that a place is in, in words. */
function whereabouts(node: ts.Node): string {
  const around = ts.findAncestor(node, (each) => ts.isIterationStatement(each, false) || ts.isFunctionLike(each));
  if (around === undefined) return "the module";
  const line = around.getSourceFile().getLineAndCharacterOfPosition(around.getStart()).line + 1;
  return ts.isFunctionLike(around) ? `\`${calledName(around)}\` on line ${line}` : `the loop on line ${line}`;
}

function thrownFinding(report: Report, thrown: Thrown): Finding {
  const { machine } = report;
  const { value } = thrown;
  const name = value instanceof ObjectValue ? shortened(textOf(machine, value, "name")) : "";
  const said = value instanceof ObjectValue ? textOf(machine, value, "message") : "";
  // What is no error has no message of its own.
  const text = said === "" && name === "" ? inspect(machine, value, LONGEST_MESSAGE) : shortened(said);
  const place = placeAt(report, thrown.site);
  const code = codeOf(name, text);
  if (code === "budget/recursion") {
    const deep = machine.depth < RECURSION ? deepExpression(report.node) : undefined;
    return { code, severity: "error", ...depthText(machine), place: deep === undefined ? place : placeOf(deep) };
  }
  const path = callPath(report);
  const through = path.length > 1 ? `, called through ${path.map((part) => `\`${part}\``).join(" → ")}` : "";
  const message =
    code === "error/undefined-name" || code === "error/not-a-function"
      ? text
      : `${name === "" ? "A value" : name} was thrown: ${text}`;
  const isOwn = ts.isThrowStatement(report.sites.nodes[thrown.site] ?? report.node);
  const help = insteadOfNewer(text) ?? meantHelp(machine, value) ?? THROWN_HELP[code]?.(isOwn);
  return {
    code,
    severity: "error",
    message: `${message.replace(/\.$/, "")}${through}.`,
    ...(help === undefined ? {} : { help }),
    place,
  };
}

function meantHelp(machine: Machine, value: Value): string | undefined {
  const meant = value instanceof ObjectValue ? machine.suggestions.get(value)?.() : undefined;
  return meant === undefined ? undefined : `Perhaps \`${meant}\` is meant.`;
}

/** What to do instead, where nothing better is known; `isOwn` of what the code itself throws. */
const THROWN_HELP: Partial<Record<FindingCode, (isOwn: boolean) => string>> = {
  "error/undefined-name": () => "Check the spelling, declare or import it, or pass it as a parameter.",
  "error/not-a-function": () =>
    "Check what stands before the parentheses for these inputs, and give others with `@at`.",
  "error/type": () => "Check what the value is for these inputs, and give others with `@at`.",
  "error/thrown": (isOwn) =>
    isOwn
      ? "If these inputs are refused on purpose, give others with `@at`."
      : "Check what is passed here for these inputs, and give others with `@at`.",
};

/** Calls that are open where a recursion may have filled the stack; with fewer it is something else. */
const RECURSION = 100;

function depthText({ depth }: Machine): Pick<Finding, "message" | "help"> {
  if (depth >= RECURSION)
    return {
      message: "The function calls itself too deeply.",
      help: "Check what ends the recursion, or write it as a loop.",
    };
  return {
    message: "Something is nested too deeply, or a call has too many arguments.",
    help: "Divide a long expression into parts with names, and pass long lists as arrays.",
  };
}

function shortened(text: string): string {
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
}

function codeOf(name: string, text: string): FindingCode {
  if (name === "ReferenceError" && text.endsWith("is not defined")) return "error/undefined-name";
  if (name === "TypeError" && text.endsWith("is not a function")) return "error/not-a-function";
  if (name === "RangeError" && text.startsWith("Maximum call stack size")) return "budget/recursion";
  return name === "TypeError" ? "error/type" : "error/thrown";
}

function textOf(machine: Machine, object: ObjectValue, key: string): string {
  try {
    const value = getProperty(machine, object, key);
    return typeof value === "string" ? value : value === undefined ? "" : inspect(machine, value, 200);
  } catch {
    // A getter of the program's that throws has nothing to say.
    return "";
  }
}

/** The names of the functions whose calls are open, from the outside in. */
function callPath({ regions, sites }: Report): string[] {
  const path: string[] = [];
  for (let region = regions.current; region >= 0 && path.length < 8; region = regions.parentOf(region))
    if (regions.kindOf(region) === REGION_CALL) path.unshift(calledName(sites.nodes[regions.siteOf(region)]!));
  return path;
}
