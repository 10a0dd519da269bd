/** What there is to say about a run that ended: what it has noted, and where its numbers are not what they seem. */
import type { KinkOnTape } from "../../autodiff/kinks.ts";
import { OPERATIONS } from "../../autodiff/operations/operations.ts";
import { backward } from "../../autodiff/sweep.ts";
import { operandsOf, type NodeId, type Tape } from "../../autodiff/tape.ts";
import type { Finding } from "../finding.ts";
import type { FindingCode } from "../findingCodes.ts";
import { inspect } from "../interpreter/inspect/inspect.ts";
import type { Machine } from "../interpreter/machine.ts";
import type { Regions, Sites } from "../interpreter/recording.ts";
import type { Value } from "../interpreter/values/values.ts";
import type { ts } from "../parse.ts";
import type { Place } from "../span.ts";
import { notation } from "../text/notation.ts";
import type { Output } from "../trace.ts";
import { placeOfSite } from "./collect.ts";
import { pathsTo, type Paths } from "./paths.ts";

/** Findings of one kind that are listed. */
export const MOST = 20;

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

/** The place of a site, or of what stands nearest to it. */
export function placeAt({ sites, fallback, machine }: Report, site: number): Place {
  return placeOfSite(sites, site) ?? placeOfSite(sites, machine.site) ?? fallback;
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

/** What the run has noted without stopping. */
export function notices(report: Report): Finding[] {
  return [...report.machine.notices.values()].map(({ site, message, ...rest }) => ({
    ...rest,
    message: fill(report, message, site),
    place: placeAt(report, site),
  }));
}

/** What the numbers have to say: the first that is not finite, forward and backward, kinks, cut gradients. `deciding` has 1 for steps on which decisions hang. */
export function numericFindings(
  report: Report,
  outputs: readonly Output[],
  kinks: readonly KinkOnTape[],
  deciding: Uint8Array,
): Finding[] {
  const { tape } = report.machine;
  const [output] = outputs;
  const gradients = output?.node === undefined ? undefined : backward(tape, output.node);
  let paths: Paths | undefined;
  // What jumps and is no part of the result may be the place of one: the number that it is made from has a gradient, of one side.
  const isEdge = (node: NodeId, kind: KinkOnTape["kind"]): boolean =>
    kind === "jump" &&
    deciding[node] === 1 &&
    operandsOf(tape, node).some(
      (operand) => operand.kind === "node" && (paths ??= pathsTo(outputs, tape)).leads[operand.node] === 1,
    );
  const matters = ({ node, kind }: KinkOnTape): boolean => gradients?.[node] !== 0 || isEdge(node, kind);
  return [
    ...firstBadValue(
      report,
      tape,
      outputs.every(({ value }) => Number.isFinite(value)),
    ),
    ...(gradients === undefined ? [] : firstBadGradient(report, tape, gradients)),
    ...firstOfPlaces(
      tape,
      // A pole is told as the infinity that it gives.
      kinks.filter((kink) => kink.kind !== "pole" && matters(kink)),
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

/** The first step that is not finite; of a result that is, not where the function itself puts in an infinite number, as a bound or a 0 of logarithms. */
function firstBadValue(report: Report, tape: Tape, isResultFinite: boolean): Finding[] {
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
    const isPutIn = operands.some((operand) => operand.kind !== "node" && Math.abs(operand.value) === Infinity);
    if (isPutIn && isResultFinite && !Number.isNaN(value)) continue;
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
