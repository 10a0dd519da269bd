/** What there is to say about a run: why it ended, and where its numbers are not what they seem. */
import type { KinkOnTape } from "../../autodiff/kinks.ts";
import { OPERATIONS } from "../../autodiff/operations.ts";
import { backward } from "../../autodiff/sweep.ts";
import { operandsOf, type NodeId, type Tape } from "../../autodiff/tape.ts";
import type { Finding } from "../finding.ts";
import type { FindingCode } from "../findingCodes.ts";
import { caught } from "../interpreter/compile/tries.ts";
import { getProperty } from "../interpreter/convert.ts";
import { inspect } from "../interpreter/inspect.ts";
import { Stop, type Machine } from "../interpreter/machine.ts";
import { ObjectValue } from "../interpreter/objects.ts";
import { REGION_CALL, type Regions, type Sites } from "../interpreter/recording.ts";
import { Thrown, type Value } from "../interpreter/values.ts";
import { placeOf, ts } from "../parse.ts";
import type { Place } from "../span.ts";
import { calledName } from "../text/calledName.ts";
import { deepExpression } from "../text/deepest.ts";
import { notation } from "../text/notation.ts";
import type { Output } from "../trace.ts";
import { placeOfSite } from "./collect.ts";
import { insteadOfNewer } from "./newer.ts";

/** Findings of one kind that are listed. */
export const MOST = 20;

/** How much of a program's own message is said. */
const LONGEST_MESSAGE = 300;

/** What the findings of a run are made from. */
export interface Report {
  readonly machine: Machine;
  readonly sites: Sites;
  readonly regions: Regions;
  /** Where to point if nothing better is known: the traced function's name. */
  readonly fallback: Place;
  /** The traced function. */
  readonly node: ts.Node;
}

/** Say why a run ended by an exception; undefined if the exception is a mistake of ours. */
export function failure(report: Report, error: unknown): Finding | undefined {
  if (error instanceof Stop) return stopped(report, error);
  const thrown = caught(report.machine, error);
  if (thrown?.reason !== undefined) return stopped(report, thrown.reason);
  return thrown === undefined ? undefined : thrownFinding(report, thrown);
}

/** The place of a site, or of what stands nearest to it. */
export function placeAt({ sites, fallback, machine }: Report, site: number): Place {
  return placeOfSite(sites, site) ?? placeOfSite(sites, machine.site) ?? fallback;
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

/** Put the expression of a site into a message. */
export function fill({ sites }: Report, message: string, site: number): string {
  const node = sites.nodes[site];
  return message.replace("{code}", node === undefined ? "This" : notation(node));
}

/** Say that a function has returned nothing to differentiate. */
export function withoutNumber({ machine, fallback }: Report, result: Value): Finding {
  const what =
    result === undefined
      ? "The function returns nothing"
      : `The result, \`${inspect(machine, result, 80)}\`, has no number in it`;
  const help = "Return a number, or an array, an object, a map or a set with numbers in it.";
  return { code: "result/none", severity: "info", message: `${what}, so there is no gradient.`, help, place: fallback };
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

/** What the run has noted without stopping. */
export function notices(report: Report): Finding[] {
  return [...report.machine.notices.values()].map(({ site, message, ...rest }) => ({
    ...rest,
    message: fill(report, message, site),
    place: placeAt(report, site),
  }));
}

/** What the numbers have to say: the first that is not finite, forward and backward, kinks, cut gradients. */
export function numericFindings(report: Report, outputs: readonly Output[], kinks: readonly KinkOnTape[]): Finding[] {
  const { tape } = report.machine;
  const [output] = outputs;
  const gradients = output?.node === undefined ? undefined : backward(tape, output.node);
  const matters = (node: NodeId): boolean => gradients?.[node] !== 0;
  return [
    ...firstBadValue(report, tape),
    ...(gradients === undefined ? [] : firstBadGradient(report, tape, gradients)),
    ...firstOfPlaces(
      tape,
      // A pole is told as the infinity that it gives.
      kinks.filter(({ node, kind }) => kind !== "pole" && matters(node)),
    ).map((kink) => kinkFinding(report, tape, kink)),
    ...cuts(report, tape),
  ];
}

/** The first kink of each place in the text: a loop comes to one again and again. */
function firstOfPlaces(tape: Tape, kinks: readonly KinkOnTape[]): KinkOnTape[] {
  const first = new Map(kinks.toReversed().map((kink) => [tape.tag[kink.node]!, kink]));
  return [...first.values()].reverse().slice(0, MOST);
}

function stepFinding(
  { sites, fallback }: Report,
  tape: Tape,
  node: NodeId,
  code: FindingCode,
  message: (formula: string) => string,
): Finding {
  const site = tape.tag[node]!;
  const syntax = sites.nodes[site];
  const formula = syntax === undefined ? OPERATIONS[tape.op[node]!]!.name : notation(syntax);
  const severity = code === "gradient/cut" ? "info" : "warning";
  return { code, severity, message: message(formula), place: placeOfSite(sites, site) ?? fallback };
}

function firstBadValue(report: Report, tape: Tape): Finding[] {
  for (let node = 0; node < tape.length; node++) {
    const value = tape.value[node]!;
    if (Number.isFinite(value)) continue;
    const operands = operandsOf(tape, node);
    if (operands.length === 0) continue;
    // A step that only passes it on is not the first, but one that takes it from an input or from a number that is not followed is.
    const isPassedOn = operands.some(
      (operand) =>
        operand.kind === "node" &&
        !Number.isFinite(tape.value[operand.node]!) &&
        operandsOf(tape, operand.node).length > 0,
    );
    if (isPassedOn) continue;
    const at = operands
      .map((operand) => shown(operand.kind === "node" ? tape.value[operand.node]! : operand.value))
      .join(", ");
    return [
      stepFinding(
        report,
        tape,
        node,
        "domain/value",
        (formula) =>
          `\`${formula}\` is ${word(value)} here: its operand${operands.length > 1 ? "s are" : " is"} ${at}.`,
      ),
    ];
  }
  return [];
}

function firstBadGradient(report: Report, tape: Tape, gradients: Float64Array): Finding[] {
  for (let node = tape.length - 1; node >= 0; node--) {
    const gradient = gradients[node]!;
    if (gradient === 0 || !Number.isFinite(gradient) || !Number.isFinite(tape.value[node]!)) continue;
    const bad = operandsOf(tape, node).find((operand) => operand.kind === "node" && !Number.isFinite(operand.partial));
    if (bad?.kind !== "node") continue;
    const what = Number.isNaN(bad.partial) ? "has no derivative" : "has an infinite derivative";
    return [
      stepFinding(
        report,
        tape,
        node,
        "domain/gradient",
        (formula) => `\`${formula}\` ${what} where its operand is ${shown(tape.value[bad.node]!)}.`,
      ),
    ];
  }
  return [];
}

function kinkFinding(report: Report, tape: Tape, { node, left, right }: KinkOnTape): Finding {
  const moving = operandsOf(tape, node).find((operand) => operand.kind === "node");
  const used = moving?.kind === "node" ? moving.partial : 0;
  const slopes =
    left === undefined || right === undefined
      ? ""
      : ` To the left it is ${shown(left)}, to the right ${right > 0 ? "+" : ""}${shown(right)}.`;
  const at = moving?.kind === "node" ? ` where its operand is ${shown(tape.value[moving.node]!)}` : "";
  return stepFinding(
    report,
    tape,
    node,
    "kink/point",
    (formula) => `\`${formula}\` has no derivative${at}; the graph uses ${shown(used)}.${slopes}`,
  );
}

function cuts(report: Report, tape: Tape): Finding[] {
  const seen = new Set<number>();
  const findings: Finding[] = [];
  for (let node = 0; node < tape.length && findings.length < MOST; node++) {
    if (!OPERATIONS[tape.op[node]!]!.cuts || seen.has(tape.tag[node]!)) continue;
    seen.add(tape.tag[node]!);
    findings.push(
      stepFinding(
        report,
        tape,
        node,
        "gradient/cut",
        (formula) => `\`${formula}\` keeps only a part of the number, so no gradient passes through it.`,
      ),
    );
  }
  return findings;
}

function word(value: number): string {
  return Number.isNaN(value) ? "NaN" : "infinite";
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}
