/** The table: every recorded input and step, in order of the run or of the size of its gradient. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Lines } from "../findings.ts";
import type { RowView } from "../model.ts";
import { formulaOf } from "../names.ts";
import { numberText, signedText } from "../number.ts";
import { nodeId, sourceOf } from "../picture/nodes.ts";
import type { Picture } from "../picture/picture.ts";
import type { RowOrder } from "../question.ts";

/** Most users that a row names. */
const MOST_USERS = 3;

/** What stands in each row of a picture's table: inputs, then the steps of what is on show. */
export interface Table {
  readonly picture: Picture;
  /** The step in each row. */
  readonly nodes: Int32Array;
  /** The row of each step; -1 for one that is not on show. */
  readonly places: Int32Array;
  /** How many of the rows are inputs. */
  readonly inputs: number;
  /** What steps are called by: their numbers, counted from 1 without the inputs. */
  readonly numbers: Int32Array;
  /** The size of the largest gradient. */
  readonly largest: number;
}

/** Some rows of a table that follow each other. */
export interface RowRange {
  readonly order: RowOrder;
  readonly from: number;
  readonly count: number;
}

const tables = new WeakMap<Picture, Table>();

/** Return which steps the table of a picture lists. */
export function tableOf(picture: Picture): Table {
  const known = tables.get(picture) ?? makeTable(picture);
  tables.set(picture, known);
  return known;
}

function makeTable(picture: Picture): Table {
  const { trace, inputs, gradients, entered } = picture;
  const { length } = trace.tape;
  const { start, end } = entered?.inside ?? { start: 0, end: length };
  const nodes = new Int32Array(inputs.size + stepCount(picture));
  const places = new Int32Array(length).fill(-1);
  let row = 0;
  let largest = 0;
  const add = (node: NodeId): void => {
    places[node] = row;
    nodes[row++] = node;
    largest = Math.max(largest, finiteSize(gradients?.[node] ?? 0));
  };
  for (const node of inputs.keys()) add(node);
  for (let node = start; node < end; node++) if (places[node] === -1) add(node);
  const numbers = numberSteps(length, entered?.whole.inputs ?? inputs);
  return { picture, nodes, places, inputs: inputs.size, numbers, largest };
}

/** Return some rows of a table. */
export function rowViews(table: Table, range: RowRange, lines: Lines, digits: number): RowView[] {
  const { picture, nodes, inputs, numbers, largest } = table;
  const { trace, naming, gradients, division, output } = picture;
  const rows = rowsIn(table, range);
  const callOf = (node: NodeId): string => naming.nameOf(node) ?? `step ${numbers[node]!}`;
  const users = usersOf(picture, new Set(rows.map((row) => nodes[row]!)), callOf);
  return rows.map((row): RowView => {
    const node = nodes[row]!;
    const isInput = row < inputs;
    const gradient = gradients === undefined || division.reach.needed[node] === 0 ? undefined : gradients[node]!;
    const part = division.parts[division.owner[node]!];
    return {
      index: row,
      step: isInput ? undefined : numbers[node]!,
      name: naming.nameOf(node) ?? "",
      formula: isInput ? "" : formulaOf(trace, node),
      source: sourceOf(picture, node, lines),
      value: numberText(trace.tape.value[node]!, digits),
      gradient: gradient === undefined ? undefined : signedText(gradient, digits),
      magnitude: magnitude(gradient ?? 0, largest),
      usedBy: node === output?.node ? "result" : (users.get(node) ?? ""),
      node: part === undefined ? undefined : nodeId(part),
    };
  });
}

/** Return how many steps there are that are no inputs; of a region that was entered, those in it. */
export function stepCount({ trace, inputs, entered }: Picture): number {
  if (entered === undefined) return trace.tape.length - inputs.size;
  const { start, end } = entered.inside;
  return end - start - [...inputs.keys()].filter((node) => node >= start && node < end).length;
}

/** The rows of a range by their places in the run. */
function rowsIn(table: Table, { order, from, count }: RowRange): number[] {
  const first = Math.min(from, table.nodes.length);
  const length = Math.min(count, table.nodes.length - first);
  if (order === "steps") return Array.from({ length }, (_, index) => first + index);
  const known = sorted.get(table) ?? sortedRows(table);
  sorted.set(table, known);
  return [...known.subarray(first, first + length)];
}

const sorted = new WeakMap<Table, Uint32Array>();

/** All rows by the size of their gradients, the largest first. */
function sortedRows({ picture: { gradients, division }, nodes }: Table): Uint32Array {
  const sizes = Float64Array.from(nodes, (node) => {
    const gradient = division.reach.needed[node] === 0 ? 0 : (gradients?.[node] ?? 0);
    return Number.isFinite(gradient) ? Math.abs(gradient) : Infinity;
  });
  const rows = new Uint32Array(nodes.length).map((_, row) => row);
  // Among equals the first is first: infinite sizes have no difference.
  return rows.sort((one, other) => (sizes[one] === sizes[other] ? one - other : sizes[other]! - sizes[one]!));
}

/** The number of each step, counted from 1 without the inputs. */
function numberSteps(length: number, isInput: ReadonlyMap<NodeId, unknown>): Int32Array {
  const numbers = new Int32Array(length);
  for (const node of isInput.keys()) numbers[node] = -1;
  let step = 0;
  for (let node = 0; node < length; node++) if (numbers[node] === 0) numbers[node] = ++step;
  return numbers;
}

/** What uses each of the listed steps, by name or number. */
function usersOf(
  { trace, entered, inputs }: Picture,
  listed: ReadonlySet<NodeId>,
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
  const isListed = (node: NodeId): boolean => {
    if (entered === undefined || inputs.has(node)) return true;
    const { start, end, exit } = entered.inside;
    return (node >= start && node < end) || node === exit;
  };
  for (; user < trace.tape.length; user++) if (isListed(user)) eachOperand(trace.tape, user, look);
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
