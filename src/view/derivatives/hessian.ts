/** The second derivatives of the chosen result: how each gradient changes when an input moves. */
import { hessian } from "../../autodiff/hessian.ts";
import { eachOperand, type NodeId, type Tape } from "../../autodiff/tape.ts";
import type { Trace } from "../../language/trace.ts";
import { chosenInputs, nodeOfInput } from "../inputs/chosenInputs.ts";
import { derivative } from "../names.ts";
import { rounded, signedText } from "../number.ts";
import type { Picture } from "../picture/picture.ts";
import type { MatrixView } from "../question.ts";
import { code } from "../words.ts";
import { strengths } from "./strengths.ts";

/** Inputs that are shown at most. */
const MOST_INPUTS = 8;

/** Return the Hessian by some of the inputs; undefined if the result depends on none. */
export function hessianView(picture: Picture, wanted: readonly string[], digits: number): MatrixView | undefined {
  const { trace, naming, output, gradients } = picture;
  if (output?.node === undefined || gradients === undefined) return undefined;
  const { inputs, note } = chosenInputs(picture, wanted, ({ node }) => gradients[node] ?? 0, MOST_INPUTS);
  if (inputs.length === 0) return undefined;
  const nodes = inputs.map(({ node }) => node);
  const values = hessian(trace.tape, output.node, nodes);
  const strength = strengths(values);
  const meeting = meetingAtKinks(trace, output.node, nodes);
  const isBent = meeting.some((row) => row.some(Boolean));
  const heads = inputs.map((input) => ({ name: input.name, node: nodeOfInput(picture, input) }));
  return {
    kind: "hessian",
    title: `Second derivatives of ${code(naming.result)}`,
    columns: heads,
    rows: heads.map((head, row) => ({
      ...head,
      output: undefined,
      isChosen: false,
      cells: heads.map(({ name }, column) => ({
        name: secondDerivative(naming.result, head.name, name),
        value: signedText(values[row]![column]!, digits),
        strength: strength(row, column),
        sentence: entrySentence(derivative(naming.result, head.name), name, values[row]![column]!, digits),
        isKink: meeting[row]![column]!,
      })),
    })),
    notes: [
      ...(isBent
        ? ["Entries with a circle pass a kink, where there is no second derivative; both sides count as straight."]
        : []),
      ...(note === "" ? [] : [note]),
    ],
  };
}

/** `∂²loss/∂x ∂w`. */
function secondDerivative(of: string, by: string, moved: string): string {
  const first = derivative(of, by).replace("∂", "∂²");
  return by === moved ? `${first}²` : `${first} ∂${derivative(of, moved).split("/∂")[1]!}`;
}

/** Say what an entry means: "Raising `w` a little raises `∂loss/∂x` by 2.4 times as much." */
function entrySentence(gradient: string, moved: string, value: number, digits: number): string {
  const what = code(moved);
  const of = code(gradient);
  if (Number.isNaN(value)) return `How ${of} changes with ${what} is not a number here.`;
  if (value === 0) return `Raising ${what} a little does not change ${of}.`;
  const verb = value > 0 ? "raises" : "lowers";
  if (!Number.isFinite(value)) return `Raising ${what} a little ${verb} ${of} without bound.`;
  const times = rounded(Math.abs(value), digits);
  return `Raising ${what} a little ${verb} ${of} by ${times === "1" ? "just as much" : `${times} times as much`}.`;
}

/** For each two of the inputs whether a step hangs on both that is at a kink and leads to the output. */
function meetingAtKinks({ tape, kinks }: Trace, output: NodeId, inputs: readonly NodeId[]): boolean[][] {
  const met = inputs.map(() => 0);
  if (kinks.length > 0) {
    const masks = masksOf(tape, inputs);
    const leads = leading(tape, output);
    for (const { node } of kinks) {
      if (leads[node] !== 1) continue;
      for (const index of inputs.keys()) if ((masks[node]! >> index) & 1) met[index]! |= masks[node]!;
    }
  }
  return met.map((mask) => inputs.map((_, index) => ((mask >> index) & 1) === 1));
}

/** For each step a bit for each input that it hangs on. */
function masksOf(tape: Tape, inputs: readonly NodeId[]): Uint32Array {
  const masks = new Uint32Array(tape.length);
  for (const [index, node] of inputs.entries()) masks[node] = 1 << index;
  for (let node = 0; node < tape.length; node++)
    eachOperand(tape, node, (operand) => {
      masks[node]! |= masks[operand]!;
    });
  return masks;
}

/** 1 for each step that leads to the output. */
function leading(tape: Tape, output: NodeId): Uint8Array {
  const leads = new Uint8Array(tape.length);
  leads[output] = 1;
  for (let node = output; node >= 0; node--)
    if (leads[node] === 1)
      eachOperand(tape, node, (operand) => {
        leads[operand] = 1;
      });
  return leads;
}
