/** The form of a trace that other programs read: `gradlens trace --json`. Stable. */
import { backward } from "../../autodiff/sweep.ts";
import type { Finding } from "../../language/finding.ts";
import type { Output, Path, Trace } from "../../language/trace.ts";
import { linesOf, type Lines } from "../findings.ts";

/** A number, or the name of one that JSON cannot hold. */
export type JsonNumber = number | "NaN" | "Infinity" | "-Infinity" | "-0";

/** A finding with its place counted from 1. */
export interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One object for one run. */
export interface JsonTrace {
  readonly function: string;
  /** Null if the run did not get to a number. */
  readonly value: JsonNumber | null;
  /** Keys and indices from the result to the number. */
  readonly output: Path;
  /** A number for every input that is differentiated by; empty without a value. */
  readonly gradient: readonly { readonly input: string; readonly path: Path; readonly value: JsonNumber }[];
  /** Recorded steps, inputs not counted. */
  readonly steps: number;
  readonly findings: readonly JsonFinding[];
}

/** Return the JSON form of a trace, differentiated at one of its outputs. */
export function traceJson(trace: Trace, output: Output | undefined): JsonTrace {
  const lines = linesOf(trace.texts);
  const active = trace.inputs.flatMap(({ name, path, node }) => (node === undefined ? [] : [{ name, path, node }]));
  const gradients = output?.node === undefined ? undefined : backward(trace.tape, output.node);
  return {
    function: trace.function.name,
    value: output === undefined ? null : jsonNumber(output.value),
    output: output?.path ?? [],
    gradient: (output === undefined ? [] : active).map(({ name, path, node }) => {
      return { input: name, path, value: jsonNumber(gradients?.[node] ?? 0) };
    }),
    steps: trace.tape.length - active.length,
    findings: trace.findings.map((finding) => jsonFinding(finding, lines)),
  };
}

/** Return a number as JSON can hold it. */
export function jsonNumber(value: number): JsonNumber {
  if (Number.isNaN(value)) return "NaN";
  if (value === Infinity) return "Infinity";
  if (value === -Infinity) return "-Infinity";
  return Object.is(value, -0) ? "-0" : value;
}

/** Return the JSON form of a finding. */
export function jsonFinding({ code, severity, message, place }: Finding, lines: Lines): JsonFinding {
  const { line, column } = lines.position(place.file, place.start);
  const end = lines.position(place.file, place.end);
  return { code, severity, message, file: place.file, line, column, endLine: end.line, endColumn: end.column };
}
