/** The rounds of loops: how they end, and what they cost. */
import { ts } from "../../parse.ts";
import type { Machine } from "../machine.ts";
import { REGION_LOOP, type Regions } from "../recording.ts";
import { BREAK, CONTINUE, type Context, type Signal } from "./context.ts";
import { siteOf } from "./observe.ts";

/** What a loop does with the end of a round: go on, end normally, or end for somebody outside. */
export type AfterRound = (signal: Signal | undefined) => "on" | "end" | "out";

/** The rules of a loop with these labels. */
export function afterRound(labels: readonly string[]): AfterRound {
  return (signal) => {
    if (signal === undefined || signal === CONTINUE) return "on";
    if (signal === BREAK) return "end";
    if (signal.label !== undefined && labels.includes(signal.label)) return signal.kind === "continue" ? "on" : "end";
    return "out";
  };
}

/** A loop as a region, and its rounds inside; a round pays for about as many steps as its text has statements. */
export class Rounds {
  private readonly machine: Machine;
  private readonly regions: Regions;
  private readonly site: number;
  private readonly price: number;

  constructor(context: Context, node: ts.IterationStatement) {
    this.machine = context.unit.machine;
    this.regions = context.unit.regions;
    this.site = siteOf(context, node);
    this.price = 1 + countStatements(node.statement);
  }

  enterLoop(): number {
    return this.regions.enter(REGION_LOOP, this.site, this.machine.tape.length);
  }

  /** Begin a round, and pay for it. */
  begin(loop: number): void {
    this.machine.pay(this.price, this.site);
    this.regions.round(loop, this.machine.tape.length);
  }

  leaveLoop(loop: number): void {
    this.regions.leave(loop, this.machine.tape.length);
  }
}

/** How a loop of a generator pays for its rounds; they are no regions, because other code runs between them. */
export function roundPayment(context: Context, node: ts.IterationStatement): () => void {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const price = 1 + countStatements(node.statement);
  return () => {
    machine.pay(price, site);
  };
}

function countStatements(node: ts.Statement): number {
  return ts.isBlock(node) ? node.statements.length : 1;
}
