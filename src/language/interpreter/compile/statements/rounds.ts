/** The rounds of loops: how they end, and what they cost. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import { REGION_LOOP, type Regions } from "../../recording.ts";
import { BREAK, CONTINUE, type Context, type Signal } from "../context.ts";
import { siteOf } from "../observe.ts";

/** A loop as a region, and its rounds inside; a round pays for about as many steps as its text has statements. */
export class Rounds {
  protected readonly machine: Machine;
  private readonly regions: Regions;
  private readonly site: number;
  private readonly price: number;
  private readonly labels: readonly string[];

  constructor(context: Context, node: ts.IterationStatement) {
    this.machine = context.unit.machine;
    this.regions = context.unit.regions;
    this.site = siteOf(context, node);
    this.price = 1 + countStatements(node.statement);
    this.labels = context.labels;
  }

  enterLoop(): number {
    return this.regions.enter(REGION_LOOP, this.site, this.machine.tape.length);
  }

  /** Begin a round, and pay for it. */
  begin(loop: number): void {
    this.pay();
    this.regions.round(loop, this.machine.tape.length);
  }

  protected pay(): void {
    this.machine.pay(this.price, this.site);
  }

  /** Say what the loop does with the end of a round: go on, end normally, or end for somebody outside. */
  after(signal: Signal | undefined): "on" | "end" | "out" {
    if (signal === undefined || signal === CONTINUE) return "on";
    if (signal === BREAK) return "end";
    if (signal.label !== undefined && this.labels.includes(signal.label))
      return signal.kind === "continue" ? "on" : "end";
    return "out";
  }

  leaveLoop(loop: number): void {
    this.regions.leave(loop, this.machine.tape.length);
  }
}

/**
 * A loop of a generator. It is a region only in the generator that the run is about, because other code runs between the rounds of all others;
 * and there only if no `try` can leave it without its knowing.
 */
export class YieldingRounds extends Rounds {
  private readonly canBeRegion: boolean;

  constructor(context: Context, node: ts.IterationStatement) {
    super(context, node);
    const around = ts.findAncestor(node, ts.isFunctionLike);
    this.canBeRegion = around !== undefined && around === context.unit.capture.node && !catches(around);
  }

  override enterLoop(): number {
    const { resumed, alone } = this.machine;
    return this.canBeRegion && resumed !== undefined && resumed === alone ? super.enterLoop() : -1;
  }

  override begin(loop: number): void {
    if (loop >= 0) super.begin(loop);
    else this.pay();
  }

  override leaveLoop(loop: number): void {
    if (loop >= 0) super.leaveLoop(loop);
  }
}

/** Whether a function has a statement that goes on after an exception. */
function catches(node: ts.Node): boolean {
  const pending: ts.Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const isUsing = ts.isVariableDeclarationList(next) && (next.flags & ts.NodeFlags.Using) !== 0;
    if (ts.isTryStatement(next) || isUsing) return true;
    ts.forEachChild(next, (child) => {
      pending.push(child);
    });
  }
  return false;
}

function countStatements(node: ts.Statement): number {
  return ts.isBlock(node) ? node.statements.length : 1;
}
