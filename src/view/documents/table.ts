/** The trace as text for a terminal: value, inputs, steps and findings, in columns. */
import type { Trace } from "../../language/trace.ts";
import { linesOf } from "../findings.ts";
import type { InputView, RowView, ViewModel } from "../model.ts";
import { arrayName, derivative } from "../names.ts";
import { countText } from "../number.ts";
import type { ViewOptions } from "../options.ts";
import { viewModel } from "../viewModel.ts";

/** Numbers stand with their decimal points under each other. */
type Column = "left" | "right" | "number";

/** Rows that are printed at most. */
const MOST_ROWS = 2000;

/** Return what `gradlens trace` prints of a trace. */
export function traceTable(trace: Trace, options: ViewOptions = {}): string {
  const model = viewModel(trace, { ...options, rows: MOST_ROWS });
  const blocks = [headOf(trace, model)];
  if (model.inputs.length > 0) blocks.push(inputsOf(trace, model));
  const steps = model.rows.filter((row) => row.step !== undefined);
  if (steps.length > 0) blocks.push(stepsOf(model, steps));
  if (trace.findings.length > 0) blocks.push(findingsOf(trace));
  return blocks.join("\n\n") + "\n";
}

function headOf(trace: Trace, model: ViewModel): string {
  const result = model.result === undefined ? "no value" : model.result.full;
  const lines = [clean(model.signature), `${clean(model.resultName)} = ${result}`];
  if (model.result === undefined && trace.result !== undefined) lines[1] = `result ${clean(trace.result)}`;
  if (model.outputs.length > 1) {
    const others = model.outputs.map(({ name, value }) => `${clean(name)} = ${value.six}`);
    lines.push(`outputs: ${others.slice(0, MOST_OUTPUTS).join(", ")}${others.length > MOST_OUTPUTS ? ", …" : ""}`);
  }
  return lines.join("\n");
}

/** Most outputs that the head lists. */
const MOST_OUTPUTS = 12;
/** Of more inputs, arrays are listed as one. */
const MOST_INPUTS = 100;

function inputsOf(trace: Trace, model: ViewModel): string {
  const cells = model.inputs.flatMap((input) => {
    if (input.kind === "array" && trace.inputs.length <= MOST_INPUTS) return membersOf(trace, model, input);
    return [
      [
        input.name,
        input.value.six,
        input.gradient === undefined ? "" : input.gradientName,
        input.gradient?.six ?? "",
        provenance(input),
      ],
    ];
  });
  return columns([["input", "value", "", "gradient", ""], ...cells], ["left", "number", "left", "number", "left"]);
}

/** The numbers of an array that the picture shows as one: a terminal has room for them. */
function membersOf(trace: Trace, model: ViewModel, array: InputView): string[][] {
  const names = new Set(trace.inputs.filter((input) => arrayName(input) === array.name).map(({ name }) => name));
  const rows = model.rows.filter((row) => row.step === undefined && names.has(row.name));
  return rows.map(({ name, value, gradient }) => {
    const shown = gradient?.six ?? (array.gradient === undefined ? "" : "0");
    return [name, value.six, shown === "" ? "" : derivative(model.resultName, name), shown, provenance(array)];
  });
}

function provenance({ source }: InputView): string {
  switch (source) {
    case "assumed":
      return "assumed";
    case "default":
      return "default";
    case "call":
      return "from a call";
    case "at":
    case "panel":
      return "";
  }
}

function stepsOf(model: ViewModel, steps: readonly RowView[]): string {
  const cells = steps.map((row) => [
    String(row.step),
    row.name === "" || row.name === row.formula ? row.formula : `${row.name} = ${row.formula}`,
    lineOf(row, model),
    row.value.six,
    row.gradient?.six ?? "",
    row.usedBy,
  ]);
  const head = ["#", "step", "line", "value", "gradient", "used by"];
  const text = columns([head, ...cells], ["right", "left", "right", "number", "number", "left"]);
  const listed = model.rows.length < model.rowCounts.all ? `, ${countText(steps.length)} of them listed` : "";
  return `${text}\n\n${model.size}${listed}`;
}

/** The line, with the file's name if it is not the function's own. */
function lineOf({ source: { file, line } }: RowView, model: ViewModel): string {
  return file === model.file ? String(line) : `${file.slice(file.lastIndexOf("/") + 1)}:${line}`;
}

function findingsOf(trace: Trace): string {
  const lines = linesOf(trace.texts);
  return trace.findings
    .map(({ severity, message, help, code, place }) => {
      const { line, column } = lines.position(place.file, place.start);
      const text = help === undefined ? message : `${message} ${help}`;
      return `${clean(place.file)}:${line}:${column}: ${severity}: ${clean(text)} [${code}]`;
    })
    .join("\n");
}

/** Align cells in columns two spaces apart; trailing empty columns leave nothing behind. */
function columns(rows: readonly (readonly string[])[], alignment: readonly Column[]): string {
  const cleaned = rows.map((row) => row.map(clean));
  const tails = alignment.map((_, index) => Math.max(...cleaned.slice(1).map((row) => tail(row[index]!))));
  const cells = cleaned.map((row, line) =>
    row.map((cell, index) => {
      if (alignment[index] !== "number" || line === 0 || cell === "") return cell;
      return cell + " ".repeat(tails[index]! - tail(cell));
    }),
  );
  const widths = alignment.map((_, index) => Math.max(...cells.map((row) => width(row[index]!))));
  return cells
    .map((row) =>
      row
        .map((cell, index) => pad(cell, widths[index]!, alignment[index]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** How many characters stand behind the integer part of a number. */
function tail(cell: string): number {
  return width(cell) - (/^[+−]?\d+/u.exec(cell)?.[0].length ?? width(cell));
}

function pad(cell: string, size: number, column: Column): string {
  const space = " ".repeat(size - width(cell));
  return column === "left" ? cell + space : space + cell;
}

function width(cell: string): number {
  return Array.from(cell).length;
}

/** A terminal obeys control characters, and a table has one line per row. */
function clean(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, " ")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "␣");
}
