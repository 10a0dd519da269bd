/** The numbers of the result, and how one of them is chosen. */
import type { Output, Trace } from "../../language/trace.ts";

/** Return how an output is called on the command line: `delta`, `0.1`; empty for a result that is a number. */
export function outputKey(output: Output): string {
  return output.path.join(".");
}

/** Return the output with this key: the first one if no key is given, undefined if there is none with it. */
export function chooseOutput(trace: Trace, key: string | undefined): Output | undefined {
  if (key === undefined) return trace.outputs[0];
  return trace.outputs.find((output) => outputKey(output) === key || output.name.replace(/^\./, "") === key);
}
