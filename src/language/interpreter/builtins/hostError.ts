/** Turns errors of the host's own functions into errors of the program's. */
import type { Machine } from "../machine.ts";
import type { ErrorName } from "../values/errors.ts";

const names: ReadonlySet<string> = new Set<ErrorName>(["Error", "RangeError", "SyntaxError", "TypeError", "URIError"]);

/** Do something with plain data that the host's own functions may refuse; the work must not call the program. */
export function withHostErrors<T>(machine: Machine, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && names.has(error.name)) throw machine.error(error.name as ErrorName, error.message);
    throw error;
  }
}

/** Do something recursive, after which as many calls are open as before; where the host's stack ends before the program's does, the program gets the same error. */
export function withDepthErrors<T>(machine: Machine, work: () => T): T {
  const { depth } = machine;
  try {
    return work();
  } catch (error) {
    machine.depth = depth;
    if (!(error instanceof RangeError)) throw error;
    throw machine.error("RangeError", "Maximum call stack size exceeded");
  }
}
