/** The arguments with their gradients, large arrays as one. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Input } from "../../language/trace.ts";
import type { InputView, NumberText } from "../model.ts";
import { arrayName, derivative } from "../names.ts";
import { counted, numberText, plainText, signedText } from "../number.ts";
import { nodeId, rangeOf } from "../picture/nodes.ts";
import { SMALLEST_ARRAY } from "../picture/parts/folding.ts";
import type { Picture } from "../picture/picture.ts";

/** Of more inputs, arrays are one cell each. */
const MOST_CELLS = 20;

/** Return the inputs in their order. */
export function inputViews(picture: Picture, digits: number): InputView[] {
  const { inputs } = picture.trace;
  const arrays = new Map<string, Input[]>();
  for (const input of inputs) {
    const name = arrayName(input);
    if (name === undefined) continue;
    const members = arrays.get(name);
    if (members === undefined) arrays.set(name, [input]);
    else members.push(input);
  }
  const folded = new Set(picture.parts.map((part) => part.array));
  const isFolded = (name: string, members: readonly Input[]): boolean =>
    folded.has(name) || (inputs.length > MOST_CELLS && members.length >= SMALLEST_ARRAY);
  return inputs.flatMap((input) => {
    const name = arrayName(input);
    const members = name === undefined ? [] : arrays.get(name)!;
    if (name === undefined || !isFolded(name, members)) return [inputView(picture, input, digits)];
    return members[0] === input ? [arrayView(picture, name, members, digits)] : [];
  });
}

function inputView(picture: Picture, input: Input, digits: number): InputView {
  const { gradients, naming, output } = picture;
  const { name, node, source, choices, choiceNames } = input;
  const gradient = output === undefined || node === undefined ? undefined : (gradients?.[node] ?? 0);
  return {
    name,
    value: valueText(input, digits),
    gradient: gradient === undefined ? undefined : signedText(gradient, digits),
    gradientName: derivative(naming.result, name),
    kind: kindOf(input.value),
    source,
    node: nodeOf(picture, node),
    ...(choices === undefined ? {} : { choices }),
    ...(choiceNames === undefined ? {} : { choiceNames }),
    ...(node !== undefined && picture.trace.deciding[node] === 1 ? { isDeciding: true } : {}),
    ...(node !== undefined && isWithoutPath(picture, node) ? { isWithoutPath: true } : {}),
  };
}

function isWithoutPath(picture: Picture, node: NodeId): boolean {
  const { reach } = picture.division;
  return picture.output !== undefined && reach.needed[node] !== 1 && nodeOf(picture, node) !== undefined;
}

function kindOf(value: Input["value"]): InputView["kind"] {
  return typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "string";
}

/** The value as a literal; a member of an enum by its name where there is no room for both. */
function valueText({ value, choiceNames }: Input, digits: number): NumberText {
  const literal = typeof value === "string" ? JSON.stringify(value) : String(value);
  const name = choiceNames?.[literal];
  if (name !== undefined) return { ...plainText(literal), short: name, six: name };
  return typeof value === "number" ? numberText(value, digits) : plainText(literal);
}

function arrayView(picture: Picture, name: string, members: readonly Input[], digits: number): InputView {
  const { gradients, output } = picture;
  const nodes = members.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const range = gradients === undefined ? "0" : rangeOf(nodes, gradients, digits);
  return {
    name,
    value: plainText(counted(members.length, "value")),
    gradient: output === undefined || nodes.length === 0 ? undefined : plainText(range),
    gradientName: "∂",
    kind: "array",
    source: members.some(({ source }) => source === "panel") ? "panel" : members[0]!.source,
    node: nodeOf(picture, nodes[0]),
  };
}

function nodeOf({ division }: Picture, node: number | undefined): string | undefined {
  const part = node === undefined ? undefined : division.parts[division.owner[node]!];
  return part === undefined ? undefined : nodeId(part);
}
