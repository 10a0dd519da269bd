/** `console`: what the program writes goes to the run's log, a line each. */
import { inspect } from "../inspect/inspect.ts";
import type { Machine } from "../machine.ts";
import { toBoolean, toText } from "../rules/convert.ts";
import type { Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";
import { defineGlobal, defineTag, makeFunction, methodTable, type MethodRow } from "./define.ts";
import { formatText } from "./format.ts";

/** Characters of one line of the log. */
const LINE = 10_000;
/** Lines of the log; what comes after is dropped. */
const LINES = 1_000;

/** One console, with its indentation, counters and labels. */
interface Console {
  indentation: number;
  readonly counts: Map<string, number>;
}

function write(machine: Machine, state: Console, text: string): void {
  machine.pay(1 + (text.length >> 4));
  if (machine.log.length >= LINES) return;
  machine.allocate(2 * text.length);
  const line = " ".repeat(state.indentation) + text;
  machine.log.push(line.length > LINE ? `${line.slice(0, LINE)}…` : line);
}

function labelOf(machine: Machine, value: Value): string {
  return value === undefined ? "default" : toText(machine, value);
}

/** The methods over one console's state. */
function methodsOf(state: Console): readonly MethodRow[] {
  /** A method that writes what `text` answers; nothing for undefined. */
  const writing = (text: (machine: Machine, args: readonly Value[]) => string | undefined): Native => {
    return (machine, _thisValue, args) => {
      const line = text(machine, args);
      if (line !== undefined) write(machine, state, line);
      return undefined;
    };
  };
  const doing = (work: (machine: Machine, args: readonly Value[]) => void): Native => {
    return (machine, _thisValue, args) => {
      work(machine, args);
      return undefined;
    };
  };
  const log = writing(formatText);
  const inspected = writing((machine, args) => inspect(machine, args[0]));
  const group = doing((machine, args) => {
    if (args.length > 0) write(machine, state, formatText(machine, args));
    state.indentation = Math.min(state.indentation + 2, 100);
  });
  // The clock stands still during a run, so there is no time to tell.
  const elapsed = writing((machine, args) => `${labelOf(machine, args[0])}: 0ms`);
  const nothing = doing(() => undefined);
  return methodTable({
    log: [0, log],
    warn: [0, log],
    error: [0, log],
    info: [0, log],
    debug: [0, log],
    dirxml: [0, log],
    dir: [0, inspected],
    table: [0, inspected],
    trace: [0, writing((machine, args) => after("Trace", formatText(machine, args)))],
    assert: [0, writing((machine, args) => (toBoolean(machine, args[0]) ? undefined : failed(machine, args)))],
    count: [0, writing((machine, args) => count(machine, state, args[0]))],
    countReset: [0, doing((machine, args) => state.counts.delete(labelOf(machine, args[0])))],
    group: [0, group],
    groupCollapsed: [0, group],
    groupEnd: [0, doing(() => (state.indentation = Math.max(0, state.indentation - 2)))],
    clear: [0, nothing],
    time: [0, nothing],
    timeEnd: [0, elapsed],
    timeLog: [0, elapsed],
  });
}

function after(title: string, text: string): string {
  return text === "" ? title : `${title}: ${text}`;
}

function failed(machine: Machine, args: readonly Value[]): string {
  return after("Assertion failed", formatText(machine, args.slice(1)));
}

function count(machine: Machine, state: Console, value: Value): string {
  const label = labelOf(machine, value);
  const number = (state.counts.get(label) ?? 0) + 1;
  state.counts.set(label, number);
  machine.allocate(32);
  return `${label}: ${number}`;
}

/** Make `console`. */
export function installConsole(machine: Machine): void {
  const created = new ObjectValue(machine.intrinsics.object);
  for (const { key, name, length, work } of methodsOf({ indentation: 0, counts: new Map() }))
    created.put(key, makeFunction(machine, name, length, work));
  defineTag(created, "console");
  defineGlobal(machine, "console", created);
}
