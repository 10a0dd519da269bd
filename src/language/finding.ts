/** What there is to say about the user's code: always a value with a place, never an exception. */
import type { FindingCode } from "./findingCodes.ts";
import type { Place } from "./span.ts";

/** How much a finding matters: an `error` prevented a value, a `warning` makes a number doubtful, `info` only tells. */
export type Severity = "error" | "warning" | "info";

/** One thing to say about one place of the user's code. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One sentence that ends with a period, with code in backticks. */
  readonly message: string;
  /** What to write instead, as a sentence, where that is known. */
  readonly help?: string;
  readonly place: Place;
}
