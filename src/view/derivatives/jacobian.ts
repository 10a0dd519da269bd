/** The gradients of all numbers of the result, one of which the rest of the panel is about. */
import { backward } from "../../autodiff/sweep.ts";
import type { Output } from "../../language/trace.ts";
import { chosenInputs, nodeOfInput } from "../inputs/chosenInputs.ts";
import { outputKey } from "../inputs/outputs.ts";
import { derivative } from "../names.ts";
import { counted, signedText } from "../number.ts";
import type { Picture } from "../picture/picture.ts";
import type { MatrixView } from "../question.ts";
import { gradientSentence } from "../words.ts";
import { strengths } from "./strengths.ts";

/** Inputs and outputs that are shown at most. */
const MOST_INPUTS = 8;
const MOST_OUTPUTS = 24;

/** Return the Jacobian; undefined if the result is one number or depends on no input. */
export function jacobianView(picture: Picture, wanted: readonly string[], digits: number): MatrixView | undefined {
  const { trace, naming, output, gradients } = picture;
  const { tape, outputs } = trace;
  if (outputs.length < 2 || output === undefined) return undefined;
  const shown = window(outputs, outputs.indexOf(output));
  const { inputs, note } = chosenInputs(picture, wanted, ({ node }) => gradients?.[node] ?? 0, MOST_INPUTS);
  if (inputs.length === 0) return undefined;
  const buffer = new Float64Array(tape.length);
  const values = shown.map(({ node }) => {
    const gradient = node === undefined ? undefined : backward(tape, node, buffer);
    return inputs.map((input) => gradient?.[input.node] ?? 0);
  });
  const strength = strengths(values);
  return {
    kind: "jacobian",
    title: `Derivatives of ${outputs.length === 2 ? "both results" : `all ${counted(outputs.length, "result")}`}`,
    columns: inputs.map((input) => ({ name: input.name, node: nodeOfInput(picture, input) })),
    rows: shown.map((each, row) => ({
      name: naming.nameOfOutput(each),
      node: undefined,
      output: outputKey(each),
      isChosen: each === output,
      cells: inputs.map(({ name }, column) => ({
        name: derivative(naming.nameOfOutput(each), name),
        value: signedText(values[row]![column]!, digits),
        strength: strength(row, column),
        sentence: gradientSentence(name, naming.nameOfOutput(each), values[row]![column]!, digits),
        isKink: false,
      })),
    })),
    notes: [
      ...(shown.length < outputs.length
        ? [`${shown.length} of ${counted(outputs.length, "result")}, around the one that is chosen above.`]
        : []),
      ...(note === "" ? [] : [note]),
    ],
  };
}

/** The outputs that are shown: all, or as many as fit with the chosen one among them. */
function window(outputs: readonly Output[], chosen: number): readonly Output[] {
  const start = Math.max(0, Math.min(outputs.length - MOST_OUTPUTS, chosen - MOST_OUTPUTS / 2));
  return outputs.slice(start, start + MOST_OUTPUTS);
}
