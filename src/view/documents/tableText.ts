/** The table as text for other programs: Markdown, and comma-separated values. */
import type { NumberText, RowView } from "../model.ts";
import { countText } from "../number.ts";
import type { TableFormat } from "../question.ts";

const HEADS = ["#", "Step", "Line", "Value", "Gradient", "Used by"];

/** How a line of cells is written, and a number in it. */
interface Writing {
  readonly line: (cells: readonly string[]) => string;
  readonly number: (number: NumberText) => string;
  /** What stands below the heads. */
  readonly rule: readonly string[];
  readonly end: string;
}

const WRITINGS: Readonly<Record<TableFormat, Writing>> = {
  markdown: {
    line: (cells) => `| ${cells.map(markdownCell).join(" | ")} |`,
    number: ({ short }) => short,
    rule: ["| ---: | :--- | ---: | ---: | ---: | :--- |"],
    end: "\n",
  },
  csv: {
    line: (cells) => cells.map(csvCell).join(","),
    number: ({ full }) => full,
    rule: [],
    end: "\r\n",
  },
};

/** Return rows as a text: Markdown with short numbers, or comma-separated values with every digit. At its end stands how many more steps there are. */
export function tableText(rows: Iterable<RowView>, format: TableFormat, hidden = 0): string {
  const { line, number, rule, end } = WRITINGS[format];
  const texts = [line(HEADS), ...rule];
  for (const row of rows) texts.push(line(cellsOf(row, number)));
  if (hidden > 0) texts.push(line(["", `${countText(hidden)} more steps`, "", "", "", ""]));
  return texts.join(end) + end;
}

function cellsOf(row: RowView, text: (number: NumberText) => string): string[] {
  const { step, name, formula, source, value, gradient, usedBy } = row;
  const title =
    step == null || formula === "" || formula === name
      ? name || formula
      : name === ""
        ? formula
        : `${name} = ${formula}`;
  return [
    step == null ? "" : String(step),
    title,
    String(source.line),
    text(value),
    gradient == null ? "" : text(gradient),
    usedBy,
  ];
}

/** A text that Markdown shows as it is. */
function markdownCell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~&]/gu, "\\$&").replace(/\s+/gu, " ");
}

/** A text that a spreadsheet reads as one cell, and never as a formula of its own. */
function csvCell(text: string): string {
  const isNumber = text !== "" && !Number.isNaN(Number(text));
  const safe = !isNumber && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
