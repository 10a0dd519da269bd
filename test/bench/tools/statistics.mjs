/** Numbers of many samples, as a bench prints them. */
import os from "node:os";

/** The value below which a part of the numbers lies. @param {readonly number[]} numbers @param {number} part */
export function at(numbers, part) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return at(numbers, 0.5);
}

/** Milliseconds for a table. @param {number} value */
export function ms(value) {
  return Number.isNaN(value) ? "–" : value.toFixed(1);
}

/** `12.3 (p95 20.1)`. @param {readonly number[]} numbers */
export function spread(numbers) {
  return `${ms(median(numbers))} (p95 ${ms(at(numbers, 0.95))})`;
}

/** Prints rows in columns; the first row is the head. @param {readonly (readonly string[])[]} rows */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join("  ")}`);
  }
}

/** The machine's load is in every number, so it is printed beside them. */
export function load() {
  const [one = 0, five = 0] = os.loadavg();
  return `${os.availableParallelism()} cores, load ${one.toFixed(2)} now, ${five.toFixed(2)} over 5 minutes`;
}
