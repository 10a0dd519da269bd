/** Whole generated programs. */
import { Choices } from "./choices.ts";
import { LANGUAGE, PRELUDE } from "./rules.ts";
import { Writer } from "./writer.ts";

/** A program with a function `main` that returns what happened; JavaScript. */
export function writeProgram(numbers: readonly number[]): string {
  const choices = new Choices(numbers);
  const writer = new Writer(LANGUAGE, choices);
  const body = writer.statements(3 + choices.below(6), 3 + choices.below(3));
  const values = writer.visible.map((name) => `show(${name})`).join(", ");
  return `${PRELUDE}
function main() {
  const result = { log };
  try {
${body}
    result.values = [${values}];
  } catch (error) {
    result.error = show(error);
  }
  result.log = log.map((value) => show(value));
  result.ticks = ticks;
  return result;
}`;
}
