/** One run: its built-in objects, where it is, and what it has to report. */
import { Decisions, EXACT } from "../../autodiff/decisions.ts";
import { type NodeId } from "../../autodiff/tape.ts";
import type { Finding } from "../finding.ts";
import type { FindingCode } from "../findingCodes.ts";
import type { ts } from "../parse.ts";
import type { Intrinsics } from "./intrinsics.ts";
import { Meter, type Stop } from "./meter.ts";
import { createError, type ErrorName } from "./values/errors.ts";
import { FunctionValue } from "./values/functionValue.ts";
import { Active, Thrown, type Value } from "./values/values.ts";
import { WrittenNumbers } from "./written.ts";

/** How deep in calls and regions a place of the run is, to get back there from an exception. */
export interface Depth {
  readonly calls: number;
  readonly region: number;
}

/** How many calls of the program's functions may be open at a time: somewhat more than Node allows of the smallest ones. The worker's stack has room for them. */
const DEPTH = 12_000;

/** The state of one run. Built-in functions get it as their first argument. */
export class Machine extends Meter {
  /** Filled by `installIntrinsics` before anything runs. */
  intrinsics!: Intrinsics;
  /** Open calls of the program's functions. */
  depth = 0;
  /** The depth in calls and regions at which the running generator was last resumed. */
  resumedAt: Depth = { calls: 0, region: -1 };
  /** The generator that is running; undefined outside of all. */
  resumed: object | undefined;
  /** The generator whose values nobody takes but the run itself, so that nothing else happens between them. */
  alone: object | undefined;
  /** Grows whenever a property of `globalThis` or `Math` changes. */
  epoch = 0;
  /** The value of the `return` statement that is being carried out. */
  returned: Value = undefined;
  /** The last `return` statement with a value that was carried out. */
  returnedBy: ts.ReturnStatement | undefined;
  /** What the program wrote to the console. */
  readonly log: string[] = [];
  /** Values by site, the last of each, for hovers. */
  readonly last: Value[] = [];
  /** Findings that do not stop the run, once per code and site. */
  readonly notices = new Map<string, Omit<Finding, "place"> & { readonly site: number }>();
  /** Steps that were compared with an equal number, by the site of the comparison. */
  readonly ties = new Map<number, NodeId[]>();

  /** What the run has decided by looking at active numbers. */
  readonly decisions = new Decisions();

  /** What may have been meant where an exception says that something is missing, by the exception; worked out when it is told. */
  readonly suggestions = new WeakMap<object, () => string | undefined>();
  /** What active numbers were written as. */
  readonly written = new WrittenNumbers();

  /** A reason to end the run that the program may catch first, as an exception: something that is not to be had everywhere. */
  refusal(name: ErrorName, text: string, reason: Stop): Thrown {
    return new Thrown(createError(this, name, text), reason.site, reason);
  }

  /** Note something about a site without stopping; the first message for a code and a site counts. */
  notice(code: FindingCode, severity: Finding["severity"], message: string, site = this.site, help?: string): void {
    const key = `${code}@${site}`;
    if (this.notices.has(key) || this.notices.size >= 1_000) return;
    this.notices.set(key, { code, severity, message, site, ...(help === undefined ? {} : { help }) });
  }

  /** Note that a comparison finds an active number equal to another one; of many at one site some are enough. */
  tie(site: number, node: NodeId): void {
    const known = this.ties.get(site);
    if (known === undefined) {
      if (this.ties.size < 1_000) this.ties.set(site, [node]);
    } else if (known.length < 1_000) known.push(node);
  }

  /** Note that a text is read as a number or as what holds numbers, if it was made from an active one; return what was read. */
  noteReading<Result>(text: string, result: Result): Result {
    this.payForFlattening(text);
    if (this.written.has(text) && !Number.isNaN(result))
      this.notice(
        "gradient/cut",
        "info",
        "`{code}` reads a number from a text that was made from one, so no gradient passes through it.",
        this.site,
        "Keep the number itself beside its text.",
      );
    return result;
  }

  /** An exception of the program's, to be thrown by the caller: `throw machine.error("TypeError", "x is not a function")`. */
  error(name: ErrorName, message: string, site = this.site): Thrown {
    return new Thrown(createError(this, name, message), site);
  }

  /** Call a value of the program; a TypeError of the program's if it is no function. */
  call(callee: Value, thisValue: Value, args: readonly Value[]): Value {
    if (callee instanceof FunctionValue) return callee.call(this, thisValue, args);
    throw this.error("TypeError", `${describe(callee)} is not a function`);
  }

  /** Enter a call of one of the program's functions; `leave` must follow. */
  enter(): void {
    if (++this.depth > DEPTH) {
      this.depth--;
      throw this.error("RangeError", "Maximum call stack size exceeded");
    }
    this.pay(1);
  }

  /** The value of a number, active or not, for recording and for showing it; what the program does must not hang on it. */
  number(value: number | Active): number {
    return typeof value === "number" ? value : this.tape.value[value.node]!;
  }

  /** The value without its history: an active number as a plain one, on which the program may hang from here on; everything else as it is. */
  plain(value: Value): Exclude<Value, Active> {
    return value instanceof Active ? this.settle(value) : value;
  }

  /** The value of an active number of which something keeps only a whole one. */
  settleWhole(what: string, active: Active): number {
    this.notice("gradient/cut", "info", `${what} keeps only a whole number, so no gradient passes through it.`);
    return this.settle(active);
  }

  /** The value of an active number that stops being one. */
  settle({ node }: Active): number {
    this.decisions.add(EXACT, node);
    return this.tape.value[node]!;
  }
}

/** A value in a few characters, for messages. */
function describe(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "symbol") return value.toString();
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Active) return "a number";
  if (value instanceof FunctionValue) return "a function";
  if (value !== null && typeof value === "object") return `#<${value.className}>`;
  return String(value);
}
