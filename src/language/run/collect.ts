/** From what a run has recorded to the trace that the views are made from. Costly texts are made when they are read. */
import { kinksOf, type KinkOnTape } from "../../autodiff/kinks.ts";
import type { Tape } from "../../autodiff/tape.ts";
import { inspect } from "../interpreter/inspect/inspect.ts";
import type { Machine } from "../interpreter/machine.ts";
import type { Sites } from "../interpreter/recording.ts";
import { Active, type Value } from "../interpreter/values/values.ts";
import { fileOf, ts } from "../parse.ts";
import type { Place, Span } from "../span.ts";
import { notation } from "../text/notation.ts";
import type { Evaluation, Site } from "../trace.ts";

/** Characters of a value that a hover can show. */
const LONGEST_VALUE = 200;
/** Kinks that are listed; a function of more is all kinks. */
const MOST_KINKS = 1_000;

class LazySite implements Site {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  private readonly node: ts.Node;
  private text: string | undefined;

  constructor(node: ts.Node, uri: string) {
    this.node = node;
    this.file = uri;
    this.start = node.getStart(fileOf(node));
    this.end = node.end;
  }

  get formula(): string {
    return (this.text ??= notation(this.node));
  }

  get operands(): readonly string[] {
    return operandsOf(this.node).map(notation);
  }

  get statement(): Span | undefined {
    const statement = ts.findAncestor(this.node, (node) => ts.isStatement(node) || ts.isFunctionLike(node));
    if (statement === undefined) return this;
    return isHead(statement) ? undefined : { start: statement.getStart(), end: statement.end };
  }
}

/** Whether what is directly in a statement is only its head, before the statements inside. */
function isHead(node: ts.Node): boolean {
  return (
    ts.isIterationStatement(node, false) ||
    ts.isIfStatement(node) ||
    ts.isSwitchStatement(node) ||
    ts.isWithStatement(node)
  );
}

/** The expressions that an expression computes with. */
function operandsOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isBinaryExpression(node)) return [node.left, node.right];
  if (ts.isPrefixUnaryExpression(node)) return [node.operand];
  return ts.isCallExpression(node) && !node.arguments.some(ts.isSpreadElement) ? node.arguments : [];
}

/** The sites of a run, by number. */
export function sitesOf(sites: Sites): Site[] {
  return sites.nodes.map((node, site) => new LazySite(node, sites.uris[site]!));
}

/** The place of a site. */
export function placeOfSite(sites: Sites, site: number): Place | undefined {
  const node = sites.nodes[site];
  return node === undefined
    ? undefined
    : { file: sites.uris[site]!, start: node.getStart(fileOf(node)), end: node.end };
}

class LazyEvaluation implements Evaluation {
  readonly site: number;
  readonly name: string | undefined;
  readonly count: number;
  private readonly machine: Machine;
  private readonly last: Value;

  constructor(machine: Machine, site: number, node: ts.Node, last: Value, count: number) {
    this.machine = machine;
    this.site = site;
    this.name = ts.isIdentifier(node) ? node.text : undefined;
    this.last = last;
    this.count = count;
  }

  get text(): string {
    return inspect(this.machine, this.last, LONGEST_VALUE);
  }

  get value(): number | undefined {
    return typeof this.last === "number" || this.last instanceof Active ? this.machine.number(this.last) : undefined;
  }

  get node(): number | undefined {
    return this.last instanceof Active && this.last.node < this.machine.tape.length ? this.last.node : undefined;
  }
}

/** What each site was last. */
export function evaluationsOf(machine: Machine, sites: Sites): Evaluation[] {
  const counts = countSteps(machine.tape, sites.nodes.length);
  const evaluations: Evaluation[] = [];
  machine.last.forEach((value, site) => {
    const node = sites.nodes[site];
    if (node !== undefined) evaluations.push(new LazyEvaluation(machine, site, node, value, counts[site]!));
  });
  return evaluations;
}

function countSteps(tape: Tape, sites: number): Uint32Array {
  const counts = new Uint32Array(sites);
  for (let node = 0; node < tape.length; node++) counts[tape.tag[node]!]!++;
  return counts;
}

/** The kinks at which steps were taken. */
export function listKinks(tape: Tape): KinkOnTape[] {
  return kinksOf(tape).slice(0, MOST_KINKS);
}
