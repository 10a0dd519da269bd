/** A view model as it travels: whoever carries it reads what is written outside, and only the page opens it. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import type { Changed } from "./changed.ts";
import type { FindingView, ViewModel } from "./model.ts";
import type { FoldChoice } from "./options.ts";

/** What is written outside of a closed model, for whoever carries it. */
interface Outside {
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
}

/**
 * A view model on its way from the engine to the page. A model has thousands of small objects: made, copied and written anew at every border between two threads,
 * they would hold the extension host longer than all its other work. Bytes pass as they are, where VS Code would write a text as JSON twice more,
 * and few of them pass sooner: VS Code brings 20 KB to a page 5 ms before 110 KB, and packs them itself, less quickly, where they travel over a network.
 */
export interface SealedModel extends Outside {
  /** The model as JSON in UTF-8, deflated. */
  readonly bytes: Uint8Array;
}

/** A view model as it is kept between two lives of a page, as JSON. */
export interface KeptModel extends Outside {
  /** The model as JSON. */
  readonly text: string;
}

/** Packs bytes as RFC 1951 says. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Return a model as it travels. */
export function sealed(model: ViewModel, deflate?: Deflate): SealedModel {
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
    bytes: packed(JSON.stringify(model), deflate),
  };
}

/** Return a sealed model as it can be kept; with an empty text if it is damaged. */
export function kept({ bytes, ...outside }: SealedModel): KeptModel {
  return { ...outside, text: unpacked(bytes) };
}

/** Return a model that was kept as it travels. */
export function sealedAgain({ text, ...outside }: KeptModel): SealedModel {
  return { ...outside, bytes: packed(text) };
}

/** Return what is in a model that was closed, which has to be looked at before it is used; undefined if it is damaged. */
export function opened({ text }: Pick<KeptModel, "text">): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The quickest of the levels: the others take three times as long and save a tenth. */
function packed(text: string, deflate: Deflate = (bytes) => deflateSync(bytes, { level: 1 })): Uint8Array {
  return deflate(strToU8(text));
}

function unpacked(bytes: Uint8Array): string {
  try {
    return strFromU8(inflateSync(bytes));
  } catch {
    return "";
  }
}
