/** The table: every recorded input and step, in order. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Input } from "../../language/trace.ts";
import type { Lines } from "../findings.ts";
import type { RowView } from "../model.ts";
import { formulaOf } from "../names.ts";
import { numberText, signedText } from "../number.ts";
import { nodeId, sourceOf } from "../picture/nodes.ts";
import type { Picture } from "../picture/picture.ts";

/** More rows are never listed. */
export const MOST_ROWS = 2000;
/** Most users that a row names. */
const MOST_USERS = 3;

/** The rows, and how many of the steps they leave out. */
export interface Rows {
  readonly rows: readonly RowView[];
  readonly hidden: number;
}

/** Return the rows of a trace: inputs, then steps; of too many, the first and the last. */
export function rowViews(picture: Picture, lines: Lines, digits: number): Rows {
  const { trace, naming, gradients, division, output } = picture;
  const isInput = picture.inputs;
  const stepNumbers = numberSteps(trace.tape.length, picture.entered?.whole.inputs ?? isInput);
  const listed = choose(isInput, trace.tape.length, isSeen(picture));
  const users = usersOf(
    picture,
    new Set(listed),
    isSeen(picture),
    (node) => naming.nameOf(node) ?? `step ${stepNumbers[node]!}`,
  );
  const largest = listed.reduce((most, node) => Math.max(most, finiteSize(gradients?.[node] ?? 0)), 0);
  const rows = listed.map((node): RowView => {
    const gradient = gradients === undefined || division.reach.needed[node] === 0 ? undefined : gradients[node]!;
    const part = division.parts[division.owner[node]!];
    return {
      step: isInput.has(node) ? undefined : stepNumbers[node]!,
      name: naming.nameOf(node) ?? "",
      formula: isInput.has(node) ? "" : formulaOf(trace, node),
      source: sourceOf(picture, node, lines),
      value: numberText(trace.tape.value[node]!, digits),
      gradient: gradient === undefined ? undefined : signedText(gradient, digits),
      magnitude: magnitude(gradient ?? 0, largest),
      usedBy: node === output?.node ? "result" : (users.get(node) ?? ""),
      node: part === undefined ? undefined : nodeId(part),
    };
  });
  return { rows, hidden: stepCount(picture) + isInput.size - listed.length };
}

/** Return how many steps there are that are no inputs; of a region that was entered, those in it. */
export function stepCount({ trace, inputs, entered }: Picture): number {
  if (entered === undefined) return trace.tape.length - inputs.size;
  const { start, end } = entered.inside;
  return end - start - [...inputs.keys()].filter((node) => node >= start && node < end).length;
}

/** Whether a step is in the region that was entered, or comes into it. */
function isSeen({ entered, inputs }: Picture): (node: NodeId) => boolean {
  if (entered === undefined) return () => true;
  const { start, end } = entered.inside;
  return (node) => (node >= start && node < end) || inputs.has(node);
}

/** The number of each step, counted from 1 without the inputs. */
function numberSteps(length: number, isInput: ReadonlyMap<NodeId, Input>): Int32Array {
  const numbers = new Int32Array(length);
  let step = 0;
  for (let node = 0; node < length; node++) if (!isInput.has(node)) numbers[node] = ++step;
  return numbers;
}

function choose(isInput: ReadonlyMap<NodeId, Input>, length: number, isListed: (node: NodeId) => boolean): NodeId[] {
  const listed = [...isInput.keys()].slice(0, MOST_ROWS / 2);
  const room = MOST_ROWS - listed.length;
  const first: NodeId[] = [];
  const last: NodeId[] = [];
  const isStep = (node: NodeId): boolean => !isInput.has(node) && isListed(node);
  for (let node = 0; node < length && first.length < room; node++) if (isStep(node)) first.push(node);
  const end = (first.at(-1) ?? -1) + 1;
  for (let node = length - 1; node >= end && last.length < room / 2; node--) if (isStep(node)) last.push(node);
  return [...listed, ...first.slice(0, room - last.length), ...last.reverse()];
}

/** What uses each of the listed steps, by name or number. */
function usersOf(
  { trace, entered }: Picture,
  listed: ReadonlySet<NodeId>,
  isListed: (node: NodeId) => boolean,
  call: (node: NodeId) => string,
): Map<NodeId, string> {
  const users = new Map<NodeId, NodeId[]>();
  const counts = new Map<NodeId, number>();
  let user = 0;
  const look = (operand: NodeId): void => {
    if (!listed.has(operand)) return;
    const list = users.get(operand) ?? [];
    if (list.at(-1) === user) return;
    counts.set(operand, (counts.get(operand) ?? 0) + 1);
    if (list.length < MOST_USERS) list.push(user);
    users.set(operand, list);
  };
  for (; user < trace.tape.length; user++)
    if (isListed(user) || user === entered?.inside.exit) eachOperand(trace.tape, user, look);
  const texts = new Map<NodeId, string>();
  for (const [node, list] of users) {
    const more = counts.get(node)! - list.length;
    texts.set(node, [...list.map(call), ...(more > 0 ? [`${more} more`] : [])].join(", "));
  }
  return texts;
}

function finiteSize(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0;
}

function magnitude(gradient: number, largest: number): number {
  if (!Number.isFinite(gradient)) return 1;
  return largest === 0 ? 0 : Math.abs(gradient) / largest;
}
