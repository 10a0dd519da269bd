/** A view model as it travels: whoever carries it reads what is written outside, and only the page opens it. */
import type { Changed } from "./changed.ts";
import type { FindingView, ViewModel } from "./model.ts";
import type { FoldChoice } from "./options.ts";

/**
 * A view model as one text. A model has thousands of small objects: made, copied and written anew at every border between two threads, they would hold the extension
 * host longer than all its other work; a text passes in no time.
 */
export interface SealedModel {
  /** The name and the file of the function. */
  readonly title: string;
  readonly file: string;
  /** `3 steps, 5 edges`. */
  readonly size: string;
  /** Whether the run got to a number, and whether there is anything to draw. */
  readonly hasResult: boolean;
  readonly hasNodes: boolean;
  readonly errors: readonly FindingView[];
  /** What a person has chosen for the function in the panel, as in the model; `output` is the key of another output than the first. */
  readonly changed: Changed | undefined;
  readonly output: string | undefined;
  readonly folding: FoldChoice | undefined;
  /** The model as JSON. */
  readonly text: string;
}

/** Return a model as it travels. */
export function sealed(model: ViewModel): SealedModel {
  const { title, file, size, result, nodes, findings, outputs, output, changed, folding } = model;
  return {
    title,
    file,
    size,
    hasResult: result !== undefined,
    hasNodes: nodes.length > 0,
    errors: findings.filter(({ severity }) => severity === "error"),
    changed,
    output: output === 0 ? undefined : outputs[output]?.key,
    folding,
    text: JSON.stringify(model),
  };
}

/** Return what is in a sealed model, which has to be looked at before it is used; undefined if it is damaged. */
export function opened({ text }: Pick<SealedModel, "text">): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
