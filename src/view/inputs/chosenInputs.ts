/** Which inputs a table or a map of derivatives is about when there are more than it can show. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Input } from "../../language/trace.ts";
import type { ViewNodeId } from "../model.ts";
import { arrayName } from "../names.ts";
import { counted } from "../number.ts";
import { nodeId } from "../picture/nodes.ts";
import type { Picture } from "../picture/picture.ts";

/** An input that is differentiated by. */
export type ActiveInput = Input & { readonly node: NodeId };

/** Inputs in their order, and a sentence about those that are left out; empty if none is. */
export interface ChosenInputs {
  readonly inputs: readonly ActiveInput[];
  readonly note: string;
}

/**
 * Return at most `most` inputs: those that are wanted, then those that matter most.
 * An array is wanted by its name; of its numbers the one that matters most is taken.
 */
export function chosenInputs(
  { trace }: Picture,
  wanted: readonly string[],
  importance: (input: ActiveInput) => number,
  most: number,
): ChosenInputs {
  const active = trace.inputs.filter((input): input is ActiveInput => input.node !== undefined);
  if (active.length <= most) return { inputs: active, note: "" };
  const size = new Map(active.map((input) => [input, sizeOf(importance(input))]));
  const bySize = [...active].sort((one, other) => size.get(other)! - size.get(one)!);
  const asked = wanted.flatMap((name) => {
    const found = bySize.find((input) => input.name === name || arrayName(input) === name);
    return found === undefined ? [] : [found];
  });
  const taken = new Set([...asked, ...bySize].slice(0, most + asked.length));
  const kept = new Set([...taken].slice(0, most));
  const rule =
    asked.length === 0
      ? "those with the largest gradients"
      : "those that were selected, then those with the largest gradients";
  return {
    inputs: active.filter((input) => kept.has(input)),
    note: `${most} of ${counted(active.length, "input")}: ${rule}. Select another one to bring it in.`,
  };
}

/** Return the node of the picture that stands for an input. */
export function nodeOfInput({ division }: Picture, { node }: ActiveInput): ViewNodeId | undefined {
  const part = division.parts[division.owner[node]!];
  return part === undefined ? undefined : nodeId(part);
}

function sizeOf(gradient: number): number {
  return Number.isNaN(gradient) ? Infinity : Math.abs(gradient);
}
