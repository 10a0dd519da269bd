/** What `$1`, `$&` and the like in a replacement stand for (ECMA-262, 22.1.3.19.1). */
import type { Machine } from "../../machine.ts";
import { toText } from "../../rules/convert.ts";
import type { ObjectValue } from "../../values/objects.ts";

/** One match to be replaced. */
export interface Replaceable {
  readonly text: string;
  readonly position: number;
  readonly matched: string;
  /** Groups from the first on; undefined for those that took no part. */
  readonly captures: readonly (string | undefined)[];
  readonly groups: ObjectValue | undefined;
}

/** Fill in a template for one match. */
export function substitute(machine: Machine, template: string, match: Replaceable): string {
  let result = "";
  let index = 0;
  for (;;) {
    const dollar = template.indexOf("$", index);
    machine.pay(1);
    if (dollar < 0 || dollar + 1 >= template.length) return result + template.slice(index);
    const [meaning, length] = meaningOf(machine, template, dollar, match);
    result += template.slice(index, dollar) + (meaning ?? template.slice(dollar, dollar + length));
    machine.allocate(meaning?.length ?? 0);
    index = dollar + length;
  }
}

/** The text that stands for what begins with a dollar (undefined: itself), and how many characters that is. */
function meaningOf(
  machine: Machine,
  template: string,
  dollar: number,
  match: Replaceable,
): readonly [meaning: string | undefined, length: number] {
  const { text, position, matched, captures, groups } = match;
  const next = template[dollar + 1]!;
  switch (next) {
    case "$":
      return ["$", 2];
    case "&":
      return [matched, 2];
    case "`":
      return [text.slice(0, position), 2];
    case "'":
      return [text.slice(Math.min(position + matched.length, text.length)), 2];
    case "<": {
      const end = groups === undefined ? -1 : template.indexOf(">", dollar + 2);
      if (groups === undefined || end < 0) return [undefined, 2];
      const capture = groups.get(machine, template.slice(dollar + 2, end));
      return [capture === undefined ? "" : toText(machine, capture), end + 1 - dollar];
    }
  }
  const two = /^\d\d/.test(template.slice(dollar + 1, dollar + 3)) ? Number(template.slice(dollar + 1, dollar + 3)) : 0;
  if (two >= 1 && two <= captures.length) return [captures[two - 1] ?? "", 3];
  const one = /\d/.test(next) ? Number(next) : 0;
  if (one >= 1 && one <= captures.length) return [captures[one - 1] ?? "", 2];
  return [undefined, 1];
}
