/** The budgets of one run: every part of the interpreter pays here for what it does, and the run ends when one is used up. */
import { Tape } from "../../autodiff/tape.ts";
import type { Finding } from "../finding.ts";
import type { FindingCode } from "../findingCodes.ts";
import { type Value } from "./values/values.ts";

/** Bounds of one run. */
export interface Budget {
  /** Interpreted operations. */
  readonly steps: number;
  /** Steps on the tape. */
  readonly nodes: number;
  /** Wall time in milliseconds. */
  readonly time: number;
  /** Bytes, roughly, of the values that the run makes. */
  readonly memory: number;
}

/** Answers how many bytes of the host's heap are in use, with what waits to be collected: never less than what is alive. */
export type MemoryGauge = () => number;

/** Why a run ended before its end. Not catchable by the program. */
export class Stop {
  /** Its place, where it is known without a site: that of an error of syntax. */
  readonly finding: Omit<Finding, "place"> & Partial<Pick<Finding, "place">>;
  /** The site at which it ended; -1 until somebody knows. */
  site: number;

  constructor(finding: Stop["finding"], site = -1) {
    this.finding = finding;
    this.site = site;
  }
}

/** The part of the budget that the heap may take for a run to go on, although it has made more values than the budget allows. */
const ROOM = 0.75;
/** What is in use may grow by this without being paid for: tables double while their entries are paid for one by one. */
const GROWTH = 1.5;
/** How many long texts are remembered as flat. */
const FLAT_TEXTS = 8;
/** How many operations pass between two looks at the clock. */
const SLICE = 16_384;
/** How long a text may be without costing more than others. */
const SHORT_TEXT = 1_000;
/** What a run has, and has left. */
export class Meter {
  readonly tape: Tape;
  readonly budget: Budget;
  /** The site that is being evaluated, as far as calls and loops have said; where a built-in function's errors are located. */
  site = -1;

  private fuel: number;
  /** How much fuel there was at the last look: never more than the budget has left. */
  private slice: number;
  private spent = 0;
  private readonly gauge: MemoryGauge | undefined;
  /** What may be alive of the values that were made. */
  private bytes = 0;
  /** What was made outside of the heap. */
  private outside = 0;
  /** How many characters of concatenated texts may still have to be brought into one piece. */
  private loose = 0;
  /** The long texts that were last brought into one piece. */
  private readonly flat: string[] = [];
  private deadline: number;
  /** How much the deadline may still be put off, in milliseconds. */
  private respite: number;

  constructor(budget: Budget, tape: Tape = new Tape(), gauge?: MemoryGauge) {
    this.budget = budget;
    this.slice = this.fuel = Math.min(SLICE, budget.steps);
    this.gauge = gauge;
    this.tape = tape;
    this.deadline = Date.now() + budget.time;
    this.respite = budget.time;
    tape.reset();
  }

  /** A reason to end the run; the message gets its place and its period later. */
  stop(code: FindingCode, message: string, site = this.site, help?: string): Stop {
    return new Stop({ code, severity: "error", message, ...(help === undefined ? {} : { help }) }, site);
  }

  /** Operations interpreted so far. */
  get steps(): number {
    return this.spent + this.slice - this.fuel;
  }

  /** Pay for `count` operations; ends the run when the budget is used up. Every loop pays, also inside built-in functions. */
  pay(count: number, site = this.site): void {
    this.fuel -= count;
    if (this.fuel < 0) this.refuel(site);
  }

  /** Pay for looking at every character of a text. Short ones are part of the operation that looks. */
  payForLooking(text: Value): void {
    if (typeof text !== "string" || text.length <= SHORT_TEXT) return;
    this.pay(text.length >> 6);
    this.payForFlattening(text);
  }

  /**
   * Pay for a look into a text. The host keeps a concatenated one as its parts until somebody looks, and then copies it;
   * a long one whose parts were long has been paid for when it was made only as far as the shorter part goes.
   */
  payForFlattening(text: string): void {
    if (this.loose === 0 || text.length <= SHORT_TEXT || this.flat.includes(text)) return;
    const copied = Math.min(this.loose, text.length);
    this.loose -= copied;
    this.flat.push(text);
    if (this.flat.length > FLAT_TEXTS) this.flat.shift();
    this.pay(copied >> 6);
    this.allocate(copied);
  }

  /** Pay for joining two texts. */
  payForJoining(left: string, right: string): void {
    const shorter = Math.min(left.length, right.length);
    const longer = Math.max(left.length, right.length);
    if (longer > SHORT_TEXT) this.loose += longer;
    this.allocate(32 + shorter);
  }

  /** Pay for a text that becomes the key of a property or a collection, which the host keeps in one piece. */
  payForKey(key: Value): void {
    if (typeof key !== "string" || key.length <= SHORT_TEXT) return;
    this.pay(key.length >> 6);
    this.allocate(key.length);
  }

  /** Do work that is not the program's, such as reading the text of a package; it counts only when it takes longer than the run may. */
  uncounted<Result>(work: () => Result): Result {
    const before = Date.now();
    const result = work();
    const spent = Math.min(this.respite, Math.max(0, Date.now() - before));
    this.respite -= spent;
    this.deadline += spent;
    return result;
  }

  /** Pay for values of about `bytes` bytes that the program may keep; ends the run when there are too many. */
  allocate(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes + this.outside > this.budget.memory) this.makeRoom(bytes);
  }

  /** Pay for bytes outside of the heap, such as a buffer's. They are counted for good, because the heap says nothing of them. */
  allocateOutside(bytes: number): void {
    this.outside += bytes;
    this.allocate(0);
  }

  /** Look at what of the values that were made may still be alive; ends the run if it is too much, or if nobody knows. */
  private makeRoom(wanted: number): void {
    const { memory } = this.budget;
    // Never less than what is alive, so the run can fill the heap no further than without this look.
    const kept = (this.gauge?.() ?? Infinity) * GROWTH + wanted;
    if (kept + this.outside > memory * ROOM)
      throw this.stop("budget/memory", `More than ${memory >> 20} MB of values were made`);
    this.bytes = Math.min(this.bytes, kept);
    this.checkTime(this.site);
  }

  private refuel(site: number): void {
    this.spent += this.slice - this.fuel;
    this.slice = this.fuel = Math.min(SLICE, Math.max(0, this.budget.steps - this.spent));
    if (this.spent > this.budget.steps)
      throw this.stop("budget/steps", `Stopped after ${this.budget.steps.toLocaleString("en-US")} steps`, site);
    if (this.tape.length > this.budget.nodes)
      throw this.stop(
        "budget/nodes",
        `Stopped after ${this.budget.nodes.toLocaleString("en-US")} recorded steps`,
        site,
      );
    this.checkTime(site);
  }

  private checkTime(site: number): void {
    if (Date.now() > this.deadline) throw this.stop("budget/time", `Stopped after ${this.budget.time} ms`, site);
  }
}
