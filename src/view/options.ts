/** What a view may be asked for beyond its trace. */
import type { NodeId } from "../autodiff/tape.ts";
import type { Changed } from "./changed.ts";
import type { Size } from "./picture/layout/fit.ts";

/** What a person wants folded and unfolded, against the rule; regions are called as `regionNames` calls them. */
export interface FoldChoice {
  readonly open: readonly string[];
  readonly closed: readonly string[];
  /** The regions that were entered, each in the one before; nothing else is drawn than what is in the last. */
  readonly inside?: readonly string[] | undefined;
  /** The room that there is for the picture, in pixels: what could not be read in it is folded. Missing where there is no panel. */
  readonly room?: Size | undefined;
}

/** How a trace is to be shown. */
export interface ViewOptions {
  /** The number of the result to differentiate, as in `OutputView.key`; the first one if there is no such key. */
  readonly output?: string | undefined;
  /** Significant digits of short numbers, 1 to 15. */
  readonly digits?: number | undefined;
  /** Whether central differences confirmed the gradients; undefined if they were not taken. */
  readonly checked?: boolean | undefined;
  /** A step to draw although it would be folded into the statement that uses it. */
  readonly reveal?: NodeId | undefined;
  readonly folding?: FoldChoice | undefined;
  /** How many rows of the table the model is to have, if not the first few. */
  readonly rows?: number | undefined;
  /** What the inputs of the run were changed to. */
  readonly changed?: Changed | undefined;
}
