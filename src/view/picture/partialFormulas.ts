/** The partials on the edges as formulas: of one step as the table of operations has them, of a statement by the chain rule through its steps. */
import {
  atom,
  difference,
  literal,
  negative,
  numberOf,
  product,
  sum,
  write,
  type Formula,
} from "../../autodiff/operations/formula.ts";
import { OPERATIONS } from "../../autodiff/operations/operations.ts";
import { operandsOf, type NodeId } from "../../autodiff/tape.ts";
import type { Trace } from "../../language/trace.ts";
import { formulaOf, type Naming } from "../names.ts";
import type { Part } from "./parts/parts.ts";
import type { Picture } from "./picture.ts";

/** The formulas of statements with more steps are not made: they would be too long. */
const MOST_STEPS = 12;
/** Longer formulas of statements say less than their number. */
const LONGEST = 40;
/** In runs with more calls and loops one does not look which steps are in them. */
const MOST_REGIONS = 2_000;

/** Return the formula of each edge's partial; empty for one that has none. */
export function partialFormulas(picture: Picture): string[] {
  const { trace, naming, parts, links } = picture;
  const statements = statementsOf(picture);
  return links.map((link) => {
    const by = parts[link.from]!.node;
    if (link.isDirect) return stepFormula(trace, naming, parts[link.to]!.node, by);
    const steps = statements.get(link.to);
    return steps === undefined || !isSingle(parts[link.from]!) ? "" : statementFormula(trace, naming, steps, by);
  });
}

/** Return the partial of a step by one of its operands as a formula: `x` for `w · x` by `w`. */
export function stepFormula(trace: Trace, naming: Naming, node: NodeId, by: NodeId): string {
  const total = through(trace, naming, node, new Map([[by, literal(1)]]));
  return total === undefined ? "" : write(total);
}

/** The partial of the last of some steps by an operand of any of them. */
function statementFormula(trace: Trace, naming: Naming, steps: readonly NodeId[], by: NodeId): string {
  const known = new Map([[by, literal(1)]]);
  let total: Formula | undefined;
  for (const node of steps) {
    total = through(trace, naming, node, known);
    if (total !== undefined) known.set(node, total);
  }
  const text = total === undefined ? "" : write(total);
  return text.length > LONGEST ? "" : text;
}

/** The derivative of a step where those of its operands are known: one product for each operand, added up. */
function through(trace: Trace, naming: Naming, node: NodeId, known: ReadonlyMap<NodeId, Formula>): Formula | undefined {
  const row = OPERATIONS[trace.tape.op[node]!];
  if (row === undefined) return undefined;
  const operands = operandsOf(trace.tape, node);
  const formulas = operands.map((operand): Formula =>
    operand.kind === "constant" ? literal(operand.value) : called(trace, naming, operand.node),
  );
  let total: Formula | undefined;
  for (const [index, operand] of operands.entries()) {
    if (operand.kind === "constant") continue;
    const inner = known.get(operand.node);
    if (inner === undefined) continue;
    const outer = row.formula(index, formulas, called(trace, naming, node), operand.partial);
    const one = multiplied(outer, inner);
    total = total === undefined || isZero(total) ? one : isZero(one) ? total : added(total, one);
  }
  return total;
}

function called(trace: Trace, naming: Naming, node: NodeId): Formula {
  return atom(naming.nameOf(node) ?? formulaOf(trace, node));
}

/** A product with its sign in front; of a factor 0 nothing is left. */
function multiplied(outer: Formula, inner: Formula): Formula {
  if (isZero(outer) || isZero(inner)) return literal(0);
  if (outer.kind === "negative") return negative(multiplied(outer.of, inner));
  if (inner.kind === "negative") return negative(multiplied(outer, inner.of));
  return product(outer, inner);
}

/** The same twice is written once. */
function added(one: Formula, other: Formula): Formula {
  if (write(one) === write(other)) return multiplied(literal(2), one);
  return other.kind === "negative" ? difference(one, other.of) : sum(one, other);
}

function isZero(formula: Formula): boolean {
  return numberOf(formula) === 0;
}

function isSingle({ outputs, regions, array }: Part): boolean {
  return outputs.length === 1 && regions.length === 0 && array === undefined;
}

/** The steps of each part that is one statement of a few steps, none of them in a call or a loop of its own, where names mean something else. */
function statementsOf({ trace, parts, links, division: { owner, reach } }: Picture): Map<number, readonly NodeId[]> {
  const wanted = new Set(links.filter(({ isDirect, to }) => !isDirect && isSingle(parts[to]!)).map(({ to }) => to));
  const steps = new Map<number, NodeId[]>();
  if (wanted.size === 0 || trace.regions.length > MOST_REGIONS) return steps;
  for (let node = 0; node < owner.length; node++) {
    const part = owner[node]!;
    if (reach.needed[node] === 0 || !wanted.has(part)) continue;
    const own = steps.get(part);
    if (own === undefined) steps.set(part, [node]);
    else if (own.length <= MOST_STEPS) own.push(node);
  }
  return new Map([...steps].filter(([, nodes]) => nodes.length <= MOST_STEPS && isOneRegion(trace, nodes)));
}

function isOneRegion({ regions }: Trace, nodes: readonly NodeId[]): boolean {
  const last = nodes.at(-1)!;
  return !regions.some(({ start, end }) => end <= last && nodes.some((node) => node >= start && node < end));
}
