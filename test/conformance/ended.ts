/** What a test has ended with, in our interpreter or in Node. */

/** How a program ended. */
export type Ended =
  | { readonly kind: "done" }
  /** The text was refused before anything ran. */
  | { readonly kind: "syntax"; readonly message: string }
  | { readonly kind: "thrown"; readonly name: string; readonly message: string }
  /** Something that a traced computation cannot do, or a budget. */
  | { readonly kind: "stopped"; readonly code: string; readonly message: string }
  /** A mistake of the interpreter's. */
  | { readonly kind: "crashed"; readonly message: string };

/** How a program ended, in one line. */
export function endedText(ended: Ended): string {
  switch (ended.kind) {
    case "done":
      return "nothing was thrown";
    case "syntax":
      return `SyntaxError: ${ended.message}`;
    case "thrown":
      return `${ended.name}: ${ended.message}`;
    case "stopped":
      return `${ended.code}: ${ended.message}`;
    case "crashed":
      return `a mistake of the interpreter: ${ended.message}`;
  }
}

/** What is counted of a test. */
export interface Result {
  readonly file: string;
  /** `refusal`: an error that must be found before the text runs was not found. `outdated`: Node fails it, too. */
  readonly outcome: "pass" | "fail" | "refusal" | "outdated" | "left out";
  readonly detail: string;
}
