/** The command line: what it may say, and what it means. */
import { parseArgs } from "node:util";

/** What `gradlens --help` prints. */
export const usage = `Usage: gradlens trace FILE[#FUNCTION] [options]

Runs a function of a TypeScript or JavaScript file by interpretation and prints its value, its gradients and
its steps. FUNCTION is a name or Class.method; it may be left out if the file has only one function.

Options:
  --at INPUTS      inputs by name, as in an @at tag: --at 'w = 2, x = 3'
  --args ARRAY     all arguments in order: --args '[2, 3, [1, NaN]]'; - reads them from standard input
  --output KEYS    the number of the result to differentiate: --output 0.1, --output greeks.delta
  --json           print one JSON object instead of a table
  --help           print this text
  --version        print the version

Exit status: 0 with a value, 1 with findings that prevented one, 2 for wrong usage.
`;

/** What a command line asks for. */
export type CommandLine =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "wrong"; readonly message: string }
  | {
      readonly kind: "trace";
      readonly file: string;
      readonly name: string | undefined;
      readonly at: string | undefined;
      /** The array literal; `-` to read it from standard input. */
      readonly args: string | undefined;
      readonly output: string | undefined;
      readonly json: boolean;
    };

const options = {
  at: { type: "string" },
  args: { type: "string" },
  output: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Return what the words after `gradlens` ask for. */
export function readCommandLine(words: readonly string[]): CommandLine {
  let parsed;
  try {
    parsed = parseArgs({ args: joinValues(words), options, allowPositionals: true, strict: true });
  } catch (error) {
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [command, place, ...others] = positionals;
  if (command === undefined) return { kind: "wrong", message: "There is no command." };
  if (command !== "trace") return { kind: "wrong", message: `There is no command \`${command}\`.` };
  if (place === undefined) return { kind: "wrong", message: "There is no file." };
  if (others.length > 0) return { kind: "wrong", message: `\`${others.join(" ")}\` is one word too many.` };
  if (values.at !== undefined && values.args !== undefined)
    return { kind: "wrong", message: "`--at` and `--args` both give the inputs; use one of them." };
  const { at, args, output, json = false } = values;
  return { kind: "trace", ...splitPlace(place), at, args, output, json };
}

/** `FILE#FUNCTION`; a file's own name may have a `#` too if a function is named. */
function splitPlace(place: string): { readonly file: string; readonly name: string | undefined } {
  const mark = place.lastIndexOf("#");
  if (mark <= 0 || mark === place.length - 1) return { file: mark > 0 ? place.slice(0, mark) : place, name: undefined };
  return { file: place.slice(0, mark), name: place.slice(mark + 1) };
}

/** Values may begin with a minus, as `-` and `-x = 1` do: joined to their option they cannot be taken for one. */
function joinValues(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const value = words[i + 1];
    if (/^--(at|args|output)$/.test(word) && value !== undefined) {
      joined.push(`${word}=${value}`);
      i++;
    } else joined.push(word);
  }
  return joined;
}
