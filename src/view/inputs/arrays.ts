/** The numbers of an array that is shown as one input, as a grid. */
import type { Input } from "../../language/trace.ts";
import { arrayName } from "../names.ts";
import { numberText, signedText } from "../number.ts";
import type { Picture } from "../picture/picture.ts";
import type { ArrayCell, ArrayView } from "../question.ts";

/** More numbers are not listed. */
const MOST_CELLS = 400;

/** Return the numbers of an array of inputs: a row for each inner array; undefined if there is no such array. */
export function arrayView({ trace, gradients }: Picture, name: string, digits: number): ArrayView | undefined {
  const members = trace.inputs.filter((input) => arrayName(input) === name);
  if (members.length === 0) return undefined;
  const rows = new Map<string, ArrayCell[]>();
  for (const input of members.slice(0, MOST_CELLS)) {
    if (typeof input.value !== "number") continue;
    const key = rowOf(input);
    const row = rows.get(key) ?? [];
    const gradient = input.node === undefined ? undefined : gradients?.[input.node];
    row.push({
      name: input.name,
      value: numberText(input.value, digits),
      gradient: gradient === undefined ? undefined : signedText(gradient, digits),
    });
    rows.set(key, row);
  }
  return { input: name, rows: [...rows.values()], hidden: Math.max(0, members.length - MOST_CELLS) };
}

/** Everything but the last index; a plain array is one row. */
function rowOf({ path }: Input): string {
  return JSON.stringify(path.slice(0, -1));
}
